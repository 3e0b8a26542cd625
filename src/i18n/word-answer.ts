/** An answer in words: what staff read, and the message that they may copy for the family. */
import type { Formats } from "./formats.ts";
import type { Texts } from "./es/index.ts";

/** What an answer says. */
export interface Worded {
  readonly said: "alive" | "passed";
  /** ISO date. */
  readonly on: string | null;
  readonly place: string | null;
  readonly message: string | null;
}

const dayIn = ({ on }: Worded, formats: Formats): string =>
  on === null ? "" : (formats.partialDate(on) ?? on);

/** What is known, in one line. */
export function wordAnswer(texts: Texts, answer: Worded, formats: Formats): string {
  const day = dayIn(answer, formats);
  return answer.said === "alive" ? texts.answers.alive(day) : texts.answers.passed(day);
}

/** Where, or that it is not to be said. */
export function wordAnswerPlace({ answers }: Texts, { said, place }: Worded): string {
  if (place === null) return answers.noPlace;
  return said === "alive" ? answers.place(place) : answers.passedPlace(place);
}

/**
 * What the family is told: what the person agreed to, and how to know a lie. It names nobody, says neither sex nor company,
 * and gives no telephone.
 */
export function wordForFamily(texts: Texts, answer: Worded, formats: Formats): string {
  const words = texts.answers.forFamily;
  const day = dayIn(answer, formats);
  return [
    answer.said === "alive" ? words.alive(day) : words.passed(day),
    ...(answer.message === null ? [] : [words.asks(answer.message)]),
    answer.place === null ? words.noPlace : words.place(answer.place),
    words.careful,
  ].join("\n");
}
