/**
 * `npm run differential`: the three verifiers of signatures give the same answer 100,000 times
 * (tests/crypto/signatures-differential.test.ts). Takes some ten minutes.
 *
 *   npm run differential -- --runs 5000 --seed 7
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./npm.mjs";
import { ROOT } from "./project.mjs";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: process.env["VEREDA_RUNS"] ?? "100000" },
    seed: { type: "string", default: process.env["VEREDA_SEED"] ?? String(Date.now()) },
  },
});
if (!ensureInstalled(console.error)) process.exit(1);
const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
const file = "tests/crypto/signatures-differential.test.ts";
const run = spawnSync(process.execPath, [vitest, "run", "--project", "unit", "--reporter", "verbose", file], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "test", VEREDA_RUNS: values.runs, VEREDA_SEED: values.seed },
});
process.exitCode = run.status ?? 1;
