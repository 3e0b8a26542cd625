/**
 * Records that do not end by themselves come back to be looked at, and a person keeps them on or erases them: no clock
 * erases them, because one that is wrong could not be undone. Which kinds those are, and how all others end: kind-ends.ts.
 * Knows no clock: the time is handed in.
 */
import * as v from "valibot";
import { id, objectProblem, value } from "./field-types.ts";
import { overAt } from "./report-end.ts";
import { readDay } from "./route-fields.ts";

/** In months, after the record came to rest. A message at the door is passed on within weeks, or never. */
export const REVIEW_MONTHS = {
  report: 12,
  guest: 12,
  "protected-guest": 12,
  message: 12,
  "night-message": 3,
  "visit-of-authority": 60,
} as const;
export type ReviewedKind = keyof typeof REVIEW_MONTHS;
export const REVIEWED = Object.keys(REVIEW_MONTHS) as readonly ReviewedKind[];

/** How long somebody keeps it on, from the day that they say so. */
export const KEPT_ON_MONTHS = 12;

/** That somebody looked at a record and keeps it until a day: one for each record, in `site` or in `protected`. */
export const reviewSchema = v.strictObject({ about: id, until: value(readDay) }, objectProblem);

function monthsAfter(at: number, months: number): number {
  const day = new Date(at);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.getTime();
}

/** The day until which it is kept, for who says so now. */
export const keptOnUntil = (now: number): string =>
  new Date(monthsAfter(now, KEPT_ON_MONTHS)).toISOString().slice(0, "2026-11-23".length);

export interface AtRest {
  readonly kind: ReviewedKind;
  /** When it came to rest, in milliseconds; null while it is in use, and where nobody knows. */
  readonly since: number | null;
  /** Every day until which somebody keeps it on; of days that were said apart the first counts. */
  readonly keptUntil: readonly unknown[];
}

/** From when on somebody is to look at it again; null for what is in use. */
export function reviewAt({ kind, since, keptUntil }: AtRest): number | null {
  if (since === null || !Number.isFinite(monthsAfter(since, REVIEW_MONTHS[kind]))) return null;
  const kept = keptUntil.map(overAt).filter((at) => at !== null);
  return Math.max(monthsAfter(since, REVIEW_MONTHS[kind]), kept.length === 0 ? -Infinity : Math.min(...kept));
}
