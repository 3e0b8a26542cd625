/**
 * What the records of the route are made of: services, boards, notices. All of them live in `network`, where the staff of
 * every shelter reads them, a shelter that means harm too; so none of their fields may name a person on the move, and
 * the texts are short. A program cannot know a name when it sees one; it refuses telephones and addresses where none of
 * an institution belongs.
 */
import * as v from "valibot";
import { hasContact } from "./contact.ts";
import { parseDate, parseInstant } from "./dates.ts";
import { choice, line, lines, text, value } from "./field-types.ts";
import { bad, ok, type Read } from "./read.ts";

const LONGEST_LINE = 120;
const LONGEST_TEXT = 600;
const DAY_LENGTH = 10;

/** A name, a place, hours. */
export const shortLine = v.pipe(line, v.maxLength(LONGEST_LINE, "too-long"));
/** A few sentences. */
export const shortText = v.pipe(text, v.maxLength(LONGEST_TEXT, "too-long"));

/** Dates, times and places on a road have as many digits as a telephone. */
const DIGITS_OF_TIME = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}/gu;

const speaksOfNoContact = (words: string): boolean => !hasContact(words.replace(DIGITS_OF_TIME, " x "));

/** Of one line, and of a few sentences, that no telephone and no address stands in. */
export const lineWithoutContact = v.pipe(shortLine, v.check(speaksOfNoContact, "contact-in-text"));
export const textWithoutContact = v.pipe(shortText, v.check(speaksOfNoContact, "contact-in-text"));

/** Some of a fixed list, each once, in the list's order. */
export const choices = <T extends string>(options: readonly T[]): v.GenericSchema<unknown, T[]> =>
  value((input) => {
    const given = v.safeParse(lines(), input);
    if (!given.success) return bad("wrong-type");
    const one = choice(options);
    const read = given.output.map((item) => v.safeParse(one, item));
    const chosen = read.flatMap((item) => (item.success ? [item.output] : []));
    if (chosen.length < read.length) return bad("unknown-choice");
    return chosen.length === 0 ? bad("required") : ok(options.filter((option) => chosen.includes(option)));
  });

/** A whole day, `YYYY-MM-DD`, however it was written. */
export function readDay(input: unknown): Read<string> {
  if (typeof input !== "string") return bad("wrong-type");
  const date = parseDate(input);
  return date?.length === DAY_LENGTH ? ok(date) : bad("bad-day");
}

/** The second at which a device said something. */
export function readInstant(input: unknown): Read<string> {
  if (typeof input !== "string") return bad("wrong-type");
  const instant = parseInstant(input);
  return instant === null ? bad("bad-time") : ok(instant);
}

const MS_PER_DAY = 24 * 60 * 60_000;

/** From one day to another, in whole days; negative where the second comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);

/** The day that comes so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, DAY_LENGTH);
