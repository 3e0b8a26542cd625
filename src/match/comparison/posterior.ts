/**
 * From features to probabilities. For each candidate there are two explanations: it is the person who is asked for,
 * or one of the same family, with the person not here; and there is the explanation that nobody here has anything to
 * do with the question. Exactly one is true; their chances add up to one (Bayes). So a lone weak candidate stays
 * weak, and two homonyms share what they have.
 */
import { F, FEATURE_COUNT, type FeatureVector } from "./features.ts";

const FIRST_FAMILY = F.family;

export function scoreOf(features: FeatureVector, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < FIRST_FAMILY; at += 1) sum += features[at]! * weights[at]!;
  return sum;
}

export function familyScoreOf(features: FeatureVector, weights: readonly number[]): number {
  let sum = 0;
  for (let at = FIRST_FAMILY; at < FEATURE_COUNT; at += 1) sum += features[at]! * weights[at]!;
  return sum;
}

export interface Evidence {
  readonly score: number;
  readonly family: number;
}

/** The probability of each candidate, among `people`. */
export function probabilitiesOf(evidence: readonly Evidence[], people: number): readonly number[] {
  const prior = -Math.log(Math.max(1, people));
  const highest = Math.max(0, ...evidence.map(({ score, family }) => Math.max(score, family) + prior));
  const chance = (score: number) => Math.exp(score + prior - highest);
  const nobody = Math.exp(-highest);
  const all = evidence.reduce((sum, { score, family }) => sum + chance(score) + chance(family), nobody);
  return evidence.map(({ score }) => chance(score) / all);
}
