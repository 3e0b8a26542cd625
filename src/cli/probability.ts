/** How probable it is that somebody is the person who is meant, in words and in percent. */
import { strengthOf } from "#i18n";
import type { Runner } from "./runner.ts";

/** Nothing is certain, and what is shown is not impossible. */
const percentOf = (probability: number): number => Math.min(99, Math.max(1, Math.round(probability * 100)));

export const wordProbability = ({ cli, shared }: Runner["wording"], probability: number): string =>
  cli.probability(shared.search.strengths[strengthOf(probability)], percentOf(probability));
