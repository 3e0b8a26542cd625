/**
 * What staff decided of a pair that was proposed to them: the card of who is sought, and a guest. Lives in the `site`
 * of the house where the guest is, and never leaves it. A pair that nobody decided on has no record.
 */
import * as v from "valibot";
import { choice, id, line, objectProblem } from "./field-types.ts";

/** `rejected`: not the same person. `open`: that was taken back. */
const MATCH_STATES = ["rejected", "open"] as const;

export const matchSchema = v.strictObject(
  {
    card: id,
    guest: id,
    state: choice(MATCH_STATES),
    reason: v.exactOptional(line),
    /** A digest of what was known of both when it was decided: what is known later may decide otherwise. */
    facts: line,
  },
  objectProblem,
);
