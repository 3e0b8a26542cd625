/** The age group of a person on a day: by the date of birth, else by an age that was told, which has grown since by whole years. */
import { parseIsoDate, type PartialDate } from "../dates.ts";
import type { PlainFields } from "../kind-facts.ts";

export const AGE_GROUPS = ["0-4", "5-11", "12-17", "18-29", "30-59", "60+", "unknown"] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** The first year of each group. */
const FROM = [0, 5, 12, 18, 30, 60] as const;
const OLDEST = 130;

interface Bounds {
  readonly from: number;
  readonly to: number;
}

interface Days {
  readonly on: PartialDate;
  /** When the record was made: an age that says no day of its own was true then. */
  readonly toldOn: PartialDate;
}

const first = (date: PartialDate): string => `${date}-01-01`.slice(0, 10);
const last = (date: PartialDate): string => `${date}${"-12-31".slice(date.length - 4)}`;

/** Whole years from a day to a later one; below none for an earlier one. */
function years(since: string, until: string): number {
  const whole = Number(until.slice(0, 4)) - Number(since.slice(0, 4));
  return until.slice(5) < since.slice(5) ? whole - 1 : whole;
}

const groupAt = (age: number): AgeGroup => AGE_GROUPS[FROM.findLastIndex((from) => age >= from)] ?? "unknown";

/** The group that all of these ages are in. */
function groupOf({ from, to }: Bounds): AgeGroup {
  if (to < 0 || to > OLDEST) return "unknown";
  const group = groupAt(Math.max(0, from));
  return group === groupAt(to) ? group : "unknown";
}

function byBirth(birthDate: unknown, on: PartialDate): AgeGroup {
  const birth = typeof birthDate === "string" ? parseIsoDate(birthDate) : null;
  if (birth === null) return "unknown";
  return groupOf({ from: years(last(birth), first(on)), to: years(first(birth), last(on)) });
}

interface Told extends Bounds {
  readonly asOf: PartialDate | null;
}

function toldAge(age: unknown): Told | null {
  if (typeof age === "number") return { from: age, to: age, asOf: null };
  if (typeof age !== "object" || age === null) return null;
  const { from, to, asOf } = age as Readonly<Record<string, unknown>>;
  if (typeof from !== "number" || typeof to !== "number") return null;
  return { from, to, asOf: typeof asOf === "string" ? parseIsoDate(asOf) : null };
}

function byAge(age: unknown, { on, toldOn }: Days): AgeGroup {
  const told = toldAge(age);
  if (told === null) return "unknown";
  const [then, now] = [first(told.asOf ?? toldOn), first(on)];
  // toward none in both directions: on the day before somebody was asked they were as old
  const since = then <= now ? years(then, now) : -years(now, then);
  return groupOf({ from: told.from + since, to: told.to + since });
}

export function ageGroupAt({ birthDate, age }: PlainFields, days: Days): AgeGroup {
  const group = byBirth(birthDate, days.on);
  return group === "unknown" ? byAge(age, days) : group;
}
