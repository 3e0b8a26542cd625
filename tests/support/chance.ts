/** Repeatable chance (sfc32): the same choices for the same seed, in every process. Not for keys. */
import { hash, type RandomBytes, utf8 } from "#crypto";

export interface Chance {
  /** A natural number below `limit`, which is at least 1 and below 2^32. */
  below(limit: number): number;
  /** True in so many of a hundred cases. */
  percent(chance: number): boolean;
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
  readonly bytes: RandomBytes;
}

/** Seeds that were written down for one purpose go on meaning what they meant. */
export function createChance(seed: string, purpose: "fuzz" | "simulator"): Chance {
  const state = new Uint32Array(hash(`vereda/test-${purpose}/1`, utf8(seed)).buffer.slice(0, 16));
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
  const shuffled = <T>(items: readonly T[]): T[] => {
    const rest = [...items];
    return items.map(() => rest.splice(below(rest.length), 1)).flat();
  };
  return {
    below,
    shuffled,
    percent: (chance) => below(100) < chance,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
  };
}
