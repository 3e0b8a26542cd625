/**
 * A person on their way into `protected`: their record, sealed so that only the protection role opens it, and for the
 * desk a bed with a number. Whoever stands at the desk posts and cannot read, and keeps no copy (records/writer.ts).
 */
import type { ProtectedWhy } from "#model";
import type { RecordId, ReservedBed } from "../api/index.ts";
import { newRecord, type NewRecord } from "../commands/write-records.ts";
import type { House } from "../house/house.ts";

type Given = Readonly<Record<string, unknown>>;

/** What of a coming is told of a protected person. */
const LEFT_OUT = new Set(["bed", "group", "at", "guest", "leftAt", "arrivedAt", "emptied"]);

/** Two figures for small houses; more where these are taken. */
const RANGES = [
  [10, 99],
  [100, 999],
  [1000, 9999],
] as const;
const NUMBER_BYTES = 4;
const TRIES = 64;

function drawn(house: House, [low, high]: readonly [number, number]): number {
  const bytes = house.deps.random(NUMBER_BYTES);
  const n = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return low + (n % (high - low + 1));
}

/** By lot, so that it does not tell how many there were. Two devices may draw one apart: then the bed tells them apart. */
function freeNumber(house: House, taken: ReadonlySet<number>): number {
  for (const range of RANGES)
    for (let tries = 0; tries < TRIES; tries++) {
      const number = drawn(house, range);
      if (!taken.has(number)) return number;
    }
  return drawn(house, RANGES[2]);
}

const numbersTaken = ({ catalog }: House): readonly number[] =>
  catalog.ofKind("reserved-bed").flatMap(({ fields }) => {
    const { number, freedAt } = fields;
    return typeof number === "number" && freedAt === undefined ? [number] : [];
  });

/** `others`: beds that are made in the same go. */
export function newBed(
  house: House,
  { bed, at }: { readonly bed: unknown; readonly at: unknown },
  others: readonly ReservedBed[] = [],
): NewRecord {
  const taken = new Set([...numbersTaken(house), ...others.map(({ number }) => number)]);
  return newRecord(house, "reserved-bed", { number: freeNumber(house, taken), bed, at });
}

export const bedIn = ({ id, fields }: Pick<NewRecord, "id" | "fields">): ReservedBed => ({
  id,
  number: typeof fields["number"] === "number" ? fields["number"] : 0,
  bed: typeof fields["bed"] === "string" ? fields["bed"] : null,
});

export interface Registering {
  readonly given: Given;
  readonly why: readonly ProtectedWhy[];
  readonly at: unknown;
  /** The record of the desk that it is moved from. */
  readonly was?: RecordId;
}

export interface Registered {
  readonly guest: NewRecord;
  readonly bed: NewRecord;
  readonly reserved: ReservedBed;
}

/** Throws the fault `fields`. */
export function registration(
  house: House,
  { given, why, at, was }: Registering,
  others: readonly ReservedBed[],
): Registered {
  const bed = newBed(house, { bed: given["bed"], at }, others);
  const told = Object.fromEntries(Object.entries(given).filter(([name]) => !LEFT_OUT.has(name)));
  const guest = newRecord(house, "protected-guest", { ...told, why, was, arrivedAt: at, bedKept: bed.id });
  return { guest, bed, reserved: bedIn(bed) };
}
