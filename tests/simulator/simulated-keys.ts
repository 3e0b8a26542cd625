/**
 * Public-key cryptography of the simulator: hashes in place of the curves, a thousand times faster. Keeps the
 * contracts that the layers above rely on: a public key follows from its secret, agree(a, B) = agree(b, A), and
 * agreeing with the base point gives the public key. Proves nothing to who knows how it is made: nobody in a
 * simulation computes a signature or an agreement but with the secret. Everything above the curves is the real
 * code: boxes, wrappings, derivations, commitments.
 */
import nacl from "tweetnacl";
import {
  type AgreePublicKey,
  compareBytes,
  concat,
  equalBytes,
  hash,
  type Signature,
  type Signatures,
} from "#crypto";

const BASE_POINT = Uint8Array.of(9, ...new Uint8Array(31));

/** Canonical and of no small order, as the doors for received keys want it. */
function publicOf(kind: "sign" | "agree", secret: Uint8Array): Uint8Array {
  const key = hash(`vereda/test-simulated-${kind}/1`, secret);
  key[31] = (key[31] ?? 0) & 0x3f;
  return key;
}

/**
 * Puts the hashes in the place of tweetnacl's curves for the rest of this process: key pairs are made by module
 * functions, which take no port. Its secretbox stays.
 */
export function replaceCurves(): void {
  nacl.scalarMult.base = (secret) => publicOf("agree", secret);
  nacl.sign.keyPair.fromSeed = (seed) => {
    const publicKey = publicOf("sign", seed);
    return { publicKey, secretKey: concat(seed, publicKey) };
  };
}

function signatureOf(key: Uint8Array, domain: string, message: Uint8Array): Signature {
  const proof = hash("vereda/test-simulated-signature/1", key, hash(domain, message));
  return concat(proof, hash("vereda/test-simulated-signature/2", proof)) as Signature;
}

/** Signs, checks and agrees by hashes; answers at once. */
export const simulatedSignatures: Signatures = {
  name: "simulated",
  sign: (secret, domain, message) => Promise.resolve(signatureOf(publicOf("sign", secret), domain, message)),
  verify: (key, domain, message, signature) =>
    Promise.resolve(equalBytes(signatureOf(key, domain, message), signature)),
  agree: (secret, key) => {
    const own = publicOf("agree", secret);
    return Promise.resolve(equalBytes(key, BASE_POINT) ? own : sharedOf(own, key));
  },
};

function sharedOf(own: Uint8Array, other: AgreePublicKey): Uint8Array {
  const [first, second] = compareBytes(own, other) < 0 ? [own, other] : [other, own];
  return hash("vereda/test-simulated-agreement/1", first, second);
}
