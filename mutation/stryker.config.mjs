/**
 * How Stryker changes files and runs the tests that must notice (docs/testing.md, "Mutation"). scripts/mutation.mjs
 * starts it once for each group of groups.mjs, with what is to be changed in the environment.
 */
import { join } from "node:path";

const HERE = import.meta.dirname;

export default {
  plugins: [join(HERE, "in-process/runner.mjs"), join(HERE, "error-texts.mjs")],
  ignorers: ["error-texts"],
  testRunner: "in-process",
  mutate: (process.env["VEREDA_MUTATE"] ?? "").split(","),
  ignorePatterns: [
    "/dist",
    "/.vereda",
    "/bench",
    "/mutation/node_modules",
    "/docs/pictures",
    "/src/ui",
    "/tests/story",
    "/tests/ui",
  ],
  // two groups may run at once
  tempDirName: `.vereda/stryker-${process.pid}`,
  cleanTempDir: "always",
  coverageAnalysis: "perTest",
  concurrency: Number(process.env["VEREDA_JOBS"] ?? 1),
  timeoutMS: 10_000,
  disableTypeChecks: false,
  checkers: [],
  warnings: { slow: false },
  reporters: ["progress-append-only", "json"],
  jsonReporter: { fileName: process.env["VEREDA_MUTATION_REPORT"] ?? ".vereda/mutation.json" },
};
