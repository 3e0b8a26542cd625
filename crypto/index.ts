/**
 * The door of the crypto layer: bytes in, bytes out. It knows no mesh, record, clock, disk or network.
 * Formats: docs/protocol.md. Untrusted bytes give null, false or a union; misuse throws UsageError.
 */
export { type Brand, compareBytes, concat, equalBytes, fromUtf8, uint32, uint64, utf8 } from "./bytes.ts";
export { openFrom, SEALED_TO_OVERHEAD_BYTES, sealTo } from "./box.ts";
export { CARD_SECRET_BYTES, CARD_WORDS, cardWords, readCardWords } from "./card-words.ts";
export { createSignatures } from "./create-signatures.ts";
export {
  decodeDeviceSecrets,
  DEVICE_SECRETS_BYTES,
  type DeviceKeys,
  type DeviceSecrets,
  encodeDeviceSecrets,
  generateAgreePair,
  generateDeviceSecrets,
  redactDevice,
} from "./device-keys.ts";
export { dropKeyId, dropLength, dropPairOf, openFromDrop, sealToDrop } from "./drop.ts";
export { UsageError } from "./errors.ts";
export { deriveKey, type Hash, hash, HASH_BYTES, hmac, parseHash } from "./hash.ts";
export {
  type AgreePair,
  type AgreePublicKey,
  asAgreeSecretKey,
  asSignSecretKey,
  parseAgreePublicKey,
  parseSignature,
  parseSignPublicKey,
  type Signature,
  SIGNATURE_BYTES,
  type SignPair,
  type SignPublicKey,
  type SignSecretKey,
} from "./keys.ts";
export { MAX_PLAINTEXT_BYTES } from "./padding.ts";
export { openUnderPin, type PinBox, sealUnderPin, wipePinBox } from "./pin.ts";
export { type RandomBytes, systemRandom } from "./random.ts";
export {
  asSealed,
  asSpaceKey,
  entrySalt,
  generateSpaceKey,
  KEY_ID_BYTES,
  type KeyId,
  keyIdOf,
  open,
  parseKeyId,
  SALT_BYTES,
  seal,
  type Sealed,
  sealedLength,
  SPACE_KEY_BYTES,
  type SpaceKey,
} from "./seal.ts";
export { agreePairFromSecret, signPairFromSeed, tweetnaclSignatures } from "./signatures-tweetnacl.ts";
export type { Signatures } from "./signatures.ts";
export { CEILING_COST, FLOOR_COST } from "./stretch.ts";
export { fromText, toText } from "./text.ts";
export { asMasterKey, createVault, type MasterKey, openVault, restKey, VAULT_BYTES } from "./vault.ts";
export {
  comparisonWords,
  generateRecoveryWords,
  type RecoverySecrets,
  recoverySecrets,
  sameWords,
} from "./words.ts";
export { unwrap, wrap, WRAP_OVERHEAD_BYTES } from "./wrap.ts";
