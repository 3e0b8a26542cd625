/**
 * Arrivals of a month counted for good, in numbers alone, before the guests of that month shrink to traces
 * (docs/decisions/0034-traces.md). `of` says which arrivals are inside, each by a tag that is random to whoever does not
 * know the record's id: so none is counted twice, whichever device counts and whatever comes late. A statement that has
 * more than another one of them stands for it; of two that overlap otherwise the larger one counts, and what only the
 * other one knew is counted from its record again, as long as that is there.
 */
import * as v from "valibot";
import { objectProblem, value } from "../field-types.ts";
import type { PlainFields } from "../kind-facts.ts";
import { bad, ok, type Read } from "../read.ts";
import { type BreakdownName, BREAKDOWNS } from "./breakdowns.ts";
import type { Parts } from "./counts.ts";
import { type Month, monthIn } from "./months.ts";

/** By what arrivals are broken down. */
export const ARRIVAL_BREAKDOWNS = ["visit", "sex", "age", "country", "situation"] as const;

/** Base32 of five bytes. */
const TAG_LENGTH = 8;
const TAGS = /^(?:[a-z2-7]{8})+$/u;
/** All of them are one change of a record, which is 64 KB at the most. */
export const MOST_COUNTED = 6000;

const readMonth = (input: unknown): Read<Month> =>
  typeof input === "string" && input.length === "2026-11".length && monthIn(input) === input
    ? ok(input)
    : bad("bad-date");

const tagsIn = (text: string): readonly string[] => text.match(/.{8}/gu) ?? [];

function readTags(input: unknown): Read<string> {
  if (typeof input !== "string" || !TAGS.test(input)) return bad("wrong-type");
  if (input.length > MOST_COUNTED * TAG_LENGTH) return bad("too-many");
  const tags = tagsIn(input);
  return new Set(tags).size === tags.length ? ok(input) : bad("wrong-type");
}

const isCount = (count: unknown): count is number => Number.isSafeInteger(count) && (count as number) > 0;

/** Groups of one breakdown; what a later version counts under another name is no group here, and the sum says so. */
function groupsIn(breakdown: BreakdownName, input: unknown): Readonly<Record<string, number>> | null {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return null;
  const known: readonly string[] = BREAKDOWNS[breakdown];
  const entries = Object.entries(input);
  const isKnown = entries.every(([group, count]) => known.includes(group) && isCount(count));
  return isKnown ? Object.fromEntries(entries as (readonly [string, number])[]) : null;
}

function partsIn(input: unknown): Parts | null {
  if (typeof input !== "object" || input === null) return null;
  const given = new Map(Object.entries(input));
  const parts = ARRIVAL_BREAKDOWNS.map(
    (breakdown) => [breakdown, groupsIn(breakdown, given.get(breakdown))] as const,
  );
  const isWhole = given.size === parts.length && parts.every(([, groups]) => groups !== null);
  return isWhole ? Object.fromEntries(parts) : null;
}

const readParts = (input: unknown): Read<Parts> => {
  const parts = partsIn(input);
  return parts === null ? bad("wrong-type") : ok(parts);
};

/** Every breakdown adds up to all: what is hidden of one could else be worked out by another. */
const addsUp = (parts: Parts, total: number): boolean =>
  Object.values(parts).every(
    (groups) => Object.values(groups).reduce((sum, count) => sum + count, 0) === total,
  );

export const monthCountSchema = v.pipe(
  v.strictObject({ month: value(readMonth), arrivals: value(readParts), of: value(readTags) }, objectProblem),
  v.check(({ arrivals, of }) => addsUp(arrivals, of.length / TAG_LENGTH), "wrong-type"),
);

/** A statement as figures read it. */
export interface MonthCount {
  readonly id: string;
  readonly month: Month;
  readonly parts: Parts;
  readonly tags: readonly string[];
}

/** Null for what is none: it counts nothing, and what it would stand for is counted from its records. */
export function monthCountIn({
  id,
  fields,
}: {
  readonly id: string;
  readonly fields: PlainFields;
}): MonthCount | null {
  const read = v.safeParse(monthCountSchema, fields);
  if (!read.success) return null;
  const { month, arrivals, of } = read.output;
  return { id, month, parts: arrivals, tags: tagsIn(of) };
}

/** What is counted for good. */
export interface Counted {
  readonly counts: readonly MonthCount[];
  /** Of all arrivals inside. */
  readonly tags: ReadonlySet<string>;
}

const largestFirst = (one: MonthCount, other: MonthCount): number =>
  other.tags.length - one.tags.length || (one.id < other.id ? -1 : 1);

/** Of these statements those that count: no arrival is in two of them. The same for any order. */
export function countedIn(statements: readonly MonthCount[]): Counted {
  const tags = new Set<string>();
  const counts = statements.toSorted(largestFirst).filter((statement) => {
    if (statement.tags.some((tag) => tags.has(tag))) return false;
    for (const tag of statement.tags) tags.add(tag);
    return true;
  });
  return { counts, tags };
}
