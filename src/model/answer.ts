/**
 * An answer: what a found person lets be told to who seeks. Lives in `pair`, sealed by the person's shelter to the site
 * that issued the card. It holds no name, no sex, no company and no id of the guest; where it comes from is known from
 * the log that carries it. Withdrawn, it is empty and gives no reason.
 */
import * as v from "valibot";
import { readDate } from "./dates.ts";
import { choice, id, line, objectProblem, text, value } from "./field-types.ts";

const ANSWER_STATES = ["given", "withdrawn"] as const;
/** `alive`: the person said so. `passed`: they had left; of that day no more is known. */
const ANSWER_KINDS = ["alive", "passed"] as const;

export const answerSchema = v.strictObject(
  {
    to: id,
    card: id,
    state: choice(ANSWER_STATES),
    said: v.exactOptional(choice(ANSWER_KINDS)),
    /** The day on which the person was asked, or left. */
    on: v.exactOptional(value(readDate)),
    place: v.exactOptional(line),
    message: v.exactOptional(text),
    proof: v.exactOptional(line),
  },
  objectProblem,
);

export type Answer = v.InferOutput<typeof answerSchema>;
