/**
 * Bundles a TypeScript program of the tests into one file that Node 20 runs by itself: for tests that
 * start, kill and restart whole processes. Packages stay outside the bundle.
 */
import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { rolldown } from "rolldown";

const CACHE = resolve(import.meta.dirname, "../../node_modules/.cache/vereda-tests");

/** Bundles the program at `entry` and returns the path of what `node` can run. Throws when it does not compile. */
export async function bundleProgram(entry: string): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  const file = join(CACHE, `${basename(entry, ".ts")}-${String(process.pid)}.mjs`);
  const bundle = await rolldown({
    input: entry,
    platform: "node",
    // Packages bring native files that must stay where they are; our own doors begin with `#`.
    external: (id) => !/^[#./]/.test(id),
    logLevel: "warn",
  });
  await bundle.write({ file, format: "esm" });
  await bundle.close();
  return file;
}
