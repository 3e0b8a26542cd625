/**
 * Whose record of `network` it is. Every shelter writes there, so an id alone would let any of them change another's
 * card, or be taken for the house that issued it and receive what is answered to it. The id of such a record is a hash of
 * the issuing site and of a claim that its entries carry: no other site has a claim to the same id.
 */
import { fromText, hash, toText } from "#crypto";
import { idBytes, NETWORK, parseSpace, type SiteId, type SpaceId } from "#sync";
import type { RecordId } from "../record-id.ts";

export const CLAIM_BYTES = 16;
const RECORD_ID_BYTES = 16;

/** The id of the record that a site makes by a claim. */
export const claimedId = (claim: Uint8Array, site: SiteId): RecordId =>
  toText(hash("vereda/claimed/1", claim, idBytes(site)).subarray(0, RECORD_ID_BYTES)) as RecordId;

/** Whether records of a space are claimed by a site. */
export const isClaimed = (home: SpaceId): boolean => home === NETWORK;

/** The claim of a report's card. A hash, so that it tells nobody which report it came from. */
export function claimOfCard(report: RecordId): Uint8Array {
  const bytes = fromText(report, RECORD_ID_BYTES);
  if (bytes === null) throw new TypeError("not a record id");
  return hash("vereda/card-of/1", bytes).subarray(0, CLAIM_BYTES);
}

/** The card of a report: whoever holds the report finds it without a stored link. */
export function cardIdOf({ id, home }: { readonly id: RecordId; readonly home: SpaceId }): RecordId {
  const site = parseSpace(home)?.site ?? null;
  if (site === null) throw new TypeError("a report lives at a site");
  return claimedId(claimOfCard(id), site);
}
