/** What a search engine is to the bench: it takes people in, and answers a query with people, best first. */
import type { Person, Query } from "./person.ts";

export interface Ranked {
  readonly id: string;
  readonly score: number;
  /** That it is the same person; only of engines that say so. */
  readonly probability?: number;
  /** The engine would propose it unasked. */
  readonly proposed?: boolean;
}

type Awaitable<T> = T | Promise<T>;

export interface SearchEngine {
  readonly name: string;
  /** Takes people in; once, but for engines that are timed with people who arrive (speed/trial.ts). */
  readonly build: (people: readonly Person[]) => Awaitable<void>;
  /** At most `LIMIT`, best first. */
  readonly search: (query: Query) => Awaitable<readonly Ranked[]>;
  readonly close?: () => Awaitable<void>;
}

/** Answers that are asked for. */
export const LIMIT = 10;

/** Loads a package that only the bench needs, by its name. */
export type LoadRival = (name: string) => Promise<unknown>;

/** Why an engine cannot run here. */
export interface Skipped {
  readonly skipped: string;
}

export interface EngineKind {
  readonly name: string;
  /** Whether its answers have a probability, so that proposals can be judged. */
  readonly tellsProbability: boolean;
  /** So slow that it is asked only some of the queries, evenly spread. */
  readonly isSlow: boolean;
  readonly create: (load: LoadRival) => Awaitable<SearchEngine | Skipped>;
}

export const kindOf = (
  name: string,
  create: EngineKind["create"],
  more: Partial<EngineKind> = {},
): EngineKind => ({ name, tellsProbability: false, isSlow: false, create, ...more });

/** The best of these, highest score first; ties as they come. */
export function best(scored: Iterable<Ranked>, limit = LIMIT): readonly Ranked[] {
  return [...scored].sort((a, b) => b.score - a.score).slice(0, limit);
}
