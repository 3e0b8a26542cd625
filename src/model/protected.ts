/**
 * Who is protected: a minor who travels alone, a person who is trafficked, who flees violence for their gender. Their
 * record lives in `protected`, which the protection role of one house reads and nobody else; whoever stands at the desk
 * may hand it in (docs/decisions/0029-protected.md). It has no day of leaving: whether the person is here follows from
 * what two people said (protected-release.ts). For the desk there is a bed with a number, and no reason.
 */
import * as v from "valibot";
import { adulthoodOf } from "./adulthood.ts";
import { readMoment } from "./dates.ts";
import { choice, id, line, lines, objectProblem, text, value, yesNo } from "./field-types.ts";
import { SITUATIONS } from "./arrival.ts";
import { hasName, legiblePerson, personEntries } from "./person-fields.ts";
import { bad, ok, type Problem, type Read } from "./read.ts";

export const PROTECTED_WHYS = ["minor-alone", "trafficking", "gender-violence"] as const;
export type ProtectedWhy = (typeof PROTECTED_WHYS)[number];

const whys = v.pipe(
  v.array(choice(PROTECTED_WHYS)),
  v.minLength(1, "required"),
  v.maxLength(PROTECTED_WHYS.length, "too-many"),
);

const HIGHEST_NUMBER = 9999;

const readNumber = (input: unknown): Read<number> =>
  typeof input === "number" && Number.isInteger(input) && input >= 1 && input <= HIGHEST_NUMBER
    ? ok(input)
    : bad("wrong-type");

export const protectedGuestSchema = v.pipe(
  v.strictObject(
    {
      ...personEntries,
      why: whys,
      /** The bed of the house that is kept for them. */
      bedKept: id,
      arrivedAt: value(readMoment),
      from: v.exactOptional(line),
      travellingWith: v.exactOptional(lines()),
      situation: v.exactOptional(choice(SITUATIONS)),
      /** Their record in the desk, where they were registered there before. */
      was: v.exactOptional(id),
      note: v.exactOptional(text),
    },
    objectProblem,
  ),
  v.check((guest) => hasName(guest) || guest.marks !== undefined, "needs-name"),
);

/** "Person 14, bed 3. Does not leave without the person in charge." Says nothing more: many things keep a bed. */
export const reservedBedSchema = v.strictObject(
  {
    number: value(readNumber),
    bed: v.exactOptional(line),
    at: value(readMoment),
    freedAt: v.exactOptional(value(readMoment)),
  },
  objectProblem,
);

/** What is asked first at the door. */
export interface AskedFirst {
  /** Whether the person travels alone. */
  readonly alone?: unknown;
  /** What staff mark: `trafficking`, `gender-violence`. */
  readonly protect?: unknown;
}

type Marked = Exclude<ProtectedWhy, "minor-alone">;
const MARKS: readonly Marked[] = ["trafficking", "gender-violence"];
const marks = v.pipe(v.array(choice(MARKS)), v.maxLength(MARKS.length, "too-many"));

function readWith<T>(schema: v.GenericSchema<unknown, T>, field: string, input: unknown): T | Problem {
  const read = v.safeParse(schema, input);
  if (read.success) return read.output;
  return { field, code: "unknown-choice" };
}

const isProblem = (read: unknown): read is Problem =>
  typeof read === "object" && read !== null && "code" in read;

const isBlank = (input: unknown): boolean => input === undefined || input === null || input === "";

/** Empty for whom nothing was said that protects. */
export type WhyProtected =
  | { readonly kind: "ok"; readonly why: readonly ProtectedWhy[] }
  | { readonly kind: "bad"; readonly problems: readonly Problem[] };

/**
 * Why a person is protected, by what was asked first and by what is known of their age; an age in doubt is read as the
 * younger one. `today`: an ISO date.
 */
export function whyProtected(
  { alone, protect }: AskedFirst,
  { person, today }: { readonly person: Readonly<Record<string, unknown>>; readonly today: string },
): WhyProtected {
  const isAlone = isBlank(alone) ? false : readWith(yesNo, "alone", alone);
  const given: readonly unknown[] = isBlank(protect) ? [] : Array.isArray(protect) ? protect : [protect];
  const marked = readWith(marks, "protect", given);
  const problems = [isAlone, marked].filter(isProblem);
  if (problems.length > 0 || isProblem(marked)) return { kind: "bad", problems };
  const isMinor = adulthoodOf(legiblePerson(person).fields, today) === "minor";
  const minorAlone: readonly ProtectedWhy[] = isAlone === true && isMinor ? ["minor-alone"] : [];
  return { kind: "ok", why: [...new Set<ProtectedWhy>([...minorAlone, ...marked])] };
}
