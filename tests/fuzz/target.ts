/**
 * What is fuzzed: a decoder, encodings that our own code made, and what must hold of every input. A target
 * says whether an input was taken and throws for anything that its decoder must not do.
 */
import { equalBytes } from "#crypto";

type Taken = boolean | Promise<boolean>;

export interface Target {
  readonly name: string;
  /** How many executions beside those of the others; dear decoders get fewer. */
  readonly share: number;
  /** Made the same in every process, so that a failing input can be tried again. Each must be taken. */
  readonly seeds: () => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** Pieces that mean something to this decoder, to be put anywhere. */
  readonly words?: readonly Uint8Array[];
  /** Mends what a mutation breaks for certain (a checksum), so that the rest of the decoder is reached. */
  readonly repair?: (input: Uint8Array) => Uint8Array;
  readonly take: (input: Uint8Array) => Taken;
}

/** A decoder took bytes that it must not take: not canonical, or not made with the key. */
export class WronglyTaken extends Error {
  override readonly name = "WronglyTaken";
}

/** Bytes that decode must encode to the same bytes. */
export const canonical =
  <T>(decode: (input: Uint8Array) => T | null, encode: (value: T) => Uint8Array) =>
  (input: Uint8Array): boolean => {
    const value = decode(input);
    if (value === null) return false;
    if (!equalBytes(encode(value), input)) throw new WronglyTaken("not what the value is encoded to");
    return true;
  };

/** Whatever opens was sealed: nothing but the seeds themselves is taken. */
export function authentic(
  seeds: readonly Uint8Array[],
  opens: (input: Uint8Array) => Promise<boolean> | boolean,
): Pick<Target, "seeds" | "take"> {
  return {
    seeds: () => seeds,
    take: async (input) => {
      const taken = await opens(input);
      if (taken && !seeds.some((seed) => equalBytes(seed, input)))
        throw new WronglyTaken("opened, and nobody sealed it");
      return taken;
    },
  };
}

/** A total function: whatever it answers, the input counts as taken. */
export const total =
  (read: (input: Uint8Array) => unknown) =>
  (input: Uint8Array): boolean => {
    read(input);
    return true;
  };
