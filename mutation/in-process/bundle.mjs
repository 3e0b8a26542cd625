/** Bundles test files with what they test into modules that Node loads at once. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const SUITE = pathToFileURL(join(import.meta.dirname, "suite.mjs")).href;
const OF_VITEST = new Set(["vitest", "@fast-check/vitest"]);
const NATIVE = "/create-signatures.ts";
const SIMULATED = `
  import { simulatedSignatures } from "./tests/simulator/simulated-keys.ts";
  export const createSignatures = async () => simulatedSignatures;
`;

/**
 * @typedef {{ readonly root: string, readonly entries: readonly string[], readonly simulated: boolean }} Bundle
 * `simulated`: with the simulator's curves in the place of the real ones
 */

/** @param {Bundle} what @returns {Promise<string[]>} a module for each entry */
export async function bundleTests({ root, entries, simulated }) {
  // as deep as the tests: what they name by path stays where they look for it
  const dir = join(root, "tests/.bundle");
  const bundle = await rolldown({
    input: Object.fromEntries(
      entries.map((entry, index) => [`entry-${String(index)}`, resolve(root, entry)]),
    ),
    cwd: root,
    platform: "node",
    logLevel: "warn",
    plugins: [
      {
        name: "words-of-vitest",
        resolveId(source) {
          if (OF_VITEST.has(source)) return { id: SUITE, external: true };
          if (simulated && source.endsWith(NATIVE)) return { id: join(root, "simulated-signatures.ts") };
          return /^[#./]/.test(source) || source.startsWith("\0") ? null : { id: source, external: true };
        },
        load: (id) => (id === join(root, "simulated-signatures.ts") ? SIMULATED : null),
      },
    ],
  });
  await bundle.write({ dir, format: "esm", entryFileNames: "[name].mjs" });
  await bundle.close();
  return entries.map((_, index) => join(dir, `entry-${String(index)}.mjs`));
}
