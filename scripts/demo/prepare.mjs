/**
 * What the demo and the screenshots need before they begin: packages, a build, and programs in TypeScript made
 * readable for Node 20. Only Node's own modules until the packages are there.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeAdvice } from "../announcement.mjs";
import { ensureInstalled } from "../npm.mjs";
import { ROOT } from "../project.mjs";

/**
 * Installs what is missing and builds what is stale.
 * @param {(line: string) => void} say
 * @returns {string | null} why it is not possible; null: all is there
 */
export function prepare(say) {
  const advice = nodeAdvice(process.versions.node);
  if (advice !== null) return advice;
  if (!ensureInstalled(say))
    return "No se pudieron instalar los paquetes. / The packages could not be installed.";
  // in a process of its own: this one stays, and the bundler is large
  const build = spawnSync(process.execPath, [join(ROOT, "scripts/build.mjs")], { stdio: ["ignore", 2, 2] });
  return build.status === 0 ? null : "No se pudo construir Vereda. / Vereda could not be built.";
}

/**
 * A folder of its own for houses that go when the program ends. Inside the project, so that what is copied
 * there finds the packages.
 * @param {string} name
 * @returns {string}
 */
export function makeRoot(name) {
  const parent = join(ROOT, ".vereda");
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  return mkdtempSync(join(parent, `${name}-`));
}

/**
 * Copies the build into the folder, so that a build made meanwhile does not pull the page from under the hubs.
 * @param {string} root
 * @returns {string} the path of the command line to start hubs with
 */
export function copyBuild(root) {
  const target = join(root, "program");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  const dist = join(ROOT, "dist");
  for (const name of readdirSync(dist)) {
    if (name === "page" || name.endsWith(".js"))
      cpSync(join(dist, name), join(target, name), { recursive: true });
  }
  return join(target, "vereda.js");
}

/**
 * Loads a module that is in TypeScript, or uses our doors. What a shelter runs is built by scripts/build.mjs.
 * @param {string} entry its path, from the project's folder
 * @returns {Promise<unknown>} rejects when it does not compile
 */
export async function loadModule(entry) {
  const { rolldown } = await import("rolldown");
  const name = `${basename(entry)}-${String(process.pid)}.mjs`;
  const file = join(ROOT, "node_modules/.cache/vereda-demo", name);
  const bundle = await rolldown({
    input: join(ROOT, entry),
    cwd: ROOT,
    platform: "node",
    // packages bring native files that must stay where they are; our own doors begin with `#`
    external: (id) => !/^[#./]/.test(id),
    logLevel: "warn",
  });
  try {
    await bundle.write({ file, format: "esm", codeSplitting: false });
    return await import(pathToFileURL(file).href);
  } finally {
    await bundle.close();
    rmSync(file, { force: true });
  }
}

/** Opens profiles on the disk. */
export const loadEngines = async () =>
  /** @type {typeof import("./engines.mjs")} */ (await loadModule("scripts/demo/engines.mjs"));
