/** The id of a record of which there is one for each other record, or for a house: a hash of that one's, so that devices apart write one. */
import { fromText, hash, toText } from "#crypto";
import type { SiteId } from "#sync";
import type { RecordId } from "../api/index.ts";
import { RECORD_ID_BYTES } from "./content.ts";

/** `domain`: by the kind, as docs/protocol.md lists them. Null for what is no id. */
export function idFrom(domain: string, record: RecordId | SiteId): RecordId | null {
  const bytes = fromText(record, RECORD_ID_BYTES);
  return bytes === null ? null : (toText(hash(domain, bytes).subarray(0, RECORD_ID_BYTES)) as RecordId);
}
