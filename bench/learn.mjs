/**
 * `npm run learn:match`: learns how much each thing that is compared counts, from the tuning sets of the bench, and
 * writes src/match/comparison/weights.ts. Begins with the weights that stand there. How: bench/README.md.
 *
 *   node bench/learn.mjs [--quick] [--rounds N] [--seed N]... [--names FOLDER] [--out FILE]
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../scripts/npm.mjs";
import { ROOT } from "../scripts/project.mjs";
import { load, machine, NAMES, orAdvice, say, wholeNumber } from "./options.mjs";

/** @typedef {typeof import("./match/learn-main.ts")} Learning */

const WEIGHTS_FILE = join(ROOT, "src/match/comparison/weights.ts");
const ROUNDS = "250";
const USAGE = "node bench/learn.mjs [--quick] [--rounds N] [--seed N]... [--names FOLDER] [--out FILE]";

function readOptions() {
  return parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      rounds: { type: "string", default: ROUNDS },
      seed: { type: "string", multiple: true, default: [] },
      names: { type: "string", default: NAMES },
      out: { type: "string" },
    },
  }).values;
}

/**
 * What was asked for; a line for the person when it cannot be done.
 * @param {ReturnType<typeof readOptions>} values
 * @param {Learning} learning
 */
function readWish(values, { SEEDS }) {
  const seeds = values.seed.map((text) => wholeNumber("seed", text, 0));
  const other = seeds.find((seed) => !SEEDS.includes(seed));
  if (other !== undefined)
    throw new TypeError(
      `no seed ${other}: weights are learned on ${SEEDS.join(", ")}, figures reported on others`,
    );
  return {
    names: resolve(values.names),
    rounds: wholeNumber("rounds", values.rounds, 1),
    seeds,
    isQuick: values.quick,
    say,
  };
}

/** @returns {Promise<Learning>} */
async function loadLearning() {
  const { bundleProgram } = await import("../scripts/bundle.mjs");
  const program = await bundleProgram(fileURLToPath(new URL("./match/learn-main.ts", import.meta.url)));
  return /** @type {Learning} */ (await import(pathToFileURL(program).href));
}

/** A quick run is for seeing that it works: what it learns is kept only where it is told. @param {ReturnType<typeof readOptions>} values */
function fileOf({ quick, out }) {
  if (out !== undefined) return resolve(out);
  return quick ? null : WEIGHTS_FILE;
}

/** @param {Learning} learning @param {ReturnType<typeof readWish>} wish @param {string | null} file */
async function run(learning, wish, file) {
  const before = load();
  const began = performance.now();
  const text = await learning.learnMatch(wish);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  if (file === null) console.log(text);
  else {
    writeFileSync(file, text);
    say(`written: ${file}`);
  }
  say(`${seconds} s; ${machine()}; load before ${before}, after ${load()}`);
}

const values = orAdvice(readOptions, USAGE);
if (values === null) process.exitCode = 2;
else {
  if (!ensureInstalled(say)) throw new Error("npm ci failed");
  const learning = await loadLearning();
  const wish = orAdvice(() => readWish(values, learning), USAGE);
  const missing = wish === null ? null : learning.missingNames(wish.names);
  if (missing !== null) say(missing);
  if (wish === null || missing !== null) process.exitCode = 2;
  else await run(learning, wish, fileOf(values));
}
