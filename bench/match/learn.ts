/**
 * Learns how much each thing that is compared counts: maximum likelihood of the explanations of `posterior.ts` (a
 * conditional logit), over questions whose answer is known, with a pull towards the weights that it began with.
 * Seeds 1 to 5 only: what is reported is of others.
 */
import { FEATURE_COUNT, F } from "../../src/match/features.ts";
import { Matcher } from "../../src/match/matcher.ts";
import { loadGazetteer } from "../../src/match/index.ts";
import { scoreOf } from "../../src/match/posterior.ts";
import { WEIGHTS } from "../../src/match/weights.ts";
import { asked, searchable } from "./engines/vereda.ts";
import { BENCH_YEAR } from "./person.ts";
import type { BenchSet } from "./sets.ts";

/** One question: the features of each candidate, a row each. */
export interface Lesson {
  readonly rows: Float32Array;
  readonly count: number;
  /** The row of the person who is meant; -1: not here. */
  readonly right: number;
  readonly prior: number;
}

const MOST_ROWS = 50;
const FAMILY = F.family;

export async function lessonsOf(
  set: BenchSet,
): Promise<{ readonly lessons: readonly Lesson[]; readonly missed: number }> {
  const matcher = new Matcher({ gazetteer: await loadGazetteer() });
  for (const person of set.people) matcher.add(person.id, searchable(person));
  const lessons: Lesson[] = [];
  let missed = 0;
  for (const query of set.queries) {
    const candidates = matcher
      .candidatesFor(asked(query), BENCH_YEAR)
      .map((one) => ({ ...one, score: scoreOf(one.compared.features, WEIGHTS) }))
      .sort((a, b) => b.score - a.score);
    const place = candidates.findIndex(({ id }) => id === query.answer);
    if (query.answer !== null && place < 0) {
      missed += 1;
      continue;
    }
    const kept = candidates.slice(0, MOST_ROWS);
    if (place >= MOST_ROWS) kept[MOST_ROWS - 1] = candidates[place]!;
    const rows = new Float32Array(kept.length * FEATURE_COUNT);
    for (const [at, { compared }] of kept.entries()) rows.set(compared.features, at * FEATURE_COUNT);
    const right = query.answer === null ? -1 : Math.min(place, MOST_ROWS - 1);
    lessons.push({ rows, count: kept.length, right, prior: -Math.log(set.people.length) });
  }
  return { lessons, missed };
}

/** Adds the slope of one question's log likelihood; returns the likelihood. */
function slopeOf({ rows, count, right, prior }: Lesson, weights: Float64Array, slope: Float64Array): number {
  const same = new Float64Array(count);
  const family = new Float64Array(count);
  let highest = 0;
  for (let row = 0; row < count; row += 1) {
    const from = row * FEATURE_COUNT;
    let [a, b] = [prior, prior];
    for (let at = 0; at < FAMILY; at += 1) a += rows[from + at]! * weights[at]!;
    for (let at = FAMILY; at < FEATURE_COUNT; at += 1) b += rows[from + at]! * weights[at]!;
    same[row] = a;
    family[row] = b;
    highest = Math.max(highest, a, b);
  }
  let all = Math.exp(-highest);
  let away = all;
  for (let row = 0; row < count; row += 1) {
    same[row] = Math.exp(same[row]! - highest);
    family[row] = Math.exp(family[row]! - highest);
    all += same[row]! + family[row]!;
    away += family[row]!;
  }
  for (let row = 0; row < count; row += 1) {
    const from = row * FEATURE_COUNT;
    const a = (row === right ? 1 : 0) - same[row]! / all;
    const b = (right < 0 ? family[row]! / away : 0) - family[row]! / all;
    for (let at = 0; at < FAMILY; at += 1) slope[at]! += a * rows[from + at]!;
    for (let at = FAMILY; at < FEATURE_COUNT; at += 1) slope[at]! += b * rows[from + at]!;
  }
  return Math.log((right < 0 ? away : same[right]!) / all + 1e-300);
}

export interface LearnWish {
  readonly rounds: number;
  readonly pull: number;
  readonly say: (line: string) => void;
}

const RATE = 0.03;

/** Adam, over all questions at a time. */
export function learn(lessons: readonly Lesson[], { rounds, pull, say }: LearnWish): Float64Array {
  const begin = Float64Array.from(WEIGHTS);
  const weights = Float64Array.from(begin);
  const [first, second] = [new Float64Array(FEATURE_COUNT), new Float64Array(FEATURE_COUNT)];
  for (let round = 1; round <= rounds; round += 1) {
    const slope = new Float64Array(FEATURE_COUNT);
    let likelihood = 0;
    for (const lesson of lessons) likelihood += slopeOf(lesson, weights, slope);
    for (let at = 0; at < FEATURE_COUNT; at += 1) {
      const g = slope[at]! / lessons.length - pull * (weights[at]! - begin[at]!);
      first[at] = 0.9 * first[at]! + 0.1 * g;
      second[at] = 0.999 * second[at]! + 0.001 * g * g;
      const step = first[at]! / (1 - 0.9 ** round) / (Math.sqrt(second[at]! / (1 - 0.999 ** round)) + 1e-9);
      weights[at]! += RATE * step;
    }
    if (round % 50 === 0) say(`round ${round}: ${(likelihood / lessons.length).toFixed(4)}`);
  }
  return weights;
}
