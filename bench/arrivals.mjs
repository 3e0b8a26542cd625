/**
 * `npm run bench:arrivals`: how long a volunteer waits at the door. 600 arrivals through the engine's own `add`, one after
 * the other, with a store in memory. Prints one JSON object: the middle, the 95th percentile and the longest, in
 * milliseconds. What is measured: README.md.
 */
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleProgram } from "../scripts/bundle.mjs";
import { load, machine, say } from "./options.mjs";

const ARRIVALS = 600;

const program = await bundleProgram(fileURLToPath(new URL("./arrivals-program.ts", import.meta.url)));
const { measureArrivals } = /** @type {typeof import("./arrivals-program.ts")} */ (
  await import(pathToFileURL(program).href)
);
const before = load();
const sorted = (await measureArrivals(ARRIVALS)).toSorted((one, other) => one - other);
/** What this share of them did not exceed. @param {number} share */
const within = (share) => Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10;
console.log(
  JSON.stringify({ arrivals: sorted.length, p50: within(0.5), p95: within(0.95), longest: within(1) }),
);
say(`${machine()}; load before ${before}, after ${load()}`);
