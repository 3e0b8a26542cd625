/**
 * Three projects: `unit` (Node, no sockets to speak of), `ui` (components in jsdom), `story` (whole processes
 * and real browsers, one file at a time; builds first if the build is stale).
 */
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

const SECOND = 1000;

export default defineConfig({
  test: {
    // two cores: a third worker only slows the others down
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/ui/**", "tests/story/**"],
          testTimeout: 90 * SECOND,
          hookTimeout: 90 * SECOND,
        },
      },
      {
        plugins: [solid()],
        test: {
          name: "ui",
          environment: "jsdom",
          include: ["tests/ui/**/*.test.{ts,tsx}"],
          testTimeout: 90 * SECOND,
        },
      },
      {
        test: {
          name: "story",
          environment: "node",
          include: ["tests/story/**/*.test.ts"],
          globalSetup: ["tests/support/built.ts"],
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 180 * SECOND,
          hookTimeout: 180 * SECOND,
        },
      },
    ],
  },
});
