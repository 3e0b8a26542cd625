/**
 * One at a time across processes: a folder in node_modules/.cache is the lock, and the id of the process
 * inside tells a crashed holder from a busy one.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "./project.mjs";

/** @param {string} folder */
function holderIsAlive(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, "pid"), "utf8")), 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** @param {string} folder @returns {boolean} whether this process holds it now */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch {
    return false;
  }
  writeFileSync(join(folder, "pid"), String(process.pid));
  return true;
}

/**
 * Runs `work` while no other process runs anything under the same name; waits as long as it takes.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const cache = join(ROOT, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = join(cache, `vereda-${name}.lock`);
  while (!take(folder)) {
    await sleep(300);
    // the pause above gives a holder that has just made the folder the time to write its id
    if (!holderIsAlive(folder)) rmSync(folder, { recursive: true, force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
