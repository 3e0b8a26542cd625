/**
 * What is told about a person, whatever the record: the fields that reports, cards and guests
 * share (design section 9). A name is one field as the person says it, or given names and surnames
 * where a list has them apart; nothing is required of its form, one word is a name.
 * Left out on purpose: papers, immigration status, exact address, the route ahead.
 */
import * as v from "valibot";
import { readAge } from "./age.ts";
import { hasContact } from "./contact.ts";
import { readCountry } from "./country.ts";
import { readDate } from "./dates.ts";
import { line, lines, readLine, reference, value } from "./field-types.ts";
import { bad, type Read } from "./read.ts";
import { readSex } from "./sex.ts";

const readName = (input: unknown): Read<string> => {
  const read = readLine(input);
  return read.kind === "ok" && hasContact(read.value) ? bad("contact-in-name") : read;
};

/** Entries of a schema; kinds spread them into their own. */
export const personEntries = {
  name: v.exactOptional(value(readName)),
  givenNames: v.exactOptional(value(readName)),
  surnames: v.exactOptional(value(readName)),
  alternateNames: v.exactOptional(lines(readName)),
  sex: v.exactOptional(value(readSex)),
  age: v.exactOptional(value(readAge)),
  birthDate: v.exactOptional(value(readDate)),
  country: v.exactOptional(value(readCountry)),
  state: v.exactOptional(line),
  town: v.exactOptional(line),
  marks: v.exactOptional(line),
  relatives: v.exactOptional(lines()),
  language: v.exactOptional(line),
  photo: v.exactOptional(reference),
};

export type PersonFields = v.InferOutput<v.ObjectSchema<typeof personEntries, undefined>>;

type PersonField = keyof typeof personEntries;

/** What could be read of a person, and the names of the fields that could not. */
export interface LegiblePerson {
  readonly fields: Partial<PersonFields>;
  readonly illegible: readonly string[];
}

const isBlank = (input: unknown): boolean => typeof input === "string" && input.trim() === "";

/**
 * Reads each field of a person by itself, as `parseFields` would, for lists that others made: what cannot
 * be read is left out and named. What is no field of a person is passed over.
 */
export function legiblePerson(input: Readonly<Record<string, unknown>>): LegiblePerson {
  const fields: Partial<Record<PersonField, unknown>> = {};
  const illegible: string[] = [];
  for (const field of Object.keys(personEntries) as PersonField[]) {
    if (input[field] === undefined || isBlank(input[field])) continue;
    const read = v.safeParse<v.GenericSchema<unknown, unknown>>(personEntries[field].wrapped, input[field]);
    if (read.success) fields[field] = read.output;
    else illegible.push(field);
  }
  return { fields: fields as Partial<PersonFields>, illegible };
}

/** True when the fields say some name of the person, a nickname included. */
export const hasName = (fields: PersonFields): boolean =>
  [fields.name, fields.givenNames, fields.surnames, fields.alternateNames?.[0]].some(
    (name) => name !== undefined,
  );

/** What to call the person in a list: the name as told, else its parts, else a nickname; null when none is known. */
export function displayName(fields: Readonly<Record<string, unknown>>): string | null {
  const { name, givenNames, surnames, alternateNames } = fields;
  if (typeof name === "string" && name !== "") return name;
  const parts = [givenNames, surnames].filter((part) => typeof part === "string" && part !== "");
  if (parts.length > 0) return parts.join(" ");
  const nickname: unknown = Array.isArray(alternateNames) ? alternateNames[0] : undefined;
  return typeof nickname === "string" ? nickname : null;
}
