/**
 * What staff decided of a pair that was proposed to them: the card of who is sought, and a guest. Lives in the `site`
 * of the house where the guest is, and never leaves it: what leaves is an answer (extract-answer.ts). A pair that
 * nobody decided on has no record.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, line, objectProblem, text, value } from "./field-types.ts";
import { MATCH_STATES } from "./match-steps.ts";

export const matchSchema = v.strictObject(
  {
    card: id,
    guest: id,
    state: choice(MATCH_STATES),
    /** Of a rejection. */
    reason: v.exactOptional(line),
    /** A digest of what was known of both when it was decided: what is known later may decide otherwise. */
    facts: line,
    askedAt: v.exactOptional(value(readMoment)),
    /** What the person lets the family be told, in their own words. */
    message: v.exactOptional(text),
    /** What the person answered to the family's question. */
    proof: v.exactOptional(line),
    /** The word of a second person: a digest of exactly what was to be told then. */
    second: v.exactOptional(line),
  },
  objectProblem,
);
