/**
 * Chance that comes out the same at every run: a stream of numbers from a seed, and lotteries by weight. Streams
 * of different names are independent, so that a set that is added changes no other.
 */

export interface Random {
  /** From 0 to 1, without 1. */
  readonly next: () => number;
  /** A whole number from 0, under the limit. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of them; a list that is empty is a fault of the caller. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** A stream of its own under this name. */
  readonly fork: (name: string) => Random;
}

const TWO_32 = 2 ** 32;

/** Four words of state from a text (cyrb128). */
function stateOf(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  return [a, b, c, d];
}

/** Small fast counter, 32 bits (sfc32). */
function numbersFrom(text: string): () => number {
  let [a, b, c, d] = stateOf(text);
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / TWO_32;
  };
  for (let round = 0; round < 16; round += 1) next();
  return next;
}

export function randomOf(seed: string): Random {
  const next = numbersFrom(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError("nothing to pick from");
      return list[below(list.length)]!;
    },
    fork: (name) => randomOf(`${seed}/${name}`),
  };
}

export interface Weighted<T> {
  readonly item: T;
  readonly weight: number;
}

/** Draws items as often as their weights say. */
export interface Lottery<T> {
  readonly draw: (random: Random) => T;
}

export function lotteryOf<T>(tickets: readonly Weighted<T>[]): Lottery<T> {
  const won = tickets.filter(({ weight }) => weight > 0);
  let total = 0;
  const sums = won.map(({ weight }) => (total += weight));
  if (won.length === 0) throw new RangeError("a lottery without tickets");
  return {
    draw(random) {
      const wanted = random.next() * total;
      let [low, high] = [0, sums.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sums[middle]! > wanted) high = middle;
        else low = middle + 1;
      }
      return won[low]!.item;
    },
  };
}

/** A lottery of lotteries: which one first, then from it. */
export function mixOf<T>(parts: readonly Weighted<Lottery<T>>[]): Lottery<T> {
  const which = lotteryOf(parts);
  return { draw: (random) => which.draw(random).draw(random) };
}
