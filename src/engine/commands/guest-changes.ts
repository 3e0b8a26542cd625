/** What comings and leavings change of a guest's own record, and when they are where nobody told the time. */
import { momentAfter } from "#model";
import type { RecordId } from "../api/index.ts";
import type { PlainMap } from "../documents/plain.ts";
import type { House } from "../house/house.ts";
import { type CatalogRecord, isOnRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import type { RecordChanges } from "../records/writer.ts";
import { patchChanges } from "./write-records.ts";

/** The guest; null where the record is not here, is of another kind, or was emptied. */
export function guestOf({ catalog }: House, id: unknown): CatalogRecord | null {
  const record = typeof id === "string" ? catalog.get(id as RecordId) : null;
  return isOnRecord(record) ? record : null;
}

/**
 * That the guest left then, and so has no bed; or, with null, that they are here. Null where their record says so
 * already.
 */
export async function leftAtChanges(
  house: House,
  guest: CatalogRecord,
  leftAt: string | null,
): Promise<RecordChanges | null> {
  const { leftAt: before = null, ...fields } = guest.fields;
  const { bed, ...withoutBed } = fields;
  const isSo = before === leftAt && (leftAt === null || bed === undefined);
  const settles = (path: string): boolean => path === "leftAt" || (leftAt !== null && path === "bed");
  const isContested = Object.keys(guest.conflicts).some(settles);
  if (isSo && !isContested) return null;
  const after: PlainMap = leftAt === null ? fields : { ...withoutBed, leftAt };
  return patchChanges(house, guest, { after, settles });
}

export async function writeAll(house: House, batch: readonly (RecordChanges | null)[]): Promise<void> {
  const some = batch.filter((changes) => changes !== null);
  if (some.length > 0) await house.writer.write(some);
  await house.settle();
}

/** When something happens that nobody told the time of: after all that is noted of the guest. */
export function nowFor(house: House, guest: CatalogRecord | null): string {
  const noted = guest === null ? null : notedStays(house.catalog, guest);
  const earlier = noted === null ? [] : [...noted.comings, ...noted.leavings].map(({ at }) => at);
  return momentAfter(house.deps.clock.now(), earlier);
}

/** Now, by the clock of this device. */
export const momentHere = (house: House): string => new Date(house.deps.clock.now()).toISOString();

export const mapIn = (input: unknown): Readonly<Record<string, unknown>> =>
  typeof input === "object" && input !== null ? { ...input } : {};
