/**
 * The id of the decision on a pair. A hash of both ids, so that devices of a house which decide apart write one record.
 */
import { fromText, hash, toText } from "#crypto";
import type { RecordId } from "../api/index.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";

export interface PairIds {
  readonly card: RecordId;
  readonly guest: RecordId;
}

function bytesOf(id: RecordId): Uint8Array {
  const bytes = fromText(id, RECORD_ID_BYTES);
  if (bytes === null) throw new TypeError("not a record id");
  return bytes;
}

export const pairIdOf = ({ card, guest }: PairIds): RecordId =>
  toText(hash("vereda/match/1", bytesOf(card), bytesOf(guest)).subarray(0, RECORD_ID_BYTES)) as RecordId;
