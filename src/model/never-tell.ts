/**
 * Somebody who must never be told of a guest, as the guest says it: a name, or what they are to the guest. Lives in `site`.
 * While one stands, what the guest lets be told leaves only with the word of a second person: who asks is known by what
 * they say of themselves, and another house's card does not say it at all.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { id, line, objectProblem, text, value, yesNo } from "./field-types.ts";
import { foldedWords } from "./text.ts";

export const neverTellSchema = v.pipe(
  v.strictObject(
    {
      guest: id,
      at: value(readMoment),
      name: v.exactOptional(line),
      relation: v.exactOptional(line),
      note: v.exactOptional(text),
      takenBack: v.exactOptional(yesNo),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ name, relation }) => name !== undefined || relation !== undefined, "required"),
    ["relation"],
  ),
);

interface Named {
  readonly name?: unknown;
  readonly relation?: unknown;
}

const wordsIn = (value: unknown): readonly string[] => (typeof value === "string" ? foldedWords(value) : []);

/** Every word of the shorter one is in the other: "Juan Pérez" is "juan perez lopez". */
function isWithin(one: unknown, other: unknown): boolean {
  const [few, many] = [wordsIn(one), wordsIn(other)].sort((a, b) => a.length - b.length);
  return few !== undefined && few.length > 0 && few.every((word) => many?.includes(word) === true);
}

/** Whether who seeks says to be the one who must never be told: by name, or by what they are to the person. */
export const isNamedIn = (seeker: Named, never: Named): boolean =>
  isWithin(never.name, seeker.name) || isWithin(never.relation, seeker.relation);
