/**
 * What a card says and what that stands for (docs/protocol.md, "Capsules"). The words carry a secret and, in their check,
 * the house that gave the card: so nobody else who knows the words can write what is read under them. Key and record id
 * are derived from both; nothing of either stands where carriers see it.
 */
import {
  CARD_SECRET_BYTES,
  asSpaceKey,
  cardWords,
  concat,
  deriveKey,
  hash,
  type RandomBytes,
  readCardWords,
  type SpaceKey,
  toText,
} from "#crypto";
import { idBytes, type MeshId, type SiteId } from "#sync";
import type { RecordId } from "../api/record-id.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";

const KEY_BYTES = 32;

export interface Card {
  readonly site: SiteId;
  readonly key: SpaceKey;
  readonly id: RecordId;
}

export const capsuleIdOf = (key: SpaceKey): RecordId =>
  toText(hash("vereda/capsule-id/1", key).subarray(0, RECORD_ID_BYTES)) as RecordId;

const giverOf = (mesh: MeshId, site: SiteId): Uint8Array => concat(idBytes(mesh), idBytes(site));

function cardOf(secret: Uint8Array, mesh: MeshId, site: SiteId): Card {
  const context = giverOf(mesh, site);
  const key = asSpaceKey(deriveKey({ key: secret, domain: "vereda/capsule/1", context, length: KEY_BYTES }));
  return { site, key, id: capsuleIdOf(key) };
}

export interface Giver {
  readonly mesh: MeshId;
  readonly site: SiteId;
}

/** A new card of a house, and its words: they are shown once and kept nowhere. */
export function newCard(
  { mesh, site }: Giver,
  random: RandomBytes,
): { readonly card: Card; readonly code: string } {
  const secret = random(CARD_SECRET_BYTES);
  return { card: cardOf(secret, mesh, site), code: cardWords(secret, giverOf(mesh, site)) };
}

/** Null for words that are no card's of one of these houses: mistyped, of another mesh, or of a house that is not known yet. */
export function readCard(
  text: string,
  { mesh, sites }: { readonly mesh: MeshId; readonly sites: readonly SiteId[] },
): Card | null {
  const words = readCardWords(text);
  const site = sites.find((one) => words?.isOf(giverOf(mesh, one)) === true);
  return words === null || site === undefined ? null : cardOf(words.secret, mesh, site);
}
