/** The id of the answer that a decision on a pair gives. */
import { fromText, hash, toText } from "#crypto";
import type { RecordId } from "../api/index.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";

/** A hash of the decision's id, which stays in the house: who gets an answer learns nothing of the guest by its id. */
export function answerIdOf(decision: RecordId): RecordId {
  const bytes = fromText(decision, RECORD_ID_BYTES);
  if (bytes === null) throw new TypeError("not a record id");
  return toText(hash("vereda/answer/1", bytes).subarray(0, RECORD_ID_BYTES)) as RecordId;
}
