/**
 * Every edge of the strict rule once, where signature-cases.ts draws at random: all points of small order, all
 * encodings that are not canonical, S at and past each of its bounds, each wrong length. In the manner of
 * Wycheproof's vectors for Ed25519.
 */
import { littleEndian, ORDER } from "./edwards.ts";
import {
  changed,
  forge,
  forgeWithKey,
  type Ground,
  join,
  NON_CANONICAL,
  type SignatureCase,
  sOf,
  SMALL,
} from "./signature-cases.ts";

const named = (kind: string, made: Omit<SignatureCase, "kind">): SignatureCase => ({ kind, ...made });

/** Points that no key may be and no R: with signatures that lax equations accept. */
function pointEdges(ground: Ground): SignatureCase[] {
  const own = ground.signer.pair.public;
  const refused = [...SMALL, ...NON_CANONICAL];
  return refused.flatMap((point, at) => [
    named(`point ${at} as key`, forgeWithKey(ground, point)),
    named(`point ${at} as R`, forge(ground, { key: own, r: point, nonce: 0n })),
    ...SMALL.flatMap((other, index) => [
      named(
        `point ${at} as key, small ${index} as R`,
        changed(ground, { key: point, signature: join(other, 0n) }),
      ),
      named(
        `small ${index} as key, point ${at} as R`,
        changed(ground, { key: other, signature: join(point, 0n) }),
      ),
    ]),
  ]);
}

/** Values of S beside an honest R: its own plus multiples of the order, the bounds, each high bit. */
function scalarEdges(ground: Ground): SignatureCase[] {
  const { signature } = ground;
  const r = signature.subarray(0, 32);
  const s = sOf(signature);
  const multiples = Array.from({ length: 15 }, (_, n) => s + BigInt(n + 1) * ORDER);
  const bounds = [
    0n,
    ORDER - 1n,
    ORDER,
    ORDER + 1n,
    2n * ORDER,
    2n ** 252n,
    2n ** 253n,
    2n ** 255n,
    2n ** 256n - 1n,
  ];
  const highBits = [253n, 254n, 255n].map((bit) => s | (1n << bit));
  return [...multiples, ...bounds, ...highBits]
    .filter((value) => value < 2n ** 256n && value !== s)
    .map((value) => named(`S = ${value}`, changed(ground, { signature: join(r, value) })));
}

function lengthEdges(ground: Ground): SignatureCase[] {
  const { signature, signer } = ground;
  const key = signer.pair.public;
  const longer = (bytes: Uint8Array): Uint8Array => Uint8Array.of(...bytes, 0);
  const signatures = [
    signature.slice(0, 0),
    signature.slice(0, 32),
    signature.slice(0, 63),
    longer(signature),
  ];
  const keys = [key.slice(0, 0), key.slice(0, 31), longer(key)];
  return [
    ...signatures.map((one) =>
      named(`a signature of ${one.length} bytes`, changed(ground, { signature: one })),
    ),
    ...keys.map((one) => named(`a key of ${one.length} bytes`, changed(ground, { key: one }))),
  ];
}

/** Halves that change places, or are nothing. */
function swappedEdges(ground: Ground): SignatureCase[] {
  const { signature } = ground;
  const swapped = Uint8Array.of(...signature.subarray(32), ...signature.subarray(0, 32));
  const zeros = littleEndian(0n);
  return [
    named("honest", changed(ground, { valid: true })),
    named("R and S swapped", changed(ground, { signature: swapped })),
    named("all zeros", changed(ground, { signature: Uint8Array.of(...zeros, ...zeros) })),
    named("all ones", changed(ground, { signature: new Uint8Array(64).fill(0xff) })),
    named("a key of all ones", changed(ground, { key: new Uint8Array(32).fill(0xff) })),
  ];
}

/** All of them, for one honest signature. */
export const edgeCases = (ground: Ground): readonly SignatureCase[] => [
  ...pointEdges(ground),
  ...scalarEdges(ground),
  ...lengthEdges(ground),
  ...swappedEdges(ground),
];
