/**
 * Calls npm, and tells whether node_modules is what package-lock.json says, without asking any network.
 * Runs before anything is installed: only Node's own modules here.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project.mjs";

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock */

/**
 * How to start npm: the one that runs us if there is one, else the one on PATH.
 * @param {readonly string[]} args
 * @returns {{ program: string, args: string[], shell: boolean }}
 */
export function npmCommand(args) {
  const own = process.env["npm_execpath"];
  if (own?.endsWith(".js")) return { program: process.execPath, args: [own, ...args], shell: false };
  return { program: "npm", args: [...args], shell: process.platform === "win32" };
}

/**
 * Packages that the lock asks for and the installed tree lacks or has in another version. Optional ones may be
 * absent: they are other platforms' binaries.
 * @param {Lock} lock package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json; null: nothing is installed
 * @returns {string[]} paths such as "node_modules/ws"
 */
export function missingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, wanted]) => {
      if (path === "") return false;
      const present = installed?.packages[path];
      if (present === undefined) return wanted.optional !== true;
      return present.version !== wanted.version || present.integrity !== wanted.integrity;
    })
    .map(([path]) => path);
}

/** @param {string} path @returns {Lock | null} */
function readLock(path) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(join(ROOT, path), "utf8")));
  } catch {
    return null;
  }
}

/** Whether everything that package-lock.json names is in node_modules. */
function isInstalled() {
  const lock = readLock("package-lock.json");
  const installed = readLock("node_modules/.package-lock.json");
  if (lock === null || installed === null) return false;
  const gone = Object.keys(installed.packages).some((path) => !existsSync(join(ROOT, path)));
  return !gone && missingPackages(lock, installed).length === 0;
}

/**
 * Installs what is missing with `npm ci`; touches no network when nothing is.
 * @param {(line: string) => void} say
 * @returns {boolean} whether all is there now
 */
export function ensureInstalled(say) {
  if (isInstalled()) return true;
  say("Instalando paquetes (npm ci) ... / Installing packages (npm ci) ...");
  const npm = npmCommand(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  const run = spawnSync(npm.program, npm.args, { cwd: ROOT, stdio: ["ignore", 2, 2], shell: npm.shell });
  return run.status === 0;
}
