/**
 * The key types of public-key cryptography and the doors for received keys (docs/protocol.md,
 * "Keys"; RFC 8032, RFC 7748). Public and secret halves are different types, and so are keys to sign
 * and keys to agree. Secret keys are never changed in place by this layer, and must not be by others.
 */
import { type Brand, requireLength } from "./bytes.ts";
import { isCanonicalField, isSmallOrderMontgomery, isUsablePoint } from "./strict-signature.ts";

/** Ed25519 public key, 32 bytes. */
export type SignPublicKey = Brand<Uint8Array, "SignPublicKey">;
/** Ed25519 seed, 32 bytes: the "private key" of RFC 8032. */
export type SignSecretKey = Brand<Uint8Array, "SignSecretKey">;
/** X25519 public key, 32 bytes. */
export type AgreePublicKey = Brand<Uint8Array, "AgreePublicKey">;
/** X25519 secret, 32 bytes, clamped when used. */
export type AgreeSecretKey = Brand<Uint8Array, "AgreeSecretKey">;
/** Ed25519 signature, 64 bytes. */
export type Signature = Brand<Uint8Array, "Signature">;

export const PUBLIC_KEY_BYTES = 32;
export const SECRET_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

export interface SignPair {
  readonly public: SignPublicKey;
  readonly secret: SignSecretKey;
}

export interface AgreePair {
  readonly public: AgreePublicKey;
  readonly secret: AgreeSecretKey;
}

/** A received Ed25519 public key; null unless 32 bytes, canonical and not of small order. */
export const parseSignPublicKey = (bytes: Uint8Array): SignPublicKey | null =>
  bytes.length === PUBLIC_KEY_BYTES && isUsablePoint(bytes) ? (bytes as SignPublicKey) : null;

/**
 * A received X25519 public key; null unless 32 bytes, canonical and not of small order. To seal to a
 * key that passed here cannot fail.
 */
export const parseAgreePublicKey = (bytes: Uint8Array): AgreePublicKey | null =>
  bytes.length === PUBLIC_KEY_BYTES && isCanonicalAgreeKey(bytes) ? (bytes as AgreePublicKey) : null;

const isCanonicalAgreeKey = (bytes: Uint8Array): boolean =>
  (bytes[31] ?? 0) < 0x80 && isCanonicalField(bytes) && !isSmallOrderMontgomery(bytes);

/** A received signature; null unless 64 bytes. Whether it is one, only `verify` says. */
export const parseSignature = (bytes: Uint8Array): Signature | null =>
  bytes.length === SIGNATURE_BYTES ? (bytes as Signature) : null;

/** Takes 32 secret bytes for an Ed25519 seed. Throws `UsageError` for another length. */
export function asSignSecretKey(seed: Uint8Array): SignSecretKey {
  requireLength(seed, SECRET_KEY_BYTES, "a signing seed");
  return seed as SignSecretKey;
}

/** Takes 32 secret bytes for an X25519 secret. Throws `UsageError` for another length. */
export function asAgreeSecretKey(secret: Uint8Array): AgreeSecretKey {
  requireLength(secret, SECRET_KEY_BYTES, "an agreement secret");
  return secret as AgreeSecretKey;
}
