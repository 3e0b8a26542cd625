/**
 * The table of figures: a row a month, with the total of each figure and, beside it, the groups of each breakdown. What a
 * row shows follows from what happened in its month alone: a file of another period tells nothing more of it.
 */
import { arrivals } from "./arrivals.ts";
import { type BreakdownName, BREAKDOWNS } from "./breakdowns.ts";
import { Counts } from "./counts.ts";
import type { Figure, FigureRecords } from "./figure.ts";
import { type Month, monthIn } from "./months.ts";
import { reportsClosed } from "./reports-closed.ts";
import { reportsTaken } from "./reports-taken.ts";
import { type Shown, shownParts, shownTotal } from "./small-counts.ts";

/** A new figure is a file beside this one, and a line here. */
const FIGURES = { arrivals, "reports-taken": reportsTaken, "reports-closed": reportsClosed } as const;

export type FigureName = keyof typeof FIGURES;

/** A total, or one group of a breakdown of it. */
export interface FigureColumn {
  readonly figure: FigureName;
  readonly part: { readonly breakdown: BreakdownName; readonly group: string } | null;
  /** Its HXL hashtag and attributes. */
  readonly tag: string;
}

export interface FiguresTable {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly { readonly month: Month; readonly cells: readonly Shown[] }[];
}

type AnyFigure = Pick<Figure<BreakdownName>, "tag" | "breakdowns" | "isCountedForGood"> & {
  readonly happenings: (records: FigureRecords) => Iterable<{
    readonly on: string;
    readonly groups: Readonly<Partial<Record<BreakdownName, string>>>;
  }>;
};

const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];
const figureOf = (name: FigureName): AnyFigure => FIGURES[name];

/** Attributes of the HXL dictionary; all others are told as the breakdown with the group. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["sex female", "f"],
  ["sex male", "m"],
  ["sex other", "i"],
]);

function attributeOf(breakdown: BreakdownName, group: string): string {
  const plain = group
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "_")
    .replace(/_$/u, "");
  return ATTRIBUTES.get(`${breakdown} ${group}`) ?? `${breakdown}_${plain}`;
}

function columnsOf(figure: FigureName): readonly FigureColumn[] {
  const { tag, breakdowns } = figureOf(figure);
  const parts = breakdowns.flatMap((breakdown) =>
    BREAKDOWNS[breakdown].map((group): FigureColumn => ({
      ...{ figure, part: { breakdown, group } },
      tag: `${tag}+${attributeOf(breakdown, group)}`,
    })),
  );
  return [{ figure, part: null, tag }, ...parts];
}

const shownOf = (counts: Counts, breakdowns: readonly BreakdownName[]): readonly Shown[] => [
  shownTotal(counts.total),
  ...breakdowns.flatMap((breakdown) => shownParts(counts.of(breakdown))),
];

/** What is counted for good of a figure. */
function countedBefore(figure: FigureName, { counted }: FigureRecords): Map<Month, Counts> {
  const byMonth = new Map<Month, Counts>();
  if (figureOf(figure).isCountedForGood !== true) return byMonth;
  for (const { month, parts, tags } of counted?.counts ?? []) {
    const counts = byMonth.get(month) ?? new Counts();
    byMonth.set(month, counts);
    counts.addAll(tags.length, parts);
  }
  return byMonth;
}

function countsOf(figure: FigureName, records: FigureRecords): ReadonlyMap<Month, Counts> {
  const byMonth = countedBefore(figure, records);
  for (const { on, groups } of figureOf(figure).happenings(records)) {
    const month = monthIn(on);
    if (month === null) continue;
    const counts = byMonth.get(month) ?? new Counts();
    byMonth.set(month, counts);
    counts.add(groups);
  }
  return byMonth;
}

/** The figures of these months. What happened in a year of which no month is known is in none. */
export function figuresOf(records: FigureRecords, months: readonly Month[]): FiguresTable {
  const counted = FIGURE_NAMES.map((name) => ({ name, byMonth: countsOf(name, records) }));
  const none = new Counts();
  const rows = months.map((month) => ({
    month,
    cells: counted.flatMap(({ name, byMonth }) =>
      shownOf(byMonth.get(month) ?? none, figureOf(name).breakdowns),
    ),
  }));
  return { columns: FIGURE_NAMES.flatMap(columnsOf), rows };
}
