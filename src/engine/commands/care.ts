/** What guests need and were given, messages that wait, whom never to tell: noting it, and what stands. */
import { accessOf, type CallRelation, type Care, type KindName } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import type { AttentionView, CareView, NeedView, NeverTellView, WaitingView } from "../api/care.ts";
import { consentOf } from "../consents/consent-of.ts";
import { type House, memberOf } from "../house/house.ts";
import type { Catalog, CatalogRecord } from "../records/catalog.ts";
import { neverTellOf } from "../records/never-tell.ts";
import { guestOf, mapIn } from "./guest-changes.ts";
import { personItemOf } from "./read-records.ts";
import { checkMayWrite, edited, newRecord, type NewRecord, writeNew } from "./write-records.ts";

const CARE_KINDS = ["need", "attention", "waiting-message", "never-tell"] as const;
export type CareKind = (typeof CARE_KINDS)[number];

export const isCareKind = (kind: KindName): kind is CareKind =>
  (CARE_KINDS as readonly KindName[]).includes(kind);

const nowOf = ({ deps }: House): string => `${new Date(deps.clock.now()).toISOString().slice(0, 19)}Z`;

const idsIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Throws `no-such-record` where one whom it is about is no guest of the house. */
function checkGuests(house: House, { fields }: NewRecord): void {
  const guests = fields["guest"] === undefined ? idsIn(fields["guests"]) : [fields["guest"]];
  if (guests.some((guest) => guestOf(house, guest) === null))
    throw new EngineError({ code: "no-such-record" });
}

/** No file is kept on who said no to it. Throws `said-no-care`; who hands in cannot read what was said. */
function checkFile(house: House, { kind, fields }: NewRecord): void {
  if (kind !== "need" && kind !== "attention") return;
  const guests = fields["guest"] === undefined ? idsIn(fields["guests"]) : [fields["guest"]];
  const isNo = (guest: unknown): boolean =>
    consentOf(house, { guest: guest as RecordId, purpose: "care" }) === "no";
  if (guests.some(isNo)) throw new EngineError({ code: "said-no-care" });
}

/** The need that an attention meets; who hands in without reading is believed. */
function checkNeed(house: House, { fields: { need } }: NewRecord): void {
  if (typeof need !== "string" || accessOf(memberOf(house).member.role, "need") === "drop") return;
  if (house.catalog.get(need as RecordId)?.kind !== "need") throw new EngineError({ code: "no-such-record" });
}

/** `add need`, `add attention`, `add waiting-message` (with its `text`), `add never-tell`. */
export async function addCare(house: House, kind: CareKind, input: unknown): Promise<{ id: RecordId }> {
  checkMayWrite(house, kind);
  const { text, ...given } = mapIn(input);
  const isMessage = kind === "waiting-message";
  const fields = { at: nowOf(house), ...given, ...(isMessage || text === undefined ? {} : { text }) };
  const record = newRecord(house, kind, fields);
  checkGuests(house, record);
  checkFile(house, record);
  if (kind === "attention") checkNeed(house, record);
  const says = isMessage && text !== undefined && text !== "" && text !== null;
  const more = says ? [newRecord(house, "waiting-text", { waiting: record.id, text })] : [];
  await writeNew(house, [record, ...more]);
  await house.settle();
  return { id: record.id };
}

const lineOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const momentOf = (value: unknown): string => lineOf(value) ?? "";
const stands = ({ fields }: CatalogRecord): boolean => fields["takenBack"] !== true;

const byTime = (one: { readonly at: string }, other: { readonly at: string }): number =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : 0;

/** Needs that something was given for. */
function metNeeds(catalog: Catalog): ReadonlySet<unknown> {
  const given = catalog.ofKind("attention").filter(stands);
  return new Set(given.flatMap(({ fields: { need } }) => (need === undefined ? [] : [need])));
}

function needsIn(house: House, records: readonly CatalogRecord[]): readonly NeedView[] {
  const met = metNeeds(house.catalog);
  const needs = records.filter(stands).flatMap((record): readonly NeedView[] => {
    const { guest, what, note, at, closedAt } = record.fields;
    const known = guestOf(house, guest);
    if (known === null) return [];
    const isOpen = closedAt === undefined && !met.has(record.id);
    const item = personItemOf(house, known);
    return [{ id: record.id, guest: item, what: what as Care, note: lineOf(note), at: momentOf(at), isOpen }];
  });
  return needs.sort((one, other) => Number(other.isOpen) - Number(one.isOpen) || byTime(one, other));
}

function attentionsOf({ catalog }: House, guest: RecordId): readonly AttentionView[] {
  const { members } = catalog.personOf(guest);
  return catalog
    .ofKind("attention")
    .filter(stands)
    .filter(({ fields }) => idsIn(fields["guests"]).some((id) => members.includes(id as RecordId)))
    .map(({ id, fields: { what, note, at, guests } }) => ({
      ...{ id, what: what as Care, note: lineOf(note), at: momentOf(at), people: idsIn(guests).length },
    }))
    .sort((one, other) => byTime(other, one));
}

const isHere = ({ guest }: { readonly guest: { readonly fields: object } }): boolean =>
  !("leftAt" in guest.fields);

/** `care`. */
export function care(house: House, guest?: RecordId): CareView {
  const { role } = memberOf(house).member;
  if (accessOf(role, "need") !== "write") throw new EngineError({ code: "not-allowed", role });
  if (guest !== undefined) {
    const needs = needsIn(house, house.catalog.ofGuest(guest, "need"));
    return { needs, attentions: attentionsOf(house, guest) };
  }
  const needs = needsIn(house, house.catalog.ofKind("need"));
  return { needs: needs.filter((need) => need.isOpen && isHere(need)), attentions: [] };
}

/** `waiting`. Of who left it goes on waiting: they may come back, or call. */
export function waiting(house: House, guest?: RecordId): readonly WaitingView[] {
  memberOf(house);
  const { catalog } = house;
  const texts = new Map(
    catalog.ofKind("waiting-text").map(({ fields }) => [fields["waiting"], lineOf(fields["text"])]),
  );
  const records =
    guest === undefined ? catalog.ofKind("waiting-message") : catalog.ofGuest(guest, "waiting-message");
  return records
    .filter((record) => stands(record) && record.fields["deliveredAt"] === undefined)
    .flatMap(({ id, fields }): readonly WaitingView[] => {
      const known = guestOf(house, fields["guest"]);
      if (known === null) return [];
      const relation = fields["relation"] as CallRelation;
      const item = personItemOf(house, known);
      return [{ id, guest: item, relation, at: momentOf(fields["at"]), text: texts.get(id) ?? null }];
    })
    .sort(byTime);
}

/** `deliver`. */
export async function deliver(house: House, message: RecordId): Promise<{ id: RecordId }> {
  const record = house.catalog.get(message);
  if (record?.kind !== "waiting-message") throw new EngineError({ code: "no-such-record" });
  if (record.fields["deliveredAt"] === undefined) {
    const { changes } = await edited(house, message, { deliveredAt: nowOf(house) });
    if (changes !== null) await house.writer.write([changes]);
    await house.settle();
  }
  return { id: message };
}

/** `neverTell`. */
export function neverTell(house: House, guest: RecordId): readonly NeverTellView[] {
  memberOf(house);
  return neverTellOf(house.catalog, guest);
}
