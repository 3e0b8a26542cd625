/** What the desk has noted of a guest's comings and leavings, read out of the catalog for `#model`'s stays. */
import type { Coming, DepartureHow, Leaving } from "#model";
import type { Catalog, CatalogRecord } from "./catalog.ts";

export interface NotedStays {
  readonly comings: readonly Coming[];
  /** Without those that were taken back. */
  readonly leavings: readonly Leaving[];
}

const momentOf = ({ fields: { at } }: CatalogRecord): string => (typeof at === "string" ? at : "");

const lineOf = (name: "to" | "note", value: unknown): Pick<Leaving, "to" | "note"> =>
  typeof value === "string" ? { [name]: value } : {};

/** Of what two devices set at once a death counts: nothing leaves before somebody has looked. */
const howOf = ({ fields, conflicts }: CatalogRecord): DepartureHow =>
  conflicts["how"]?.includes("died") === true ? "died" : (fields["how"] as DepartureHow);

const leavingOf = (record: CatalogRecord): Leaving => ({
  id: record.id,
  at: momentOf(record),
  how: howOf(record),
  ...lineOf("to", record.fields["to"]),
  ...lineOf("note", record.fields["note"]),
});

/** What the guest's own record says, where nothing else was noted: it came out of a file, or an older version. */
function onlySaid({ id, fields }: CatalogRecord, field: "arrivedAt" | "leftAt"): readonly Coming[] {
  const at = fields[field];
  return typeof at === "string" ? [{ id, at }] : [];
}

/** What was noted of the person, in whichever of their records. */
export function notedStays(catalog: Catalog, guest: CatalogRecord): NotedStays {
  const all = catalog
    .personOf(guest.id)
    .members.map((id) => notedInRecord(catalog, catalog.get(id) ?? guest));
  return {
    comings: all.flatMap(({ comings }) => comings),
    leavings: all.flatMap(({ leavings }) => leavings),
  };
}

/** What was noted of a guest in this one of their records. */
export function notedInRecord(catalog: Catalog, guest: CatalogRecord): NotedStays {
  const arrivals = catalog
    .having("arrival", "guest", guest.id)
    .map((record) => ({ id: record.id, at: momentOf(record) }));
  const departures = catalog.having("departure", "guest", guest.id);
  const leavings = departures.filter(({ fields }) => fields["takenBack"] !== true).map(leavingOf);
  return {
    comings: arrivals.length > 0 ? arrivals : onlySaid(guest, "arrivedAt"),
    leavings:
      departures.length > 0 ? leavings : onlySaid(guest, "leftAt").map((said) => ({ ...said, how: null })),
  };
}
