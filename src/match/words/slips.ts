/**
 * How far two spellings are apart, counted in slips of ear and finger: a letter more, less, another, two that
 * changed places. A slip that ears make (m for n, i for e, a last s that is not heard) costs less than one that
 * nothing explains.
 */

const CODES = 128;
const LONGEST = 40;

const PLAIN = 1;
const SWAP = 0.8;

/** Letters and sounds (see sound.ts) that are taken for one another, and what that costs. */
const CONFUSED: readonly (readonly [string, number])[] = [
  ["ei", 0.5],
  ["ou", 0.5],
  ["ao", 0.7],
  ["ae", 0.7],
  ["mn", 0.4],
  ["td", 0.6],
  ["bp", 0.6],
  ["kG", 0.5],
  ["kg", 0.5],
  ["gG", 0.2],
  ["gw", 0.4],
  ["bw", 0.5],
  ["uw", 0.4],
  ["lr", 0.6],
  ["jk", 0.7],
  ["js", 0.7],
  ["jS", 0.5],
  ["jC", 0.6],
  ["sS", 0.4],
  ["CS", 0.3],
  ["sC", 0.6],
  ["ij", 0.6],
  ["iC", 0.7],
  ["jg", 0.5],
  ["fb", 0.7],
  ["tk", 0.8],
  // as they stand, before they are sounded
  ["bv", 0.3],
  ["sz", 0.3],
  ["sc", 0.4],
  ["cz", 0.4],
  ["iy", 0.3],
  ["ly", 0.5],
  ["xs", 0.4],
  ["xj", 0.4],
  ["ck", 0.3],
  ["kq", 0.3],
  ["hj", 0.4],
];
/** Letters that are added or lost without being heard. */
const UNHEARD: Readonly<Record<string, number>> = { h: 0.4, j: 0.7, u: 0.8, i: 0.8, e: 0.8, t: 0.9 };
const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const BESIDE = 0.8;

/** Keys that lie side by side, or above one another. */
const besides = (): readonly string[] =>
  KEYS.flatMap((keys, row) =>
    Array.from(keys, (key, at) =>
      [keys.charAt(at + 1), KEYS[row + 1]?.charAt(at), KEYS[row + 1]?.charAt(at - 1)].map(
        (other = "") => key + other,
      ),
    ).flat(),
  ).filter((pair) => pair.length === 2);

function substitutions(): Float32Array {
  const costs = new Float32Array(CODES * CODES).fill(PLAIN);
  const put = (pair: string, cost: number) => {
    const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    costs[a * CODES + b] = cost;
    costs[b * CODES + a] = cost;
  };
  for (const pair of besides()) put(pair, BESIDE);
  for (const [pair, cost] of CONFUSED) put(pair, cost);
  return costs;
}

const SUBSTITUTION = substitutions();
const LOSS = Float32Array.from({ length: CODES }, (_, code) => UNHEARD[String.fromCharCode(code)] ?? PLAIN);
/** Letters of other alphabets cost alike, and are told apart all the same. */
const slotOf = (code: number): number => (code < CODES ? code : CODES - 1);

const FIRST_LETTER = 0.3;
const LAST_LOST = 0.6;
const DOUBLED = 0.4;

/** A word as it is compared: where its letters are, and what it costs to lose some. */
export interface Spelling {
  readonly codes: Uint16Array;
  readonly from: number;
  readonly length: number;
  /** By number, from `leastFrom` on: what it costs at the least that so many of the letters are only in this word. */
  readonly leastLosses: Float32Array;
  readonly leastFrom: number;
}

/** What it costs that the letter at this place is only in one of the two. */
function lossAt({ codes, from, length }: Spelling, at: number): number {
  const code = codes[from + at]!;
  if (at > 0 && codes[from + at - 1] === code) return DOUBLED;
  const loss = LOSS[slotOf(code)]!;
  return at === length - 1 ? loss * LAST_LOST : loss;
}

const grown = <T extends Uint16Array | Float32Array>(array: T, length: number): T => {
  if (length <= array.length) return array;
  const Kind = array.constructor as new (length: number) => T;
  const larger = new Kind(2 * length);
  larger.set(array);
  return larger;
};

/** Spellings one after another: beside one another in memory, hundreds are compared in little time. */
export class Spellings {
  private codes = new Uint16Array(LONGEST);
  private leastLosses = new Float32Array(LONGEST + 1);
  private readonly ends: number[] = [];

  /** They are numbered from 0. */
  add(word: string): void {
    const number = this.ends.length;
    const from = this.ends[number - 1] ?? 0;
    const length = Math.min(LONGEST, word.length);
    this.ends.push(from + length);
    this.codes = grown(this.codes, from + length);
    this.leastLosses = grown(this.leastLosses, from + length + number + 1);
    for (let at = 0; at < length; at += 1) this.codes[from + at] = word.charCodeAt(at);
    const spelling = this.at(number);
    const losses = Float32Array.from({ length }, (_, at) => lossAt(spelling, at)).sort();
    let sum = 0;
    for (const [at, loss] of losses.entries()) this.leastLosses[spelling.leastFrom + at + 1] = sum += loss;
  }

  /** Good until the next is added. */
  at(number: number): Spelling {
    const { codes, leastLosses, ends } = this;
    const from = number === 0 ? 0 : ends[number - 1]!;
    return { codes, from, length: ends[number]! - from, leastLosses, leastFrom: from + number };
  }
}

export function spellingOf(word: string): Spelling {
  const spellings = new Spellings();
  spellings.add(word);
  return spellings.at(0);
}

/** Sums of single precision differ by less, in whatever order they are made. */
const ROUNDING = 1e-4;

/** What it costs at the least that one is longer than the other. */
function leastBetween(a: Spelling, b: Spelling): number {
  const more = a.length - b.length;
  const least = more > 0 ? a.leastLosses[a.leastFrom + more] : b.leastLosses[b.leastFrom - more];
  return least! - ROUNDING;
}

const ROWS = [0, 1, 2].map(() => new Float32Array(LONGEST + 1));

const LOSSES = new Float32Array(LONGEST);

/** What is being compared: two spellings, and the rows of the table of edits. */
interface Table {
  readonly a: Spelling;
  readonly b: Spelling;
  before: Float32Array;
  last: Float32Array;
  next: Float32Array;
}

/** The next row; returns the least cost in it. */
function fillRow({ a, b, before, last, next }: Table, i: number): number {
  const { codes, from, length } = b;
  const code = a.codes[a.from + i - 1]!;
  const row = slotOf(code) * CODES;
  const lossA = lossAt(a, i - 1);
  const beforeCode = i > 1 ? a.codes[a.from + i - 2]! : -1;
  let least = last[0]! + lossA;
  next[0] = least;
  for (let j = 1; j <= length; j += 1) {
    const other = codes[from + j - 1]!;
    const changed =
      code === other ? 0 : SUBSTITUTION[row + slotOf(other)]! + (i + j === 2 ? FIRST_LETTER : 0);
    let cost = Math.min(last[j - 1]! + changed, last[j]! + lossA, next[j - 1]! + LOSSES[j - 1]!);
    const isSwap = beforeCode === other && j > 1 && code === codes[from + j - 2];
    if (isSwap) cost = Math.min(cost, before[j - 2]! + SWAP);
    next[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** Slips between two spellings; more than `most` is told as infinity, and soon. */
export function slips(a: Spelling, b: Spelling, most: number): number {
  if (leastBetween(a, b) > most) return Number.POSITIVE_INFINITY;
  const [before, last, next] = ROWS as [Float32Array, Float32Array, Float32Array];
  const table: Table = { a, b, before, last, next };
  last[0] = 0;
  let leastBefore = 0;
  for (let j = 1; j <= b.length; j += 1) {
    LOSSES[j - 1] = lossAt(b, j - 1);
    last[j] = last[j - 1]! + LOSSES[j - 1]!;
  }
  for (let i = 1; i <= a.length; i += 1) {
    const least = fillRow(table, i);
    // a swap goes on from the row before
    if (least > most && leastBefore + SWAP > most) return Number.POSITIVE_INFINITY;
    leastBefore = least;
    [table.before, table.last, table.next] = [table.last, table.next, table.before];
  }
  const cost = table.last[b.length]!;
  return cost > most ? Number.POSITIVE_INFINITY : cost;
}
