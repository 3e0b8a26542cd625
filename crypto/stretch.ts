/**
 * Argon2id (RFC 9106) for what people type or compare: the only slow function of this layer, on
 * purpose. The cost has a floor, under which guessing is cheap, and a ceiling, over which a forged
 * vault could hang the machine or exhaust its memory. Blocks the calling thread: use a worker.
 */
import { argon2id } from "hash-wasm";

/** What one guess costs. One lane always. */
export interface StretchCost {
  readonly memoryKib: number;
  readonly passes: number;
}

export const FLOOR_COST: StretchCost = { memoryKib: 65_536, passes: 3 };
export const CEILING_COST: StretchCost = { memoryKib: 262_144, passes: 8 };
/** For PINs, whose tries are counted by whoever holds the box: a fraction of a second on a telephone. */
export const PIN_COST: StretchCost = { memoryKib: 19_456, passes: 2 };
/** For tests, which make many vaults; a vault of this cost does not open without the same option. */
export const UNSAFE_TESTING_COST: StretchCost = { memoryKib: 8, passes: 1 };

const within = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** True between the floor (of tests, if so) and the ceiling. */
export function isAllowedCost(cost: StretchCost, unsafeTestingLowCost: boolean): boolean {
  const floor = unsafeTestingLowCost ? UNSAFE_TESTING_COST : FLOOR_COST;
  const memory = within(cost.memoryKib, floor.memoryKib, CEILING_COST.memoryKib);
  return memory && within(cost.passes, floor.passes, CEILING_COST.passes);
}

/**
 * 32 bytes. `password` must not be empty, `salt` has 8 bytes or more, and the cost is allowed:
 * callers check. Rejects where the machine has not the memory.
 */
export const stretch = (input: {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly cost: StretchCost;
}): Promise<Uint8Array> =>
  argon2id({
    password: input.password,
    salt: input.salt,
    iterations: input.cost.passes,
    memorySize: input.cost.memoryKib,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });
