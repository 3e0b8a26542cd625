/**
 * `npm run bench:sync`: how long it takes until another process has all records, and then ten changed ones, on its
 * disk; for Vereda and, in the same run, for others. What is measured and what is not: README.md beside this file.
 *
 *   node bench/sync.mjs [--json] [--quick] [--engine NAME]... [--records N]...
 */
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../scripts/npm.mjs";
import { ENGINES } from "./engines.mjs";
import { ensureRivals } from "./install.mjs";
import { measure } from "./measure.mjs";
import { table } from "./table.mjs";

const SIZES = [2000, 10_000];
const QUICK_SIZES = [500];
/** Ten records change, at ten places. */
const FEWEST_RECORDS = 10;

const say = (/** @type {string} */ line) => console.error(line);

/** What was asked for; a line for the person when it cannot be done. */
function readWish() {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      engine: { type: "string", multiple: true, default: [] },
      records: { type: "string", multiple: true, default: [] },
    },
  });
  const unknown = values.engine.find((name) => ENGINES.every((engine) => engine.name !== name));
  if (unknown !== undefined)
    throw new TypeError(`no engine "${unknown}": ${ENGINES.map(({ name }) => name).join(", ")}`);
  const given = values.records.map(Number);
  if (given.some((count) => !Number.isInteger(count) || count < FEWEST_RECORDS))
    throw new TypeError(`--records takes a whole number from ${FEWEST_RECORDS}`);
  const usual = values.quick ? QUICK_SIZES : SIZES;
  return {
    json: values.json,
    engines: ENGINES.filter(({ name }) => values.engine.length === 0 || values.engine.includes(name)),
    sizes: given.length > 0 ? given : usual,
  };
}

/** @param {readonly import("./engines.mjs").Engine[]} engines */
async function prepare(engines) {
  if (!ensureInstalled(say)) throw new Error("npm ci failed");
  if (engines.some(({ isRival }) => isRival) && !ensureRivals(say))
    throw new Error("npm ci in bench/ failed");
  // Vite is loaded with it, so only now.
  const { buildIfStale } = await import("../scripts/build.mjs");
  if (engines.some(({ isRival }) => !isRival)) await buildIfStale({ say });
}

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");

/** @param {ReturnType<typeof readWish>} wish */
async function run({ json, engines, sizes }) {
  await prepare(engines);
  const machine = `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? ""})`;
  const before = load();
  const measured = [];
  for (const records of sizes) {
    for (const engine of engines) {
      say(`${engine.name}: ${records} records ...`);
      const one = await measure(engine, records);
      measured.push(one);
      if (one.beside.note !== null) say(one.beside.note);
    }
  }
  if (measured.some(({ beside }) => beside.failed)) process.exitCode = 1;
  if (json) {
    console.log(JSON.stringify({ rows: measured.map(({ row }) => row) }));
    return;
  }
  console.log(table(measured));
  console.log(`\n${machine}; load before ${before}, after ${load()}`);
  for (const { beside } of measured) if (beside.note !== null) console.log(beside.note);
}

/** @returns {ReturnType<typeof readWish> | null} */
function wishOrAdvice() {
  try {
    return readWish();
  } catch (fault) {
    say(fault instanceof Error ? fault.message : String(fault));
    say("node bench/sync.mjs [--json] [--quick] [--engine NAME]... [--records N]...");
    return null;
  }
}

// peers and their folders go with the bench
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    say(`stopped by ${signal}`);
    process.exit(1);
  });

const wish = wishOrAdvice();
if (wish === null) process.exitCode = 2;
else await run(wish);
