/** Showing records: one whole, lists by kind, and who changed what. Reads views; changes nothing. */
import { FIELDS_TOLD_WHOLE, kindFacts, type FieldsOf, type KindName as Kind } from "#model";
import { type DeviceId, everMember, type Membership, type SiteId } from "#sync";
import { EngineError, type HistoryItem, type ListItem, type RecordId, type RecordView } from "../api.ts";
import { historyOf } from "../documents/history.ts";
import { toHex } from "../documents/hex.ts";
import type { House } from "../house.ts";
import { answerIdOf } from "../matches/answer-id.ts";
import { decisionsIn } from "../matches/decision.ts";
import { actorOf } from "../records/actor.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { attributedChanges, countedContents } from "../records/read-record.ts";
import { savedOf } from "./saved.ts";

const MS_PER_SECOND = 1000;

/** The record, or the fault `no-such-record`. */
export function recordOf(house: House, id: RecordId): CatalogRecord {
  const record = house.catalog.get(id);
  if (record === null) throw new EngineError({ code: "no-such-record" });
  return record;
}

/** What a list or a search calls the record by; empty when it has no name. */
export const titleOf = (record: CatalogRecord): string => kindFacts(record.kind).title(record.fields) ?? "";

const siteOf = (membership: Membership, device: DeviceId): SiteId | null =>
  everMember(membership, device)?.site ?? null;

/** The device that made the record: the author of its first entry. */
const originOf = (record: CatalogRecord): DeviceId | null => record.entries[0]?.device ?? null;

export function showRecord(house: House, id: RecordId): RecordView {
  const record = recordOf(house, id);
  const origin = originOf(record);
  return {
    id,
    kind: record.kind,
    space: record.home,
    fields: record.fields as FieldsOf<Kind>,
    conflicts: record.conflicts,
    site: record.issuer ?? (origin === null ? null : siteOf(house.replica.membership(), origin)),
    createdAt: record.createdAt,
    changedAt: record.changedAt,
    saved: savedOf(house, record),
  };
}

/** What lists show of a record. */
export const itemOf = (record: CatalogRecord): ListItem => ({
  id: record.id,
  kind: record.kind,
  title: titleOf(record),
  fields: record.fields as FieldsOf<Kind>,
  changedAt: record.changedAt,
});

/**
 * Without guests who are not on record any more. And without answers of the own house whose decision is not read here:
 * they are about somebody who is protected, and that an answer went out would tell of them.
 */
export function listRecords(house: House, kind: Kind): readonly ListItem[] {
  const records = house.catalog.ofKind(kind).filter(({ fields }) => fields["emptied"] !== true);
  return (kind === "answer" ? tellable(house, records) : records).map(itemOf);
}

function tellable(house: House, answers: readonly CatalogRecord[]): readonly CatalogRecord[] {
  const membership = house.replica.membership();
  const own = siteOf(membership, house.device);
  const decided = new Set(decisionsIn(house.catalog).map(({ id }) => answerIdOf(id)));
  const isOwn = (record: CatalogRecord): boolean =>
    record.entries.every(({ device }) => siteOf(membership, device) === own);
  return answers.filter((record) => decided.has(record.id) || !isOwn(record));
}

/** Changes of fields, oldest first. */
export async function recordHistory(house: House, id: RecordId): Promise<readonly HistoryItem[]> {
  const record = recordOf(house, id);
  const membership = house.replica.membership();
  const contents = await house.ingest.contents(record.entries);
  const devices = new Map(
    contents.map(({ place, incarnation }) => [toHex(actorOf(place.device, incarnation, id)), place.device]),
  );
  const counted = countedContents({ places: record.entries, contents, membership }, record);
  return historyOf(attributedChanges(id, counted), FIELDS_TOLD_WHOLE).map(
    ({ field, from, to, actor, seconds }) => {
      const device = devices.get(actor) ?? null;
      const site = device === null ? null : siteOf(membership, device);
      return {
        field,
        from,
        to,
        device,
        site,
        siteName: site === null ? null : (membership.sites.get(site)?.name ?? null),
        at: seconds === null ? null : seconds * MS_PER_SECOND,
      };
    },
  );
}
