/**
 * Fuzzes one target in this thread. Whoever watches is told of each input before it is given, so that one
 * which never comes back is known. Growth is what is held after a collection, not what passes through.
 */
import { setImmediate as turn } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import { type Ground, mutant } from "./mutate.ts";
import { createChance, type Chance } from "../support/chance.ts";
import { type Target, WronglyTaken } from "./target.ts";

export type FailureKind = "refused-its-own" | "threw" | "wrongly-taken" | "slow" | "hung" | "grew" | "died";

export interface Failure {
  readonly target: string;
  readonly kind: FailureKind;
  readonly detail: string;
  /** Hex. Where memory grew over many inputs, the last one. */
  readonly input: string;
}

export interface Outcome {
  readonly target: string;
  readonly runs: number;
  /** Of the mutated inputs; the seeds are not counted. */
  readonly taken: number;
  readonly slowestMs: number;
  readonly grownBytes: number;
  readonly peakBytes: number;
  readonly ms: number;
}

export interface Limits {
  /** One input may take this long at most, at its best of three tries. */
  readonly slowMs: number;
  /** What may be held more at the end of a target than after its first tenth. */
  readonly growthBytes: number;
  /** What may be in memory at any time, collected or not. */
  readonly peakBytes: number;
}

export interface Wish {
  readonly runs: number;
  readonly seed: string;
  readonly limits: Limits;
}

export interface Watcher {
  /** Called before each input. */
  readonly about: (input: Uint8Array) => void;
  readonly failed: (failure: Failure) => void;
}

/** A decoder that fails this often has been found out. */
const MOST_FAILURES = 3;
/** Mutated inputs that were taken become ground for more; old ones make room. */
const MOST_GROWN = 200;
/** Longer ones would slow the rest down, and what is kept here would count as grown. */
const MOST_GROWN_BYTES = 8192;
const MEASURE_EVERY = 64;

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

function inMemory(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

/** What is held after a collection, and after the turn in which buffers outside the heap are given back. */
async function held(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error("start Node with --expose-gc");
  globalThis.gc();
  await turn();
  globalThis.gc();
  return inMemory();
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

class Fuzzing {
  readonly #target: Target;
  readonly #wish: Wish;
  readonly #watcher: Watcher;
  failures = 0;
  taken = 0;
  slowestMs = 0;
  peak = 0;

  constructor(target: Target, wish: Wish, watcher: Watcher) {
    this.#target = target;
    this.#wish = wish;
    this.#watcher = watcher;
  }

  fail(kind: FailureKind, detail: string, input: Uint8Array): void {
    this.failures += 1;
    this.#watcher.failed({ target: this.#target.name, kind, detail, input: toHex(input) });
  }

  /** Whether the input was taken; null where that went wrong, which has been told. */
  async give(input: Uint8Array): Promise<boolean | null> {
    this.#watcher.about(input);
    try {
      const answer = this.#target.take(input);
      return typeof answer === "boolean" ? answer : await answer;
    } catch (error) {
      this.fail(error instanceof WronglyTaken ? "wrongly-taken" : "threw", describe(error), input);
      return null;
    }
  }

  async timed(input: Uint8Array): Promise<boolean | null> {
    const began = performance.now();
    const taken = await this.give(input);
    const ms = performance.now() - began;
    if (ms > this.#wish.limits.slowMs && taken !== null) await this.#confirmSlow(input, ms);
    else this.slowestMs = Math.max(this.slowestMs, ms);
    return taken;
  }

  /** Another process may have had the machine: slow is what is slow three times. */
  async #confirmSlow(input: Uint8Array, first: number): Promise<void> {
    let best = first;
    for (let tries = 0; tries < 2; tries++) {
      const began = performance.now();
      await this.give(input);
      best = Math.min(best, performance.now() - began);
    }
    this.slowestMs = Math.max(this.slowestMs, best);
    if (best > this.#wish.limits.slowMs) this.fail("slow", `${best.toFixed(0)} ms at its best`, input);
  }

  async watchMemory(input: Uint8Array): Promise<void> {
    const now = inMemory();
    this.peak = Math.max(this.peak, now);
    const { peakBytes } = this.#wish.limits;
    if (now > peakBytes && (await held()) > peakBytes) this.fail("grew", `${now} bytes in memory`, input);
  }
}

/** Behind the seeds, or in the place of one that was put there before. */
const placeIn = (pool: readonly Uint8Array[], seeds: number, prng: Chance): number =>
  pool.length < seeds + MOST_GROWN ? pool.length : seeds + prng.below(MOST_GROWN);

/** Gives the seeds, then `runs` mutated inputs, until enough has failed. */
export async function runTarget(target: Target, wish: Wish, watcher: Watcher): Promise<Outcome> {
  const began = performance.now();
  const fuzzing = new Fuzzing(target, wish, watcher);
  const seeds = await target.seeds();
  for (const seed of seeds)
    if ((await fuzzing.give(seed)) === false)
      fuzzing.fail("refused-its-own", "a valid encoding was not taken", seed);
  const prng = createChance(`${wish.seed}/${target.name}`, "fuzz");
  const pool: Uint8Array[] = [...seeds];
  const ground: Ground = { prng, pool, words: target.words ?? [] };
  const warm = Math.floor(wish.runs / 10);
  let heldBefore = await held();
  let runs = 0;
  let input: Uint8Array = new Uint8Array(0);
  for (; runs < wish.runs && fuzzing.failures < MOST_FAILURES; runs++) {
    if (runs === warm) heldBefore = await held();
    input = mutant(ground);
    if (target.repair !== undefined && prng.below(2) === 0) input = target.repair(input);
    if ((await fuzzing.timed(input)) === true) {
      fuzzing.taken += 1;
      if (input.length <= MOST_GROWN_BYTES) pool[placeIn(pool, seeds.length, prng)] = input;
    }
    if (runs % MEASURE_EVERY !== 0) continue;
    await fuzzing.watchMemory(input);
    // finalizers run between turns, as they do where decoders are used
    await turn();
  }
  const grownBytes = Math.max(0, (await held()) - heldBefore);
  if (grownBytes > wish.limits.growthBytes)
    fuzzing.fail("grew", `${grownBytes} bytes are held that were not held before`, input);
  const { taken, slowestMs, peak } = fuzzing;
  const ms = performance.now() - began;
  return { target: target.name, runs, taken, slowestMs, grownBytes, peakBytes: peak, ms };
}
