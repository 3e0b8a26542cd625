/** What one page hands to the next: in memory, never in an address. */
import type { ReportDraft } from "./report-fields.ts";

let carried: Partial<ReportDraft> | null = null;

/** Hands what was searched for to the report that comes next. */
export const carrySought = (draft: Partial<ReportDraft>): void => {
  carried = draft;
};

/** What was handed over, once. */
export const takeCarried = (): Partial<ReportDraft> | null => {
  const draft = carried;
  carried = null;
  return draft;
};
