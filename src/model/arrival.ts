/**
 * An arrival: one time that a guest came to the door. Lives in the shelter's `desk`. A guest who
 * comes back has another arrival, not another guest.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, line, lines, objectProblem, value } from "./field-types.ts";

export const SITUATIONS = ["in-transit", "returned", "asylum", "displaced", "other"] as const;

export const arrivalSchema = v.strictObject(
  {
    guest: id,
    at: value(readMoment),
    from: v.exactOptional(line),
    travellingWith: v.exactOptional(lines()),
    situation: v.exactOptional(choice(SITUATIONS)),
    /** The same in all arrivals of a family or group that came together; a name for it and nothing more. */
    group: v.exactOptional(id),
  },
  objectProblem,
);

export type Arrival = v.InferOutput<typeof arrivalSchema>;
