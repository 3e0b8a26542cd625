/** Installs bench/package.json where it is, when it is not; touches no network when it is. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { missingPackages, npmCommand } from "../scripts/npm.mjs";

const HERE = import.meta.dirname;

/** @param {string} path @returns {import("../scripts/npm.mjs").Lock | null} */
function readLock(path) {
  try {
    return /** @type {import("../scripts/npm.mjs").Lock} */ (
      JSON.parse(readFileSync(join(HERE, path), "utf8"))
    );
  } catch {
    return null;
  }
}

/**
 * @param {(line: string) => void} say
 * @returns {boolean} whether all rivals are there now
 */
export function ensureRivals(say) {
  const lock = readLock("package-lock.json");
  const installed = readLock("node_modules/.package-lock.json");
  if (lock !== null && missingPackages(lock, installed).length === 0) return true;
  say("Installing what is measured beside Vereda (npm ci in bench/) ...");
  const npm = npmCommand(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  const run = spawnSync(npm.program, npm.args, { cwd: HERE, stdio: ["ignore", 2, 2], shell: npm.shell });
  return run.status === 0;
}
