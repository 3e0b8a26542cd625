/**
 * The keys of one device (docs/protocol.md, "Device keys"): Ed25519 to sign, X25519 to receive, and a
 * secret that goes into the salts of what it seals. Encoded only to be kept in a vault. Does not know
 * device ids, roles or sites.
 */
import { concat, requireLength } from "./bytes.ts";
import { type AgreePair, type AgreePublicKey, type SignPair, type SignPublicKey } from "./keys.ts";
import { type RandomBytes, takeRandom } from "./random.ts";
import { agreePairFromSecret, signPairFromSeed } from "./signatures-tweetnacl.ts";

/** The public half of a device. */
export interface DeviceKeys {
  readonly sign: SignPublicKey;
  readonly agree: AgreePublicKey;
}

/** Everything that makes a device that device. Never leaves the vault. */
export interface DeviceSecrets {
  readonly sign: SignPair;
  readonly agree: AgreePair;
  /** 32 bytes, see `entrySalt`. */
  readonly saltSecret: Uint8Array;
}

const VERSION = 1;
const PART_BYTES = 32;

/** Length of encoded device secrets. */
export const DEVICE_SECRETS_BYTES = 1 + 3 * PART_BYTES;

/** A new X25519 pair. */
export const generateAgreePair = (random: RandomBytes): AgreePair =>
  agreePairFromSecret(takeRandom(random, PART_BYTES));

/** A new device. */
export const generateDeviceSecrets = (random: RandomBytes): DeviceSecrets => ({
  sign: signPairFromSeed(takeRandom(random, PART_BYTES)),
  agree: generateAgreePair(random),
  saltSecret: takeRandom(random, PART_BYTES),
});

/** Drops the secrets. */
export const redactDevice = (secrets: DeviceSecrets): DeviceKeys => ({
  sign: secrets.sign.public,
  agree: secrets.agree.public,
});

/** Version byte, then seed, agreement secret and salt secret. Secret bytes: wrap them before they rest. */
export function encodeDeviceSecrets(secrets: DeviceSecrets): Uint8Array {
  requireLength(secrets.saltSecret, PART_BYTES, "a salt secret");
  return concat(Uint8Array.of(VERSION), secrets.sign.secret, secrets.agree.secret, secrets.saltSecret);
}

/** Null for another length or version. The public halves are computed anew (about 8 ms). */
export function decodeDeviceSecrets(bytes: Uint8Array): DeviceSecrets | null {
  if (bytes.length !== DEVICE_SECRETS_BYTES || bytes[0] !== VERSION) return null;
  const part = (index: number): Uint8Array =>
    bytes.slice(1 + index * PART_BYTES, 1 + (index + 1) * PART_BYTES);
  return { sign: signPairFromSeed(part(0)), agree: agreePairFromSecret(part(1)), saltSecret: part(2) };
}
