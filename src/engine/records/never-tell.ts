/** Whom a guest wants never to be told, by every record that anybody says to be of that person. */
import type { NeverTellView } from "../api/care.ts";
import type { RecordId } from "../api/record-id.ts";
import type { Catalog } from "./catalog.ts";

const lineOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Also the records of the desk that a protected person was moved from. */
function recordsOf(catalog: Catalog, guest: RecordId): readonly RecordId[] {
  const was = catalog.get(guest)?.fields["was"];
  const former = typeof was === "string" ? catalog.samePersons.of(was as RecordId).maybe : [];
  return [...catalog.personOf(guest).maybe, ...former];
}

/**
 * Every one that was ever noted, also those that were taken back, so that taking one back changes nothing of what somebody
 * agreed to while it stood.
 */
export const everNeverTell = (catalog: Catalog, guest: RecordId): readonly RecordId[] =>
  recordsOf(catalog, guest)
    .flatMap((id) => catalog.having("never-tell", "guest", id))
    .map(({ id }) => id)
    .sort();

/** One that was taken back at one device and not at another stands. */
export const neverTellOf = (catalog: Catalog, guest: RecordId): readonly NeverTellView[] =>
  recordsOf(catalog, guest)
    .flatMap((id) => catalog.having("never-tell", "guest", id))
    .filter(({ fields, conflicts }) => fields["takenBack"] !== true || conflicts["takenBack"] !== undefined)
    .map(({ id, fields: { name, relation, note } }) => ({
      ...{ id, name: lineOf(name), relation: lineOf(relation), note: lineOf(note) },
    }));
