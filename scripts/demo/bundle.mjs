/**
 * Makes of a program in TypeScript, or of one that uses our doors, a file that Node 20 runs by itself. For the
 * demo and the screenshots only: what a shelter runs is built by scripts/build.mjs.
 */
import { basename, join } from "node:path";
import { ROOT } from "../project.mjs";

/**
 * @param {string} entry path of the program, from the project's folder
 * @returns {Promise<string>} path of what can be imported. Rejects when it does not compile
 */
export async function bundleProgram(entry) {
  const { rolldown } = await import("rolldown");
  const name = basename(entry).replace(/\.[a-z]+$/u, "");
  const file = join(ROOT, "node_modules/.cache/vereda-demo", `${name}-${String(process.pid)}.mjs`);
  const bundle = await rolldown({
    input: join(ROOT, entry),
    cwd: ROOT,
    platform: "node",
    // packages bring native files that must stay where they are; our own doors begin with `#`
    external: (id) => !/^[#./]/.test(id),
    logLevel: "warn",
  });
  await bundle.write({ file, format: "esm", codeSplitting: false });
  await bundle.close();
  return file;
}
