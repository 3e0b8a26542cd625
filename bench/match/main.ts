/**
 * Makes the sets, asks every engine, gathers the results. ../match.mjs makes one file of this, and hands in what
 * loads the packages of the other engines.
 */
import type { EngineKind, LoadRival } from "./engine.ts";
import { ENGINES } from "./engines.ts";
import { errorsOf } from "./histogram.ts";
import { measure } from "./measure.ts";
import type { Proposals } from "./metrics.ts";
import { missingNames, readNameSources } from "./name-sources.ts";
import { tables, type SetResult } from "./results.ts";
import { type BenchSet, SETS, type SetWish } from "./sets.ts";

export interface BenchWish {
  readonly names: string;
  readonly people: readonly number[];
  readonly seeds: readonly number[];
  /** Names of sets and engines; all where none is named. */
  readonly sets: readonly string[];
  readonly engines: readonly string[];
  readonly queries: number;
  readonly perSlice: number;
  readonly absent: number;
  readonly mostOfSlow: number;
}

export interface Surroundings {
  readonly load: LoadRival;
  readonly say: (line: string) => void;
}

export const SET_NAMES: readonly string[] = Object.keys(SETS);
export const ENGINE_NAMES: readonly string[] = ENGINES.map(({ name }) => name);

const chosen = <T>(all: readonly T[], wanted: readonly string[], nameOf: (one: T) => string): readonly T[] =>
  all.filter((one) => wanted.length === 0 || wanted.includes(nameOf(one)));

interface Judging {
  readonly engines: readonly EngineKind[];
  readonly wish: BenchWish;
  readonly seed: number;
}

async function judge(
  set: BenchSet,
  { engines, wish, seed }: Judging,
  { load, say }: Surroundings,
): Promise<SetResult> {
  const rows: SetResult["rows"][number][] = [];
  const skipped: SetResult["skipped"][number][] = [];
  let propose: Proposals | null = null;
  for (const kind of engines) {
    say(`${set.name}, ${set.people.length} people: ${kind.name} ...`);
    const measured = await measure(kind, set, { mostOfSlow: wish.mostOfSlow, load });
    if (typeof measured === "string") skipped.push({ engine: kind.name, why: measured });
    else {
      rows.push(measured.row);
      propose ??= measured.propose;
    }
  }
  const { name, people, queries } = set;
  const errors = errorsOf(queries);
  return { name, people: people.length, queries: queries.length, seed, errors, rows, propose, skipped };
}

/** Every size, seed and set that was wished for, each as soon as it is done. The names must be there. */
export async function* runBench(wish: BenchWish, around: Surroundings): AsyncGenerator<SetResult> {
  const sources = readNameSources(wish.names);
  const engines = chosen(ENGINES, wish.engines, ({ name }) => name);
  const makers = chosen(Object.entries(SETS), wish.sets, ([name]) => name);
  for (const people of wish.people)
    for (const seed of wish.seeds)
      for (const [, make] of makers) {
        const { queries, perSlice, absent } = wish;
        const set = make(sources, { people, queries, perSlice, absent, seed } satisfies SetWish);
        yield await judge(set, { engines, wish, seed }, around);
      }
}

export { missingNames, tables };
