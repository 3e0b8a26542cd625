/**
 * How an order to erase names a record: by a hash of its id, which is random or a hash itself. Whoever knows the record
 * finds it in the order; the other devices of the mesh, which read the order too, learn nothing.
 */
import { fromText, hash, toText } from "#crypto";
import { RECORD_TAG_BYTES, type RecordTag } from "#sync";
import type { RecordId } from "../api/record-id.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";

export function recordTag(id: RecordId): RecordTag {
  const bytes = fromText(id, RECORD_ID_BYTES);
  if (bytes === null) throw new TypeError("not a record id");
  return toText(hash("vereda/erased/1", bytes).subarray(0, RECORD_TAG_BYTES)) as RecordTag;
}
