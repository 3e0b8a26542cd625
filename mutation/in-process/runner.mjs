/**
 * A test runner for Stryker that keeps one process: what is tested is bundled and loaded once, and the tests that
 * reach a change are run with it switched on. Vitest would load everything anew for each change, which takes ten
 * times as long as the tests. A change of what runs while a file loads gets a process of its own (Stryker sees to it).
 */
import { pathToFileURL } from "node:url";
import { bundleTests } from "./bundle.mjs";
import { chainOf, collect, collected } from "./suite.mjs";

/**
 * @typedef {import("./suite.mjs").Test} Test
 * @typedef {import("./suite.mjs").Suite} Suite
 * @typedef {{ warm: () => Promise<void> }} Warm
 * @typedef {{ id: string, name: string, timeSpentMs: number, status: number, failureMessage?: string }} Result
 * @typedef {{ static: Record<string, number>, perTest: Record<string, Record<string, number>> }} Coverage
 * @typedef {{
 *   activeMutant?: string | undefined, currentTestId?: string | undefined,
 *   hitCount?: number | undefined, hitLimit?: number | undefined, mutantCoverage?: Coverage,
 * }} Switchboard
 * @typedef {{ activeMutant: { id: string }, mutantActivation: "static" | "runtime", testFilter?: string[], hitLimit?: number }} Mutation
 */

const [PASSED, FAILED] = [0, 1];
const NAMESPACE = "__stryker__";
/** Stryker lets a change be reached a hundred times as often as without it before it takes it for an endless loop. */
const HASTE = 10;
/** So many changes are noticed from one look whether the process is still sound to the next. */
const CONFIRM_EACH = 10;
const SET_UP = "set up of ";

const tests = (process.env["VEREDA_MUTATION_TESTS"] ?? "").split(",");
/** A module that is loaded first; what its `warm` does is done once for all changes. */
const warm = process.env["VEREDA_MUTATION_WARM"] ?? "";

/** @type {Switchboard} */
const switchboard = Reflect.get(globalThis, NAMESPACE) ?? {};
Reflect.set(globalThis, NAMESPACE, switchboard);

class InProcessRunner {
  /** @type {string | null} why the tests could not be loaded */
  #broken = null;
  #loaded = false;
  /** @type {string[]} */
  #modules = [];
  #kills = 0;
  /** How many changes each test noticed: who noticed much is asked first. @type {Map<string, number>} */
  #noticed = new Map();
  /** @type {Map<string, number>} */
  #times = new Map();

  capabilities = () => ({ reloadEnvironment: false });

  async init() {
    const entries = warm === "" ? tests : [warm, ...tests];
    this.#modules = await bundleTests({ root: process.cwd(), entries, simulated: warm !== "" });
  }

  async #load() {
    if (this.#loaded) return;
    this.#loaded = true;
    try {
      const modules = this.#modules.map((path) => pathToFileURL(path).href);
      const first = warm === "" ? null : /** @type {Warm} */ (await import(modules.shift() ?? ""));
      for (const [index, file] of tests.entries()) await collect(file, () => import(modules[index] ?? ""));
      switchboard.currentTestId = SET_UP;
      await first?.warm();
    } catch (error) {
      this.#broken = String(error);
    }
    switchboard.currentTestId = undefined;
  }

  async dryRun() {
    await this.#load();
    if (this.#broken !== null) return { status: "error", errorMessage: this.#broken };
    const tests = await this.#run(collected, false);
    spreadSetUp(tests);
    for (const { id, timeSpentMs } of tests) this.#times.set(id, timeSpentMs);
    return { status: "complete", tests, mutantCoverage: switchboard.mutantCoverage };
  }

  /** @param {Mutation} mutation */
  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit: most }) {
    const hitLimit = most === undefined ? undefined : most / HASTE;
    if (mutantActivation === "static") switchboard.activeMutant = activeMutant.id;
    await this.#load();
    if (this.#broken !== null) return killed("loading", this.#broken, 0);
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const tests = collected.filter(({ id }) => wanted?.has(id) ?? true);
    Object.assign(switchboard, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const results = await this.#run(this.#inOrder(tests), true);
    const hits = switchboard.hitCount ?? 0;
    Object.assign(switchboard, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    if (hitLimit !== undefined && hits > hitLimit) return { status: "timeout", reason: "hit limit" };
    const failed = results.find(({ status }) => status === FAILED);
    if (failed === undefined) return { status: "survived", nrOfTests: results.length };
    this.#noticed.set(failed.id, (this.#noticed.get(failed.id) ?? 0) + 1);
    this.#kills += 1;
    if (mutantActivation === "runtime" && this.#kills % CONFIRM_EACH === 0) await this.#confirm(failed.id);
    return killed(failed.id, failed.failureMessage ?? "", results.length);
  }

  /**
   * Whether the test goes through again with the change switched off: else the change left something behind, and
   * what is noticed next proves nothing. Stryker tries a rejected run again, in a new process.
   * @param {string} id
   */
  async #confirm(id) {
    const [result] = await this.#run(
      collected.filter((test) => test.id === id),
      true,
    );
    if (result?.status !== PASSED) throw new Error(`a change left something behind: ${id}`);
  }

  /** @param {readonly Test[]} tests */
  #inOrder(tests) {
    const worth = (/** @type {Test} */ { id }) =>
      (1 + (this.#noticed.get(id) ?? 0)) / (1 + (this.#times.get(id) ?? 100));
    return [...tests].sort((a, b) => worth(b) - worth(a));
  }

  /** @param {readonly Test[]} tests @param {boolean} bail */
  async #run(tests, bail) {
    /** @type {Map<Suite, Promise<unknown>>} */
    const ready = new Map();
    /** @type {Result[]} */
    const results = [];
    for (const test of tests) {
      results.push(await runOne(test, ready));
      if (bail && results.at(-1)?.status === FAILED) break;
    }
    return results;
  }
}

/** @param {string} killedBy @param {string} failureMessage @param {number} nrOfTests */
const killed = (killedBy, failureMessage, nrOfTests) => ({
  status: "killed",
  killedBy: [killedBy],
  failureMessage,
  nrOfTests,
});

const setUpOf = (/** @type {Suite} */ { file, name }) => `${SET_UP}${file} ${name}`;

/** @param {Test} test @param {Map<Suite, Promise<unknown>>} ready @returns {Promise<Result>} */
async function runOne({ id, name, suite, body }, ready) {
  const start = performance.now();
  const chain = chainOf(suite);
  /** @type {{ status: number, failureMessage?: string }} */
  let outcome = { status: PASSED };
  try {
    for (const one of chain) {
      switchboard.currentTestId = setUpOf(one);
      if (!ready.has(one)) ready.set(one, inTurn(one.before));
      await ready.get(one);
    }
    switchboard.currentTestId = id;
    await inTurn(chain.flatMap(({ each }) => each));
    await body();
    await inTurn(chain.flatMap(({ after }) => after));
  } catch (error) {
    outcome = { status: FAILED, failureMessage: String(error) };
  }
  switchboard.currentTestId = undefined;
  return { id, name, timeSpentMs: Math.ceil(performance.now() - start), ...outcome };
}

/** @param {readonly (() => unknown)[]} steps */
async function inTurn(steps) {
  for (const step of steps) await step();
}

/** What is set up for several tests is reached by each of them. @param {readonly Result[]} tests */
function spreadSetUp(tests) {
  const perTest = switchboard.mutantCoverage?.perTest ?? {};
  for (const { id } of tests) {
    const suite = collected.find((one) => one.id === id)?.suite ?? null;
    for (const one of chainOf(suite))
      for (const [mutant, hits] of Object.entries(perTest[setUpOf(one)] ?? {})) {
        const reached = (perTest[id] ??= {});
        reached[mutant] = (reached[mutant] ?? 0) + hits;
      }
  }
  for (const key of Object.keys(perTest)) if (key.startsWith(SET_UP)) Reflect.deleteProperty(perTest, key);
}

/** @public Stryker looks for this name */
export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", injectableClass: InProcessRunner }];
