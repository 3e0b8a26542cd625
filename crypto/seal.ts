/**
 * Sealing one entry under a space key (docs/protocol.md, "Seal"): padded, then a committed box whose
 * derivation binds the entry's header. `context` is that header without the commitment, in its one
 * canonical encoding; this file never looks into it. Salts come from {@link entrySalt}.
 */
import { type Brand, requireLength, uint64 } from "./bytes.ts";
import { BOX_OVERHEAD_BYTES, type BoxPlace, openCommitted, sealCommitted } from "./committed-box.ts";
import { hash, hmac } from "./hash.ts";
import { pad, paddedLength, unpad } from "./padding.ts";
import { type RandomBytes, takeRandom } from "./random.ts";

/** Secret of one generation of a space, 32 bytes. */
export type SpaceKey = Brand<Uint8Array, "SpaceKey">;
/** Public name of a key, 8 bytes. */
export type KeyId = Brand<Uint8Array, "KeyId">;
/** Ciphertext that this layer made, or that a decoder received. Nothing else may be sent. */
export type Sealed = Brand<Uint8Array, "Sealed">;

export const SPACE_KEY_BYTES = 32;
export const KEY_ID_BYTES = 8;
export const SALT_BYTES = 32;

const SEAL_DOMAIN = "vereda/seal/1";

/**
 * For decoders of received bytes, and of bytes read back from a store, only: it does not seal, it
 * claims. To seal, use {@link seal} or `sealToDrop`.
 */
export const asSealed = (bytes: Uint8Array): Sealed => bytes as Sealed;

/** Takes 32 secret bytes for a space key. Throws `UsageError` for another length. */
export function asSpaceKey(bytes: Uint8Array): SpaceKey {
  requireLength(bytes, SPACE_KEY_BYTES, "a space key");
  return bytes as SpaceKey;
}

/** Takes 8 received bytes for a key id; null for another length. */
export const parseKeyId = (bytes: Uint8Array): KeyId | null =>
  bytes.length === KEY_ID_BYTES ? (bytes as KeyId) : null;

export const generateSpaceKey = (random: RandomBytes): SpaceKey =>
  takeRandom(random, SPACE_KEY_BYTES) as SpaceKey;

/** The name under which grants and entries speak of a space key. */
export function keyIdOf(key: SpaceKey): KeyId {
  requireLength(key, SPACE_KEY_BYTES, "a space key");
  return hash("vereda/key-id/1", key).slice(0, KEY_ID_BYTES) as Uint8Array as KeyId;
}

/**
 * A salt that differs for every entry of a device even if its generator repeats itself, and that
 * nobody without `saltSecret` can foretell. `seq` is the entry's position in its log.
 */
export function entrySalt(input: {
  readonly saltSecret: Uint8Array;
  readonly random: RandomBytes;
  readonly plaintext: Uint8Array;
  readonly seq: number;
}): Uint8Array {
  requireLength(input.saltSecret, 32, "a salt secret");
  const fresh = takeRandom(input.random, 32);
  const digest = hash("vereda/salt-plaintext/1", input.plaintext);
  return hmac(input.saltSecret, "vereda/salt/1", fresh, digest, uint64(input.seq));
}

/** Length of the body that {@link seal} makes. Throws `UsageError` above `MAX_PLAINTEXT_BYTES`. */
export const sealedLength = (plaintextLength: number): number =>
  paddedLength(plaintextLength) + BOX_OVERHEAD_BYTES;

/** The key and the place of an entry. */
export interface SealPlace {
  readonly key: SpaceKey;
  /** 32 bytes, from {@link entrySalt}; never twice with one key and context. */
  readonly salt: Uint8Array;
  /** The header without its commitment. */
  readonly context: Uint8Array;
}

/** What goes beside and after the header. */
export interface SealedEntry {
  readonly commit: Uint8Array;
  readonly body: Sealed;
}

const boxPlace = ({ key, salt, context }: SealPlace): BoxPlace => {
  requireLength(key, SPACE_KEY_BYTES, "a space key");
  return { key, salt, domain: SEAL_DOMAIN, context };
};

/** Seals. Throws `UsageError` for wrong lengths and above `MAX_PLAINTEXT_BYTES`. */
export function seal(input: SealPlace & { readonly plaintext: Uint8Array }): SealedEntry {
  requireLength(input.salt, SALT_BYTES, "a salt");
  const { commit, box } = sealCommitted(boxPlace(input), pad(input.plaintext));
  return { commit, body: box as Sealed };
}

/**
 * Opens. Null for another key, for any change of context, salt, commitment or body, and for padding
 * that {@link seal} would not make; why, is not said. Throws `UsageError` only for a key of another length.
 */
export function open(input: SealPlace & SealedEntry): Uint8Array | null {
  if (input.salt.length !== SALT_BYTES) return null;
  const padded = openCommitted(boxPlace(input), { commit: input.commit, box: input.body });
  return padded === null ? null : unpad(padded);
}
