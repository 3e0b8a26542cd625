/** Deterministic randomness and byte arbitraries for the tests of crypto/. */
import fc from "fast-check";
import { deriveKey, type RandomBytes, uint32, utf8 } from "../../crypto/index.ts";

/** A generator whose every draw differs, and that starts again with every call of this function. */
export function seededRandom(seed: string): RandomBytes {
  let draw = 0;
  return (length) =>
    deriveKey({ key: utf8(seed), salt: uint32(draw++), domain: "vereda/test-random/1", length });
}

/** A broken generator: the same bytes at every draw. */
export const repeatingRandom: RandomBytes = (length) => new Uint8Array(length).fill(0x5a);

export const bytes = (maxLength = 200): fc.Arbitrary<Uint8Array> => fc.uint8Array({ maxLength });
export const exactly = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });

/** A copy with one bit changed; `at` is taken modulo the number of bits. */
export function flipBit(original: Uint8Array, at: number): Uint8Array {
  const changed = original.slice();
  const bit = at % (8 * changed.length);
  changed[bit >> 3]! ^= 1 << (bit & 7);
  return changed;
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const unhex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../gu) ?? [], (pair) => parseInt(pair, 16));
