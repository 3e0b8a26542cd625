/** From the rows of a paper list, as they are typed afterwards, to the arrivals of a day. Pure. */
import { parseDate, parseInstant } from "#model";
import { t } from "./look.ts";
import type { FormError } from "./parts/form.tsx";

export interface PaperRow {
  readonly name: string;
  readonly age: string;
  readonly sex: "" | "female" | "male" | "other";
  readonly country: string;
  readonly company: string;
  readonly bed: string;
  readonly alone: boolean;
}

export interface PaperDraft {
  day: string;
  rows: readonly PaperRow[];
}

export const ROWS_AT_FIRST = 10;
/** As many as are saved at once. */
export const MOST_ROWS = 100;

const EMPTY: PaperRow = { name: "", age: "", sex: "", country: "", company: "", bed: "", alone: false };

export const emptyRows = (count: number): readonly PaperRow[] =>
  Array.from({ length: count }, () => ({ ...EMPTY }));

export const emptyPaper = (): PaperDraft => ({ day: "", rows: emptyRows(ROWS_AT_FIRST) });

export const isTyped = (row: PaperRow): boolean =>
  row.alone || Object.values(row).some((value) => typeof value === "string" && value.trim() !== "");

/** Whether it may be at rest half typed: nobody of it may go to `protected`. */
export const mayKeepPaper = ({ rows }: PaperDraft): boolean => rows.every(({ alone }) => !alone);

export const fieldOf = (row: number, field: string): string => `paper-${String(row)}-${field}`;
export const FIELD_DAY = "paper-day";

const ISO_DAY_LENGTH = 10;

/** When the list is typed. */
export interface TypingTime {
  readonly now: number;
  /** The day there, as an ISO date. */
  readonly today: string;
}

/** Whether a day, or a day with its hour, was typed, and has come. */
function hasCome(text: string, { now, today }: TypingTime): boolean {
  const instant = parseInstant(text.trim());
  if (instant !== null) return Date.parse(instant) <= now;
  const day = parseDate(text);
  return day !== null && day.length === ISO_DAY_LENGTH && day <= today;
}

/** What must be corrected before the list can be saved. */
export function checkPaper({ day, rows }: PaperDraft, time: TypingTime): readonly FormError[] {
  const typed = rows.map((row, at) => ({ row, at })).filter(({ row }) => isTyped(row));
  return [
    ...(hasCome(day, time) ? [] : [{ field: FIELD_DAY, text: t().paperList.needDay }]),
    ...(typed.length === 0 ? [{ field: fieldOf(0, "name"), text: t().paperList.needRow }] : []),
    ...typed
      .filter(({ row }) => row.name.trim() === "")
      .map(({ at }) => ({ field: fieldOf(at, "name"), text: t().paperList.needName(at + 1) })),
  ];
}

const FIELDS: ReadonlyMap<string, string> = new Map([["travellingWith", "company"]]);

/** The field that a problem of the engine is about: `people.2.age` of the rows that were sent. */
export function problemField({ rows }: PaperDraft, path: string): string | null {
  const [, at, field = "name"] = /^people\.(\d+)\.([^.]+)/u.exec(path) ?? [];
  if (at === undefined) return path === "at" ? FIELD_DAY : null;
  if (field === "at") return FIELD_DAY;
  const row = rows.map((one, where) => ({ one, where })).filter(({ one }) => isTyped(one))[Number(at)];
  return row === undefined ? null : fieldOf(row.where, FIELDS.get(field) ?? field);
}

/** What is saved: everybody of the list, who came that day and not together. */
export const arrivalsOf = ({ day, rows }: PaperDraft): object => ({
  at: day,
  apart: true,
  people: rows.filter(isTyped).map(({ company, sex, alone, ...row }) => ({
    ...row,
    travellingWith: company,
    ...(sex === "" ? {} : { sex }),
    ...(alone ? { alone: true } : {}),
  })),
});
