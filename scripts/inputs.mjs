/**
 * What a build is made from, as one hash: unchanged inputs need no second build.
 * Knows files and their contents; not how a build is run (build.mjs).
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * All files under the folder `root/path`, sorted, as paths relative to `root`. A missing folder has none.
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
export function filesUnder(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/**
 * @param {string} root
 * @param {readonly string[]} files relative to root; a missing one counts as missing
 * @returns {string} hex
 */
export function hashFiles(root, files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const full = join(root, file);
    const bytes = existsSync(full) ? readFileSync(full) : null;
    hash.update(`${file}\0${bytes === null ? "missing" : String(bytes.length)}\0`);
    if (bytes !== null) hash.update(bytes);
  }
  return hash.digest("hex");
}
