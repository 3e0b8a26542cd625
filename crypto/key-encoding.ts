/**
 * The DER envelopes that native platforms want raw 25519 keys in (RFC 8410). Ours have fixed lengths,
 * so an envelope is a constant prefix.
 */
import { concat } from "./bytes.ts";

const VERSION_0 = [0x02, 0x01, 0x00];
const OID_ED25519 = [0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70];
const OID_X25519 = [0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e];
const SPKI_BITS = [0x03, 0x21, 0x00];
const PKCS8_OCTETS = [0x04, 0x22, 0x04, 0x20];

export type Curve = "Ed25519" | "X25519";

const oidOf: Readonly<Record<Curve, readonly number[]>> = { Ed25519: OID_ED25519, X25519: OID_X25519 };

/** SubjectPublicKeyInfo around a raw public key of 32 bytes. */
export const publicKeyDer = (curve: Curve, key: Uint8Array): Uint8Array =>
  concat(Uint8Array.of(0x30, 0x2a, ...oidOf[curve], ...SPKI_BITS), key);

/** PKCS #8 around a raw secret of 32 bytes. */
export const secretKeyDer = (curve: Curve, secret: Uint8Array): Uint8Array =>
  concat(Uint8Array.of(0x30, 0x2e, ...VERSION_0, ...oidOf[curve], ...PKCS8_OCTETS), secret);
