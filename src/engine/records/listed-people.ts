/** Which records are of people who can be found, on which list, and what is known of them. */
import type { SearchablePerson } from "#match";
import type { RecordId } from "../api.ts";
import { type Catalog, type CatalogRecord, isStanding } from "./catalog.ts";
import { foundCardOf } from "./claim.ts";
import type { PersonList } from "./person-lists.ts";

/** The list that a record's person is on; null for none. */
export function listOf(catalog: Catalog, record: CatalogRecord): PersonList | null {
  const { id, kind, fields } = record;
  if (kind === "guest") return "here";
  if (kind === "report") return "sought";
  if (kind === "found-card") return isElsewhere(catalog, record) ? "elsewhere" : null;
  const stands = kind === "card" && fields["status"] !== "withdrawn" && catalog.reportOf(id) === null;
  return stands ? "sought" : null;
}

/** Whether it says that somebody is at another shelter: who is here is on their own list. */
const isElsewhere = (catalog: Catalog, card: CatalogRecord): boolean =>
  isStanding(card) && catalog.guestOfFoundCard(card.id) === null;

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

const lineIn = (value: unknown): { readonly from?: string } =>
  typeof value === "string" ? { from: value } : {};

/** What is known of a person: of a guest also when they came, from where and with whom, each time. */
export function personOf(catalog: Catalog, { id, kind, fields }: CatalogRecord): SearchablePerson {
  if (kind !== "guest") return fields;
  const known = catalog.ofGuest(id, "arrival");
  if (known.length === 0) return fields;
  const companions = known.flatMap((arrival) => textsIn(arrival.fields["travellingWith"]));
  const arrivals = known.flatMap(({ fields: { at, from } }) =>
    typeof at === "string" ? [{ at, ...lineIn(from) }] : [],
  );
  const relatives = [...new Set([...textsIn(fields["relatives"]), ...companions])];
  return { ...fields, arrivals, ...(relatives.length === 0 ? {} : { relatives }) };
}

/**
 * Records of people who may be known otherwise because these came, changed or went: themselves; the card of a report,
 * which stands for it only while it is not here; the guest of an arrival.
 */
export const peopleConcerned = (catalog: Catalog, ids: readonly RecordId[]): readonly RecordId[] =>
  ids.flatMap((id) => {
    const record = catalog.get(id);
    if (record === null || record.kind === "report") return withCard(catalog, id);
    if (record.kind === "arrival") return guestOf(record);
    if (record.kind === "guest") return withFoundCard(catalog, record);
    return listOf(catalog, record) === null && !EXTRACTS.includes(record.kind) ? [] : [id];
  });

/** They stand while nobody takes them back: then they are to be taken off a list. */
const EXTRACTS: readonly string[] = ["card", "found-card"];

function withFoundCard(catalog: Catalog, guest: CatalogRecord): readonly RecordId[] {
  const card = foundCardOf(guest);
  return catalog.get(card) === null ? [guest.id] : [guest.id, card];
}

function withCard(catalog: Catalog, report: RecordId): readonly RecordId[] {
  const card = catalog.cardOf(report);
  return card === null ? [report] : [report, card];
}

const guestOf = ({ fields: { guest } }: CatalogRecord): readonly RecordId[] =>
  typeof guest === "string" ? [guest as RecordId] : [];
