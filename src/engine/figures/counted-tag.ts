/**
 * How a counted month names an arrival that is inside: by a short hash of its record's id, which is random to everybody once
 * the record is erased. Another hash than the one that orders to erase use, so that the two say nothing together.
 */
import { fromText, hash, toText } from "#crypto";
import type { RecordId } from "../api/record-id.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";

/** In ten years of a house of a hundred arrivals a day two are the same with a chance of one in fifteen, and one is missed. */
const TAG_BYTES = 5;

/** Null for what is no id: an arrival may name anything as its guest. */
export function countedTag(id: RecordId): string | null {
  const bytes = fromText(id, RECORD_ID_BYTES);
  return bytes === null ? null : toText(hash("vereda/counted/1", bytes).subarray(0, TAG_BYTES));
}
