/** Which probability is enough to propose somebody unasked: the least at which proposals are right often enough. */
import { explained, type Lesson, type Problem } from "./learn.ts";

export interface AtThreshold {
  readonly from: number;
  readonly proposed: number;
  /** Of what is proposed, how much is right; null: nothing is proposed. */
  readonly precision: number | null;
  /** Of the people who are recorded, how many are proposed. */
  readonly recall: number;
}

/** .85, .86 ... .99 */
export const THRESHOLDS: readonly number[] = Array.from({ length: 15 }, (_, at) => (85 + at) / 100);
export const LEAST_PRECISION = 0.988;

/** All that the weights say of one lesson: the probability of each row, and which one is right. */
interface Said {
  readonly probabilities: Float64Array;
  readonly right: Lesson["right"];
}

function at(from: number, said: readonly Said[]): AtThreshold {
  let [proposed, right] = [0, 0];
  for (const one of said)
    for (const [row, probability] of one.probabilities.entries()) {
      if (probability < from) continue;
      proposed += 1;
      if (row === one.right) right += 1;
    }
  const present = said.filter((one) => one.right !== "absent").length;
  return {
    from,
    proposed,
    precision: proposed === 0 ? null : right / proposed,
    recall: present === 0 ? 0 : right / present,
  };
}

/** What would be proposed at each threshold with the weights of the problem. */
export function thresholdsOf({ lessons, begin, firstOfFamily }: Problem): readonly AtThreshold[] {
  const weights = Float64Array.from(begin);
  const said = lessons.map((lesson) => ({
    probabilities: explained(lesson, weights, firstOfFamily).same,
    right: lesson.right,
  }));
  return THRESHOLDS.map((from) => at(from, said));
}

/** The lowest that is precise enough; null: none is. */
export const chosenOf = (tried: readonly AtThreshold[]): AtThreshold | null =>
  tried.find(({ precision }) => precision !== null && precision >= LEAST_PRECISION) ?? null;
