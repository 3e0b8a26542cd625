/**
 * Guests that are one person, read as one: the records stay as they are, and what is shown is worked out of them
 * (src/model/same-person.ts).
 */
import { endedStay, mergeGuests, openStay, staysOf } from "#model";
import type { RecordId } from "../api/index.ts";
import type { PlainMap } from "../documents/plain.ts";
import { type Catalog, type CatalogRecord, isOnRecord } from "./catalog.ts";
import { notedStays } from "./noted-stays.ts";

/** The records of the person that a guest is, those that are here, in order; the first one stands for all in lists. */
export const recordsOfPerson = (catalog: Catalog, guest: RecordId): readonly CatalogRecord[] =>
  catalog.personOf(guest).members.flatMap((id) => catalog.get(id) ?? []);

const latest = (times: readonly (number | null)[]): number | null =>
  times.reduce<number | null>((last, at) => (at === null || (last !== null && last > at) ? last : at), null);

const earliest = (times: readonly (number | null)[]): number | null =>
  times.reduce<number | null>(
    (first, at) => (at === null || (first !== null && first < at) ? first : at),
    null,
  );

/**
 * Since when the person is not here; undefined while they are. What the records say where they agree; where they do not,
 * the last of what was noted in any of them.
 */
function leftAtOf(catalog: Catalog, records: readonly CatalogRecord[]): string | undefined {
  const said = records.map(({ fields }) => fields["leftAt"]).filter((at) => typeof at === "string");
  const [first] = records;
  if (said.length === 0 || first === undefined) return undefined;
  const stays = staysOf(notedStays(catalog, first));
  const isHere = said.length < records.length && (stays.length === 0 || openStay(stays) !== null);
  return isHere ? undefined : (endedStay(stays)?.until ?? said.toSorted().at(-1));
}

function mergedFields(catalog: Catalog, records: readonly CatalogRecord[]): PlainMap {
  const { leftAt: _, ...fields } = mergeGuests(records.map((record) => record.fields)).fields as PlainMap;
  const leftAt = leftAtOf(catalog, records);
  return leftAt === undefined ? fields : { ...fields, leftAt };
}

/** A guest as the person that they are: their own record where it is the only one. */
export function asOnePerson(catalog: Catalog, guest: CatalogRecord): CatalogRecord {
  if (guest.kind !== "guest") return guest;
  const records = recordsOfPerson(catalog, guest.id);
  const [first] = records;
  if (first === undefined || records.length === 1) return guest;
  return {
    ...first,
    fields: mergedFields(catalog, records),
    createdAt: earliest(records.map(({ createdAt }) => createdAt)),
    changedAt: latest(records.map(({ changedAt }) => changedAt)),
  };
}

/** Whether a guest's record stands for a person: the first of theirs, of who is on record at the desk. */
export const isPerson = (catalog: Catalog, guest: CatalogRecord): boolean =>
  isOnRecord(guest) && catalog.personOf(guest.id).members[0] === guest.id;

/** Everybody whom the house received and who is on record at the desk, each person once. */
export const personsOfHouse = (catalog: Catalog): readonly CatalogRecord[] =>
  catalog
    .ofKind("guest")
    .filter((guest) => isPerson(catalog, guest))
    .map((guest) => asOnePerson(catalog, guest));
