/** Months that figures are counted for: whole ones that are over, because a file of an open month, beside one of the day before, tells who came between. */
import type { PartialDate } from "../dates.ts";

/** `YYYY-MM`. */
export type Month = string;

/** Which months; what is left out follows from the other, or from the last month that is over. */
export interface FiguresPeriod {
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
}

export type MonthsOfPeriod =
  | { readonly kind: "months"; readonly months: readonly Month[] }
  | { readonly kind: "bad-period" }
  /** `last`: the last month that is over. */
  | { readonly kind: "not-over"; readonly last: Month };

const YEAR = 12;
const MOST_MONTHS = 10 * YEAR;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/u;

const numberOf = (month: Month): number | null => {
  const parts = MONTH.exec(month);
  return parts === null ? null : Number(parts[1]) * YEAR + Number(parts[2]) - 1;
};

const monthOf = (n: number): Month =>
  `${String(Math.floor(n / YEAR)).padStart(4, "0")}-${String((n % YEAR) + 1).padStart(2, "0")}`;

/** The month of a date; null where only the year is known. */
export const monthIn = (date: PartialDate): Month | null =>
  MONTH.test(date.slice(0, 7)) ? date.slice(0, 7) : null;

/** The months of a period, first one first; twelve unless told. */
export function monthsOf({ from, to }: FiguresPeriod, today: PartialDate): MonthsOfPeriod {
  const now = numberOf(today.slice(0, 7)) ?? 0;
  const last = to === undefined ? now - 1 : numberOf(to);
  if (last === null) return { kind: "bad-period" };
  const first = from === undefined ? last - YEAR + 1 : numberOf(from);
  if (first === null) return { kind: "bad-period" };
  if (Math.max(first, last) >= now) return { kind: "not-over", last: monthOf(now - 1) };
  const length = last - first + 1;
  if (length < 1 || length > MOST_MONTHS) return { kind: "bad-period" };
  return { kind: "months", months: Array.from({ length }, (_, at) => monthOf(first + at)) };
}
