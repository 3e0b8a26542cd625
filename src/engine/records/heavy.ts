/** Of kinds with large fields (a photo): what the catalog holds of a record, and the whole of it when somebody looks. */
import { kindFacts } from "#model";
import type { Membership } from "#sync";
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

/** What was opened of a record, and by whose word its entries count. */
interface Opened {
  readonly contents: readonly PlacedContent[];
  readonly membership: Membership;
}

/** With them; null where it does not read as a record any more. */
export const wholeOf = (record: CatalogRecord, { contents, membership }: Opened): CatalogRecord | null =>
  kindFacts(record.kind).heavy === undefined
    ? record
    : readRecord({ id: record.id, places: record.entries, contents, membership });
