/**
 * Whose record of `network` it is. Every shelter writes there, so an id alone would let any of them change another's
 * card, or be taken for the house that issued it and receive what is answered to it. The id of such a record is a hash of
 * the issuing site and of a claim that its entries carry: no other site has a claim to the same id.
 */
import { fromText, hash, toText } from "#crypto";
import { idBytes, NETWORK, parseSpace, type SiteId, type SpaceId } from "#sync";
import type { RecordId } from "../api/record-id.ts";

export const CLAIM_BYTES = 16;
const RECORD_ID_BYTES = 16;

/** The id of the record that a site makes by a claim. */
export const claimedId = (claim: Uint8Array, site: SiteId): RecordId =>
  toText(hash("vereda/claimed/1", claim, idBytes(site)).subarray(0, RECORD_ID_BYTES)) as RecordId;

/** Whether records of a space are claimed by a site. */
export const isClaimed = (home: SpaceId): boolean => home === NETWORK;

function claimFrom(domain: string, origin: RecordId | SiteId): Uint8Array {
  const bytes = fromText(origin, RECORD_ID_BYTES);
  if (bytes === null) throw new TypeError("not a record id");
  return hash(domain, bytes).subarray(0, CLAIM_BYTES);
}

/** The claim of a report's card. A hash, so that it tells nobody which report it came from. */
export const claimOfCard = (report: RecordId): Uint8Array => claimFrom("vereda/card-of/1", report);

/** The claim of a guest's found card, in the same way. */
export const claimOfFoundCard = (guest: RecordId): Uint8Array => claimFrom("vereda/found-card-of/1", guest);

/** The claim of a shelter's board: one board a site, of which nobody but the site has the id. */
export const claimOfBoard = (site: SiteId): Uint8Array => claimFrom("vereda/board-of/1", site);

/** The claim of what a house says of another house's service: one word a house. */
export const claimOfServiceWord = (service: RecordId): Uint8Array =>
  claimFrom("vereda/service-word-of/1", service);

interface Origin {
  readonly id: RecordId;
  readonly home: SpaceId;
}

/** The id of a record of the network that a record of a site's own makes. */
function idFor(claim: Uint8Array, home: SpaceId): RecordId {
  const site = parseSpace(home)?.site ?? null;
  if (site === null) throw new TypeError("it lives at no site");
  return claimedId(claim, site);
}

/** The card of a report: whoever holds the report finds it without a stored link. */
export const cardIdOf = ({ id, home }: Origin): RecordId => idFor(claimOfCard(id), home);

/** The found card of a guest, likewise. */
export const foundCardOf = ({ id, home }: Origin): RecordId => idFor(claimOfFoundCard(id), home);
