/**
 * The Automerge actor of one device for one record: a hash, so that nobody can write as another,
 * and one actor is never used for two histories (a restored vault has another incarnation).
 */
import { hash } from "#crypto";
import { fromText } from "#crypto";
import { idBytes, type DeviceId } from "#sync";
import type { RecordId } from "../api/index.ts";
import { RECORD_ID_BYTES } from "./content.ts";

const ACTOR_BYTES = 16;

/** 16 bytes of `H(device, incarnation, record)`. */
export function actorOf(device: DeviceId, incarnation: Uint8Array, record: RecordId): Uint8Array {
  const recordBytes = fromText(record, RECORD_ID_BYTES);
  if (recordBytes === null) throw new TypeError("not a record id");
  return hash("vereda/actor/1", idBytes(device), incarnation, recordBytes).subarray(0, ACTOR_BYTES);
}
