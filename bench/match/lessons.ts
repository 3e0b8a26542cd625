/** Makes lessons of a set: asks the matcher whom it compares, and keeps what it compared. */
import { loadGazetteer } from "../../src/match/index.ts";
import { Matcher } from "../../src/match/matcher.ts";
import { scoreOf } from "../../src/match/comparison/posterior.ts";
import { WEIGHTS } from "../../src/match/comparison/weights.ts";
import { asked, searchable } from "./engines/vereda.ts";
import { type Lesson, rowsOf } from "./learn.ts";
import { BENCH_YEAR, type Query } from "./person.ts";
import type { BenchSet } from "./sets.ts";

/** The likeliest ones: the others together have next to no chance. */
const MOST_ROWS = 50;

function lessonOf(matcher: Matcher, query: Query): Lesson {
  const candidates = matcher
    .candidatesFor(asked(query), BENCH_YEAR)
    .map(({ id, compared: { features } }) => ({ id, features, score: scoreOf(features, WEIGHTS) }))
    .sort((a, b) => b.score - a.score);
  const place = candidates.findIndex(({ id }) => id === query.answer);
  const kept = candidates.slice(0, MOST_ROWS);
  if (place >= MOST_ROWS) kept[MOST_ROWS - 1] = candidates[place]!;
  const found = place < 0 ? "missed" : Math.min(place, MOST_ROWS - 1);
  return {
    rows: rowsOf(kept.map(({ features }) => features)),
    right: query.answer === null ? "absent" : found,
    prior: -Math.log(matcher.size),
  };
}

export async function lessonsOf({ people, queries }: BenchSet): Promise<readonly Lesson[]> {
  const matcher = new Matcher({ gazetteer: await loadGazetteer() });
  for (const person of people) matcher.add(person.id, searchable(person));
  return queries.map((query) => lessonOf(matcher, query));
}
