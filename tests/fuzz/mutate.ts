/**
 * Changes of valid encodings that find faults in decoders: flipped bits, cut and lengthened inputs, two inputs
 * spliced, lengths at the edges of varints and of fixed integers, doubled and dropped blocks, noise.
 */
import { concat, uint32, utf8 } from "#crypto";
import type { Chance } from "../support/chance.ts";

/** No input is longer. */
export const MAX_INPUT_BYTES = 96 * 1024;

/** What mutations draw from. */
export interface Ground {
  readonly prng: Chance;
  readonly pool: readonly Uint8Array[];
  readonly words: readonly Uint8Array[];
}

type Mutation = (input: Uint8Array, ground: Ground) => Uint8Array;

/** LEB128, of any length that a decoder might trip over. */
function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    if (rest <= 0x7fn) return Uint8Array.from(bytes);
  }
}

/** Edges: 0, 1, one less than and exactly each new byte of a varint, each power that a cap or an integer has. */
const VARINTS: readonly Uint8Array[] = [
  ...[0n, 1n, 2n, 64n, 4095n, 4096n, 4097n, 65_535n, 65_536n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n].map(
    varint,
  ),
  ...[1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n]
    .flatMap((bytes) => [2n ** (7n * bytes) - 1n, 2n ** (7n * bytes)])
    .map(varint),
  ...[2n ** 53n - 1n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n].map(varint),
  // longer than it need be, and without an end
  Uint8Array.of(0x80, 0x00),
  Uint8Array.of(0x81, 0x80, 0x00),
  new Uint8Array(12).fill(0xff),
];
const WORDS_32: readonly Uint8Array[] = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x10000, 0xffff].map(
  uint32,
);
const BYTES: readonly number[] = [0, 1, 2, 0x7f, 0x80, 0xfe, 0xff];

const replaced = (input: Uint8Array, at: number, count: number, by: Uint8Array): Uint8Array =>
  concat(input.subarray(0, at), by, input.subarray(Math.min(input.length, at + count)));

const place = (input: Uint8Array, { prng }: Ground): number => prng.below(input.length + 1);

/** Where a block begins, and how long it is: mostly short. */
function block(input: Uint8Array, ground: Ground): { at: number; length: number } {
  const { prng } = ground;
  const at = place(input, ground);
  const most = Math.max(1, input.length - at);
  return { at, length: 1 + prng.below(prng.below(3) === 0 ? most : Math.min(most, 40)) };
}

const flipBit: Mutation = (input, { prng }) => {
  const changed = input.slice();
  const at = prng.below(Math.max(1, input.length));
  if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << prng.below(8));
  return changed;
};

const setByte: Mutation = (input, { prng }) => {
  const changed = input.slice();
  const at = prng.below(Math.max(1, input.length));
  if (at < changed.length) changed[at] = prng.below(2) === 0 ? prng.pick(BYTES) : prng.below(256);
  return changed;
};

const truncate: Mutation = (input, ground) => input.slice(0, place(input, ground));
const dropFront: Mutation = (input, ground) => input.slice(Math.min(input.length, 1 + ground.prng.below(8)));
const extend: Mutation = (input, { prng }) =>
  concat(input, prng.below(2) === 0 ? new Uint8Array(1 + prng.below(40)) : prng.bytes(1 + prng.below(40)));

const splice: Mutation = (input, ground) => {
  const other = ground.prng.pick(ground.pool);
  const at = place(input, ground);
  // at the same place half of the time: fields that begin alike then meet
  const from = ground.prng.below(2) === 0 ? Math.min(at, other.length) : place(other, ground);
  return concat(input.subarray(0, at), other.subarray(from));
};

/** Bytes of the varint that might begin here. */
function varintLength(input: Uint8Array, at: number): number {
  let length = 1;
  while (length < 9 && (input[at + length - 1] ?? 0) >= 0x80) length++;
  return length;
}

const editVarint: Mutation = (input, ground) => {
  const at = place(input, ground);
  const left = BigInt(Math.max(0, input.length - at - 1));
  const near = varint(left + BigInt(ground.prng.below(3)));
  const value = ground.prng.below(4) === 0 ? near : ground.prng.pick(VARINTS);
  return replaced(input, at, varintLength(input, at), value);
};

const editWord: Mutation = (input, ground) =>
  replaced(input, place(input, ground), 4, ground.prng.pick(WORDS_32));

const double: Mutation = (input, ground) => {
  const { at, length } = block(input, ground);
  const copy = input.subarray(at, at + length);
  const times = ground.prng.below(8) === 0 ? 2 + ground.prng.below(60) : 1;
  return replaced(input, at, 0, concat(...Array.from({ length: times }, () => copy)));
};

const drop: Mutation = (input, ground) => {
  const { at, length } = block(input, ground);
  return replaced(input, at, length, new Uint8Array(0));
};

const overwrite: Mutation = (input, ground) => {
  const { at, length } = block(input, ground);
  return replaced(input, at, length, ground.prng.bytes(length));
};

const putWord: Mutation = (input, ground) => {
  if (ground.words.length === 0) return flipBit(input, ground);
  const covers = ground.prng.below(2) === 0 ? 0 : 1 + ground.prng.below(12);
  return replaced(input, place(input, ground), covers, ground.prng.pick(ground.words));
};

const noise: Mutation = (_, { prng }) => prng.bytes(prng.below(prng.below(8) === 0 ? 2000 : 80));
const knownStart: Mutation = (input, { prng }) =>
  concat(input.subarray(0, prng.below(Math.min(input.length, 8) + 1)), prng.bytes(prng.below(200)));

const MUTATIONS: readonly Mutation[] = [
  ...[flipBit, flipBit, setByte, truncate, dropFront, extend, splice, splice],
  ...[editVarint, editVarint, editWord, double, drop, overwrite, putWord, putWord, knownStart],
];

/** One to five changes of some input of the pool; noise now and then. */
export function mutant(ground: Ground): Uint8Array {
  const { prng, pool } = ground;
  const start = prng.pick(pool);
  if (prng.below(50) === 0) return noise(start, ground);
  let input = start;
  do input = prng.pick(MUTATIONS)(input, ground);
  while (prng.below(5) < 2);
  return input.slice(0, MAX_INPUT_BYTES);
}

/** Words for {@link Ground}, from texts. */
export const wordsOf = (...texts: readonly string[]): readonly Uint8Array[] => texts.map(utf8);
