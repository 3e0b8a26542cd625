/**
 * What a guest needs, and what was given: both in `site`, so that who is at the door for two weeks can hand one in and
 * reads none. What is handed out to many is one record for all of them; what is about one person's body, mind or case is
 * one record each, so that a person's file can be erased whole.
 *
 * Nights and meals are no file of anybody. Where a guest slept is known already, by their stays and by the roll call; what
 * was eaten is a count of people a meal. A record a person a day would tell nobody anything, and would be a list of who
 * was where on each day.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, objectProblem, text, value, yesNo } from "./field-types.ts";

export const CARES = [
  "medical",
  "psychosocial",
  "legal",
  "kit",
  "food",
  "night",
  "transport",
  "call",
  "other",
] as const;
export type Care = (typeof CARES)[number];

/** Of one guest at a time. */
const OF_ONE: readonly Care[] = ["medical", "psychosocial", "legal"];
/**
 * What is handed to many at once, by name: one record for all of them. Of meals and nights a count is enough; see above.
 */
export const HANDED_OUT = ["kit", "transport", "call", "other"] as const satisfies readonly Care[];
/** May be counted, without saying of whom. */
const COUNTED: readonly Care[] = ["food", "night", "kit", "other"];
const MOST_GUESTS = 300;
const MOST_PEOPLE = 5000;

export const needSchema = v.strictObject(
  {
    guest: id,
    at: value(readMoment),
    what: choice(CARES),
    note: v.exactOptional(text),
    /** Since when it is none any more, whether anything was given or not. */
    closedAt: v.exactOptional(value(readMoment)),
    takenBack: v.exactOptional(yesNo),
  },
  objectProblem,
);

export const attentionSchema = v.pipe(
  v.strictObject(
    {
      guests: v.exactOptional(
        v.pipe(v.array(id), v.minLength(1, "required"), v.maxLength(MOST_GUESTS, "too-many")),
      ),
      /** How many, where nobody is named. */
      people: v.exactOptional(
        v.pipe(
          v.number("wrong-type"),
          v.integer("wrong-type"),
          v.minValue(1, "wrong-type"),
          v.maxValue(MOST_PEOPLE, "too-many"),
        ),
      ),
      at: value(readMoment),
      what: choice(CARES),
      note: v.exactOptional(text),
      /** The need that it meets. */
      need: v.exactOptional(id),
      takenBack: v.exactOptional(yesNo),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ guests, people }) => guests !== undefined || people !== undefined, "required"),
    ["guests"],
  ),
  v.forward(
    v.check(({ guests, people }) => guests === undefined || people === undefined, "unknown-field"),
    ["people"],
  ),
  v.forward(
    v.check(({ what, guests }) => !OF_ONE.includes(what) || (guests?.length ?? 1) === 1, "too-many"),
    ["guests"],
  ),
  v.forward(
    v.check(({ what, people }) => people === undefined || COUNTED.includes(what), "unknown-field"),
    ["people"],
  ),
);
