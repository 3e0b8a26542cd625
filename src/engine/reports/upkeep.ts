/**
 * What a device does by itself for the reports of its house: it ends those whose day has passed, and the card leaves
 * without a reason; of terms that were set apart it keeps the latest; and the card of a report that ended is what the
 * report says now, so that a renewal on another device brings it back. Any device of the house that may write reports
 * does it, whoever is first; what one of them did already, another finds done.
 */
import { accessOf, isSought } from "#model";
import { EngineError } from "../api/index.ts";
import { writeReport } from "../commands/write-records.ts";
import type { PlainMap } from "../documents/plain.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { writingRole } from "../house/restate.ts";
import { endsAt, holdsUntil, settledReport, SETTLED } from "./end-of-report.ts";
import { hasPassed } from "./house-clock.ts";

/** Whether the card is there where the report says that it is not, or is not. Only of one that ended once. */
function isCardBehind(house: House, { id, fields }: CatalogRecord): boolean {
  const cardId = fields["ended"] === undefined ? null : house.catalog.cardOf(id);
  const card = cardId === null ? null : house.catalog.get(cardId);
  if (card === null) return false;
  const isOpen = card.fields["status"] === "open";
  return isOpen !== isSought(fields) || card.conflicts["status"] !== undefined;
}

/** What the report is to hold; null where nothing is to be done. */
function dueFor(house: House, report: CatalogRecord): PlainMap | null {
  const settled = settledReport(report);
  if (settled !== null) return settled;
  const over = endsAt(report);
  const until = holdsUntil(report);
  if (over !== null && until !== null && hasPassed(house, over)) return { ...report.fields, ended: until };
  return isCardBehind(house, report) ? report.fields : null;
}

async function write(house: House, report: CatalogRecord, after: PlainMap): Promise<boolean> {
  try {
    await writeReport(house, report, { after, settled: SETTLED });
    return true;
  } catch (error) {
    // no key any more: it is tried again whenever something comes
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/** Resolves with whether anything was written. */
export async function keepReports(house: House): Promise<boolean> {
  const role = writingRole(house);
  if (role === null || accessOf(role, "report") !== "write") return false;
  let wrote = false;
  for (const report of house.catalog.ofKind("report")) {
    const fields = dueFor(house, report);
    if (fields !== null && (await write(house, report, fields))) wrote = true;
  }
  return wrote;
}
