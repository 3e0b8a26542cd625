/**
 * A call home: that a guest called, whom in one word, and whether somebody answered. Lives in the shelter's `desk`. There
 * is no number in it, no name of who was called, and no text at all that one could be written into: a list of numbers of
 * families is what extortionists come for.
 */
import * as v from "valibot";
import { readCountry } from "./country.ts";
import { parseInstant, readMoment, type PartialDate } from "./dates.ts";
import { choice, id, objectProblem, value, yesNo } from "./field-types.ts";

export const CALL_RELATIONS = [
  "mother",
  "father",
  "sibling",
  "child",
  "partner",
  "other-relative",
  "friend",
  "other",
] as const;
export type CallRelation = (typeof CALL_RELATIONS)[number];

export const CALL_RESULTS = ["reached", "voicemail", "none"] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

export const callSchema = v.strictObject(
  {
    guest: id,
    at: value(readMoment),
    relation: choice(CALL_RELATIONS),
    result: choice(CALL_RESULTS),
    /** They had lost each other, and are in touch again. */
    contactRestored: v.optional(yesNo, false),
    /** Where the call went. */
    country: v.exactOptional(value(readCountry)),
    takenBack: v.exactOptional(yesNo),
  },
  objectProblem,
);

export type Call = v.InferOutput<typeof callSchema>;

const NO_FAMILY: readonly CallRelation[] = ["friend", "other"];
const HOUR = 60 * 60_000;
/** At the western end of the route a day begins this much later than in UTC. */
const WEST = 8 * HOUR;

/** The day of a moment, never a later one than the house had. */
function dayOf(moment: string): PartialDate {
  const instant = parseInstant(moment);
  return instant === null ? moment : new Date(Date.parse(instant) - WEST).toISOString().slice(0, 10);
}

/**
 * The last day on which the guest spoke with their family: with the person's consent, the day on which they were alive.
 * As exactly as it was noted; null where nobody was reached. What a wrong clock puts after now counts for nothing.
 */
export function lastReachedFamily(
  calls: readonly Pick<Call, "at" | "relation" | "result" | "takenBack">[],
  now: number,
): PartialDate | null {
  const today = new Date(now).toISOString();
  const days = calls
    .filter(({ result, relation }) => result === "reached" && !NO_FAMILY.includes(relation))
    .filter(({ takenBack }) => takenBack !== true)
    .map(({ at }) => dayOf(at))
    .filter((day) => day <= today.slice(0, day.length));
  return days.reduce<PartialDate | null>((last, day) => (last === null || day > last ? day : last), null);
}
