/**
 * An age as told: a number, a range, or about a number, with the date at which it was true where
 * that is not the day of writing. Nothing is widened here: how far "about 17" reaches is for the
 * matching to say.
 */
import { parseDate, type PartialDate } from "./dates.ts";
import { isJsonObject } from "./merge-patch.ts";
import { bad, ok, type Read } from "./read.ts";
import { fold } from "./text.ts";

/** An age that is more than one plain number. Both ends are included and in years. */
export interface AgeRange {
  from: number;
  to: number;
  /** The date at which it was true; without it, the day on which the record says so. */
  asOf?: PartialDate;
  /** The person or the one who tells is not sure. */
  approximate?: true;
}
/** Fields that are maps, but one thing to whoever reads what changed. */
export const FIELDS_TOLD_WHOLE: ReadonlySet<string> = new Set(["age"]);

/** Years, when exactly one number is all that is known. */
export type Age = number | AgeRange;

const OLDEST = 120;
const ADULT = 18;
const ABOUT =
  /~|\b(?:unos|unas|como|aprox\w*|aproximadamente|alrededor|cerca|about|around|approx\w*|ca|mas o menos|environ|vers|anviwon|uns|cerca)\b/u;
const UNIT = /\b(?:anos?|anitos|years?|yrs?|ans?|edad|age|old|de|entre|between|tiene|has|zan)\b/gu;
const MONTHS = /^(\d{1,2})\s*(?:meses|mes|months?|mois|mwa)$/u;
const RANGE = /^(\d{1,3})\s*(?:-|–|a|y|to|and|o|u|or)\s*(\d{1,3})$/u;
const UNDER = /^(?:menor|menos|under|<)\s*(?:que|than)?\s*(\d{1,3})?$/u;
const OVER = /^(?:(?:mayor|mas|over|>)\s*(?:que|than)?\s*(\d{1,3})|(\d{1,3})\s*(?:\+|o mas|y mas|or more))$/u;

type Bounds = Pick<AgeRange, "from" | "to">;

const whole = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= OLDEST;
const bounds = (from: number, to: number): Bounds | null =>
  whole(from) && whole(to) && from <= to ? { from, to } : null;

function rangeIn(text: string): Bounds | null {
  const months = MONTHS.exec(text);
  if (months !== null) return bounds(Math.floor(Number(months[1]) / 12), Math.floor(Number(months[1]) / 12));
  const range = RANGE.exec(text);
  if (range !== null) return bounds(Number(range[1]), Number(range[2]));
  const under = UNDER.exec(text);
  if (under !== null) return bounds(0, Number(under[1] ?? ADULT) - 1);
  const over = OVER.exec(text);
  if (over !== null) return bounds(Number(over[1] ?? over[2]), OLDEST);
  return /^\d{1,3}$/u.test(text) ? bounds(Number(text), Number(text)) : null;
}

const made = (found: Bounds, about: boolean, asOf: PartialDate | null): Age => {
  if (found.from === found.to && !about && asOf === null) return found.from;
  return { ...found, ...(asOf === null ? {} : { asOf }), ...(about ? { approximate: true as const } : {}) };
};

/** Reads "22", "35-45", "unos 17", "60+", "menor de 18", "8 meses"; null for anything else. */
export function parseAge(text: string): Age | null {
  const folded = fold(text);
  const about = ABOUT.test(folded);
  const rest = folded
    .replace(new RegExp(ABOUT.source, "gu"), " ")
    .replace(UNIT, " ")
    .replace(/[.,?]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const found = rangeIn(rest);
  return found === null ? null : made(found, about, null);
}

const AGE_KEYS = ["from", "to", "asOf", "approximate"];

const boundsOf = (from: unknown, to: unknown): Bounds | null =>
  typeof from === "number" && typeof to === "number" ? bounds(from, to) : null;

/** The date of an age object; undefined when it says none, null when it is no date. */
function asOfIn(asOf: unknown): PartialDate | null | undefined {
  if (asOf === undefined) return undefined;
  return typeof asOf === "string" || typeof asOf === "number" ? parseDate(String(asOf)) : null;
}

function fromObject(input: Readonly<Record<string, unknown>>): Age | null {
  const { from, to, approximate = false } = input;
  const found = boundsOf(from ?? to, to ?? from);
  const asOf = asOfIn(input["asOf"]);
  if (found === null || asOf === null || typeof approximate !== "boolean") return null;
  if (Object.keys(input).some((key) => !AGE_KEYS.includes(key))) return null;
  return made(found, approximate, asOf ?? null);
}

/** Reads an age given as a number, as text or as an object. */
export function readAge(input: unknown): Read<Age> {
  if (isJsonObject(input)) {
    const age = fromObject(input);
    return age === null ? bad("bad-age") : ok(age);
  }
  if (typeof input === "number") return whole(input) ? ok(input) : bad("bad-age");
  if (typeof input !== "string") return bad("wrong-type");
  const age = parseAge(input);
  return age === null ? bad("bad-age") : ok(age);
}

/** The same age, true at a date. An age that says its own date keeps it. */
export function ageAsOf(age: Age, asOf: PartialDate): Age {
  return typeof age === "number" ? { from: age, to: age, asOf } : { asOf, ...age };
}

/** The age as text that {@link parseAge} reads back; the date at which it was true is not in it. */
export function ageText(age: Age): string {
  if (typeof age === "number") return String(age);
  const range = age.from === age.to ? String(age.from) : `${String(age.from)}-${String(age.to)}`;
  return age.approximate === true ? `~${range}` : range;
}
