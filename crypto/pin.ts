/**
 * A secret under six digits, for the memory of a running program only (docs/protocol.md, "PIN").
 * Quick enough for a telephone, so it protects nothing that a thief can take away: what counts is
 * that whoever holds the box also counts the tries. Never write a box to a disk.
 */
import { utf8 } from "./bytes.ts";
import { type RandomBytes, takeRandom } from "./random.ts";
import { PIN_COST, stretch, UNSAFE_TESTING_COST } from "./stretch.ts";
import { unwrap, wrap } from "./wrap.ts";

/** A secret that a PIN opens. */
export interface PinBox {
  readonly salt: Uint8Array;
  readonly wrapped: Uint8Array;
}

interface PinInput {
  readonly pin: string;
  /** Only in tests: boxes that cost nothing to guess. */
  readonly unsafeTestingLowCost?: boolean;
}

const SALT_BYTES = 32;
const DOMAIN = "vereda/pin/1";

const keyOf = ({ pin, unsafeTestingLowCost = false }: PinInput, salt: Uint8Array): Promise<Uint8Array> =>
  stretch({ password: utf8(pin), salt, cost: unsafeTestingLowCost ? UNSAFE_TESTING_COST : PIN_COST });

/** Seals a secret of any length. `pin` must not be empty. */
export async function sealUnderPin(
  input: PinInput & { readonly secret: Uint8Array; readonly random: RandomBytes },
): Promise<PinBox> {
  const salt = takeRandom(input.random, SALT_BYTES);
  const key = await keyOf(input, salt);
  const { random, secret: plaintext } = input;
  return { salt, wrapped: wrap({ key, domain: DOMAIN, context: salt, plaintext, random }) };
}

/** The secret; null for another PIN. */
export async function openUnderPin(input: PinInput & { readonly box: PinBox }): Promise<Uint8Array | null> {
  const { salt, wrapped } = input.box;
  return unwrap({ key: await keyOf(input, salt), domain: DOMAIN, context: salt, wrapped });
}

/** Overwrites a box that is done with. */
export function wipePinBox({ salt, wrapped }: PinBox): void {
  salt.fill(0);
  wrapped.fill(0);
}
