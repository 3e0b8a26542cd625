/**
 * A capsule: the hand-over that a person carries as a card, an extract of what they want the next shelter to know. Lives
 * in `capsule`, where only whoever holds the card reads it. Which guest it is of stays in the `site` that gave it. It
 * ends by itself; revoked, it is empty and gives no reason.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, line, lines, objectProblem, value } from "./field-types.ts";
import { type PersonFields, personEntries } from "./person-fields.ts";
import { bad, ok } from "./read.ts";

const { photo: _, ...told } = personEntries;

const CAPSULE_STATUSES = ["open", "revoked"] as const;

export const capsuleSchema = v.pipe(
  v.strictObject(
    {
      ...told,
      /** What they need where they come to, in their words. */
      needs: v.exactOptional(lines()),
      /** What was seen to already. */
      attended: v.exactOptional(lines()),
      /** Whom to tell in an emergency, and how. */
      contact: v.exactOptional(line),
      status: v.optional(choice(CAPSULE_STATUSES), "open"),
      issuedAt: v.exactOptional(value(readMoment)),
      expiresAt: v.exactOptional(value(readMoment)),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ status, issuedAt }) => status === "revoked" || issuedAt !== undefined, "required"),
    ["issuedAt"],
  ),
  v.forward(
    v.check(({ status, expiresAt }) => status === "revoked" || expiresAt !== undefined, "required"),
    ["expiresAt"],
  ),
);

export type Capsule = v.InferOutput<typeof capsuleSchema>;

/** 32 bytes as text. */
const KEY = /^[a-z2-7]{51}[aq]$/u;
const MOST_CONSENTS = 50;

/** Which guest a capsule is of, and what opens it: a statement in the giver's `site`. */
export const capsuleGuestSchema = v.strictObject(
  {
    capsule: id,
    guest: id,
    /** The key that the card stands for, so that any device of the house can revoke it. Not the card's words. */
    key: value((input) => (typeof input === "string" && KEY.test(input) ? ok(input) : bad("bad-id"))),
    /** What the guest had said when it was made; without these at hand nobody judges. */
    consents: v.pipe(v.array(id), v.maxLength(MOST_CONSENTS, "too-many")),
    /** Names of the fields that it tells. */
    told: lines(),
    at: value(readMoment),
    expiresAt: value(readMoment),
  },
  objectProblem,
);

/** What of a guest's record may go into a capsule, each only where the guest wants it. */
export const CAPSULE_PARTS = [
  "names",
  "nicknames",
  "sex",
  "age",
  "origin",
  "marks",
  "relatives",
  "language",
] as const;
export type CapsulePart = (typeof CAPSULE_PARTS)[number];

const FIELDS: Readonly<Record<CapsulePart, readonly (keyof PersonFields)[]>> = {
  names: ["name", "givenNames", "surnames"],
  nicknames: ["alternateNames"],
  sex: ["sex"],
  age: ["age", "birthDate"],
  origin: ["country", "state", "town"],
  marks: ["marks"],
  relatives: ["relatives"],
  language: ["language"],
};

/** What the guest wants told, apart from their record. */
export interface CapsuleWords {
  /** A name to use instead of the one in the record. */
  readonly name?: string | undefined;
  readonly needs?: readonly string[] | undefined;
  readonly attended?: readonly string[] | undefined;
  readonly contact?: string | undefined;
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** Who gives nothing away but what is wanted: the one way from a guest's record into a capsule. Empty for nothing. */
export function extractCapsule(
  person: PersonFields,
  { parts, words }: { readonly parts: readonly CapsulePart[]; readonly words: CapsuleWords },
): Readonly<Record<string, unknown>> {
  const isNamed = isSaid(words.name);
  const own = parts.filter((part) => part !== "names" || !isNamed).flatMap((part) => FIELDS[part]);
  const fromRecord = own.map((field): readonly [string, unknown] => [field, person[field]]);
  const { name, needs, attended, contact } = words;
  const said: readonly (readonly [string, unknown])[] = Object.entries({ name, needs, attended, contact });
  return Object.fromEntries([...fromRecord, ...said].filter(([, value]) => isSaid(value)));
}

/** `ahead`: it was made at a time that has not come by this clock, so one of two clocks is wrong. */
export type CapsuleState = "open" | "expired" | "revoked" | "ahead";

/** Clocks of two houses may differ by so much. */
const MOST_AHEAD_MS = 24 * 60 * 60_000;

const valuesOf = (
  field: string,
  { fields, conflicts }: Pick<CapsuleRecord, "fields" | "conflicts">,
): readonly unknown[] => [fields[field], ...(conflicts[field] ?? [])];

const timeOf = (moment: unknown): number => (typeof moment === "string" ? Date.parse(moment) : NaN);

export interface CapsuleRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
}

/**
 * Whether a capsule may be read now, in the narrowest reading: whoever revoked it is right, of several ends the first
 * counts, and a time that cannot be read is past. `now` by the reader's own clock: one that is behind the giver's by
 * more than a day opens nothing, because it cannot know what is over.
 */
export function capsuleState(record: CapsuleRecord, now: number): CapsuleState {
  if (valuesOf("status", record).some((status) => status !== "open")) return "revoked";
  const ends = valuesOf("expiresAt", record).map(timeOf);
  if (ends.some((end) => !(end > now))) return "expired";
  return valuesOf("issuedAt", record)
    .map(timeOf)
    .every((issued) => issued <= now + MOST_AHEAD_MS)
    ? "open"
    : "ahead";
}

/** Nothing of it but that it is no more. */
export const REVOKED_CAPSULE: Capsule = { status: "revoked" };
