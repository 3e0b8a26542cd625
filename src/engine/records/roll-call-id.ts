/**
 * The id of a house's roll call of one night. A hash of both, so that devices which call the roll apart write one record.
 */
import { fromText, hash, toText, utf8 } from "#crypto";
import type { SiteId } from "#sync";
import type { RecordId } from "../api/index.ts";
import { RECORD_ID_BYTES } from "./content.ts";

const SITE_BYTES = 16;

/** `date` as `2026-11-21`: the night that begins on its evening. */
export function rollCallIdOf(site: SiteId, date: string): RecordId {
  const bytes = fromText(site, SITE_BYTES);
  if (bytes === null) throw new TypeError("not a site id");
  return toText(hash("vereda/roll-call/1", bytes, utf8(date)).subarray(0, RECORD_ID_BYTES)) as RecordId;
}
