/**
 * Adding and changing records. A report goes out with its card in one atomic append; who comes and who leaves is noted
 * by `stays.ts`. Fields are read by `#model`, which says what is wrong with them.
 */
import { type SpaceKey, toText } from "#crypto";
import {
  accessOf,
  applyPatch,
  endDayFrom,
  extractCard,
  kindFacts,
  parseFields,
  type KindName as Kind,
  type Problem,
  type Report,
} from "#model";
import { CAPSULE, distrusts, everMember, NETWORK, PAIR, siteSpace, type SiteId, type SpaceId } from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import { diffPatch, namingToo } from "../documents/diff-patch.ts";
import { createDocument, type Author } from "../documents/document.ts";
import { toHex } from "../documents/hex.ts";
import type { PlainMap } from "../documents/plain.ts";
import { memberOf, type House } from "../house/house.ts";
import { actorOf } from "../records/actor.ts";
import { CLAIM_BYTES, claimedId, claimOfCard, isClaimed } from "../records/claim.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";
import { wholeOf } from "../records/heavy.ts";
import { incarnationOf } from "../records/incarnation.ts";
import { attributedChanges, claimIn, countedContents, type PlacedContent } from "../records/read-record.ts";
import type { RecordChanges } from "../records/writer.ts";
import { nowForTerm } from "../reports/house-clock.ts";
import { checkShared } from "../sharing/with-house.ts";

/** A record that is to be made, with fields that `#model` has read. */
export interface NewRecord {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly fields: PlainMap;
  /** Where records of the kind are claimed by a site. */
  readonly claim?: Uint8Array;
  /** Of a capsule: what its card stands for. */
  readonly key?: SpaceKey;
}

const MS_PER_SECOND = 1000;

export const newId = (house: House): RecordId => toText(house.deps.random(RECORD_ID_BYTES)) as RecordId;

const fieldsFault = (problems: readonly Problem[]): EngineError =>
  new EngineError({ code: "fields", problems });

/** Reads fields, or throws the fault `fields`. */
function parsed(kind: Kind, input: unknown): PlainMap {
  const result = parseFields(kind, input);
  if (result.kind === "bad") throw fieldsFault(result.problems);
  return result.fields as PlainMap;
}

/** The space that records of a kind live in, at this device's site. */
export function homeOfKind(house: House, kind: Kind): SpaceId {
  const { space } = kindFacts(kind);
  const { site } = memberOf(house);
  if (space === "network") return NETWORK;
  if (space === "pair") return PAIR;
  if (space === "capsule") return CAPSULE;
  return siteSpace(space, site.site);
}

/** Throws `not-allowed`. */
export function checkMayWrite(house: House, kind: Kind): void {
  const { role } = memberOf(house).member;
  if (accessOf(role, kind) === "none") throw new EngineError({ code: "not-allowed", role });
}

const authorOf = (house: House, record: RecordId, incarnation: Uint8Array): Author => ({
  actor: toHex(actorOf(house.device, incarnation, record)),
  seconds: Math.floor(house.deps.clock.now() / MS_PER_SECOND),
});

/** Throws `not-by-hand` for a kind that has commands of its own. */
function checkByHand(kind: Kind): void {
  if (kindFacts(kind).ownCommands === true) throw new EngineError({ code: "not-by-hand" });
}

/** Throws `not-yours` for a record that belongs to another site: what is added to it would count nowhere. */
function checkOwn(house: House, { issuer }: CatalogRecord): void {
  if (issuer !== null && issuer !== memberOf(house).site.site) throw new EngineError({ code: "not-yours" });
}

/** The site that a record in `pair` was written to: the other one, for whom the own site wrote to. */
function otherSite(house: House, { fields, entries }: Pick<CatalogRecord, "fields" | "entries">): unknown {
  const own = memberOf(house).member.site;
  if (fields["to"] !== own) return fields["to"];
  const authors = entries.map(({ device }) => everMember(house.replica.membership(), device)?.site);
  return authors.find((site) => site !== own);
}

/**
 * The other of the two sites of a record in `pair`. `entries`: where it lies, once it does. Throws `distrusted` where
 * nothing is sealed to that site.
 */
export function recipientOf(house: House, record: Pick<CatalogRecord, "fields" | "entries">): SiteId | null {
  const to = otherSite(house, record);
  if (typeof to !== "string") return null;
  const site = house.replica.membership().sites.get(to as SiteId);
  if (site === undefined) throw new EngineError({ code: "no-such-site" });
  if (distrusts(house.replica.membership(), memberOf(house).member.site, site.site))
    throw new EngineError({ code: "distrusted" });
  return site.site;
}

/** The changes that make a record. Throws `sharing-closed`, `distrusted`. */
export function changesOf(house: House, { id, kind, fields, claim, key }: NewRecord): RecordChanges {
  const home = homeOfKind(house, kind);
  const { incarnation } = house.vault().secrets;
  const to = home === PAIR ? recipientOf(house, { fields, entries: [] }) : null;
  checkShared(house, to, { kind, fields });
  return {
    record: id,
    claim: claim ?? null,
    home,
    to,
    incarnation,
    changes: [createDocument(authorOf(house, id, incarnation), kind, fields)],
    ...(key === undefined ? {} : { key }),
  };
}

/** A record whose id follows from others. Throws the fault `fields`. */
export const recordNamed = (id: RecordId, kind: Kind, input: unknown): NewRecord => ({
  id,
  kind,
  fields: parsed(kind, input),
});

const claimed = (house: House, claim: Uint8Array): Pick<NewRecord, "id" | "claim"> => ({
  id: claimedId(claim, memberOf(house).site.site),
  claim,
});

/** One record with a fresh id. Throws the fault `fields`. */
export function newRecord(house: House, kind: Kind, input: unknown): NewRecord {
  const fields = parsed(kind, input);
  const isOfSite = isClaimed(homeOfKind(house, kind));
  const name = isOfSite ? claimed(house, house.deps.random(CLAIM_BYTES)) : { id: newId(house) };
  return { ...name, kind, fields };
}

/** A record with what goes out beside it. */
export function withCompanions(house: House, kind: Kind, input: unknown): readonly NewRecord[] {
  const record = newRecord(house, kind, input);
  if (kind !== "report") return [record];
  const report = { ...record, fields: { expiresAt: endDayFrom(nowForTerm(house)), ...record.fields } };
  return [report, cardOf(house, report.id, report.fields)];
}

const cardOf = (house: House, report: RecordId, fields: PlainMap): NewRecord => ({
  ...claimed(house, claimOfCard(report)),
  kind: "card",
  fields: extractCard(fields as Report) as PlainMap,
});

/** Makes these records in one append; resolves when they are on the disk. */
export async function writeNew(house: House, records: readonly NewRecord[]): Promise<void> {
  for (const { kind } of records) checkMayWrite(house, kind);
  await house.writer.write(records.map((record) => changesOf(house, record)));
}

/** `add KIND`, of what needs no more than its fields. */
export async function addRecord(house: House, kind: Kind, input: unknown): Promise<{ id: RecordId }> {
  checkMayWrite(house, kind);
  checkByHand(kind);
  const records = withCompanions(house, kind, input);
  await writeNew(house, records);
  await house.settle();
  const [first] = records;
  if (first === undefined) throw new EngineError({ code: "no-such-kind" });
  return { id: first.id };
}

/** What a record becomes. */
export interface Patched {
  readonly after: PlainMap;
  /** Of what was set at once to different values, the dotted paths that are settled by this. */
  readonly settles: (path: string) => boolean;
  /** Records that were begun twice at once stay so, because both are read. */
  readonly keepsApart?: true;
  /** What is known of it, where only a card opens that. */
  readonly contents?: readonly PlacedContent[];
}

export async function patchChanges(
  house: House,
  record: CatalogRecord,
  { after, settles, keepsApart, contents: opened }: Patched,
): Promise<RecordChanges | null> {
  const contested = Object.keys(record.conflicts).filter(settles);
  const contents = opened ?? (await house.ingest.contents(record.entries));
  const membership = house.replica.membership();
  const before = wholeOf(record, { contents, membership }) ?? record;
  const patch = namingToo(diffPatch(before.fields, after), after, contested);
  const { id, home, entries: places } = record;
  // on what counts alone: what stands on the rest would not count either
  const counted = countedContents({ places, contents, membership }, record);
  const own = { device: house.device, incarnation: house.vault().secrets.incarnation };
  const incarnation = incarnationOf(record, { own, contents, counted });
  const known = attributedChanges(id, counted);
  const author = authorOf(house, id, incarnation);
  const { documents } = house;
  const changes =
    keepsApart === true ? documents.editApart(known, author, patch) : documents.edit(known, author, patch);
  if (changes.length === 0) return null;
  const to = home === PAIR ? recipientOf(house, record) : null;
  checkShared(house, to, { kind: record.kind, fields: after });
  return { record: id, claim: claimIn(counted), home, to, incarnation, changes };
}

/** For a record whose id follows from others: changed where it is known here, made anew where it is not. */
async function changesTo(house: House, record: NewRecord): Promise<RecordChanges | null> {
  const known = house.catalog.get(record.id);
  if (known === null) return changesOf(house, record);
  return patchChanges(house, known, { after: record.fields, settles: () => true });
}

/** What a record whose id follows from others is to hold. */
export interface Put {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly input: unknown;
  /** Where records of the kind are claimed by a site. */
  readonly claim?: Uint8Array;
}

/**
 * Makes or changes records whose ids follow from others, all in one append; what was set at once to different values is
 * settled by it. Does not settle the house. Throws `not-allowed`, `fields`.
 */
export async function writePuts(house: House, puts: readonly Put[]): Promise<void> {
  const batch: RecordChanges[] = [];
  for (const { input, ...put } of puts) {
    checkMayWrite(house, put.kind);
    const changes = await changesTo(house, { ...put, fields: parsed(put.kind, input) });
    if (changes !== null) batch.push(changes);
  }
  if (batch.length > 0) await house.writer.write(batch);
}

/** As `writePuts`, and the house knows of it when it resolves. */
export async function putRecords(house: House, puts: readonly Put[]): Promise<void> {
  await writePuts(house, puts);
  await house.settle();
}

/**
 * A report as it is to be, and its card, in one append. Settles what was set apart of these fields, and leaves the house
 * unsettled. Throws `not-allowed`.
 */
export async function writeReport(
  house: House,
  report: CatalogRecord,
  { after, settled }: { readonly after: PlainMap; readonly settled: readonly string[] },
): Promise<void> {
  checkMayWrite(house, "report");
  const changes = await patchChanges(house, report, { after, settles: (path) => settled.includes(path) });
  const card = await changesTo(house, cardOf(house, report.id, after));
  const batch = [changes, card].filter((some) => some !== null);
  if (batch.length > 0) await house.writer.write(batch);
}

/** Whether a merge patch says something of a dotted path. */
function names(patch: unknown, path: string): boolean {
  const [key = "", ...rest] = path.split(".");
  if (typeof patch !== "object" || patch === null || !Object.hasOwn(patch, key)) return false;
  return rest.length === 0 || names((patch as Record<string, unknown>)[key], rest.join("."));
}

/** A record after a merge patch, and its changes; null where nothing changes. */
export interface Edited {
  readonly record: CatalogRecord;
  readonly after: PlainMap;
  readonly changes: RecordChanges | null;
}

/** Throws `no-such-record`, `not-allowed`, `said-once`, `fields`. Writes nothing. */
export async function edited(house: House, id: RecordId, patch: unknown): Promise<Edited> {
  const record = house.catalog.get(id);
  if (record === null) throw new EngineError({ code: "no-such-record" });
  checkMayWrite(house, record.kind);
  checkByHand(record.kind);
  checkOwn(house, record);
  if (kindFacts(record.kind).isStatement === true) throw new EngineError({ code: "said-once" });
  const result = applyPatch(record.kind, record.fields, patch);
  if (result.kind === "bad") throw fieldsFault(result.problems);
  const after = result.fields as PlainMap;
  const changes = await patchChanges(house, record, { after, settles: (path) => names(patch, path) });
  return { record, after, changes };
}

/** `edit ID`: a merge patch (RFC 7396). Throws `no-such-record`, `not-allowed`, `fields`. */
export async function editRecord(house: House, id: RecordId, patch: unknown): Promise<{ id: RecordId }> {
  const { record, after, changes } = await edited(house, id, patch);
  const card = record.kind === "report" ? await changesTo(house, cardOf(house, id, after)) : null;
  const batch = [changes, card].filter((some) => some !== null);
  if (batch.length > 0) await house.writer.write(batch);
  await house.settle();
  return { id };
}
