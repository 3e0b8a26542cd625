/** Where the project is, and how a script of it is told apart from the same file imported by another. */
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, wherever the command was called from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Whether the module with this address is the program that Node was started with.
 * @param {string} url the module's import.meta.url
 */
export function isMain(url) {
  const program = process.argv[1];
  return program !== undefined && realpathSync(program) === fileURLToPath(url);
}
