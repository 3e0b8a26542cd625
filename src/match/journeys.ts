/**
 * When and where somebody was: a report says when the person was last heard of, and where; a guest came on some days,
 * from some places. Dates are as precise as they are told; a year alone says nothing here.
 */
import type { Gazetteer, Location } from "./gazetteer/index.ts";
import type { SearchablePerson } from "./person-index.ts";
import { phraseOf, wordsOf } from "./words/words.ts";

/** Whole days since 1970, both included: a month is all its days. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Where and when somebody who is asked for was last heard of. */
export interface Contact {
  readonly days: Days | null;
  readonly place: string;
  readonly location: Location | null;
}

/** One time that somebody came. */
export interface Arrival {
  readonly days: Days | null;
  /** The place before, as written; empty where it is not known. */
  readonly from: string;
}

const MS_PER_DAY = 86_400_000;
/** A month, a day, or an instant. */
const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:$|T)/u;

const dayOf = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / MS_PER_DAY);

/** Null for what is no date, and for a year alone. */
export function daysOf(moment: string | undefined): Days | null {
  const parts = DATE.exec(moment ?? "");
  if (parts === null) return null;
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  if (parts[3] === undefined) return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 0) };
  const day = dayOf(year, month, Number(parts[3]));
  return { from: day, to: day };
}

/** Days from one to the other, less than zero where the other is earlier; 0 where they may be the same. */
export function daysBetween(one: Days, other: Days): number {
  if (other.from > one.to) return other.from - one.to;
  return Math.min(0, other.to - one.from);
}

export function contactOf({ lastContact }: SearchablePerson, gazetteer: Gazetteer): Contact | null {
  if (lastContact === undefined) return null;
  const { at, place = "" } = lastContact;
  const days = daysOf(at);
  if (days === null && place === "") return null;
  return { days, place, location: place === "" ? null : gazetteer.locate({ town: place }) };
}

/** Each time that is told, with or without its day. */
export function arrivalsOf({ arrivals, arrivedAt }: SearchablePerson): readonly Arrival[] {
  const told = arrivals ?? (arrivedAt === undefined ? [] : [{ at: arrivedAt }]);
  return told.map(({ at, from = "" }) => ({ days: daysOf(at), from }));
}

/** A place before, as its folded words. */
export const placeBefore = ({ from }: Arrival): string => phraseOf(wordsOf(from));
