/**
 * One engine timed: how long until everybody is in it, how long a query takes, how long until one who arrives can be
 * found. The same in Node and in a page. People and queries come as JSON text, so that what an engine keeps of them
 * is its own.
 */
import type { LoadRival } from "../engine.ts";
import { minisearchTown } from "../engines/minisearch.ts";
import { vereda } from "../engines/vereda.ts";
import { percentile } from "../metrics.ts";
import { spread } from "../measure.ts";
import type { Person, Query } from "../person.ts";

/** Vereda, and what stood in its place before. */
const KINDS = [vereda, minisearchTown] as const;
export const SPEED_ENGINES: readonly string[] = KINDS.map(({ name }) => name);

/** Milliseconds. */
export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

export const timesOf = (times: readonly number[]): Times => ({
  count: times.length,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  most: Math.max(0, ...times),
});

/** The steps are gone in this order. */
export interface Trial {
  /** Seconds until everybody is in, the engine's own tables included; reading the text is not counted. */
  readonly build: (people: string) => Promise<number>;
  /** At most so many of the queries, evenly spread. */
  readonly ask: (queries: string, most: number) => Promise<Times>;
  /** One person after another. */
  readonly arrive: (people: string) => Promise<Times>;
}

/** Queries that only warm the engine up. */
const WARM_UP = 20;

async function timed(run: () => unknown): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

async function timesOfAll<T>(items: readonly T[], run: (item: T) => unknown): Promise<Times> {
  const times: number[] = [];
  for (const item of items) times.push(await timed(() => run(item)));
  return timesOf(times);
}

export async function openTrial(name: string, load: LoadRival): Promise<Trial> {
  const kind = KINDS.find((one) => one.name === name);
  if (kind === undefined) throw new TypeError(`no engine "${name}": ${SPEED_ENGINES.join(", ")}`);
  const began = performance.now();
  const engine = await kind.create(load);
  const creating = performance.now() - began;
  if ("skipped" in engine) throw new Error(engine.skipped);
  return {
    async build(text) {
      const people = JSON.parse(text) as readonly Person[];
      return (creating + (await timed(() => engine.build(people)))) / 1000;
    },
    async ask(text, most) {
      const queries = spread(JSON.parse(text) as readonly Query[], most);
      for (const query of queries.slice(0, WARM_UP)) await engine.search(query);
      return timesOfAll(queries, (query) => engine.search(query));
    },
    arrive: (text) => timesOfAll(JSON.parse(text) as readonly Person[], (person) => engine.build([person])),
  };
}

const STEPS = 20_000_000;

/** Milliseconds of fixed arithmetic (xorshift): how fast the machine is just now. */
export function control(): number {
  const began = performance.now();
  let state = 2463534242;
  for (let step = 0; step < STEPS; step += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
  }
  // its use keeps the loop from being taken out
  return state === 0 ? Number.NaN : performance.now() - began;
}
