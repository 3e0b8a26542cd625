/**
 * Which months are counted for good so that guests may shrink, and what is said of them. A month is counted whole, so that
 * no statement is of one person alone; what came late joins the statement of its month that has most room.
 */
import { type ArrivalHappening, uncountedArrivals } from "./arrivals.ts";
import { Counts, type Parts } from "./counts.ts";
import type { FigureRecords } from "./figure.ts";
import { ARRIVAL_BREAKDOWNS, MOST_COUNTED, type MonthCount } from "./month-count.ts";
import { type Month, monthIn } from "./months.ts";

/** The fields of a statement. */
export interface MonthToCount {
  readonly month: Month;
  readonly arrivals: Parts;
  readonly of: string;
}

export interface MonthsToCount {
  readonly counts: readonly MonthToCount[];
  /** Guests who came in a month that cannot be counted yet: they do not shrink. */
  readonly waiting: ReadonlySet<string>;
}

export interface Counting {
  readonly records: FigureRecords;
  readonly tagOf: (record: string) => string | null;
  /** Whether a month has been over for so long that it may be counted. */
  readonly isOver: (month: Month) => boolean;
}

const DAY = 86_400_000;
/** What was noted on paper, and what devices that were off wrote, has come by then. */
const COUNT_AFTER_DAYS = 45;

/** From when on a month may be counted, in milliseconds. */
export function countableFrom(month: Month): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return Date.UTC(year, number, 1) + COUNT_AFTER_DAYS * DAY;
}

interface InMonth {
  readonly month: Month;
  readonly arrivals: readonly ArrivalHappening[];
}

function uncountedByMonth(records: FigureRecords): readonly InMonth[] {
  const byMonth = new Map<Month, ArrivalHappening[]>();
  for (const one of uncountedArrivals(records)) {
    const month = monthIn(one.on);
    if (month === null) continue;
    const known = byMonth.get(month);
    if (known === undefined) byMonth.set(month, [one]);
    else known.push(one);
  }
  return [...byMonth].map(([month, arrivals]) => ({ month, arrivals }));
}

/** With what was counted of the month before. */
function statementOf(
  month: Month,
  {
    before,
    arrivals,
    tagOf,
  }: {
    readonly before: MonthCount | undefined;
    readonly arrivals: readonly ArrivalHappening[];
    readonly tagOf: Counting["tagOf"];
  },
): MonthToCount {
  const counts = new Counts();
  const tags = new Set(before?.tags ?? []);
  counts.addAll(tags.size, before?.parts ?? {});
  for (const { id, groups } of arrivals) {
    const tag = tagOf(id);
    if (tag === null || tags.has(tag)) continue;
    tags.add(tag);
    counts.add(groups);
  }
  return { month, arrivals: counts.parts(ARRIVAL_BREAKDOWNS), of: [...tags].sort().join("") };
}

function statementsOf({ month, arrivals }: InMonth, { records, tagOf }: Counting): readonly MonthToCount[] {
  const [first, ...rest] = pieces(arrivals);
  const known = (records.counted?.counts ?? []).filter((count) => count.month === month);
  const before = known
    .toSorted((one, other) => one.tags.length - other.tags.length)
    .find(({ tags }) => tags.length + (first?.length ?? 0) <= MOST_COUNTED);
  return [
    ...(first === undefined ? [] : [statementOf(month, { before, arrivals: first, tagOf })]),
    ...rest.map((piece) => statementOf(month, { before: undefined, arrivals: piece, tagOf })),
  ];
}

const pieces = (all: readonly ArrivalHappening[]): readonly (readonly ArrivalHappening[])[] =>
  Array.from({ length: Math.ceil(all.length / MOST_COUNTED) }, (_, at) =>
    all.slice(at * MOST_COUNTED, (at + 1) * MOST_COUNTED),
  );

/** What is to be counted before these guests may shrink. `guests`: by the id that arrivals name. */
export function monthsToCount(counting: Counting, guests: ReadonlySet<string>): MonthsToCount {
  const isOf = ({ guest }: ArrivalHappening): boolean => typeof guest === "string" && guests.has(guest);
  const months = uncountedByMonth(counting.records).filter(({ arrivals }) => arrivals.some(isOf));
  const [over, open] = [true, false].map((is) => months.filter(({ month }) => counting.isOver(month) === is));
  return {
    counts: (over ?? []).flatMap((month) => statementsOf(month, counting)),
    waiting: new Set(
      (open ?? []).flatMap(({ arrivals }) => arrivals.filter(isOf).map(({ guest }) => guest as string)),
    ),
  };
}
