/** Which records are of people who can be found, on which list, and what is known of them. */
import type { SearchablePerson } from "#match";
import type { RecordId } from "../api.ts";
import type { Catalog, CatalogRecord } from "./catalog.ts";
import type { PersonList } from "./person-lists.ts";

/** The list that a record's person is on; null for none. */
export function listOf(catalog: Catalog, { id, kind, fields }: CatalogRecord): PersonList | null {
  if (kind === "guest") return fields["emptied"] === true ? null : "here";
  if (kind === "protected-guest") return "here";
  if (kind === "report") return "sought";
  const stands = kind === "card" && fields["status"] !== "withdrawn" && catalog.reportOf(id) === null;
  return stands ? "sought" : null;
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

const lineIn = (value: unknown): { readonly from?: string } =>
  typeof value === "string" ? { from: value } : {};

/** What is known of a person: of a guest also when they came, from where and with whom, each time. */
export function personOf(catalog: Catalog, { id, kind, fields }: CatalogRecord): SearchablePerson {
  if (kind === "protected-guest") return protectedPerson(fields);
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
    if (record === null || record.kind === "report") return withCard(catalog, id);
    if (record.kind === "arrival") return guestOf(record);
    const isListed = listOf(catalog, record) !== null || ["card", "guest"].includes(record.kind);
    return isListed ? [id] : [];
  });

function withCard(catalog: Catalog, report: RecordId): readonly RecordId[] {
  const card = catalog.cardOf(report);
  return card === null ? [report] : [report, card];
}

const guestOf = ({ fields: { guest } }: CatalogRecord): readonly RecordId[] =>
  typeof guest === "string" ? [guest as RecordId] : [];
