/** The tests that must notice a change of the mutated files. */
import { defineConfig } from "vitest/config";

const tests = (process.env["VEREDA_MUTATION_TESTS"] ?? "").split(",");

export default defineConfig({
  test: { environment: "node", include: tests, testTimeout: 60_000, hookTimeout: 60_000 },
});
