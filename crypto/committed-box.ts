/**
 * The one construction behind everything sealed here (docs/protocol.md, "Committed box"). secretbox
 * binds no associated data and does not commit to its key, so both come from the derivation:
 * `key || nonce || commit = HKDF-SHA-512(key, salt, utf8(domain) || 0x00 || context)`. Another
 * context, salt or key gives another commitment, which is compared first.
 * A pair of key and salt must not be used for two plaintexts in one context: its callers see to it.
 */
import nacl from "tweetnacl";
import { equalBytes } from "./bytes.ts";
import { deriveKey } from "./hash.ts";

export const COMMIT_BYTES = 32;
const KEY_BYTES = 32;
const NONCE_BYTES = 24;
/** What a box is longer than its plaintext. */
export const BOX_OVERHEAD_BYTES = 16;

/** Where a box belongs; the same three on both sides. */
export interface BoxPlace {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly domain: string;
  readonly context: Uint8Array;
}

export interface CommittedBox {
  readonly commit: Uint8Array;
  readonly box: Uint8Array;
}

interface BoxKeys {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  readonly commit: Uint8Array;
}

function deriveBoxKeys(place: BoxPlace): BoxKeys {
  const derived = deriveKey({ ...place, length: KEY_BYTES + NONCE_BYTES + COMMIT_BYTES });
  return {
    key: derived.subarray(0, KEY_BYTES),
    nonce: derived.subarray(KEY_BYTES, KEY_BYTES + NONCE_BYTES),
    // A copy: the commitment is published and must not be a window on the key.
    commit: derived.slice(KEY_BYTES + NONCE_BYTES),
  };
}

export function sealCommitted(place: BoxPlace, plaintext: Uint8Array): CommittedBox {
  const { key, nonce, commit } = deriveBoxKeys(place);
  return { commit, box: nacl.secretbox(plaintext, nonce, key) };
}

/** The plaintext; null where the commitment or the box is not what was sealed. */
export function openCommitted(place: BoxPlace, { commit, box }: CommittedBox): Uint8Array | null {
  const keys = deriveBoxKeys(place);
  if (!equalBytes(commit, keys.commit)) return null;
  return box.length < BOX_OVERHEAD_BYTES ? null : nacl.secretbox.open(box, keys.nonce, keys.key);
}
