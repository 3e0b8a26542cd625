/**
 * NEVER part of the app: the whole program and its page with sealing and transport encryption replaced by
 * doubles that do nothing, for the positive controls of the canary scans. Built into the tests' cache.
 */
import { rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type ConfigEnv, loadConfigFromFile, mergeConfig, type Plugin } from "vite";
import { ROOT } from "../../scripts/project.mjs";

const OUT = resolve(ROOT, "node_modules/.cache/vereda-tests/unsafe-testing");
const DOUBLES = {
  committedBox: fileURLToPath(new URL("./unsafe-testing-committed-box.ts", import.meta.url)),
  noise: fileURLToPath(new URL("./unsafe-testing-noise.ts", import.meta.url)),
};

/** Puts the doubles in the place of what the app itself imports; counts how often. */
function unsafeTestingDoubles(replaced: Set<string>): Plugin {
  const standIn = (source: string, importer: string): string | null => {
    if (source === "./committed-box.ts" && importer.includes("/crypto/")) return DOUBLES.committedBox;
    if (source === "@libp2p/noise" && importer.includes("/sync/")) return DOUBLES.noise;
    return null;
  };
  return {
    name: "unsafe-testing-doubles",
    enforce: "pre",
    resolveId(source, importer = "") {
      const double = standIn(source, importer);
      if (double !== null) replaced.add(source);
      return double;
    },
  };
}

const ENV: ConfigEnv = { command: "build", mode: "production" };

async function buildWith(configFile: string, outDir: string): Promise<void> {
  const replaced = new Set<string>();
  const plugins = (): Plugin[] => [unsafeTestingDoubles(replaced)];
  const loaded = await loadConfigFromFile(ENV, resolve(ROOT, configFile));
  if (loaded === null) throw new Error(`no ${configFile}`);
  await build({
    ...mergeConfig(loaded.config, { plugins: plugins(), worker: { plugins } }),
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    build: { ...loaded.config.build, outDir, emptyOutDir: true, minify: false },
  });
  if (replaced.size !== 2) throw new Error(`${configFile}: only ${[...replaced].join()} was replaced`);
}

/** Builds, and gives the path of the program that `node` runs. Takes a few seconds. */
export async function buildUnsafeTesting(): Promise<string> {
  await rm(OUT, { recursive: true, force: true });
  await buildWith("vite.cli.config.ts", OUT);
  await buildWith("vite.config.ts", resolve(OUT, "page"));
  const program = resolve(OUT, "vereda.js");
  await writeFile(program, 'import "./shim.js";\nimport "./main.js";\n');
  return program;
}
