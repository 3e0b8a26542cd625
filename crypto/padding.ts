/**
 * Padding of entries to few lengths, so that an observer learns little from sizes (docs/protocol.md,
 * "Seal"): two bytes of length, the plaintext, zeros up to 256 or 512 bytes or 1, 2, 4 ... 64 KiB.
 * Strict when read: the smallest class that fits, and nothing but zeros.
 */
import { UsageError } from "./errors.ts";

const PREFIX_BYTES = 2;
const SMALLEST_CLASS = 256;
const LARGEST_CLASS = 65_536;

/** The longest plaintext of an entry. */
export const MAX_PLAINTEXT_BYTES: number = LARGEST_CLASS - PREFIX_BYTES;

/** Length after padding. Throws {@link UsageError} above {@link MAX_PLAINTEXT_BYTES}. */
export function paddedLength(plaintextLength: number): number {
  if (!Number.isInteger(plaintextLength) || plaintextLength < 0) {
    throw new UsageError("out-of-range", "a length is a natural number");
  }
  if (plaintextLength > MAX_PLAINTEXT_BYTES) {
    throw new UsageError("too-long", `an entry holds at most ${String(MAX_PLAINTEXT_BYTES)} bytes`);
  }
  let padded = SMALLEST_CLASS;
  while (padded < plaintextLength + PREFIX_BYTES) padded *= 2;
  return padded;
}

export function pad(plaintext: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedLength(plaintext.length));
  padded[0] = plaintext.length >>> 8;
  padded[1] = plaintext.length & 0xff;
  padded.set(plaintext, PREFIX_BYTES);
  return padded;
}

/** A window on the plaintext; null where this is not exactly what {@link pad} makes. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  const length = ((padded[0] ?? 0) << 8) | (padded[1] ?? 0);
  if (length > MAX_PLAINTEXT_BYTES || paddedLength(length) !== padded.length) return null;
  const end = PREFIX_BYTES + length;
  for (let index = end; index < padded.length; index++) if (padded[index] !== 0) return null;
  return padded.subarray(PREFIX_BYTES, end);
}
