/**
 * Who comes and who leaves. A coming goes out with its guest, and clears what was said of an earlier leaving; a departure
 * sets it: each in one atomic append, so that no list says otherwise than the records. Whether a guest is here is what
 * their own record says (`leftAt`), because it is written by who saw it, whatever the clocks say.
 */
import { endedStay, isPastLeaving, staysOf } from "#model";
import { type Added, EngineError, type DepartureWish, type RecordId, type StaysView } from "../api/index.ts";
import type { PlainMap } from "../documents/plain.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedInRecord, notedStays } from "../records/noted-stays.ts";
import { asOnePerson, recordsOfPerson } from "../records/one-person.ts";
import type { RecordChanges } from "../records/writer.ts";
import { addArrival } from "./arrivals.ts";
import { guestOf, leftAtChanges, mapIn, nowFor, writeAll } from "./guest-changes.ts";
import { changesOf, checkMayWrite, edited, type Edited, newRecord } from "./write-records.ts";

/** Kinds that say who is here. */
export type StayKind = "arrival" | "departure";

export const isStayKind = (kind: string): kind is StayKind => kind === "arrival" || kind === "departure";

function knownGuest(house: House, id: unknown): CatalogRecord {
  const guest = guestOf(house, id);
  if (guest === null) throw new EngineError({ code: "no-such-record" });
  return guest;
}

/** Who is there for two weeks notes no death. Throws `not-allowed`. */
function checkMayNote(house: House, { how }: PlainMap): void {
  const { role } = memberOf(house).member;
  if (how === "died" && role === "volunteer") throw new EngineError({ code: "not-allowed", role });
}

async function addDeparture(house: House, input: unknown): Promise<{ id: RecordId }> {
  const given = mapIn(input);
  const known = guestOf(house, given["guest"]);
  const departure = newRecord(house, "departure", { ...given, at: given["at"] ?? nowFor(house, known) });
  checkMayNote(house, departure.fields);
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
  const { comings } = notedInRecord(house.catalog, guest);
  if (typeof at !== "string" || takenBack === true || isPastLeaving(at, comings)) return null;
  return leftAtChanges(house, guest, at);
}

/** `add arrival`, `add departure`. */
export async function addToStay(house: House, kind: StayKind, input: unknown): Promise<Added> {
  checkMayWrite(house, kind);
  return kind === "arrival" ? addArrival(house, input) : addDeparture(house, input);
}

export const depart = (house: House, wish: DepartureWish): Promise<{ id: RecordId }> =>
  addToStay(house, "departure", wish);

/** Until when the guest was here, without these leavings; null: they are here. */
function leftWithout(house: House, guest: CatalogRecord, gone: readonly string[]): string | null {
  const { comings, leavings } = notedInRecord(house.catalog, guest);
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
  if (change.record.fields["how"] !== change.after["how"]) {
    checkMayNote(house, change.record.fields);
    checkMayNote(house, change.after);
  }
  await writeAll(house, [change.changes, await afterEdit(house, change)]);
  return { id };
}

/** Of the records of a person those that say of these leavings that the person left; their own, where it is one. */
const sayingGone = (
  { catalog }: House,
  records: readonly CatalogRecord[],
  gone: readonly string[],
): readonly CatalogRecord[] =>
  records.length === 1
    ? records
    : records.filter((one) => notedInRecord(catalog, one).leavings.some(({ id }) => gone.includes(id)));

/** All departures of the last leaving: two devices may each have noted one, and in another record of the person. */
export async function takeBackDeparture(house: House, id: RecordId): Promise<{ id: RecordId }> {
  checkMayWrite(house, "departure");
  const guest = knownGuest(house, id);
  if (isHereNow(house, guest)) throw new EngineError({ code: "not-left" });
  const records = recordsOfPerson(house.catalog, id);
  const last = staysOf(notedStays(house.catalog, guest)).findLast(({ until }) => until !== null);
  const gone = (last?.leavings ?? []).map((leaving) => leaving.id as RecordId);
  const noted = gone.filter((leaving) => !records.some((record) => record.id === leaving));
  const batch: (RecordChanges | null)[] = [];
  for (const departure of noted) batch.push((await edited(house, departure, { takenBack: true })).changes);
  for (const record of sayingGone(house, records, gone))
    batch.push(await leftAtChanges(house, record, leftWithout(house, record, gone)));
  await writeAll(house, batch);
  return { id: noted.at(-1) ?? guest.id };
}

const isHereNow = ({ catalog }: House, guest: CatalogRecord): boolean =>
  asOnePerson(catalog, guest).fields["leftAt"] === undefined;

/** Throws `no-such-record`. */
export function staysOfGuest(house: House, id: RecordId): StaysView {
  const guest = knownGuest(house, id);
  return { isHere: isHereNow(house, guest), stays: staysOf(notedStays(house.catalog, guest)) };
}
