/**
 * Builds what runs: dist/vereda.js (command line and hub, Node 20) and dist/page/ (what the hub serves).
 * A part whose inputs have not changed since its last build is left alone; a build that fails leaves the last
 * good one in place. Two builds at once wait for one another.
 *
 *   node scripts/build.mjs [--force] [page] [cli]
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, hashFiles } from "./inputs.mjs";
import { ROOT, isMain } from "./project.mjs";
import { withLock } from "./lock.mjs";

/** @typedef {"cli" | "page"} Part */

const DIST = join(ROOT, "dist");
const STAMPS = join(DIST, ".stamps.json");
/** @type {readonly Part[]} */
const PARTS = ["cli", "page"];

const SETTINGS = ["package.json", "package-lock.json", "tsconfig.json", "scripts/build.mjs"];
const OWN_FILES = {
  cli: { settings: ["vite.cli.config.ts"], without: /^src\/ui\//, result: "vereda.js" },
  page: {
    settings: ["vite.config.ts", "index.html", "calendario.html"],
    without: /^src\/(cli|hub)\//,
    result: "page/index.html",
  },
};

/** The command line's first file. The shim comes before anything that loads libp2p. */
const launcher = (/** @type {boolean} */ withShim) =>
  `#!/usr/bin/env node\n${withShim ? 'import "./shim.js";\n' : ""}import "./main.js";\n`;

/** @param {Part} part */
function stampOf(part) {
  const own = OWN_FILES[part];
  const sources = ["crypto", "sync", "src", "public"].flatMap((folder) => filesUnder(ROOT, folder));
  return hashFiles(ROOT, [
    ...SETTINGS,
    ...own.settings,
    ...sources.filter((file) => !own.without.test(file)),
  ]);
}

/** @returns {Partial<Record<Part, string>>} */
function readStamps() {
  try {
    return /** @type {Partial<Record<Part, string>>} */ (JSON.parse(readFileSync(STAMPS, "utf8")));
  } catch {
    return {};
  }
}

/**
 * The parts that are missing or older than their inputs.
 * @returns {Part[]}
 */
function staleParts() {
  const stamps = readStamps();
  return PARTS.filter(
    (part) => stamps[part] !== stampOf(part) || !existsSync(join(DIST, OWN_FILES[part].result)),
  );
}

/** @param {string} configFile @param {string} outDir */
async function bundle(configFile, outDir) {
  const { build } = await import("vite");
  await build({
    root: ROOT,
    configFile: join(ROOT, configFile),
    logLevel: "warn",
    build: { outDir, emptyOutDir: true },
  });
}

async function buildPage() {
  const next = join(DIST, ".page-next");
  await bundle("vite.config.ts", next);
  rmSync(join(DIST, "page"), { recursive: true, force: true });
  renameSync(next, join(DIST, "page"));
}

async function buildCli() {
  const next = join(DIST, ".cli-next");
  await bundle("vite.cli.config.ts", next);
  for (const name of readdirSync(DIST)) if (/\.js(\.map)?$/.test(name)) rmSync(join(DIST, name));
  for (const name of readdirSync(next)) renameSync(join(next, name), join(DIST, name));
  rmSync(next, { recursive: true });
  writeFileSync(join(DIST, "vereda.js"), launcher(existsSync(join(DIST, "shim.js"))), { mode: 0o755 });
}

/**
 * Builds the given parts if they are stale.
 * @param {{ parts?: readonly Part[], force?: boolean, say?: (line: string) => void }} [options]
 * @returns {Promise<Part[]>} the parts that were built
 */
export async function buildIfStale({ parts = PARTS, force = false, say = () => undefined } = {}) {
  return withLock("build", async () => {
    mkdirSync(DIST, { recursive: true });
    const stale = force ? [...parts] : staleParts().filter((part) => parts.includes(part));
    for (const part of stale) {
      const began = performance.now();
      const stamp = stampOf(part);
      await (part === "page" ? buildPage() : buildCli());
      // taken before the build: a file edited meanwhile makes the part stale again
      writeFileSync(STAMPS, JSON.stringify({ ...readStamps(), [part]: stamp }, null, 2));
      say(`built ${OWN_FILES[part].result} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
    return stale;
  });
}

if (isMain(import.meta.url)) {
  const words = process.argv.slice(2);
  const named = PARTS.filter((part) => words.includes(part));
  const built = await buildIfStale({
    parts: named.length > 0 ? named : PARTS,
    force: words.includes("--force"),
    say: console.log,
  });
  if (built.length === 0) console.log("dist/ is up to date");
}
