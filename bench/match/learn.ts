/**
 * Learns how much each feature counts: maximum likelihood of the explanations of src/match/comparison/posterior.ts (a
 * conditional logit), with a pull towards the weights that it begins with. Pure; what the features are it is told.
 */

/** Features that are not zero, row after row: most are zero. */
export interface Rows {
  /** Where each row begins in the two lists, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Numbers of features. */
  readonly features: Uint16Array;
  readonly values: Float32Array;
}

/** A question whose answer is known: a row for each candidate. */
export interface Lesson {
  readonly rows: Rows;
  /** The row of the person who is meant; or nobody who is recorded is; or they are, and not among the candidates. */
  readonly right: number | "absent" | "missed";
  /** Natural logarithm of the chance of each person before anything is compared. */
  readonly prior: number;
}

/** Rows of a lesson of these features. */
export function rowsOf(candidates: readonly ArrayLike<number>[]): Rows {
  const starts = new Uint32Array(candidates.length + 1);
  const features: number[] = [];
  const values: number[] = [];
  for (const [row, candidate] of candidates.entries()) {
    for (let at = 0; at < candidate.length; at += 1)
      if (candidate[at] !== 0) {
        features.push(at);
        values.push(candidate[at]!);
      }
    starts[row + 1] = features.length;
  }
  return { starts, features: Uint16Array.from(features), values: Float32Array.from(values) };
}

/** How likely each row is the person who is meant, and one of the same family of somebody who is not here. */
interface Explained {
  readonly same: Float64Array;
  readonly family: Float64Array;
  /** That none of these people has anything to do with the question. */
  readonly nobody: number;
}

/** The features from this number on speak for the family, those before it for the person. */
type FirstOfFamily = number;

/** Chances of all explanations; they add up to one. */
export function explained(
  { rows: { starts, features, values }, prior }: Lesson,
  weights: Float64Array,
  firstOfFamily: FirstOfFamily,
): Explained {
  const count = starts.length - 1;
  const same = new Float64Array(count);
  const family = new Float64Array(count);
  let highest = 0;
  for (let row = 0; row < count; row += 1) {
    let [a, b] = [prior, prior];
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const feature = features[at]!;
      const worth = values[at]! * weights[feature]!;
      if (feature < firstOfFamily) a += worth;
      else b += worth;
    }
    same[row] = a;
    family[row] = b;
    highest = Math.max(highest, a, b);
  }
  let nobody = Math.exp(-highest);
  let all = nobody;
  for (let row = 0; row < count; row += 1) {
    same[row] = Math.exp(same[row]! - highest);
    family[row] = Math.exp(family[row]! - highest);
    all += same[row]! + family[row]!;
  }
  for (let row = 0; row < count; row += 1) {
    same[row]! /= all;
    family[row]! /= all;
  }
  nobody /= all;
  return { same, family, nobody };
}

/** What is infinitely unlikely in floating point counts as this. */
const LEAST_CHANCE = 1e-300;

export interface Problem {
  readonly lessons: readonly Lesson[];
  /** What is begun with, by the number of the feature. */
  readonly begin: readonly number[];
  readonly firstOfFamily: FirstOfFamily;
}

/** Adds the slope of one question's log likelihood; returns the log likelihood. */
function slopeOf(
  lesson: Lesson,
  { weights, firstOfFamily }: { readonly weights: Float64Array; readonly firstOfFamily: FirstOfFamily },
  slope: Float64Array,
): number {
  const { same, family, nobody } = explained(lesson, weights, firstOfFamily);
  const { starts, features, values } = lesson.rows;
  const { right } = lesson;
  const away = family.reduce((sum, chance) => sum + chance, nobody);
  for (let row = 0; row < same.length; row += 1) {
    const a = (row === right ? 1 : 0) - same[row]!;
    const b = (right === "absent" ? family[row]! / away : 0) - family[row]!;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const feature = features[at]!;
      slope[feature]! += (feature < firstOfFamily ? a : b) * values[at]!;
    }
  }
  return Math.log(Math.max(LEAST_CHANCE, typeof right === "number" ? same[right]! : away));
}

export interface LearnWish {
  readonly rounds: number;
  /** How strongly weights are kept near what they began with. */
  readonly pull: number;
  /** Told of each round, from 1. */
  readonly onRound?: (round: number, meanLogLikelihood: number) => void;
}

export interface Learned {
  readonly weights: readonly number[];
  /** Mean log likelihood of a question with the weights that were begun with, and with those that were learned. */
  readonly before: number;
  readonly after: number;
}

/** Adam (Kingma and Ba 2015), all questions at a time. */
const RATE = 0.03;
const MOMENTUM = 0.9;
const SPREAD = 0.999;
const TINY = 1e-9;

/** Who was missed teaches nothing, and is left out. */
export function learn(
  { lessons: all, begin, firstOfFamily }: Problem,
  { rounds, pull, onRound }: LearnWish,
): Learned {
  const lessons = all.filter(({ right }) => right !== "missed");
  const weights = Float64Array.from(begin);
  const slope = new Float64Array(weights.length);
  const [mean, square] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  const climb = (): number => {
    slope.fill(0);
    const sum = lessons.reduce((so, lesson) => so + slopeOf(lesson, { weights, firstOfFamily }, slope), 0);
    return sum / Math.max(1, lessons.length);
  };
  const before = climb();
  let after = before;
  for (let round = 1; round <= rounds; round += 1) {
    for (let at = 0; at < weights.length; at += 1) {
      const g = slope[at]! / Math.max(1, lessons.length) - pull * (weights[at]! - begin[at]!);
      mean[at] = MOMENTUM * mean[at]! + (1 - MOMENTUM) * g;
      square[at] = SPREAD * square[at]! + (1 - SPREAD) * g * g;
      const width = Math.sqrt(square[at]! / (1 - SPREAD ** round)) + TINY;
      weights[at]! += (RATE * mean[at]!) / (1 - MOMENTUM ** round) / width;
    }
    after = climb();
    onRound?.(round, after);
  }
  return { weights: [...weights], before, after };
}
