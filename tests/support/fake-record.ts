/** Records of the stand-in: how one is kept, named, listed and counted. */
import type { ListItem, StatusView } from "#engine";
import { displayName, type KindName } from "#model";
import type { HistoryItem, RecordId, RecordView, Saved } from "./fake-types.ts";

export interface Stored {
  readonly id: RecordId;
  readonly kind: KindName;
  readonly own: boolean;
  fields: RecordView["fields"];
  conflicts: Record<string, readonly unknown[]>;
  saved: Saved;
  changedAt: number;
  readonly createdAt: number;
  readonly history: HistoryItem[];
}

/** The id of the so many-th record: base32, as ids are. */
export function idOf(count: number): RecordId {
  const digits = count.toString(8).padStart(3, "0");
  const letters = digits.replace(/[01]/gu, (digit) => (digit === "0" ? "o" : "i"));
  return `${"a".repeat(22)}${letters}a` as RecordId;
}

export const itemOf = ({ id, kind, fields, changedAt }: Stored): ListItem => ({
  ...{ id, kind, fields, changedAt },
  title: displayName({ ...fields }) ?? "",
});

export function countsOf(records: readonly Stored[]): Omit<StatusView, "peers" | "sites"> {
  const counted = records.filter(({ kind }) => kind !== "arrival");
  const onlyHere = counted.filter(({ saved }) => !saved.hub && saved.sites.length === 0).length;
  return { entries: counted.length * 2, records: counted.length, onlyHere, refused: 0 };
}
