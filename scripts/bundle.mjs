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
