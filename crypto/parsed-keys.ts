/**
 * Keeps keys in the form that a platform has parsed, for parsing costs as much as verifying. Public
 * keys are found by their bytes, among a bounded number; secret ones by identity, weakly, so that a
 * forgotten secret is forgotten here too and never becomes text.
 */
import { BoundedCache } from "./bounded-cache.ts";
import { equalBytes } from "./bytes.ts";

/** Public keys kept: more devices than a mesh has that speak at once. */
const CAPACITY = 1024;

interface Parsed<K> {
  readonly bytes: Uint8Array;
  readonly key: K;
}

/** How a platform parses. */
export interface KeyParser<K> {
  parsePublic(key: Uint8Array): K;
  parseSecret(secret: Uint8Array): K;
}

/** The two caches of one curve. */
export interface ParsedKeys<K> {
  publicKey(key: Uint8Array): K;
  secretKey(secret: Uint8Array): K;
  /** Drops a public key that turned out to be unusable. */
  forget(key: Uint8Array): void;
}

const cacheKey = (key: Uint8Array): string => String.fromCharCode(...key);

export function createParsedKeys<K>(parser: KeyParser<K>, capacity: number = CAPACITY): ParsedKeys<K> {
  const publicKeys = new BoundedCache<K>(capacity);
  const secretKeys = new WeakMap<Uint8Array, Parsed<K>>();
  return {
    publicKey: (key) => publicKeys.getOrMake(cacheKey(key), () => parser.parsePublic(key)),
    secretKey(secret) {
      const known = secretKeys.get(secret);
      if (known !== undefined && equalBytes(known.bytes, secret)) return known.key;
      const key = parser.parseSecret(secret);
      secretKeys.set(secret, { bytes: secret.slice(), key });
      return key;
    },
    forget(key) {
      publicKeys.delete(cacheKey(key));
    },
  };
}
