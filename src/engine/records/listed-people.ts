/** Which records are of people who can be found, on which list, and what is known of them. */
import type { SearchablePerson } from "#match";
import type { KindName } from "#model";
import type { RecordId } from "../api.ts";
import { cardIdOf } from "./card-id.ts";
import type { Catalog, CatalogRecord } from "./catalog.ts";
import type { PersonList } from "./person-lists.ts";

/** `card`: on the list of who is sought, as long as it is needed there. */
const LISTS: Readonly<Record<KindName, PersonList | "card" | null>> = {
  guest: "here",
  report: "sought",
  card: "card",
  arrival: null,
  consent: null,
  match: null,
  message: null,
  person: null,
  referral: null,
  "referral-step": null,
  "referral-extract": null,
  "referral-guest": null,
};

/** The list that a record's person is on; null for none. */
export function listOf(catalog: Catalog, { id, kind, fields }: CatalogRecord): PersonList | null {
  const list = LISTS[kind];
  if (list !== "card") return list;
  return fields["status"] === "withdrawn" || catalog.reportOf(id) !== null ? null : "sought";
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

const lineIn = (value: unknown): { readonly from?: string } =>
  typeof value === "string" ? { from: value } : {};

/** What is known of a person: of a guest also when they came, from where and with whom, each time. */
export function personOf(catalog: Catalog, { id, kind, fields }: CatalogRecord): SearchablePerson {
  if (kind !== "guest") return fields;
  const known = catalog.arrivalsOf(id);
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
    if (record === null || record.kind === "report") return [id, cardIdOf(id)];
    if (record.kind === "arrival") return guestOf(record);
    return listOf(catalog, record) === null && record.kind !== "card" ? [] : [id];
  });

const guestOf = ({ fields: { guest } }: CatalogRecord): readonly RecordId[] =>
  typeof guest === "string" ? [guest as RecordId] : [];
