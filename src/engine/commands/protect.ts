/**
 * Moving a guest of the desk into `protected`, and the beds that the desk keeps. What the desk has read of a guest who is
 * moved is emptied and not undone: it stays in the history until it is erased, and page and command line say so.
 */
import type { ProtectedWhy } from "#model";
import { type Added, EngineError, type Moved, type RecordId, type ReservedBed } from "../api/index.ts";
import type { PlainMap } from "../documents/plain.ts";
import { memberOf, type House } from "../house/house.ts";
import { holdsProtection } from "../protection/holders.ts";
import { bedIn, newBed, registration, type Registered } from "../protection/register.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { asOnePerson, recordsOfPerson } from "../records/one-person.ts";
import { guestOf, mapIn, nowFor, writeAll } from "./guest-changes.ts";
import { changesOf, checkMayWrite, edited, patchChanges } from "./write-records.ts";
import type { RecordChanges } from "../records/writer.ts";

/** Of who may read it the person's record, of everybody else the bed: it is all that they will see. */
export const shownId = (house: House, { guest, bed }: Registered): RecordId =>
  holdsProtection(house) ? guest.id : bed.id;

export const registrationChanges = (house: House, { guest, bed }: Registered): readonly RecordChanges[] => [
  changesOf(house, guest),
  changesOf(house, bed),
];

/** What stays of a guest's records, and of their comings, in the desk: that somebody came on that day. */
async function emptied(house: House, guest: CatalogRecord): Promise<readonly (RecordChanges | null)[]> {
  const settles = (): boolean => true;
  const batch: (RecordChanges | null)[] = [];
  for (const record of recordsOfPerson(house.catalog, guest.id)) {
    const { arrivedAt } = record.fields;
    const after: PlainMap = { emptied: true, ...(arrivedAt === undefined ? {} : { arrivedAt }) };
    batch.push(await patchChanges(house, record, { after, settles }));
  }
  for (const arrival of house.catalog.ofGuest(guest.id, "arrival")) {
    const { guest: id, at } = arrival.fields;
    if (id === undefined || at === undefined) continue;
    batch.push(await patchChanges(house, arrival, { after: { guest: id, at }, settles }));
  }
  return batch;
}

/** Whence and with whom they came last, as the desk noted it. */
function lastComing({ catalog }: House, { id }: CatalogRecord): PlainMap {
  const at = ({ at: moment }: PlainMap): string => (typeof moment === "string" ? moment : "");
  const comings = catalog.ofGuest(id, "arrival").map(({ fields }) => fields);
  return comings.toSorted((one, other) => (at(one) > at(other) ? -1 : 1))[0] ?? {};
}

interface Moving {
  readonly why: readonly ProtectedWhy[];
  readonly told?: PlainMap;
  readonly others?: readonly ReservedBed[];
}

/** The changes that move a guest, in all of their records. `told`: what was said of them now, beside what their record says. */
export async function movingChanges(
  house: House,
  guest: CatalogRecord,
  { why, told = {}, others = [] }: Moving,
): Promise<{ readonly registered: Registered; readonly changes: readonly (RecordChanges | null)[] }> {
  const coming = lastComing(house, guest);
  const { fields } = asOnePerson(house.catalog, guest);
  const at = told["at"] ?? coming["at"] ?? fields["arrivedAt"] ?? nowFor(house, null);
  const given = { ...fields, ...coming, ...told };
  const registered = registration(house, { given, why, at, was: guest.id }, others);
  return {
    registered,
    changes: [...registrationChanges(house, registered), ...(await emptied(house, guest))],
  };
}

/** Throws `no-such-record`, `not-allowed`, `fields`. */
export async function protectGuest(
  house: House,
  { guest: id, why }: { readonly guest: RecordId; readonly why: readonly ProtectedWhy[] },
): Promise<Moved> {
  checkMayWrite(house, "guest");
  const guest = guestOf(house, id);
  if (guest === null) throw new EngineError({ code: "no-such-record" });
  const { registered, changes } = await movingChanges(house, guest, { why });
  await writeAll(house, changes);
  return { id: shownId(house, registered), reserved: [registered.reserved] };
}

/** `add reserved-bed`: a bed that is kept for whatever reason. The number is drawn here. */
export async function addBed(house: House, input: unknown): Promise<Added> {
  checkMayWrite(house, "reserved-bed");
  const { bed, at, ...more } = mapIn(input);
  const [unknown] = Object.keys(more);
  if (unknown !== undefined)
    throw new EngineError({ code: "fields", problems: [{ field: unknown, code: "unknown-field" }] });
  const record = newBed(house, { bed, at: at ?? nowFor(house, null) });
  await writeAll(house, [changesOf(house, record)]);
  return { id: record.id, reserved: [bedIn(record)] };
}

/** `edit` of a kept bed: whoever is at the desk gives another bed; only protection and coordinators free it. */
export async function editBed(house: House, id: RecordId, patch: unknown): Promise<{ id: RecordId }> {
  const change = await edited(house, id, patch);
  const before = house.catalog.get(id)?.fields ?? {};
  const { role } = memberOf(house).member;
  const says = (field: string): boolean => before[field] !== change.after[field];
  if (says("freedAt") && role !== "protection" && role !== "coordinator")
    throw new EngineError({ code: "only-protection-frees" });
  if (says("number") || says("at"))
    throw new EngineError({ code: "fields", problems: [{ field: "number", code: "unknown-field" }] });
  await writeAll(house, [change.changes]);
  return { id };
}
