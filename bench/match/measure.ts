/** One engine on one set: builds it, asks it, and tells how often it was right and how long it took. */
import { type EngineKind, LIMIT, type LoadRival, type Ranked } from "./engine.ts";
import {
  type Found,
  foundOf,
  type Judged,
  percentile,
  type Proposals,
  proposalsOf,
  type Rank,
} from "./metrics.ts";
import type { Query } from "./person.ts";
import type { BenchSet } from "./sets.ts";

/** A row of the table; what it says of speed is of this machine. */
export interface Row extends Found {
  readonly engine: string;
  /** Milliseconds of a query. */
  readonly p50: number;
  readonly p95: number;
  readonly buildSeconds: number;
  readonly slices: Readonly<Record<string, Found>>;
}

export interface Measured {
  readonly row: Row;
  /** Null: the engine tells no probability. */
  readonly propose: Proposals | null;
}

/** Fewer queries say nothing of a slice. */
const SMALLEST_SLICE = 20;

interface Asked {
  readonly query: Query;
  readonly rank: Rank;
  readonly ms: number;
  readonly hits: readonly Ranked[];
}

/** Every so manieth, so that slow engines are asked about all slices alike. */
export function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, at) => items[Math.floor(at * step)]!);
}

/** Queries that have each slice. */
function bySlice(asked: readonly Asked[]): ReadonlyMap<string, readonly Asked[]> {
  const found = new Map<string, Asked[]>();
  for (const one of asked)
    for (const slice of one.query.slices)
      if (found.get(slice)?.push(one) === undefined) found.set(slice, [one]);
  return found;
}

const slicesIn = (queries: readonly Query[]): number => new Set(queries.flatMap(({ slices }) => slices)).size;

const judgedOf = ({ query, hits }: Asked): Judged => {
  const [first] = hits;
  return {
    present: query.answer !== null,
    best:
      first === undefined ? null : { right: first.id === query.answer, probability: first.probability ?? 0 },
    proposed: hits.filter(({ proposed }) => proposed === true).map(({ id }) => id === query.answer),
  };
};

/** Queries that only warm the engine up. */
const WARM_UP = 5;

export interface MeasureWish {
  /** Queries of a set, or of each of its slices, that a slow engine is asked at most. */
  readonly mostOfSlow: number;
  readonly load: LoadRival;
}

/** A line instead: why it did not run. */
export async function measure(
  kind: EngineKind,
  set: BenchSet,
  wish: MeasureWish,
): Promise<Measured | string> {
  const engine = await kind.create(wish.load);
  if ("skipped" in engine) return engine.skipped;
  try {
    const began = performance.now();
    await engine.build(set.people);
    const buildSeconds = (performance.now() - began) / 1000;
    const useful = set.queries.filter(({ answer }) => answer !== null || kind.tellsProbability);
    const most = wish.mostOfSlow * (set.isSliced ? slicesIn(useful) : 1);
    const queries = kind.isSlow ? spread(useful, most) : useful;
    for (const query of queries.slice(0, WARM_UP)) await engine.search(query);
    const asked: Asked[] = [];
    for (const query of queries) {
      const start = performance.now();
      const hits = (await engine.search(query)).slice(0, LIMIT);
      const ms = performance.now() - start;
      const at = hits.findIndex(({ id }) => id === query.answer);
      asked.push({ query, hits, ms, rank: at < 0 ? null : at + 1 });
    }
    const present = asked.filter(({ query }) => query.answer !== null);
    const slices = [...bySlice(present)]
      .filter(([, some]) => some.length >= SMALLEST_SLICE)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([slice, some]) => [slice, foundOf(some.map(({ rank }) => rank))] as const);
    const times = asked.map(({ ms }) => ms);
    return {
      row: {
        engine: kind.name,
        ...foundOf(present.map(({ rank }) => rank)),
        p50: percentile(times, 0.5),
        p95: percentile(times, 0.95),
        buildSeconds,
        slices: Object.fromEntries(slices),
      },
      propose: kind.tellsProbability ? proposalsOf(asked.map(judgedOf)) : null,
    };
  } finally {
    await engine.close?.();
  }
}
