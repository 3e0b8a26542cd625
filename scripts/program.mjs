/** Runs one TypeScript program in a process of its own, with what follows `--`. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { bundleProgram } from "./bundle.mjs";
import { ensureInstalled } from "./npm.mjs";
import { ROOT } from "./project.mjs";

/**
 * Its exit code becomes that of this process.
 * @param {string} entry path of the program, from the project's folder
 */
export async function runProgram(entry) {
  if (!ensureInstalled(console.error)) {
    process.exitCode = 1;
    return;
  }
  const file = await bundleProgram(entry);
  const run = spawnSync(process.execPath, [file, ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
  rmSync(file);
  process.exitCode = run.status ?? 1;
}
