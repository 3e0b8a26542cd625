/**
 * What figures are counted from: the records of the house, each person once, but nobody who said no to it, and the months
 * that are counted for good.
 */
import {
  countedIn,
  type FigureRecord,
  type FigureRecords,
  type KindName,
  monthCountIn,
  staysOf,
} from "#model";
import type { RecordId, UnixMillis } from "../api/index.ts";
import { consentOf } from "../consents/consent-of.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import { personsOfHouse } from "../records/one-person.ts";
import { countedTag } from "./counted-tag.ts";

const LAST_MS = 8.64e15;
const two = (n: number): string => String(n).padStart(2, "0");

/** The day of an instant in the zone of this device, which stands in the house: evenings count for their own month. */
export function localDay(ms: UnixMillis): string {
  const at = new Date(ms);
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** An instant; null where a clock elsewhere said what is none. */
const momentOf = (ms: UnixMillis | null): string | null =>
  ms === null || !(Math.abs(ms) <= LAST_MS) ? null : new Date(ms).toISOString();

const figureRecord = ({ id, fields, createdAt, changedAt }: CatalogRecord): FigureRecord => ({
  ...{ id, fields, madeAt: momentOf(createdAt), changedAt: momentOf(changedAt) },
});

/**
 * Arrivals under one guest a person; a person who was registered twice when they came, in two records, came once.
 */
function arrivalsOf({ catalog }: House): readonly CatalogRecord[] {
  return catalog.ofKind("arrival").flatMap((arrival): readonly CatalogRecord[] => {
    const guest = catalog.get(arrival.fields["guest"] as RecordId);
    const [first = null, second] = guest?.kind === "guest" ? catalog.personOf(guest.id).members : [];
    if (guest === null || first === null || second === undefined) return [arrival];
    const begun = staysOf(notedStays(catalog, guest)).map(({ from }) => from);
    const beginning = begun.map((from) =>
      catalog.ofGuest(guest.id, "arrival").find(({ fields: { at } }) => at === from),
    );
    const isBeginning = beginning.some((known) => known?.id === arrival.id);
    return isBeginning ? [{ ...arrival, fields: { ...arrival.fields, guest: first } }] : [];
  });
}

/** Who said no to being counted, in whichever of their records. Asked of those alone of whom something was noted on it. */
function notToCount(house: House): ReadonlySet<unknown> {
  const { catalog } = house;
  const noted = catalog.ofKind("consent").filter(({ fields }) => fields["purpose"] === "figures");
  const guests = new Set(
    noted.flatMap(({ fields }) => {
      const { members, maybe } = catalog.personOf(fields["guest"] as RecordId);
      return [...members, ...maybe];
    }),
  );
  return new Set([...guests].filter((guest) => consentOf(house, { guest, purpose: "figures" }) === "no"));
}

/** Each person once, without who said no. */
function countedRecords(house: House, kind: KindName): readonly CatalogRecord[] {
  if (kind !== "guest" && kind !== "arrival") return house.catalog.ofKind(kind);
  const left = notToCount(house);
  return kind === "guest"
    ? personsOfHouse(house.catalog).filter(({ id }) => !left.has(id))
    : arrivalsOf(house).filter(({ fields }) => !left.has(fields["guest"]));
}

/** Whoever is one person was counted where any of their records was. */
function countedFor({ catalog }: House): NonNullable<FigureRecords["counted"]> {
  const statements = catalog.ofKind("month-count").flatMap((record) => monthCountIn(record) ?? []);
  const { counts, tags } = countedIn(statements);
  const isInside = (id: RecordId): boolean => tags.has(countedTag(id) ?? "");
  const has = (record: string): boolean =>
    tags.size > 0 && catalog.personOf(record as RecordId).members.some(isInside);
  return { counts, has };
}

export const figureRecordsOf = (house: House): FigureRecords => ({
  ofKind: (kind: KindName) => countedRecords(house, kind).map(figureRecord),
  counted: countedFor(house),
  dayOf: (moment) => (moment.includes("T") ? localDay(Date.parse(moment)) : moment),
});
