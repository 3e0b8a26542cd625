/**
 * Dates that carry their precision: a year, a month or a day, exactly as known. A date that nobody
 * knows is never completed to one that looks exact. Instants are ISO 8601 in UTC.
 * Dates written with numbers are read day first (as in Latin America) unless that is impossible.
 */
import { bad, ok, type Read } from "./read.ts";
import { cleanLine, fold } from "./text.ts";

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;
/** A {@link PartialDate}, or an instant such as `2026-11-21T18:30:00Z`. */
export type Moment = string;

const FIRST_YEAR = 1850;
const LAST_YEAR = 2150;
const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;
const ISO_INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?$/iu;
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u;
const MONTH_AND_YEAR = /^(\d{1,2})[/.-](\d{4})$/u;
const TRAILING_TIME = /[ T]\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.? ?m\.?)?$/iu;

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "enero january ene jan janvier janeiro janvye",
    "febrero february feb fevrier fevereiro fevriye",
    "marzo march mar mars marco mas",
    "abril april abr apr avril",
    "mayo may mai maio me",
    "junio june jun juin junho jen",
    "julio july jul juillet julho jiye",
    "agosto august ago aug aout out",
    "septiembre setiembre september sep sept set septembre setembro septanm",
    "octubre october oct octobre outubro oktob",
    "noviembre november nov novembre novembro novanm",
    "diciembre december dic dec decembre dezembro desanm",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1] as const)),
);

/** The month, from 1, that a folded word names, in full or short, in the languages of the route; 0: none. */
export const monthNamed = (word: string): number => MONTHS.get(word) ?? 0;
const two = (n: number): string => String(n).padStart(2, "0");
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function made(year: number, month = 0, day = 0): PartialDate | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month > 12) return null;
  if (month === 0) return day === 0 ? String(year) : null;
  if (day === 0) return `${String(year)}-${two(month)}`;
  return day > daysIn(year, month) ? null : `${String(year)}-${two(month)}-${two(day)}`;
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` only; null for anything else and for dates that do not exist. */
export function parseIsoDate(text: string): PartialDate | null {
  const parts = ISO_DATE.exec(text);
  if (parts === null) return null;
  const [, year, month, day] = parts;
  if (month === "00" || day === "00") return null;
  return made(Number(year), Number(month ?? 0), Number(day ?? 0));
}

function fromNumbers(text: string): PartialDate | null {
  const monthYear = MONTH_AND_YEAR.exec(text);
  if (monthYear !== null && Number(monthYear[1]) > 0) return made(Number(monthYear[2]), Number(monthYear[1]));
  const parts = NUMBERS.exec(text);
  if (parts === null) return null;
  const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (first === 0 || second === 0) return null;
  return second > 12 ? made(year, first, second) : made(year, second, first);
}

/** "3 de mayo de 1998", "May 3, 1998", "mayo 1998". */
function fromWords(text: string): PartialDate | null {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && word !== "de" && word !== "del");
  const numbers = words.filter((word) => /^\d+$/u.test(word)).map(Number);
  const months = words.map(monthNamed).filter((month) => month > 0);
  const year = numbers.find((n) => n >= FIRST_YEAR);
  if (year === undefined || months.length !== 1 || numbers.length + 1 !== words.length) return null;
  const days = numbers.filter((n) => n !== year);
  if (days.length > 1 || days[0] === 0) return null;
  return made(year, months[0], days[0] ?? 0);
}

/** Reads a date as people write it (ISO, day first with numbers, month names in the app's languages). */
export function parseDate(text: string): PartialDate | null {
  const line = cleanLine(text);
  return parseIsoDate(line) ?? fromNumbers(line) ?? fromWords(line);
}

/** Reads an ISO instant that says its zone and gives it in UTC, to the second; null for anything else. */
export function parseInstant(text: string): string | null {
  const parts = ISO_INSTANT.exec(cleanLine(text));
  const [, day = "", hour = "", zone] = parts ?? [];
  if (zone === undefined || parseIsoDate(day) === null) return null;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const time = Date.parse(`${day}T${hour}${offset}`);
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

const text = (input: unknown): string | null =>
  typeof input === "string" ? input : typeof input === "number" ? String(input) : null;

/** A date of birth and the like. */
export function readDate(input: unknown): Read<PartialDate> {
  const given = text(input);
  if (given === null) return bad("wrong-type");
  const date = parseDate(given);
  return date === null ? bad("bad-date") : ok(date);
}

/**
 * When something happened, as exactly as known. A time of day without a zone says too little to be
 * an instant on a route that crosses five zones: it is cut to its day.
 */
export function readMoment(input: unknown): Read<Moment> {
  const given = text(input);
  if (given === null) return bad("wrong-type");
  const moment = parseInstant(given) ?? parseDate(cleanLine(given).replace(TRAILING_TIME, ""));
  return moment === null ? bad("bad-time") : ok(moment);
}
