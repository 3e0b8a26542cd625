/**
 * Dates in running text: with numbers (day first unless that is impossible), in words, or a year alone; as precise as
 * they are written. A date that does not exist, or is still to come, is read as a date and says nothing.
 */
import { monthNamed } from "#model";
import { figureLength, isNumber, type QueryWord } from "./words.ts";

/** A date that a text begins with. */
export interface DateAt {
  /** In words. */
  readonly length: number;
  /** `YYYY-MM-DD` or the beginning of it; null: it says nothing. */
  readonly date: string | null;
}

export interface Dating {
  /** The current year; 0: not known, and years of two digits are not understood. */
  readonly year: number;
  /** A date may be expected here: what may be a name as well is a month. */
  readonly isExpected: boolean;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** People are called so, or it is a common word: beside a year alone it is no month. */
const NAMES_TOO = new Set("julio abril junio april june jan jen mar marco mas me out set".split(" "));
const LINKS = new Set(["de", "del", "of"]);

interface Parts {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const two = (number: number): string => String(number).padStart(2, "0");
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function dateOf({ year, month, day }: Parts, now: number): string | null {
  if (year === null || year < FIRST_YEAR || year > (now === 0 ? LAST_YEAR : now)) return null;
  if (month === 0) return String(year);
  if (month > 12 || day > daysIn(year, month)) return null;
  return `${String(year)}-${two(month)}${day === 0 ? "" : `-${two(day)}`}`;
}

const isYear = (text: string): boolean => /^\d{4}$/u.test(text);
const isShort = (text: string): boolean => /^\d{1,2}$/u.test(text);
/** The number of a day, as far as its digits tell; 0 for none. */
const dayNamed = (word: QueryWord | undefined): number =>
  isNumber(word) && isShort(word.folded) && Number(word.folded) <= 31 ? Number(word.folded) : 0;
const monthAtWord = (word: QueryWord | undefined): number => monthNamed(word?.folded ?? "");

/** Of two digits the last year that ends so. */
function yearOf(text: string, now: number): number | null {
  if (isYear(text)) return Number(text);
  if (text.length !== 2 || now === 0) return null;
  const inCentury = now - (now % 100) + Number(text);
  return inCentury > now ? inCentury - 100 : inCentury;
}

const dayAndMonth = (first: number, second: number): Pick<Parts, "day" | "month"> =>
  second > 12 && first <= 12 ? { day: second, month: first } : { day: first, month: second };

const dayFirstOf = ([first = "", second = "", year = ""]: readonly string[], now: number): Parts | null =>
  isShort(first) && isShort(second)
    ? { year: yearOf(year, now), ...dayAndMonth(Number(first), Number(second)) }
    : null;

/** A zero is what is not known ("00/05/1998"). Null: numbers tied together that are no date, nor anything else. */
function datedBy(texts: readonly string[], now: number): Parts | null {
  const [first = 0, second = 0, third = 0] = texts.map(Number);
  if (texts.length > 3) return null;
  if (isYear(texts[0]!)) return { year: first, month: second, day: third };
  return texts.length === 2 ? { year: second, month: first, day: 0 } : dayFirstOf(texts, now);
}

/** "12/05/1998", "12-5-98", "1998-05", "05/1998"; "20-25" and "1998-2000" are none. */
function inFigures(words: readonly QueryWord[], { year }: Dating): DateAt | null {
  const length = figureLength(words);
  const texts = words.slice(0, length).map(({ folded }) => folded);
  if (length < 2 || (length === 2 && isYear(texts[0]!) === isYear(texts[1]!))) return null;
  const parts = datedBy(texts, year);
  return { length, date: parts === null ? null : dateOf(parts, year) };
}

/** "12 05 1998": only where it can be nothing else. */
function inSpacedFigures(words: readonly QueryWord[], { year }: Dating): DateAt | null {
  const texts = words.slice(0, 3).map(({ folded }) => folded);
  const [day = "", month = "", last = ""] = texts;
  if (!isShort(day) || !isShort(month) || !isYear(last)) return null;
  const parts = datedBy(texts, year);
  const date = parts === null ? null : dateOf(parts, year);
  return date === null ? null : { length: 3, date };
}

const afterLink = (words: readonly QueryWord[], at: number): number =>
  LINKS.has(words[at]?.folded ?? "") ? at + 1 : at;

interface Worded extends Parts {
  readonly length: number;
  /** A little word, or the order of its words, shows that it is a date. */
  readonly isPlain: boolean;
}

function withYear(words: readonly QueryWord[], at: number, now: number) {
  const yearAt = afterLink(words, at);
  const { folded = "" } = words[yearAt] ?? {};
  const isLinked = yearAt > at;
  const isTold = isYear(folded) || (isLinked && /^\d\d$/u.test(folded));
  return isTold
    ? { length: yearAt + 1, year: yearOf(folded, now), isLinked, isTold }
    : { length: at, year: null, isLinked: false, isTold };
}

function dayFirst(words: readonly QueryWord[], now: number): Worded | null {
  const monthAt = afterLink(words, 1);
  const [day, month] = [dayNamed(words[0]), monthAtWord(words[monthAt])];
  if (day === 0 || month === 0) return null;
  const { length, year, isTold } = withYear(words, monthAt + 1, now);
  return { length, year, month, day, isPlain: isTold || monthAt > 1 };
}

function monthFirst(words: readonly QueryWord[], now: number): Worded | null {
  const month = monthAtWord(words[0]);
  if (month === 0) return null;
  const day = dayNamed(words[1]);
  const { length, year, isTold, isLinked } = withYear(words, day === 0 ? 1 : 2, now);
  if (day === 0 && !isTold) return null;
  const isPlain = isTold && (day > 0 || isLinked || !NAMES_TOO.has(words[0]!.folded));
  return { length, year, month, day, isPlain };
}

/** "12 de mayo de 1998", "May 12, 1998", "mayo 1998"; "3 de agosto" is a date that says nothing. */
function inWords(words: readonly QueryWord[], { year, isExpected }: Dating): DateAt | null {
  const worded = dayFirst(words, year) ?? monthFirst(words, year);
  if (worded === null || !(worded.isPlain || isExpected)) return null;
  return { length: worded.length, date: dateOf(worded, year) };
}

function yearAlone([word]: readonly QueryWord[], { year }: Dating): DateAt | null {
  if (word === undefined || !isYear(word.folded)) return null;
  return { length: 1, date: dateOf({ year: Number(word.folded), month: 0, day: 0 }, year) };
}

/** The date that these words begin with; null for none. */
export const dateAt = (words: readonly QueryWord[], dating: Dating): DateAt | null =>
  inFigures(words, dating) ??
  inSpacedFigures(words, dating) ??
  inWords(words, dating) ??
  (figureLength(words) > 1 ? null : yearAlone(words, dating));
