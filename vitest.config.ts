/**
 * Four projects: `unit` (Node, no sockets to speak of), `simulator` (puts curves of its own in place of the real
 * ones, so each file has modules of its own), `ui` (components in jsdom), `story` (whole processes and real
 * browsers; builds first if the build is stale).
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
          // nothing stays behind in a module, so each worker loads once what its tests share
          isolate: false,
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/simulator/**", "tests/ui/**", "tests/story/**"],
          testTimeout: 90 * SECOND,
          hookTimeout: 90 * SECOND,
        },
      },
      {
        test: {
          name: "simulator",
          environment: "node",
          include: ["tests/simulator/**/*.test.ts"],
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
          testTimeout: 180 * SECOND,
          hookTimeout: 180 * SECOND,
        },
      },
    ],
  },
});
