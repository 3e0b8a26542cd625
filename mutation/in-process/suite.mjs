/**
 * The few words of Vitest that the tests of crypto/ and sync/membership use, for a runner that keeps one process:
 * the tests are collected once, and run again for each change of the code (runner.mjs).
 */
import * as fastCheck from "fast-check";
import { expect } from "./expect.mjs";

/**
 * @typedef {() => unknown} Step
 * @typedef {{ numRuns?: number }} Runs
 * @typedef {{ name: string, file: string, parent: Suite | null, before: Step[], each: Step[], after: Step[] }} Suite
 * @typedef {{ id: string, name: string, file: string, suite: Suite, body: Step }} Test
 */

/** Random inputs of one test, at most: the same ones each time. */
const RUNS = Number(process.env["VEREDA_RUNS"] ?? 60);
const SEED = Number(process.env["VEREDA_SEED"] ?? 20261122);

/** @type {Test[]} */
export const collected = [];
/** @type {Suite} */
let current = suiteOf("", "", null);

/** @param {string} name @param {string} file @param {Suite | null} parent @returns {Suite} */
function suiteOf(name, file, parent) {
  return { name, file, parent, before: [], each: [], after: [] };
}

/** Collects what a test file says. @param {string} file @param {() => Promise<unknown>} load */
export async function collect(file, load) {
  current = suiteOf("", file, null);
  await load();
}

/** @param {string} name @param {() => void} body */
export function describe(name, body) {
  const outer = current;
  current = suiteOf(name, outer.file, outer);
  body();
  current = outer;
}

/** @param {Suite | null} suite @returns {Suite[]} */
export const chainOf = (suite) => (suite === null ? [] : [...chainOf(suite.parent), suite]);

/** @param {string} name @param {...unknown} rest */
export function test(name, ...rest) {
  const body = /** @type {Step} */ (rest.find((one) => typeof one === "function"));
  const full = [...chainOf(current).map((suite) => suite.name), name].join(" ").trim();
  const same = collected.filter((one) => one.file === current.file && one.name === full).length;
  const id = `${current.file}#${full}${same === 0 ? "" : ` (${String(same)})`}`;
  collected.push({ id, name: full, file: current.file, suite: current, body });
}

/** One test, or suite, for each row. @param {(name: string, body: (...row: unknown[]) => unknown) => void} make */
const forEach = (make) => (/** @type {readonly unknown[]} */ rows) => {
  return (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ body) => {
    rows.forEach((row, index) => {
      const args = Array.isArray(row) ? /** @type {unknown[]} */ (row) : [row];
      make(`${name} [${String(index)}]`, () => body(...args));
    });
  };
};

test.each = forEach(test);
describe.each = forEach(/** @type {never} */ (describe));
test.prop =
  (/** @type {[fastCheck.Arbitrary<unknown>]} */ inputs, /** @type {Runs} */ options = {}) =>
  (/** @type {string} */ name, /** @type {(...values: unknown[]) => unknown} */ body) => {
    const property = fastCheck.asyncProperty(
      ...inputs,
      async (/** @type {unknown[]} */ ...values) => (await body(...values)) !== false,
    );
    test(name, () => assert(property, options));
  };

/** As fast-check's own, with few runs and one seed. @param {fastCheck.IAsyncProperty<unknown>} property @param {Runs} options */
const assert = (property, options = {}) =>
  fastCheck.assert(property, { ...options, seed: SEED, numRuns: Math.min(options.numRuns ?? RUNS, RUNS) });

export const fc = { ...fastCheck, assert };

/** @param {Step} step */
export const beforeAll = (step) => void current.before.push(step);
/** @param {Step} step */
export const beforeEach = (step) => void current.each.push(step);
/** @param {Step} step */
export const afterEach = (step) => void current.after.push(step);

export { expect };
