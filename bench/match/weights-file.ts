/** Writes what was learned as the text of src/match/comparison/weights.ts. Pure. */

export interface LearnedFrom {
  readonly set: string;
  readonly people: number;
  readonly seed: number;
  readonly questions: number;
}

export interface WeightsFile {
  readonly weights: readonly (readonly [feature: string, weight: number])[];
  readonly proposeFrom: number;
  readonly sets: readonly LearnedFrom[];
  readonly rounds: number;
  /** Mean log likelihood of a question. */
  readonly before: number;
  readonly after: number;
  /** Of proposals at `proposeFrom`, on the sets where half of the questions are for people who are not recorded. */
  readonly precision: number;
  readonly recall: number;
}

const DIGITS = 3;
/** As a literal; minus zero is zero. */
const literal = (weight: number): string => String(Number(weight.toFixed(DIGITS)) + 0);
const share = (value: number): string => value.toFixed(4);

export function weightsText(file: WeightsFile): string {
  const sets = file.sets.map(
    ({ set, people, seed, questions }) =>
      ` *   ${set}, ${people.toLocaleString("en")} people, seed ${seed}: ${questions.toLocaleString("en")} questions`,
  );
  const weights = file.weights.map(([feature, weight]) => `  ${feature}: ${literal(weight)},`);
  return `/**
 * How much each feature counts. Written by \`npm run learn:match\`: not edited by hand. Learned from
 *
${sets.join("\n")}
 *
 * in ${file.rounds} rounds. Mean log likelihood of a question: ${share(file.before)} before, ${share(file.after)} after.
 */
import { FEATURES, type Feature } from "./features.ts";

const BY_FEATURE: Readonly<Record<Feature, number>> = {
${weights.join("\n")}
};
/** By the number of the feature. */
export const WEIGHTS: readonly number[] = FEATURES.map((name) => BY_FEATURE[name]);
/**
 * What is proposed unasked is at least so probable: on the sets above in which half of the questions are for people
 * who are not there, ${share(file.precision)} of such proposals are right, and ${share(file.recall)} of who is there is proposed.
 */
export const PROPOSE_FROM = ${file.proposeFrom};
`;
}
