/**
 * The roll call of a night. Marking says who was there when somebody looked, and nothing more: who is absent has not
 * left, until somebody notes a departure.
 */
import {
  nextMark,
  readNight,
  rollOf,
  type Roll,
  type RollStanding,
  standingIn,
  staysOf,
  wasHere,
} from "#model";
import {
  EngineError,
  type RecordId,
  type RollCallRow,
  type RollCallView,
  type RollMarks,
} from "../api/index.ts";
import type { PlainMap } from "../documents/plain.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import { personsOfHouse } from "../records/one-person.ts";
import { rollCallIdOf } from "../records/roll-call-id.ts";
import { personItemOf } from "./read-records.ts";
import { changesOf, checkMayWrite, patchChanges } from "./write-records.ts";

const HALF_DAY = 12 * 60 * 60_000;

const two = (n: number): string => String(n).padStart(2, "0");

/** By the device's own clock and zone, which are the house's: until noon it is still the night that began yesterday. */
function nightAt(now: number): string {
  const evening = new Date(now - HALF_DAY);
  return `${String(evening.getFullYear())}-${two(evening.getMonth() + 1)}-${two(evening.getDate())}`;
}

/** The midnight in a night. */
function midnightOf(night: string): number {
  const [year = 0, month = 1, day = 1] = night.split("-").map(Number);
  return new Date(year, month - 1, day + 1).getTime();
}

/** Throws the fault `fields` for what is no date. */
function nightNamed(house: House, text: string | undefined): string {
  if (text === undefined) return nightAt(house.deps.clock.now());
  const night = readNight(text);
  if (night.kind === "bad")
    throw new EngineError({ code: "fields", problems: [{ field: "date", code: night.code }] });
  return night.value;
}

function rollIn({ catalog }: House, id: RecordId): Roll {
  const record = catalog.get(id);
  return record === null ? new Map() : rollOf(record.fields["marks"], record.conflicts);
}

/** A bed that is kept is counted as somebody who is here, and says no more. */
const ROWS = ["guest", "reserved-bed"] as const;

const momentIn = (value: unknown): string | null => (typeof value === "string" ? value : null);

function bedIsKept(house: House, { fields }: CatalogRecord, night: string): boolean {
  const [at, freedAt] = [momentIn(fields["at"]), momentIn(fields["freedAt"])];
  if (night === nightAt(house.deps.clock.now())) return freedAt === null;
  const midnight = midnightOf(night);
  return wasHere([{ from: at, until: freedAt, leavings: [] }], midnight, midnight);
}

/** Of this night whoever is here now; of another one whoever was here at its midnight. */
function isThere(house: House, guest: CatalogRecord, night: string): boolean {
  if (guest.kind === "reserved-bed") return bedIsKept(house, guest, night);
  if (night === nightAt(house.deps.clock.now())) return guest.fields["leftAt"] === undefined;
  const midnight = midnightOf(night);
  return wasHere(staysOf(notedStays(house.catalog, guest)), midnight, midnight);
}

/** Of a person with several records what was marked first in their order: that is the one that a list marks. */
const standingOf = ({ catalog }: House, roll: Roll, guest: RecordId): RollStanding =>
  catalog
    .personOf(guest)
    .members.map((id) => standingIn(roll, id))
    .find((standing) => standing !== null) ?? null;

const byNumber = new Intl.Collator("es", { numeric: true });

const inOrder = (one: RollCallRow, other: RollCallRow): number =>
  Number(one.bed === null) - Number(other.bed === null) ||
  byNumber.compare(one.bed ?? "", other.bed ?? "") ||
  byNumber.compare(one.guest.title, other.guest.title) ||
  (one.guest.id < other.guest.id ? -1 : 1);

export function rollCall(house: House, wish: { readonly night?: string } = {}): RollCallView {
  checkMayWrite(house, "roll-call");
  const night = nightNamed(house, wish.night);
  const id = rollCallIdOf(memberOf(house).site.site, night);
  const roll = rollIn(house, id);
  const rows = [...personsOfHouse(house.catalog), ...house.catalog.ofKind("reserved-bed")];
  const people = rows.flatMap((guest): readonly RollCallRow[] => {
    const { bed } = guest.fields;
    const standing = standingOf(house, roll, guest.id);
    if (standing === null && !isThere(house, guest, night)) return [];
    return [{ guest: personItemOf(house, guest), bed: typeof bed === "string" ? bed : null, standing }];
  });
  return { id, night, people: people.sort(inOrder) };
}

/** The marks that are not so already; throws where somebody is no guest, or marked twice. */
function newMarks(house: House, roll: Roll, marks: RollMarks["marks"]): PlainMap {
  const guests = new Set(marks.map(({ guest }) => guest));
  if (guests.size < marks.length)
    throw new EngineError({ code: "fields", problems: [{ field: "marks", code: "unknown-choice" }] });
  for (const guest of guests)
    if (!ROWS.some((kind) => house.catalog.get(guest)?.kind === kind))
      throw new EngineError({ code: "no-such-record" });
  return Object.fromEntries(
    marks.flatMap(({ guest, mark }) => {
      const next = nextMark(roll, guest, mark);
      return next === null ? [] : [[guest, next] as const];
    }),
  );
}

export async function markRoll(house: House, { night: named, marks }: RollMarks): Promise<RollCallView> {
  checkMayWrite(house, "roll-call");
  const night = nightNamed(house, named);
  const id = rollCallIdOf(memberOf(house).site.site, night);
  const fresh = newMarks(house, rollIn(house, id), marks);
  if (Object.keys(fresh).length === 0) return rollCall(house, { night });
  const known = house.catalog.get(id);
  if (known === null) {
    const fields = { date: night, marks: fresh };
    await house.writer.write([changesOf(house, { id, kind: "roll-call", fields })]);
  } else {
    const after = {
      ...known.fields,
      marks: { ...(known.fields["marks"] as PlainMap | undefined), ...fresh },
    };
    const settles = (path: string): boolean => Object.hasOwn(fresh, path.replace(/^marks\./u, ""));
    const changes = await patchChanges(house, known, { after, settles, keepsApart: true });
    if (changes !== null) await house.writer.write([changes]);
  }
  await house.settle();
  return rollCall(house, { night });
}
