/**
 * What goes when a record goes: whatever was noted of a guest or a report, and what was told of them by the own house.
 * Records that only mention it among others (a roll call, a family) stay: they hold its id, which then leads nowhere.
 */
import type { KindName } from "#model";
import { parseSpace, type SiteId } from "#sync";
import type { RecordId } from "../api/record-id.ts";
import type { Catalog, CatalogRecord } from "../records/catalog.ts";
import { foundCardOf } from "../records/claim.ts";
import { siteRecordId } from "../records/site-record.ts";
import { answerIdOf } from "../matches/answer-id.ts";

/** Fields that say of which record another one is. */
const LINKS = ["guest", "report", "card", "about", "waiting", "one", "other"] as const;

/** What another record is of. One that is of several people, as a kit handed to many, is nobody's alone and stays. */
function linksOf({ fields }: CatalogRecord): readonly unknown[] {
  const { guests } = fields;
  const alone: unknown = Array.isArray(guests) && guests.length === 1 ? guests[0] : undefined;
  return [...LINKS.map((name) => fields[name]), alone];
}

interface Relatives {
  readonly catalog: Catalog;
  readonly site: SiteId;
}

type Derived = (relatives: Relatives, record: CatalogRecord) => readonly (RecordId | null)[];

/** A referral to an institution that is about one person alone: what was asked there, and what came of it, is theirs. */
function slipOfOne(catalog: Catalog, id: RecordId): RecordId | null {
  const asked = catalog.get(id);
  return asked?.kind === "service-referral" && asked.fields["people"] === 1 ? id : null;
}

/** Ids that follow from a record: its card, the answer to it, what was told with a referral, others that are the same person. */
const DERIVED: Readonly<Partial<Record<KindName, Derived>>> = {
  report: ({ catalog }, { id }) => [catalog.cardOf(id)],
  guest: ({ catalog }, guest) => [foundCardOf(guest), ...catalog.personOf(guest.id).members],
  // not the other way: the desk's emptied record is erased while the person stays protected
  "protected-guest": (_, { fields: { was } }) => [typeof was === "string" ? (was as RecordId) : null],
  match: (_, { id }) => [answerIdOf(id)],
  "protected-match": (_, { id }) => [answerIdOf(id)],
  "referral-guest": ({ catalog, site }, { fields }) => [
    siteRecordId("referral-extract", site, fields["referral"]),
    slipOfOne(catalog, fields["referral"] as RecordId),
  ],
  "service-referral": ({ catalog }, { id }) =>
    catalog.having("service-step", "referral", id).map((step) => step.id),
};

const isOwn = ({ home, issuer }: CatalogRecord, site: SiteId): boolean => {
  const of = parseSpace(home)?.site ?? null;
  return of === null ? issuer === null || issuer === site : of === site;
};

function recordsByLink(catalog: Catalog): ReadonlyMap<unknown, readonly CatalogRecord[]> {
  const byLink = new Map<unknown, CatalogRecord[]>();
  for (const record of catalog.all())
    for (const link of linksOf(record)) {
      if (link === undefined) continue;
      const known = byLink.get(link);
      if (known === undefined) byLink.set(link, [record]);
      else known.push(record);
    }
  return byLink;
}

/** A record and all that goes with it. */
export const familyOf = (relatives: Relatives, first: CatalogRecord): readonly CatalogRecord[] =>
  familiesOf(relatives, [first]);

/** These records and all that goes with them, each once: looks at every record, and once. */
export function familiesOf(relatives: Relatives, first: readonly CatalogRecord[]): readonly CatalogRecord[] {
  const { catalog, site } = relatives;
  const byLink = recordsByLink(catalog);
  const family = new Map<RecordId, CatalogRecord>();
  const waiting = [...first];
  for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
    if (family.has(record.id) || !isOwn(record, site)) continue;
    family.set(record.id, record);
    const ids = DERIVED[record.kind]?.(relatives, record) ?? [];
    const derived = ids.flatMap((id) => (id === null ? [] : (catalog.get(id) ?? [])));
    waiting.push(...derived, ...(byLink.get(record.id) ?? []));
  }
  return [...family.values()];
}
