/**
 * The port of randomness. Everything in this layer that needs random bytes is handed a generator, so
 * that tests and simulations can repeat themselves; the platform's own is {@link systemRandom}.
 */
import { requireLength } from "./bytes.ts";

/** Fresh, unpredictable bytes: exactly as many as asked for, in an array that the caller may keep. */
export type RandomBytes = (length: number) => Uint8Array;

// What getRandomValues gives in one call.
const QUOTA_BYTES = 65_536;

/** The operating system's generator. */
export const systemRandom: RandomBytes = (length) => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += QUOTA_BYTES) {
    globalThis.crypto.getRandomValues(bytes.subarray(at, at + QUOTA_BYTES));
  }
  return bytes;
};

/** Asks a generator. Throws `UsageError` where it gives another number of bytes. */
export function takeRandom(random: RandomBytes, length: number): Uint8Array {
  const bytes = random(length);
  requireLength(bytes, length, "randomness");
  return bytes;
}
