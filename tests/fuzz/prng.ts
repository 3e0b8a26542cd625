/** Fast repeatable randomness for choosing mutations (sfc32). Not for keys. */
import { hash, utf8 } from "#crypto";

export interface Prng {
  /** A natural number below `limit`, which is at least 1 and below 2^32. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  bytes(length: number): Uint8Array;
}

/** The same numbers for the same seed, in every process. */
export function createPrng(seed: string): Prng {
  const state = new Uint32Array(hash("vereda/test-fuzz/1", utf8(seed)).buffer.slice(0, 16));
  let [a = 0, b = 0, c = 0, counter = 0] = state;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
  };
}
