/**
 * Makes of a TypeScript program one file that Node 20, which reads no TypeScript, runs by itself: for tests that
 * start, kill and restart whole processes, for the fuzzer and for the bench.
 */
import { basename, join, resolve } from "node:path";
import { ROOT } from "./project.mjs";

/**
 * @param {string} entry path of the program; a relative one begins at the project's folder
 * @returns {Promise<string>} path of what `node` can run. Rejects when it does not compile
 */
export async function bundleProgram(entry) {
  const { rolldown } = await import("rolldown");
  const folder = join(ROOT, "node_modules/.cache/vereda-programs");
  // two processes may bundle at once
  const file = join(folder, `${basename(entry, ".ts")}-${process.pid}.mjs`);
  const bundle = await rolldown({
    input: resolve(ROOT, entry),
    cwd: ROOT,
    platform: "node",
    // Packages bring native files that must stay where they are; our own doors begin with `#`.
    external: (id) => !/^[#./]/.test(id),
    logLevel: "warn",
  });
  await bundle.write({ file, format: "esm", codeSplitting: false });
  await bundle.close();
  return file;
}

/**
 * Makes of a program one classic script for a page.
 * @param {string} entry path of the program; a relative one begins at the project's folder
 * @param {string} name the global that has what the program exports
 * @returns {Promise<string>} its text. Rejects when it does not compile
 */
export async function bundleScript(entry, name) {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: resolve(ROOT, entry),
    cwd: ROOT,
    platform: "browser",
    logLevel: "warn",
  });
  const { output } = await bundle.generate({ format: "iife", name, codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
