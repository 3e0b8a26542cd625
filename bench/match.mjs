/**
 * `npm run bench:match`: how often a person is found by what somebody remembers of them, by Vereda and, in the same
 * run, by others. What is measured and what is not: README.md beside this file.
 *
 *   node bench/match.mjs [--json] [--quick] [--people N]... [--seed N]... [--set NAME]... [--engine NAME]...
 *                        [--queries N] [--slice N] [--absent SHARE] [--slow N] [--names FOLDER]
 */
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../scripts/npm.mjs";
import { ensureRivals } from "./install.mjs";
import { load, machine, NAMES, orAdvice, say, wholeNumber } from "./options.mjs";
import { rival } from "./rival.mjs";

/** @typedef {typeof import("./match/main.ts")} Bench */
/** @typedef {import("./match/main.ts").BenchWish} BenchWish */

/** No seed that weights are tuned on: those are 1 to 5. */
const SEED = 101;
const FEWEST_PEOPLE = 100;
const USAGE =
  "node bench/match.mjs [--json] [--quick] [--people N]... [--seed N]... [--set NAME]... [--engine NAME]... " +
  "[--queries N] [--slice N] [--absent SHARE] [--slow N] [--names FOLDER]";

/** @param {string} option @param {readonly string[]} given @param {readonly string[]} known */
function known(option, given, known) {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`no ${option} "${unknown}": ${known.join(", ")}`);
  return given;
}

/** @param {string} text */
function shareOf(text) {
  const share = Number(text);
  if (text === "" || !(share >= 0 && share < 1))
    throw new TypeError("--absent takes a share from 0, under 1");
  return share;
}

function readOptions() {
  return parseArgs({
    options: {
      json: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      people: { type: "string", multiple: true, default: [] },
      seed: { type: "string", multiple: true, default: [] },
      set: { type: "string", multiple: true, default: [] },
      engine: { type: "string", multiple: true, default: [] },
      queries: { type: "string" },
      slice: { type: "string" },
      absent: { type: "string", default: "0.5" },
      slow: { type: "string" },
      names: { type: "string" },
    },
  }).values;
}

/**
 * What was asked for; a line for the person when it cannot be done.
 * @param {ReturnType<typeof readOptions>} values
 * @param {Bench} bench
 * @returns {BenchWish}
 */
function readWish(values, bench) {
  const usual = values.quick
    ? { people: "2000", queries: "400", slice: "100", slow: "50" }
    : { people: "20000", queries: "1000", slice: "300", slow: "100" };
  const people = values.people.length > 0 ? values.people : [usual.people];
  const seeds = values.seed.length > 0 ? values.seed : [String(SEED)];
  return {
    names: resolve(values.names ?? NAMES),
    people: people.map((text) => wholeNumber("people", text, FEWEST_PEOPLE)),
    seeds: seeds.map((text) => wholeNumber("seed", text, 0)),
    sets: known("set", values.set, bench.SET_NAMES),
    engines: known("engine", values.engine, bench.ENGINE_NAMES),
    queries: wholeNumber("queries", values.queries ?? usual.queries, 2),
    perSlice: wholeNumber("slice", values.slice ?? usual.slice, 1),
    absent: shareOf(values.absent),
    mostOfSlow: wholeNumber("slow", values.slow ?? usual.slow, 1),
  };
}

/** @returns {Promise<Bench>} */
async function loadBench() {
  const { bundleProgram } = await import("../scripts/bundle.mjs");
  const program = await bundleProgram(fileURLToPath(new URL("./match/main.ts", import.meta.url)));
  return /** @type {Bench} */ (await import(pathToFileURL(program).href));
}

/** What is done so far, for whoever reads JSON. @type {import("./match/results.ts").SetResult[]} */
const sets = [];
const printSets = () => {
  console.log(JSON.stringify({ sets }));
};

/** @param {Bench} bench @param {BenchWish} wish @param {boolean} json */
async function run(bench, wish, json) {
  const before = load();
  for await (const result of bench.runBench(wish, { load: rival, say })) {
    sets.push(result);
    if (!json) console.log(`${bench.tables(result)}\n`);
  }
  if (json) printSets();
  else console.log(`${machine()}; load before ${before}, after ${load()}`);
}

// a server that was started for the bench goes with it; whole sets are not lost
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    if (values?.json === true) printSets();
    say(`stopped by ${signal}`);
    process.exit(1);
  });

const values = orAdvice(readOptions, USAGE);
if (values === null) process.exitCode = 2;
else {
  if (!ensureInstalled(say) || !ensureRivals(say)) throw new Error("npm ci failed");
  const bench = await loadBench();
  const wish = orAdvice(() => readWish(values, bench), USAGE);
  const missing = wish === null ? null : bench.missingNames(wish.names);
  if (missing !== null) say(missing);
  if (wish === null || missing !== null) process.exitCode = 2;
  else await run(bench, wish, values.json);
}
