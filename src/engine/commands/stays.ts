/**
 * Who comes and who leaves. A coming goes out with its guest, and clears what was said of an earlier leaving; a departure
 * sets it: each in one atomic append, so that no list says otherwise than the records. Whether a guest is here is what
 * their own record says (`leftAt`), because it is written by who saw it, whatever the clocks say.
 */
import { endedStay, fieldNames, isPastLeaving, momentAfter, staysOf } from "#model";
import { EngineError, type DepartureWish, type RecordId, type StaysView } from "../api.ts";
import type { PlainMap } from "../documents/plain.ts";
import type { House } from "../house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import type { RecordChanges } from "../records/writer.ts";
import {
  changesOf,
  checkMayWrite,
  edited,
  type Edited,
  newRecord,
  type NewRecord,
  patchChanges,
} from "./write-records.ts";

/** Kinds that say who is here. */
export type StayKind = "arrival" | "departure";

export const isStayKind = (kind: string): kind is StayKind => kind === "arrival" || kind === "departure";

/** The guest; null where the record is not here, or is of another kind. */
function guestOf({ catalog }: House, id: unknown): CatalogRecord | null {
  const record = typeof id === "string" ? catalog.get(id as RecordId) : null;
  return record?.kind === "guest" ? record : null;
}

function knownGuest(house: House, id: unknown): CatalogRecord {
  const guest = guestOf(house, id);
  if (guest === null) throw new EngineError({ code: "no-such-record" });
  return guest;
}

/** That the guest left then, or, with null, that they are here; null where their record says so already. */
async function leftAtChanges(
  house: House,
  guest: CatalogRecord,
  leftAt: string | null,
): Promise<RecordChanges | null> {
  const { leftAt: before = null, ...rest } = guest.fields;
  if (before === leftAt && guest.conflicts["leftAt"] === undefined) return null;
  const after: PlainMap = leftAt === null ? rest : { ...rest, leftAt };
  return patchChanges(house, guest, { after, settles: (path) => path === "leftAt" });
}

async function writeAll(house: House, batch: readonly (RecordChanges | null)[]): Promise<void> {
  const some = batch.filter((changes) => changes !== null);
  if (some.length > 0) await house.writer.write(some);
  await house.settle();
}

/** When something happens that nobody told the time of: after all that is noted of the guest. */
function nowFor(house: House, guest: CatalogRecord | null): string {
  const noted = guest === null ? null : notedStays(house.catalog, guest);
  const earlier = noted === null ? [] : [...noted.comings, ...noted.leavings].map(({ at }) => at);
  return momentAfter(house.deps.clock.now(), earlier);
}

const mapIn = (input: unknown): Readonly<Record<string, unknown>> =>
  typeof input === "object" && input !== null ? { ...input } : {};

/** With a person's fields, the guest is made too, and comes first. */
function arrivalWithGuest(house: House, given: Readonly<Record<string, unknown>>): readonly NewRecord[] {
  const at = given["at"] ?? nowFor(house, null);
  const ofArrival = new Set(fieldNames("arrival"));
  const fieldsWhere = (isOfArrival: boolean): object =>
    Object.fromEntries(Object.entries(given).filter(([name]) => ofArrival.has(name) === isOfArrival));
  const guest = newRecord(house, "guest", { ...fieldsWhere(false), arrivedAt: at });
  return [guest, newRecord(house, "arrival", { ...fieldsWhere(true), at, guest: guest.id })];
}

/** `{ "guest": ID, ... }` for a guest who comes again, or a person's fields. Answers the page that opens next. */
async function addArrival(house: House, input: unknown): Promise<{ id: RecordId }> {
  checkMayWrite(house, "guest");
  const given = mapIn(input);
  if (given["guest"] === undefined) {
    const [guest, arrival] = arrivalWithGuest(house, given) as [NewRecord, NewRecord];
    await writeAll(house, [changesOf(house, guest), changesOf(house, arrival)]);
    return { id: guest.id };
  }
  const guest = guestOf(house, given["guest"]);
  const arrival = newRecord(house, "arrival", { ...given, at: given["at"] ?? nowFor(house, guest) });
  const here = guest === null ? null : await leftAtChanges(house, guest, null);
  await writeAll(house, [changesOf(house, arrival), here]);
  return { id: arrival.id };
}

async function addDeparture(house: House, input: unknown): Promise<{ id: RecordId }> {
  const given = mapIn(input);
  const known = guestOf(house, given["guest"]);
  const departure = newRecord(house, "departure", { ...given, at: given["at"] ?? nowFor(house, known) });
  const guest = knownGuest(house, departure.fields["guest"]);
  await writeAll(house, [changesOf(house, departure), await leavingChanges(house, guest, departure.fields)]);
  return { id: departure.id };
}

/** What a departure says of its guest: nothing where it is one of the past, or was taken back. */
async function leavingChanges(
  house: House,
  guest: CatalogRecord,
  { at, takenBack }: PlainMap,
): Promise<RecordChanges | null> {
  const { comings } = notedStays(house.catalog, guest);
  if (typeof at !== "string" || takenBack === true || isPastLeaving(at, comings)) return null;
  return leftAtChanges(house, guest, at);
}

/** `add arrival`, `add departure`. */
export async function addToStay(house: House, kind: StayKind, input: unknown): Promise<{ id: RecordId }> {
  checkMayWrite(house, kind);
  return kind === "arrival" ? addArrival(house, input) : addDeparture(house, input);
}

export const depart = (house: House, wish: DepartureWish): Promise<{ id: RecordId }> =>
  addToStay(house, "departure", wish);

/** Until when the guest was here, without these leavings; null: they are here. */
function leftWithout(house: House, guest: CatalogRecord, gone: readonly string[]): string | null {
  const { comings, leavings } = notedStays(house.catalog, guest);
  const kept = leavings.filter(({ id }) => !gone.includes(id));
  return endedStay(staysOf({ comings, leavings: kept }))?.until ?? null;
}

/** What the guest's record says after one of their departures was edited; null where that changes nothing of it. */
async function afterEdit(house: House, { record, after }: Edited): Promise<RecordChanges | null> {
  const guest = guestOf(house, after["guest"]);
  if (guest === null) return null;
  const { at, takenBack } = record.fields;
  const counted = takenBack !== true && guest.fields["leftAt"] === at;
  if (after["takenBack"] === true)
    return counted ? leftAtChanges(house, guest, leftWithout(house, guest, [record.id])) : null;
  const restored = takenBack === true;
  return counted || restored ? leavingChanges(house, guest, after) : null;
}

/** `edit ID` of a departure: its guest's record follows. */
export async function editDeparture(house: House, id: RecordId, patch: unknown): Promise<{ id: RecordId }> {
  const change = await edited(house, id, patch);
  await writeAll(house, [change.changes, await afterEdit(house, change)]);
  return { id };
}

/** All departures of the last leaving: two devices may each have noted one. */
export async function takeBackDeparture(house: House, id: RecordId): Promise<{ id: RecordId }> {
  checkMayWrite(house, "departure");
  const guest = knownGuest(house, id);
  if (guest.fields["leftAt"] === undefined) throw new EngineError({ code: "not-left" });
  const last = staysOf(notedStays(house.catalog, guest)).findLast(({ until }) => until !== null);
  const gone = (last?.leavings ?? []).map((leaving) => leaving.id as RecordId);
  const noted = gone.filter((leaving) => leaving !== id);
  const batch: (RecordChanges | null)[] = [];
  for (const departure of noted) batch.push((await edited(house, departure, { takenBack: true })).changes);
  await writeAll(house, [...batch, await leftAtChanges(house, guest, leftWithout(house, guest, gone))]);
  return { id: noted.at(-1) ?? guest.id };
}

/** Throws `no-such-record`. */
export function staysOfGuest(house: House, id: RecordId): StaysView {
  const guest = knownGuest(house, id);
  const isHere = guest.fields["leftAt"] === undefined;
  return { isHere, stays: staysOf(notedStays(house.catalog, guest)) };
}
