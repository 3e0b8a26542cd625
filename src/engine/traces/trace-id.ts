/** The id of a guest's trace: a hash of theirs, so that devices of a house that shrink apart write one record. */
import { fromText, hash, toText } from "#crypto";
import type { RecordId } from "../api/index.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";

export function traceIdOf(guest: RecordId): RecordId {
  const bytes = fromText(guest, RECORD_ID_BYTES);
  if (bytes === null) throw new TypeError("not a record id");
  return toText(hash("vereda/trace/1", bytes).subarray(0, RECORD_ID_BYTES)) as RecordId;
}
