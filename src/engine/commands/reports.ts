/** Reports of the house beside their fields: how long they hold, renewing them, and a second family that asks. */
import { accessOf, endDayFrom, latestOf, overAt, reportEnd } from "#model";
import { EngineError, type JoinWish, type RecordId, type RenewalView } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { holdsUntil, settledReport, SETTLED } from "../reports/end-of-report.ts";
import { nowForTerm } from "../reports/house-clock.ts";
import { withSeeker } from "../reports/seekers.ts";
import { itemOf, recordOf } from "./read-records.ts";
import { checkMayWrite, editRecord, writeReport } from "./write-records.ts";

/** Throws `no-such-record` for anything but a report, `not-allowed`. */
function reportAt(house: House, id: RecordId): CatalogRecord {
  const report = recordOf(house, id);
  if (report.kind !== "report") throw new EngineError({ code: "no-such-record" });
  checkMayWrite(house, "report");
  return report;
}

/**
 * The report holds a year from now, and never shorter than it did. Throws `no-such-record`, `not-allowed`,
 * `report-closed`.
 */
export async function renewReport(
  house: House,
  id: RecordId,
): Promise<{ readonly id: RecordId; readonly until: string }> {
  const report = reportAt(house, id);
  if (report.fields["status"] !== "open") throw new EngineError({ code: "report-closed" });
  const before = settledReport(report) ?? report.fields;
  const asked = endDayFrom(nowForTerm(house));
  const held = before["expiresAt"];
  // of one that ended the day that it ended by is over, whatever this clock says
  const isOver = before["ended"] !== undefined && held === before["ended"];
  const base = isOver ? endDayFrom(overAt(held) ?? 0) : held;
  const until = latestOf([asked, base]) ?? asked;
  await writeReport(house, report, { after: { ...before, expiresAt: until }, settled: SETTLED });
  await house.settle();
  return { id, until };
}

function viewOf(house: House, record: CatalogRecord): RenewalView {
  const until = holdsUntil(record);
  const fields = settledReport(record) ?? record.fields;
  const state = until === null ? "runs" : reportEnd(fields, until, house.deps.clock.now());
  return { report: itemOf(record), state, until };
}

const overOf = ({ until }: RenewalView): number => overAt(until) ?? Number.POSITIVE_INFINITY;

export function renewals(house: House, { of }: { readonly of?: RecordId } = {}): readonly RenewalView[] {
  const { role } = memberOf(house).member;
  if (accessOf(role, "report") !== "write") return [];
  return house.catalog
    .ofKind("report")
    .filter(({ id, fields }) => (of === undefined || id === of) && fields["status"] === "open")
    .map((record) => viewOf(house, record))
    .filter(({ state }) => of !== undefined || state !== "runs")
    .sort((one, other) => overOf(one) - overOf(other));
}

/** Throws `no-such-record`, `not-allowed`, `fields`. */
export function joinReport(house: House, { report, seeker }: JoinWish): Promise<{ readonly id: RecordId }> {
  const seekers = withSeeker(reportAt(house, report), seeker);
  return editRecord(house, report, { seekers });
}
