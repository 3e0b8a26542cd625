/**
 * `npm run bench:match-speed`: how long finding a person takes among so many, in Node and on the thread of a page
 * that is slowed as a phone is; for Vereda and, in the same run, for a rival. What is measured: README.md.
 *
 *   node bench/match-speed.mjs [--json] [--people N]... [--queries N] [--seed N] [--slowed N] [--names FOLDER]
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ensureChromium } from "../scripts/chromium.mjs";
import { ensureInstalled } from "../scripts/npm.mjs";
import { ensureRivals } from "./install.mjs";
import { load, machine, NAMES, orAdvice, say, wholeNumber } from "./options.mjs";

/**
 * @typedef {typeof import("./match/speed/main.ts")} Speed
 * @typedef {import("./match/speed/results.ts").Measured} Measured
 * @typedef {import("./match/speed/results.ts").SpeedResult} SpeedResult
 */

const USAGE =
  "node bench/match-speed.mjs [--json] [--people N]... [--queries N] [--seed N] [--slowed N] [--names FOLDER]";
const FEWEST_PEOPLE = 100;
const FEWEST_QUERIES = 2;
/** The rival is asked at most so many: a query of its takes long. */
const MOST_OF_RIVAL = 200;
const MAX_OUTPUT = 1 << 20;

function readOptions() {
  return parseArgs({
    options: {
      json: { type: "boolean", default: false },
      people: { type: "string", multiple: true, default: [] },
      queries: { type: "string", default: "1000" },
      seed: { type: "string", default: "101" },
      slowed: { type: "string", default: "6" },
      names: { type: "string", default: NAMES },
    },
  }).values;
}

/** What was asked for; a line for the person when it cannot be done. @param {ReturnType<typeof readOptions>} values */
function readWish(values) {
  const people = values.people.length > 0 ? values.people : ["100000"];
  return {
    json: values.json,
    people: people.map((text) => wholeNumber("people", text, FEWEST_PEOPLE)),
    queries: wholeNumber("queries", values.queries, FEWEST_QUERIES),
    seed: wholeNumber("seed", values.seed, 0),
    slowed: wholeNumber("slowed", values.slowed, 1),
    names: resolve(values.names),
  };
}

/** @typedef {ReturnType<typeof readWish>} Wish */

/** @param {URL} entry */
async function bundled(entry) {
  const { bundleProgram } = await import("../scripts/bundle.mjs");
  return bundleProgram(fileURLToPath(entry));
}

/** @param {string} program @param {readonly string[]} words @returns {Measured} */
function inProcess(program, words) {
  const path = fileURLToPath(new URL("./speed-process.mjs", import.meta.url));
  const args = ["--expose-gc", path, program, ...words];
  const text = execFileSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: MAX_OUTPUT,
  });
  return /** @type {Measured} */ (JSON.parse(text));
}

/** @param {Speed} speed @param {Wish} wish @param {number} people @returns {Promise<SpeedResult>} */
async function measure({ SPEED_ENGINES, writeSpeedSet }, wish, people) {
  const { slowed } = wish;
  const [own] = SPEED_ENGINES;
  const queries = (/** @type {string} */ engine) =>
    engine === own ? wish.queries : Math.min(MOST_OF_RIVAL, wish.queries);
  const folder = mkdtempSync(join(tmpdir(), "vereda-speed-"));
  try {
    say(`${people} people: making the set ...`);
    writeSpeedSet(folder, { ...wish, people });
    const program = await bundled(new URL("./match/speed/node.ts", import.meta.url));
    const node = SPEED_ENGINES.map((engine) => {
      say(`Node: ${engine} ...`);
      return inProcess(program, [folder, engine, String(queries(engine))]);
    });
    const chromium = ensureChromium(say);
    if (chromium === null) return { people, slowed, node, page: null, pageControlMs: null };
    const { measureInPage } = await import("./speed-page.mjs");
    const engines = SPEED_ENGINES;
    return {
      people,
      slowed,
      node,
      ...(await measureInPage({ program: chromium, folder, engines, queries, slowed })),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {Speed} speed @param {Wish} wish */
async function run(speed, wish) {
  const before = load();
  /** @type {SpeedResult[]} */
  const results = [];
  for (const people of wish.people) results.push(await measure(speed, wish, people));
  if (wish.json) {
    console.log(JSON.stringify({ results }));
    return;
  }
  for (const result of results) console.log(`${speed.speedTable(result)}\n`);
  console.log(`${machine()}; load before ${before}, after ${load()}`);
}

const values = orAdvice(readOptions, USAGE);
const wish = values === null ? null : orAdvice(() => readWish(values), USAGE);
if (wish === null) process.exitCode = 2;
else {
  if (!ensureInstalled(say) || !ensureRivals(say)) throw new Error("npm ci failed");
  const program = await bundled(new URL("./match/speed/main.ts", import.meta.url));
  const speed = /** @type {Speed} */ (await import(pathToFileURL(program).href));
  const missing = speed.missingNames(wish.names);
  if (missing === null) await run(speed, wish);
  else {
    say(missing);
    process.exitCode = 2;
  }
}
