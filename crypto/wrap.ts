/**
 * Sealing under a symmetric key, at rest and for the predecessors of keys (docs/protocol.md,
 * "Wrapping"): salt (32) || commitment (32) || box, of any length. Knows no vault and no space.
 */
import { concat, requireLength } from "./bytes.ts";
import { BOX_OVERHEAD_BYTES, COMMIT_BYTES, openCommitted, sealCommitted } from "./committed-box.ts";
import { hash, hmac } from "./hash.ts";
import { type RandomBytes, takeRandom } from "./random.ts";

const KEY_BYTES = 32;
const SALT_BYTES = 32;
const FRONT_BYTES = SALT_BYTES + COMMIT_BYTES;

/** What wrapped bytes are longer than their plaintext. */
export const WRAP_OVERHEAD_BYTES: number = FRONT_BYTES + BOX_OVERHEAD_BYTES;

/** The key and what for; the same on both sides. */
interface WrapPlace {
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly domain: string;
  readonly context: Uint8Array;
}

/** Wraps. Throws `UsageError` for a key of another length. */
export function wrap(
  input: WrapPlace & { readonly plaintext: Uint8Array; readonly random: RandomBytes },
): Uint8Array {
  const { key, domain, context, plaintext } = input;
  requireLength(key, KEY_BYTES, "a wrapping key");
  // As for entries: a generator that repeats itself must not repeat salts.
  const fresh = takeRandom(input.random, SALT_BYTES);
  const salt = hmac(key, "vereda/wrap-salt/1", fresh, hash("vereda/wrap-plaintext/1", plaintext));
  const { commit, box } = sealCommitted({ key, salt, domain, context }, plaintext);
  return concat(salt, commit, box);
}

/** Unwraps; null for another key, domain or context and for anything changed. */
export function unwrap(input: WrapPlace & { readonly wrapped: Uint8Array }): Uint8Array | null {
  const { key, domain, context, wrapped } = input;
  requireLength(key, KEY_BYTES, "a wrapping key");
  if (wrapped.length < WRAP_OVERHEAD_BYTES) return null;
  const place = { key, domain, context, salt: wrapped.subarray(0, SALT_BYTES) };
  return openCommitted(place, {
    commit: wrapped.subarray(SALT_BYTES, FRONT_BYTES),
    box: wrapped.subarray(FRONT_BYTES),
  });
}
