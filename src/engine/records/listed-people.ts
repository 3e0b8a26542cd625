/** Which records are of people who can be found, on which list, and what is known of them. */
import type { SearchablePerson } from "#match";
import type { Age } from "#model";
import type { RecordId } from "../api/index.ts";
import { type Catalog, type CatalogRecord, isStanding } from "./catalog.ts";
import { foundCardOf } from "./claim.ts";
import { asOnePerson, isPerson, recordsOfPerson } from "./one-person.ts";
import type { PersonList } from "./person-lists.ts";

/** Who is protected, and who left long ago: in `protected`, where each has one record. */
const KEPT_APART: readonly string[] = ["protected-guest", "trace"];

/** The list that a record's person is on; null for none. */
export function listOf(catalog: Catalog, record: CatalogRecord): PersonList | null {
  const { id, kind, fields } = record;
  // of several records of one person the first stands for all
  if (kind === "guest") return isPerson(catalog, record) ? "here" : null;
  if (KEPT_APART.includes(kind)) return "here";
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

/** Of the ages that several records of a person say, all years between; null where they cannot be told together. */
function ageWithin(catalog: Catalog, guest: RecordId): { readonly age: Age } | null {
  const ages = recordsOfPerson(catalog, guest).flatMap(({ fields: { age } }) =>
    age === undefined ? [] : [age as Age],
  );
  const ranges = ages.map((age) => (typeof age === "number" ? { from: age, to: age } : age));
  if (ranges.length < 2 || ranges.some((range) => "asOf" in range)) return null;
  return {
    age: { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) },
  };
}

/** What is known of a person: of a guest also when they came, from where and with whom, each time. */
export function personOf(catalog: Catalog, record: CatalogRecord): SearchablePerson {
  if (record.kind === "protected-guest") return protectedPerson(record.fields);
  if (record.kind !== "guest") return record.fields;
  const { id, fields } = asOnePerson(catalog, record);
  const told = { ...fields, ...ageWithin(catalog, id) };
  const known = catalog.ofGuest(id, "arrival");
  if (known.length === 0) return told;
  const companions = known.flatMap((arrival) => textsIn(arrival.fields["travellingWith"]));
  const arrivals = known.flatMap(({ fields: { at, from } }) =>
    typeof at === "string" ? [{ at, ...lineIn(from) }] : [],
  );
  const relatives = [...new Set([...textsIn(fields["relatives"]), ...companions])];
  return { ...told, arrivals, ...(relatives.length === 0 ? {} : { relatives }) };
}

/** Their coming stands in the same record. */
function protectedPerson(fields: CatalogRecord["fields"]): SearchablePerson {
  const { arrivedAt: at, from } = fields;
  const relatives = [...textsIn(fields["relatives"]), ...textsIn(fields["travellingWith"])];
  return {
    ...fields,
    ...(typeof at === "string" ? { arrivals: [{ at, ...lineIn(from) }] } : {}),
    ...(relatives.length === 0 ? {} : { relatives }),
  };
}

/**
 * Records of people who may be known otherwise because these came, changed or went: themselves; the card of a report,
 * which stands for it only while it is not here; the guest of an arrival.
 */
export const peopleConcerned = (catalog: Catalog, ids: readonly RecordId[]): readonly RecordId[] =>
  ids.flatMap((id) => {
    const record = catalog.get(id);
    if (record === null) return [...withCard(catalog, id), ...othersIn(catalog, id)];
    if (record.kind === "report") return withCard(catalog, id);
    if (record.kind === "arrival") return guestOf(record).flatMap((guest) => catalog.personOf(guest).maybe);
    if (record.kind === "guest") return withFoundCards(catalog, catalog.personOf(id).maybe);
    if (record.kind === "same-person") return othersIn(catalog, id);
    return listOf(catalog, record) === null && !EXTRACTS.includes(record.kind) ? [] : [id];
  });

/** Who may be others, or fewer, because of a statement, or of a guest who went. */
const othersIn = (catalog: Catalog, id: RecordId): readonly RecordId[] =>
  [id, ...catalog.samePersons.guestsIn(id)].flatMap((guest) => catalog.personOf(guest).maybe);

/** They stand while nobody takes them back: then they are to be taken off a list. */
const EXTRACTS: readonly string[] = ["card", "found-card"];

const withFoundCards = (catalog: Catalog, guests: readonly RecordId[]): readonly RecordId[] =>
  guests.flatMap((id) => {
    const guest = catalog.get(id);
    const card = guest === null ? null : foundCardOf(guest);
    return card === null || catalog.get(card) === null ? [id] : [id, card];
  });

function withCard(catalog: Catalog, report: RecordId): readonly RecordId[] {
  const card = catalog.cardOf(report);
  return card === null ? [report] : [report, card];
}

const guestOf = ({ fields: { guest } }: CatalogRecord): readonly RecordId[] =>
  typeof guest === "string" ? [guest as RecordId] : [];
