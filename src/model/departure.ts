/**
 * A departure: one leaving of a guest. Lives in the shelter's `desk` and never leaves the house. That
 * somebody died is noted by staff alone, tells nobody by itself, and no other way of leaving hints at it. A departure that
 * was noted wrongly stays, and is taken back: who left may be looked for by what the house says of it.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, line, objectProblem, text, value, yesNo } from "./field-types.ts";

/** `transferred`: to another house, which expects them. `not-returned`: they went out and did not come back. */
export const DEPARTURE_HOWS = [
  "moved-on",
  "transferred",
  "hospital",
  "detained",
  "deported",
  "returned-home",
  "not-returned",
  "died",
] as const;
export type DepartureHow = (typeof DEPARTURE_HOWS)[number];

/** After these somebody has to act: tell a lawyer, and look for the person. */
export const needsNextStep = (how: DepartureHow | null): how is "detained" | "not-returned" =>
  how === "detained" || how === "not-returned";

export const departureSchema = v.strictObject(
  {
    guest: id,
    at: value(readMoment),
    how: choice(DEPARTURE_HOWS),
    to: v.exactOptional(line),
    note: v.exactOptional(text),
    takenBack: v.exactOptional(yesNo),
  },
  objectProblem,
);
