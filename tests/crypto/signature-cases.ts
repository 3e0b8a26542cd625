/**
 * Signatures of every kind that providers are known to disagree about, each with the verdict of the
 * strict rule (see "Taming the many EdDSAs", Chalkias and others, 2020). Repeatable from a seed.
 */
import {
  hash,
  type RandomBytes,
  type Signatures,
  type SignPair,
  signPairFromSeed,
  utf8,
} from "../../crypto/index.ts";
import {
  add,
  BASE,
  challenge,
  encodePoint,
  FIELD,
  fromLittleEndian,
  littleEndian,
  multiply,
  ORDER,
  ORDER_EIGHT,
  scalar,
  scalarOf,
} from "./edwards.ts";
import { flipBit } from "./generators.ts";

export const DOMAIN = "vereda/test/1";

export interface SignatureCase {
  readonly kind: string;
  readonly key: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly valid: boolean;
}

interface Signer {
  readonly pair: SignPair;
  readonly scalar: bigint;
}

/** What a case is made of: an honest signature, and more randomness. */
export interface Ground {
  readonly signer: Signer;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly framed: Uint8Array;
  /** A natural number below `limit`. */
  readonly pick: (limit: number) => number;
  readonly random: RandomBytes;
}

type Made = Omit<SignatureCase, "kind">;
type Maker = (ground: Ground) => Made;

export const join = (r: Uint8Array, s: bigint): Uint8Array => Uint8Array.of(...r, ...littleEndian(s));
export const sOf = (signature: Uint8Array): bigint => fromLittleEndian(signature.subarray(32));

export const changed = (ground: Ground, change: Partial<Made>): Made => ({
  key: ground.signer.pair.public,
  message: ground.message,
  signature: ground.signature,
  valid: false,
  ...change,
});

const someScalar = (ground: Ground): bigint => scalar(fromLittleEndian(ground.random(32)));

/** Multiples of the point of order eight: all eight points of small order. */
export const SMALL = Array.from({ length: 8 }, (_, index) =>
  encodePoint(multiply(BigInt(index), ORDER_EIGHT)),
);
/** Every encoding with y from p to 2^255 - 1, with both signs; and the two negative zeros. */
export const NON_CANONICAL = [
  ...Array.from({ length: 38 }, (_, index) =>
    littleEndian((FIELD + BigInt(index >> 1)) | (BigInt(index & 1) << 255n)),
  ),
  littleEndian(1n | (1n << 255n)),
  littleEndian((FIELD - 1n) | (1n << 255n)),
];

/** R = rB, S = r + ka for any encoded key and R: what a lax or cofactored verifier accepts. */
export function forge(
  ground: Ground,
  encoded: { readonly key: Uint8Array; readonly r: Uint8Array; readonly nonce: bigint },
): Made {
  const k = challenge(encoded.r, encoded.key, ground.framed);
  const s = scalar(encoded.nonce + k * ground.signer.scalar);
  return changed(ground, { key: encoded.key, signature: join(encoded.r, s) });
}

/** A pair without a secret: S = r fits a key whose multiples vanish. */
export function forgeWithKey(ground: Ground, key: Uint8Array): Made {
  const nonce = someScalar(ground);
  return changed(ground, { key, signature: join(encodePoint(multiply(nonce, BASE)), nonce) });
}

/** The key and a multiple of the torsion point: valid without cofactor only where k times it vanishes. */
function mixedKey(ground: Ground): Made {
  const torsion = BigInt(1 + ground.pick(7));
  const own = multiply(ground.signer.scalar, BASE);
  const key = encodePoint(add(own, multiply(torsion, ORDER_EIGHT)));
  const nonce = someScalar(ground);
  const r = encodePoint(multiply(nonce, BASE));
  const valid = (challenge(r, key, ground.framed) * torsion) % 8n === 0n;
  return { ...forge(ground, { key, r, nonce }), valid };
}

function mixedR(ground: Ground): Made {
  const nonce = someScalar(ground);
  const torsion = multiply(BigInt(1 + ground.pick(7)), ORDER_EIGHT);
  const r = encodePoint(add(multiply(nonce, BASE), torsion));
  return forge(ground, { key: ground.signer.pair.public, r, nonce });
}

/** Cases that pass the strict rule, so that every provider must do the work. */
const SLOW: Readonly<Record<string, Maker>> = {
  valid: (ground) => changed(ground, { valid: true }),
  "another message": (ground) =>
    changed(ground, { message: Uint8Array.of(...ground.message, ground.pick(256)) }),
  "a bit of R flipped": (ground) =>
    changed(ground, { signature: flipBit(ground.signature, ground.pick(256)) }),
  "a bit of S flipped": (ground) =>
    changed(ground, { signature: flipBit(ground.signature, 256 + ground.pick(252)) }),
  "a bit of the key flipped": (ground) =>
    changed(ground, { key: flipBit(ground.signer.pair.public, ground.pick(256)) }),
  "a key of mixed order": mixedKey,
  "R of mixed order": mixedR,
  "a key of random bytes": (ground) => changed(ground, { key: ground.random(32) }),
};

const QUICK: Readonly<Record<string, Maker>> = {
  "S + L": (ground) =>
    changed(ground, { signature: join(ground.signature.subarray(0, 32), sOf(ground.signature) + ORDER) }),
  "S + nL": (ground) => {
    const s = sOf(ground.signature) + BigInt(1 + ground.pick(14)) * ORDER;
    return changed(ground, { signature: join(ground.signature.subarray(0, 32), s) });
  },
  "S = L": (ground) => changed(ground, { signature: join(ground.signature.subarray(0, 32), ORDER) }),
  "a key of small order": (ground) => forgeWithKey(ground, SMALL[ground.pick(8)]!),
  "R of small order": (ground) =>
    forge(ground, { key: ground.signer.pair.public, r: SMALL[ground.pick(8)]!, nonce: 0n }),
  "key and R of small order": (ground) =>
    changed(ground, { key: SMALL[ground.pick(8)]!, signature: join(SMALL[ground.pick(8)]!, 0n) }),
  "a key not canonical": (ground) => forgeWithKey(ground, NON_CANONICAL[ground.pick(NON_CANONICAL.length)]!),
  "R not canonical": (ground) =>
    forge(ground, {
      key: ground.signer.pair.public,
      r: NON_CANONICAL[ground.pick(NON_CANONICAL.length)]!,
      nonce: 0n,
    }),
  "another length": (ground) => changed(ground, { signature: ground.random(ground.pick(64)) }),
};

const SLOW_KINDS = Object.keys(SLOW);
const QUICK_KINDS = Object.keys(QUICK);
export const KINDS: readonly string[] = [...SLOW_KINDS, ...QUICK_KINDS];

/** Where cases come from. Honest signatures are the same from every provider: give the fastest. */
export interface CaseSources {
  readonly signers: readonly Signer[];
  readonly random: RandomBytes;
  readonly signatures: Signatures;
}

/** Case number `index`. One in six is of a slow kind: tweetnacl takes 12 ms for it. */
export async function signatureCase(
  index: number,
  { signers, random, signatures }: CaseSources,
): Promise<SignatureCase> {
  const slow = index % 6 === 0;
  const kinds = slow ? SLOW_KINDS : QUICK_KINDS;
  const kind = kinds[(slow ? index / 6 : index) % kinds.length]!;
  return { kind, ...(slow ? SLOW : QUICK)[kind]!(await groundOf({ signers, random, signatures })) };
}

/** An honest signature of some signer over some message. */
export async function groundOf({ signers, random, signatures }: CaseSources): Promise<Ground> {
  const pick = (limit: number): number => new DataView(random(4).buffer).getUint32(0) % limit;
  const signer = signers[pick(signers.length)]!;
  const message = random(pick(300));
  const framed = Uint8Array.of(...utf8(DOMAIN), 0, ...message);
  const signature = await signatures.sign(signer.pair.secret, DOMAIN, message);
  return { signer, message, signature, framed, pick, random };
}

export const makeSigners = (count: number): readonly Signer[] =>
  Array.from({ length: count }, (_, index) => {
    const seed = hash("vereda/test-signer/1", Uint8Array.of(index));
    return { pair: signPairFromSeed(seed), scalar: scalarOf(seed) };
  });
