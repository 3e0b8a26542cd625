/**
 * Records that one site alone makes and changes, in a space that another site writes in too: their id is a hash of the
 * site and of a field, so that nobody else can take one over, also not with a changed program.
 */
import { fromText, hash, toText } from "#crypto";
import { kindFacts, type KindName, type PlainFields } from "#model";
import { idBytes, type SiteId } from "#sync";
import type { RecordId } from "../api/index.ts";
import { RECORD_ID_BYTES } from "./content.ts";

/** Of the kinds that have `idFrom`. */
const DOMAINS: Readonly<Partial<Record<KindName, string>>> = {
  referral: "vereda/referral/1",
  "referral-step": "vereda/referral-step/1",
  "referral-extract": "vereda/referral-extract/1",
  "news-call": "vereda/news-call/1",
  "case-follow": "vereda/case-follow/1",
};

export const isSiteRecord = (kind: KindName): boolean => kindFacts(kind).idFrom !== undefined;

/** Null for a key that is no id, and for kinds whose ids are made otherwise. */
export function siteRecordId(kind: KindName, site: SiteId, key: unknown): RecordId | null {
  const domain = DOMAINS[kind];
  const bytes = typeof key === "string" ? fromText(key, RECORD_ID_BYTES) : null;
  if (domain === undefined || bytes === null) return null;
  return toText(hash(domain, idBytes(site), bytes).subarray(0, RECORD_ID_BYTES)) as RecordId;
}

export interface KeyedRecord {
  readonly id: RecordId;
  readonly kind: KindName;
  readonly fields: PlainFields;
}

/** Whether this site makes the record. */
export function isRecordOf({ id, kind, fields }: KeyedRecord, site: SiteId): boolean {
  const { idFrom } = kindFacts(kind);
  return idFrom !== undefined && siteRecordId(kind, site, fields[idFrom]) === id;
}
