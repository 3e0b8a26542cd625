/**
 * Under which incarnation this device writes in a record. An actor's changes are numbered without gaps,
 * so one of whose changes some do not count writes no more there until they do: another takes its place,
 * found from the change that does not count, and so the same after a restart.
 */
import { hash } from "#crypto";
import type { DeviceId } from "#sync";
import { appliedOf, graphOf } from "../documents/change-graph.ts";
import { fromHex, toHex } from "../documents/hex.ts";
import { actorOf } from "./actor.ts";
import type { CatalogRecord } from "./catalog.ts";
import { INCARNATION_BYTES } from "./content.ts";
import { attributedChanges, type PlacedContent } from "./read-record.ts";

/** The incarnation under which a change is stated again, by its hash: whoever holds it knows that it was. */
export const restatedIncarnation = (change: string): Uint8Array =>
  hash("vereda/restated/1", fromHex(change)).subarray(0, INCARNATION_BYTES);

const incarnationAfter = (change: string): Uint8Array =>
  hash("vereda/next-incarnation/1", fromHex(change)).subarray(0, INCARNATION_BYTES);

interface Writing {
  /** The device and the incarnation of its vault. */
  readonly own: { readonly device: DeviceId; readonly incarnation: Uint8Array };
  /** All that is opened of the record, and of it what may count. */
  readonly contents: readonly PlacedContent[];
  readonly counted: readonly PlacedContent[];
}

/** The vault's incarnation, or the one that took its place in this record. */
export function incarnationOf(record: CatalogRecord, { own, contents, counted }: Writing): Uint8Array {
  if (record.waiting + record.refused === 0) return own.incarnation;
  const applied = appliedOf(attributedChanges(record.id, counted));
  const ofDevice = contents.filter(({ place }) => place.device === own.device);
  const stuck = new Map<string, { readonly seq: number; readonly hash: string }>();
  for (const { actor, seq, hash: name } of graphOf(attributedChanges(record.id, ofDevice)).values()) {
    if (!applied.has(name) && seq > (stuck.get(actor)?.seq ?? 0)) stuck.set(actor, { seq, hash: name });
  }
  let { incarnation } = own;
  for (;;) {
    const last = stuck.get(toHex(actorOf(own.device, incarnation, record.id)));
    if (last === undefined) return incarnation;
    incarnation = incarnationAfter(last.hash);
  }
}
