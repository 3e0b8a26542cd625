/** Of kinds with large fields (a photo): what the catalog holds of a record, and the whole of it when somebody looks. */
import { kindFacts } from "#model";
import type { House } from "../house.ts";
import type { CatalogRecord } from "./catalog.ts";
import { type PlacedContent, readRecord } from "./read-record.ts";

/** Without the fields that are read when somebody looks, nor what was set of them at once. */
export function lightOf(record: CatalogRecord): CatalogRecord {
  const { heavy } = kindFacts(record.kind);
  if (heavy === undefined) return record;
  const isLight = ([path]: readonly [string, unknown]): boolean => !heavy.includes(path.split(".")[0] ?? "");
  return {
    ...record,
    fields: Object.fromEntries(Object.entries(record.fields).filter(isLight)),
    conflicts: Object.fromEntries(Object.entries(record.conflicts).filter(isLight)),
  };
}

/** With them. `contents`: what was opened of it; null where it does not read as a record any more. */
export const wholeOf = (
  house: House,
  record: CatalogRecord,
  contents: readonly PlacedContent[],
): CatalogRecord | null =>
  kindFacts(record.kind).heavy === undefined
    ? record
    : readRecord({
        ...{ id: record.id, places: record.entries, contents },
        membership: house.replica.membership(),
      });
