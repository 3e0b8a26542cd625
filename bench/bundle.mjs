/** Makes of a TypeScript program of the bench one file that Node 20 runs by itself. */
import { basename, join } from "node:path";
import { ROOT } from "../scripts/project.mjs";

/**
 * @param {string} entry path of the program
 * @returns {Promise<string>} path of what `node` can run. Rejects when it does not compile
 */
export async function bundleProgram(entry) {
  const { rolldown } = await import("rolldown");
  const file = join(ROOT, "node_modules/.cache/vereda-bench", `${basename(entry, ".ts")}.mjs`);
  const bundle = await rolldown({
    input: entry,
    cwd: ROOT,
    platform: "node",
    // Packages bring native files that must stay where they are; our own doors begin with `#`.
    external: (id) => !/^[#./]/.test(id),
    logLevel: "warn",
  });
  await bundle.write({ file, format: "esm" });
  await bundle.close();
  return file;
}
