/**
 * `npm start`: from a fresh copy of the project to a hub that serves the page. Installs and builds only what is
 * missing or stale, so that a second start touches no network. What follows `--` goes to the hub:
 *
 *   npm start -- --port 8080 --data /srv/vereda
 */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { announcement, nodeAdvice } from "./announcement.mjs";
import { ensureInstalled } from "./npm.mjs";
import { ROOT } from "./project.mjs";

const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/** @param {string} line @returns {never} */
function giveUp(line) {
  say(line);
  process.exit(1);
}

/** In a process of its own: this one stays as long as the hub runs, and the bundler is large. */
function build() {
  const run = spawnSync(process.execPath, [join(ROOT, "scripts/build.mjs")], { stdio: ["ignore", 2, 2] });
  return run.status === 0;
}

/** Starts the hub; ends with its exit code. */
function runHub() {
  const hub = spawn(process.execPath, [join(ROOT, "dist/vereda.js"), "hub", ...process.argv.slice(2)], {
    stdio: ["inherit", "pipe", "inherit"],
  });
  let first = true;
  createInterface({ input: hub.stdout }).on("line", (line) => {
    process.stdout.write(`${first ? announcement(line) : line}\n`);
    first = false;
  });
  // at a terminal Ctrl+C reaches the hub by itself; we stay until it has closed its store
  process.on("SIGINT", () => process.stdin.isTTY || hub.kill("SIGINT"));
  process.on("SIGTERM", () => hub.kill("SIGTERM"));
  hub.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 0 : 1)));
}

const advice = nodeAdvice(process.versions.node);
if (advice !== null) giveUp(advice);
if (!ensureInstalled(say)) {
  giveUp(
    "No se pudieron instalar los paquetes: revise la conexión y repita npm start.\n" +
      "The packages could not be installed: check the connection and run npm start again.",
  );
}
if (!build())
  giveUp(
    "No se pudo construir Vereda; arriba dice por qué.\nVereda could not be built; the reason is above.",
  );
runHub();
