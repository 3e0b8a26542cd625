/**
 * That a message is waiting for a guest: from whom in one word, since when, and when it was given to them. Lives in the
 * shelter's `desk`, so that whoever is at the door can say "there is a message for you". What it says is another record,
 * in `site`. No number, no name and no text can be written into this one.
 */
import * as v from "valibot";
import { CALL_RELATIONS } from "./call.ts";
import { readMoment } from "./dates.ts";
import { choice, id, objectProblem, text, value, yesNo } from "./field-types.ts";

export const waitingMessageSchema = v.strictObject(
  {
    guest: id,
    at: value(readMoment),
    relation: choice(CALL_RELATIONS),
    deliveredAt: v.exactOptional(value(readMoment)),
    takenBack: v.exactOptional(yesNo),
  },
  objectProblem,
);

/** What a waiting message says; a statement. */
export const waitingTextSchema = v.strictObject({ waiting: id, text }, objectProblem);
