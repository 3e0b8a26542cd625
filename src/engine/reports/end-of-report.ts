/** When a report ends as this device sees it, and what it is to hold where devices wrote it apart. */
import { endDayFrom, isSought, latestOf, overAt } from "#model";
import type { Plain, PlainMap } from "../documents/plain.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { seekersIn } from "./seekers.ts";

/** To which day it holds; one that says none (made by an older version) a year from when it was made. */
export function holdsUntil({ fields, conflicts, createdAt }: CatalogRecord): string | null {
  const said = latestOf([...(conflicts["expiresAt"] ?? []), fields["expiresAt"]]);
  return said ?? (createdAt === null ? null : endDayFrom(createdAt));
}

/** The fields that say it. */
export const TERM: readonly string[] = ["expiresAt", "ended"];

/** What a device settles by itself where it was set apart. */
export const SETTLED: readonly string[] = [...TERM, "seekers"];

/** Of terms set apart the latest: whoever renewed it wins. Of seekers all: nobody who asked is lost. */
export function settledReport(record: CatalogRecord): PlainMap | null {
  const terms = TERM.flatMap((field) => {
    const latest = latestOf(record.conflicts[field] ?? []);
    return latest === null ? [] : [[field, latest] as const];
  });
  const joined = record.conflicts["seekers"] === undefined ? [] : [["seekers", seekersIn(record)] as const];
  const settled = [...terms, ...joined];
  const fields: PlainMap = Object.fromEntries<Plain>(settled);
  return settled.length === 0 ? null : { ...record.fields, ...fields };
}

/** When an open report's time is over, in milliseconds; null for one that is not sought any more. */
export function endsAt(report: CatalogRecord): number | null {
  return isSought(settledReport(report) ?? report.fields) ? overAt(holdsUntil(report)) : null;
}
