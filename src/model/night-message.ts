/**
 * What somebody outside asked to have passed on: taken at the door or the telephone by whoever is there, at night a
 * volunteer. Lives in `site`: who takes it hands it in and cannot read what others took. It says nothing of who is in the
 * house, and nothing of it says whether anybody is.
 */
import * as v from "valibot";
import { line, objectProblem, text } from "./field-types.ts";

export const nightMessageSchema = v.strictObject(
  {
    /** For whom they ask, as they say it. */
    for: v.exactOptional(line),
    /** Who asks. */
    askedBy: v.exactOptional(line),
    relation: v.exactOptional(line),
    phone: v.exactOptional(line),
    text,
  },
  objectProblem,
);
