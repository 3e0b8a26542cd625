/**
 * What goes when a record goes: whatever was noted of a guest or a report, and what was told of them by the own house.
 * Records that only mention it among others (a roll call, a family) stay: they hold its id, which then leads nowhere.
 */
import type { SiteId } from "#sync";
import { parseSpace } from "#sync";
import type { RecordId } from "../record-id.ts";
import type { Catalog, CatalogRecord } from "../records/catalog.ts";
import { siteRecordId } from "../records/site-record.ts";
import { answerIdOf } from "../matches/answer.ts";

/** Fields that say of which record another one is. */
const LINKS = ["guest", "report", "card"] as const;

/** What another record is of; a card that another house issued is nobody's here. */
const linksOf = ({ fields }: CatalogRecord): readonly unknown[] => LINKS.map((name) => fields[name]);

interface Relatives {
  readonly catalog: Catalog;
  readonly site: SiteId;
}

/** Ids that follow from a record: its card, the answer to it, what was told with a referral. */
function derivedIds({ catalog, site }: Relatives, { id, kind, fields }: CatalogRecord): readonly RecordId[] {
  if (kind === "report") return [catalog.cardOf(id)].filter((card) => card !== null);
  if (kind === "match") return [answerIdOf(id)];
  if (kind !== "referral-guest") return [];
  return [siteRecordId("referral-extract", site, fields["referral"])].filter((extract) => extract !== null);
}

const isOwn = ({ home, issuer }: CatalogRecord, site: SiteId): boolean => {
  const of = parseSpace(home)?.site ?? null;
  return of === null ? issuer === null || issuer === site : of === site;
};

/** A record and all that goes with it. */
export function familyOf(relatives: Relatives, first: CatalogRecord): readonly CatalogRecord[] {
  const { catalog, site } = relatives;
  const byLink = new Map<unknown, CatalogRecord[]>();
  for (const record of catalog.all())
    for (const link of linksOf(record)) {
      if (link === undefined) continue;
      byLink.set(link, [...(byLink.get(link) ?? []), record]);
    }
  const family = new Map<RecordId, CatalogRecord>();
  const waiting = [first];
  for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
    if (family.has(record.id) || !isOwn(record, site)) continue;
    family.set(record.id, record);
    const derived = derivedIds(relatives, record).flatMap((id) => catalog.get(id) ?? []);
    waiting.push(...derived, ...(byLink.get(record.id) ?? []));
  }
  return [...family.values()];
}
