/**
 * `npm run fuzz`: a million mutated inputs for every decoder of bytes from outside (tests/fuzz/). What follows
 * `--` goes to the program; a failing input is written to .vereda/fuzz.jsonl with the command that repeats it.
 *
 *   npm run fuzz -- --only run --runs 100000 --seed 7
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram } from "./bundle.mjs";
import { ensureInstalled } from "./npm.mjs";
import { ROOT } from "./project.mjs";

if (!ensureInstalled(console.error)) process.exit(1);
const file = await bundleProgram("tests/fuzz/fuzz.program.ts");
mkdirSync(join(ROOT, ".vereda"), { recursive: true });
const failures = ["--failures", join(ROOT, ".vereda/fuzz.jsonl")];
const run = spawnSync(process.execPath, ["--expose-gc", file, ...failures, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
});
rmSync(file);
process.exitCode = run.status ?? 1;
