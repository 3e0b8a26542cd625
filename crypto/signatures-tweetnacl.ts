/**
 * Signatures by tweetnacl: works everywhere, also where a page has no secure context, and is slow
 * (about 12 ms to verify, 6 to sign). The reference that the native providers are compared with.
 */
import nacl from "tweetnacl";
import { equalBytes } from "./bytes.ts";
import {
  type AgreePair,
  type AgreePublicKey,
  asAgreeSecretKey,
  asSignSecretKey,
  type SignPair,
  type SignPublicKey,
  type SignSecretKey,
} from "./keys.ts";
import { type Signatures, strictSignatures } from "./signatures.ts";

interface Expanded {
  readonly seed: Uint8Array;
  readonly secretKey: Uint8Array;
}

// By identity, so that a forgotten key is forgotten here too; the copy tells if its bytes changed.
const expandedKeys = new WeakMap<SignSecretKey, Expanded>();

function expand(secret: SignSecretKey): Uint8Array {
  const known = expandedKeys.get(secret);
  if (known !== undefined && equalBytes(known.seed, secret)) return known.secretKey;
  const { secretKey } = nacl.sign.keyPair.fromSeed(secret);
  expandedKeys.set(secret, { seed: secret.slice(), secretKey });
  return secretKey;
}

/** tweetnacl under the strict rule. */
export const tweetnaclSignatures: Signatures = strictSignatures({
  name: "tweetnacl",
  sign: (secret, framed) => nacl.sign.detached(framed, expand(secret)),
  verify: (key, framed, signature) => nacl.sign.detached.verify(framed, signature, key),
  agree: (secret, key) => nacl.scalarMult(secret, key),
});

/** The Ed25519 pair of a 32-byte seed (about 6 ms). Throws `UsageError` for another length. */
export function signPairFromSeed(seed: Uint8Array): SignPair {
  const secret = asSignSecretKey(seed);
  return { public: nacl.sign.keyPair.fromSeed(secret).publicKey as SignPublicKey, secret };
}

/** The X25519 pair of a secret (about 1.6 ms). Throws `UsageError` for another length than 32. */
export function agreePairFromSecret(bytes: Uint8Array): AgreePair {
  const secret = asAgreeSecretKey(bytes);
  return { public: nacl.scalarMult.base(secret) as AgreePublicKey, secret };
}
