/**
 * The port for signing, verifying and agreeing (docs/protocol.md, "Signatures"; RFC 8032, RFC 7748).
 * A provider only computes; this file frames what is signed, `utf8(domain) || 0x00 || message`, and
 * applies the strict rule first, so that all providers give the same answers.
 * Knows no platform: create-signatures.ts chooses.
 */
import { concat, requireLength } from "./bytes.ts";
import { domainPrefix } from "./hash.ts";
import {
  type AgreePublicKey,
  type AgreeSecretKey,
  PUBLIC_KEY_BYTES,
  SECRET_KEY_BYTES,
  SIGNATURE_BYTES,
  type Signature,
  type SignPublicKey,
  type SignSecretKey,
} from "./keys.ts";
import { isStrictSignature } from "./strict-signature.ts";

/** Ed25519 signatures under domains, and X25519. */
export interface Signatures {
  /** `tweetnacl`, `webcrypto` or `node`. */
  readonly name: string;
  /** Deterministic: the same from every provider. Throws `UsageError` for a key of another length. */
  sign(secret: SignSecretKey, domain: string, message: Uint8Array): Promise<Signature>;
  /** False for anything but a strictly valid signature, of any length; never throws for received bytes. */
  verify(
    key: SignPublicKey,
    domain: string,
    message: Uint8Array,
    signature: Signature | Uint8Array,
  ): Promise<boolean>;
  /** The shared 32 bytes, never to be used but through a derivation; null where `key` is of small order. */
  agree(secret: AgreeSecretKey, key: AgreePublicKey): Promise<Uint8Array | null>;
}

/** What a platform computes. Gets arguments of the right lengths, and signatures that passed the strict rule. */
export interface SignatureProvider {
  readonly name: string;
  sign(secret: SignSecretKey, framed: Uint8Array): Promise<Uint8Array> | Uint8Array;
  /** May throw or reject for a key that is no point of the curve. */
  verify(key: SignPublicKey, framed: Uint8Array, signature: Uint8Array): Promise<boolean> | boolean;
  /** May throw, reject or give zeros where there is no shared secret. */
  agree(secret: AgreeSecretKey, key: AgreePublicKey): Promise<Uint8Array> | Uint8Array;
}

/** Puts framing and the strict rule before a provider. */
export function strictSignatures(provider: SignatureProvider): Signatures {
  return {
    name: provider.name,
    async sign(secret, domain, message) {
      requireLength(secret, SECRET_KEY_BYTES, "a signing seed");
      const signature = await provider.sign(secret, concat(domainPrefix(domain), message));
      requireLength(signature, SIGNATURE_BYTES, "a signature");
      return signature as Signature;
    },
    // eslint-disable-next-line max-params -- the port's shape: who, what for, what, and the proof
    async verify(key, domain, message, signature) {
      const prefix = domainPrefix(domain);
      // A copy: what was found strict is what the provider gets, however late it reads.
      const checked = signature.slice();
      if (!isStrictSignature(key, checked)) return false;
      try {
        return await provider.verify(key, concat(prefix, message), checked);
      } catch {
        return false;
      }
    },
    async agree(secret, key) {
      requireLength(secret, SECRET_KEY_BYTES, "an agreement secret");
      if (key.length !== PUBLIC_KEY_BYTES) return null;
      try {
        const shared = await provider.agree(secret, key);
        return shared.some((byte) => byte !== 0) ? shared : null;
      } catch {
        return null;
      }
    },
  };
}
