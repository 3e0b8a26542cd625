/**
 * Whether a trace has been opened: one person who holds the keys of `protected` says why, another one agrees to exactly
 * that (two-words.ts). Before, nobody is shown a name; whoever says no afterwards closes it again.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, line, objectProblem, value } from "./field-types.ts";
import { stepWords, type TwoWords, twoWords, type WordEvent, type WordStatement } from "./two-words.ts";

export const traceOpeningSchema = v.pipe(
  v.strictObject(
    {
      /** The trace. */
      guest: id,
      says: choice(["propose", "agree", "refuse"] as const),
      /** What is agreed to or refused. */
      of: v.exactOptional(id),
      /** Who asks, and for what. Holds no name. */
      reason: v.exactOptional(line),
      at: value(readMoment),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ says, of }) => (says === "propose") === (of === undefined), "required"),
    ["of"],
  ),
  // who agrees says again what they agree to
  v.forward(
    v.check(({ says, reason }) => says === "refuse" || reason !== undefined, "required"),
    ["reason"],
  ),
);

/** What is agreed on is why. */
export type OpeningStatement = WordStatement<string>;
export type OpeningState = TwoWords<string>;

/** Total: for any set of statements. */
export const openingState = (statements: readonly OpeningStatement[]): OpeningState =>
  twoWords(statements, (one, other) => one === other);

export type OpeningRefused = "opened-already" | "nothing-to-agree" | "another-person";

/** Why it may not be said now; null where it may. */
export function whyNotSaid(state: OpeningState, event: WordEvent): OpeningRefused | null {
  const step = stepWords(state, event);
  if (step === "ok") return null;
  return step === "agreed-already" ? "opened-already" : step;
}
