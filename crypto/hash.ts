/**
 * Hashes, MACs and derived keys, each under a domain string of its own (docs/protocol.md,
 * "Hashes and derivations"): what is hashed is `utf8(domain) || 0x00 || parts`. The parts are simply
 * joined: a caller that gives more than one of variable length frames them itself.
 */
import { type Brand, utf8 } from "./bytes.ts";
import { UsageError } from "./errors.ts";
import { hashEngine, SHA512_BYTES } from "./sha512.ts";

/** First half of a SHA-512. */
export type Hash = Brand<Uint8Array, "Hash">;

export const HASH_BYTES = 32;

const MAX_DERIVED_BYTES = 255 * SHA512_BYTES;
const MAX_PREFIXES = 256;
const prefixes = new Map<string, Uint8Array>();

/**
 * `utf8(domain) || 0x00`, kept for the next time. Throws {@link UsageError} for an empty domain or
 * one with a NUL, which could run into what follows.
 */
export function domainPrefix(domain: string): Uint8Array {
  const known = prefixes.get(domain);
  if (known !== undefined) return known;
  if (domain === "" || domain.includes("\0"))
    throw new UsageError("bad-domain", "a domain is a text without NUL");
  const prefix = utf8(`${domain}\0`);
  if (prefixes.size >= MAX_PREFIXES) prefixes.clear();
  prefixes.set(domain, prefix);
  return prefix;
}

// Copies, so that a hash is a plain Uint8Array of 32 bytes and holds no 64-byte buffer or Buffer pool.
const firstHalf = (digest: Uint8Array): Hash => {
  const half = new Uint8Array(HASH_BYTES);
  half.set(digest.subarray(0, HASH_BYTES));
  return half as Hash;
};

/** First 32 bytes of `SHA-512(utf8(domain) || 0x00 || parts)`. */
export const hash = (domain: string, ...parts: readonly Uint8Array[]): Hash =>
  firstHalf(hashEngine.sha512([domainPrefix(domain), ...parts]));

/** First 32 bytes of `HMAC-SHA-512(key, utf8(domain) || 0x00 || parts)`. Compare with `equalBytes`. */
export const hmac = (key: Uint8Array, domain: string, ...parts: readonly Uint8Array[]): Hash =>
  firstHalf(hashEngine.hmac(key, [domainPrefix(domain), ...parts]));

/** Takes 32 received bytes for a hash; null for any other number of them. */
export const parseHash = (bytes: Uint8Array): Hash | null =>
  bytes.length === HASH_BYTES ? (bytes as Hash) : null;

/** What {@link deriveKey} derives from and for what. */
export interface Derivation {
  /** Secret bytes with at least the strength of what is derived. */
  readonly key: Uint8Array;
  /** Public, better random; without one, the 64 zero bytes of RFC 5869. */
  readonly salt?: Uint8Array;
  /** `info` is `utf8(domain) || 0x00 || context`. */
  readonly domain: string;
  readonly context?: Uint8Array;
  readonly length: number;
}

const NOTHING = new Uint8Array(0);

/** HKDF-SHA-512 (RFC 5869). Throws {@link UsageError} for more than 16,320 bytes. */
export function deriveKey({
  key,
  salt = NOTHING,
  domain,
  context = NOTHING,
  length,
}: Derivation): Uint8Array {
  return hkdf({ key, salt, info: [domainPrefix(domain), context], length });
}

/** RFC 5869 itself, with `info` in parts; exported for its vectors only. */
export function hkdf(input: {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly info: readonly Uint8Array[];
  readonly length: number;
}): Uint8Array {
  const { key, salt, info, length } = input;
  if (!Number.isInteger(length) || length < 0 || length > MAX_DERIVED_BYTES) {
    throw new UsageError("out-of-range", "a derived key has 0 to 16320 bytes");
  }
  const derived = new Uint8Array(length);
  const extracted = hashEngine.hmac(salt, [key]);
  let previous: Uint8Array = NOTHING;
  for (let block = 1, at = 0; at < length; block++, at += SHA512_BYTES) {
    previous = hashEngine.hmac(extracted, [previous, ...info, Uint8Array.of(block)]);
    derived.set(previous.subarray(0, length - at), at);
  }
  return derived;
}
