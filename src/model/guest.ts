/**
 * A guest: a person whom a shelter receives. Lives in that shelter's `desk` and stays there;
 * others learn of it only by extracts, as far as the person consents. Who does not say a name is known by
 * visible marks.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { line, objectProblem, value, yesNo } from "./field-types.ts";
import { hasName, personEntries } from "./person-fields.ts";

export const guestSchema = v.pipe(
  v.strictObject(
    {
      ...personEntries,
      arrivedAt: v.exactOptional(value(readMoment)),
      leftAt: v.exactOptional(value(readMoment)),
      /** The bed or room of now. */
      bed: v.exactOptional(line),
      /** The person is not on record here any more; what was said before stays in the history until it is erased. */
      emptied: v.exactOptional(yesNo),
    },
    objectProblem,
  ),
  v.check((guest) => hasName(guest) || guest.marks !== undefined || guest.emptied === true, "needs-name"),
);
