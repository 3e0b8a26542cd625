/**
 * What a house counts. A figure is a file that says what happened when, and in which group of each breakdown; and a line
 * in `table.ts`. A breakdown of a part of what another figure breaks down would tell by subtraction of the rest.
 */
import type { Moment, PartialDate } from "../dates.ts";
import type { KindName, PlainFields } from "../kinds.ts";
import type { BreakdownName, GroupOf } from "./breakdowns.ts";
import type { MonthCount } from "./month-count.ts";

/** A record as figures see it. */
export interface FigureRecord {
  readonly id: string;
  readonly fields: PlainFields;
  readonly madeAt: Moment | null;
  readonly changedAt: Moment | null;
}

export interface FigureRecords {
  ofKind(kind: KindName): readonly FigureRecord[];
  /** The day of an instant where the house is; a date stays as it is. */
  dayOf(moment: Moment): PartialDate;
  /** Arrivals that were counted for good, and which these are; without it none were. */
  readonly counted?: {
    readonly counts: readonly MonthCount[];
    has(record: string): boolean;
  };
}

export interface Happening<B extends BreakdownName = BreakdownName> {
  readonly on: PartialDate;
  readonly groups: { readonly [Name in B]: GroupOf<Name> };
}

export interface Figure<B extends BreakdownName> {
  readonly name: string;
  /** HXL: what the numbers are of. */
  readonly tag: string;
  readonly breakdowns: readonly B[];
  readonly happenings: (records: FigureRecords) => Iterable<Happening<B>>;
  /** Its happenings are without those that `counted` holds, which are added to them. */
  readonly isCountedForGood?: true;
}

/** A field that says when, as a day; null where it says nothing. */
export const dayIn = (records: FigureRecords, moment: unknown): PartialDate | null =>
  typeof moment === "string" ? records.dayOf(moment) : null;
