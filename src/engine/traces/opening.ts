/** Whether a trace is open, by what holders of the keys of `protected` said; and what is shown of one that is not: nothing. */
import { displayName, openingState, type OpeningState, type OpeningStatement } from "#model";
import type { ListItem } from "../api/index.ts";
import type { House } from "../house/house.ts";
import { voiceOf } from "../protection/holders.ts";
import type { RecordId } from "../api/record-id.ts";
import type { CatalogRecord } from "../records/catalog.ts";

const lineIn = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** A record in which devices contradict each other refuses, whatever else it says; see `voiceOf` for who wrote it. */
function statementsIn(house: House, record: CatalogRecord): readonly OpeningStatement[] {
  const { id, fields, conflicts } = record;
  const base = { id, by: voiceOf(house, record), at: lineIn(fields["at"]) ?? "" };
  const targets = [fields["of"], ...(conflicts["of"] ?? [])].flatMap((of) => lineIn(of) ?? []);
  if ([fields["says"], ...(conflicts["says"] ?? [])].includes("refuse"))
    return targets.map((of) => ({ ...base, says: "refuse", of }));
  const terms = lineIn(fields["reason"]);
  if (Object.keys(conflicts).length > 0 || terms === null) return [];
  if (fields["says"] === "propose") return [{ ...base, says: "propose", terms }];
  return targets.map((of) => ({ ...base, says: "agree", of, terms }));
}

export const openingOf = (house: House, trace: RecordId): OpeningState =>
  openingState(
    house.catalog.having("trace-opening", "guest", trace).flatMap((one) => statementsIn(house, one)),
  );

/** A trace whose name nobody is shown. */
export const isSealed = (house: House, record: CatalogRecord): boolean =>
  record.kind === "trace" && openingOf(house, record.id).kind !== "agreed";

/** What is shown of a trace where pairs are. */
export function traceItem(house: House, { id, kind, fields, changedAt }: CatalogRecord): ListItem {
  const isOpen = openingOf(house, id).kind === "agreed";
  const shown = isOpen ? { title: displayName(fields) ?? "", fields } : { title: "", fields: {} };
  return { id, kind, ...shown, changedAt };
}
