/**
 * The id of a report's card. A hash of the report's own random id: whoever holds the report finds its
 * card without a stored link, and the card's id tells nobody else which report it came from.
 */
import { fromText, hash, toText } from "#crypto";
import type { RecordId } from "../api.ts";
import { RECORD_ID_BYTES } from "./content.ts";

export function cardIdOf(report: RecordId): RecordId {
  const bytes = fromText(report, RECORD_ID_BYTES);
  if (bytes === null) throw new TypeError("not a record id");
  return toText(hash("vereda/card-of/1", bytes).subarray(0, RECORD_ID_BYTES)) as RecordId;
}
