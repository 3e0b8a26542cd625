/** Showing records: one whole, lists by kind, and who changed what. Reads views; changes nothing. */
import { FIELDS_TOLD_WHOLE, kindFacts, type KindName as Kind } from "#model";
import { type DeviceId, everMember, type Membership, type SiteId } from "#sync";
import {
  EngineError,
  type HistoryItem,
  type ListItem,
  type RecordId,
  type RecordView,
} from "../api/index.ts";
import { historyOf } from "../documents/history.ts";
import { toHex } from "../documents/hex.ts";
import type { House } from "../house/house.ts";
import { answerIdOf } from "../matches/answer-id.ts";
import { decisionsIn } from "../matches/decision.ts";
import { actorOf } from "../records/actor.ts";
import { type CatalogRecord, isStanding } from "../records/catalog.ts";
import { asOnePerson, personsOfHouse } from "../records/one-person.ts";
import { attributedChanges, countedContents } from "../records/read-record.ts";
import { savedOf } from "./saved.ts";

const MS_PER_SECOND = 1000;

/** The record, or the fault `no-such-record`. */
export function recordOf(house: House, id: RecordId): CatalogRecord {
  const record = house.catalog.get(id);
  if (record === null) throw new EngineError({ code: "no-such-record" });
  return record;
}

/** What may be shown of a record: of a found card that its house has not yet settled nothing. */
const shownFields = (record: CatalogRecord): CatalogRecord["fields"] =>
  record.kind === "found-card" && !isStanding(record) ? { status: "withdrawn" } : record.fields;

/** What a list or a search calls the record by; empty when it has no name. */
export const titleOf = (record: CatalogRecord): string =>
  kindFacts(record.kind).title(shownFields(record)) ?? "";

const siteOf = (membership: Membership, device: DeviceId): SiteId | null =>
  everMember(membership, device)?.site ?? null;

/** The device that made the record: the author of its first entry. */
const originOf = (record: CatalogRecord): DeviceId | null => record.entries[0]?.device ?? null;

/** Of a trace nothing is shown here, open or not: `trace` alone does that, and asks each time (traces.ts). */
const withoutTrace = (record: CatalogRecord): CatalogRecord =>
  record.kind === "trace" ? { ...record, fields: {}, conflicts: {} } : record;

export function showRecord(house: House, id: RecordId): RecordView {
  const record = withoutTrace(recordOf(house, id));
  const origin = originOf(record);
  return {
    id,
    kind: record.kind,
    space: record.home,
    fields: shownFields(record),
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
  fields: listedOf(record),
  changedAt: record.changedAt,
});

/** The fields that a list may hold. */
function listedOf(record: CatalogRecord): CatalogRecord["fields"] {
  const { listed } = kindFacts(record.kind);
  const fields = shownFields(record);
  if (listed === undefined) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => listed.includes(field)));
}

/**
 * Guests as persons: who has several records is listed once, with the ids of all of them. Without answers of the own
 * house whose decision is not read here: they are about somebody who is protected, and that an answer went out would
 * tell of them.
 */
export function listRecords(house: House, kind: Kind): readonly ListItem[] {
  if (kind === "guest") return personsOfHouse(house.catalog).map((person) => personItemOf(house, person));
  const records = house.catalog.ofKind(kind);
  return (kind === "answer" ? tellable(house, records) : records).map(itemOf);
}

/** A guest as lists show the person that they are. */
export function personItemOf({ catalog }: House, guest: CatalogRecord): ListItem {
  const { members } = catalog.personOf(guest.id);
  const item = itemOf(asOnePerson(catalog, guest));
  return members.length === 1 ? item : { ...item, records: members };
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
  if (record.kind === "trace") return [];
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
