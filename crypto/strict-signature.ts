/**
 * The one strict rule for Ed25519 signatures, checked before any provider is asked, because providers
 * differ in what they let pass (docs/protocol.md, "Signatures"): S below L; A and R canonical encodings;
 * neither A nor R of small order. What is left, RFC 8032 without cofactor, all ours decide alike.
 * Works on public values only and not in constant time. Knows nothing of messages.
 */

const FIELD_BYTES = 32;

/** Order of the base point, 2^252 + 27742317777372353535851937790883648493, little endian. */
const GROUP_ORDER = fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
/** The prime of the field, 2^255 - 19, little endian. */
const FIELD_PRIME = fromHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

const MINUS_ONE = "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
const ZERO = "0".repeat(2 * FIELD_BYTES);
const ONE = `01${"0".repeat(2 * FIELD_BYTES - 2)}`;

/** y of the eight points of small order of the Edwards curve (pairs differ in the sign of x only). */
const SMALL_ORDER_Y = [
  ZERO,
  ONE,
  MINUS_ONE,
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
].map(fromHex);

/** u of the points of small order of the Montgomery curve and of its twist. */
const SMALL_ORDER_U = [
  ZERO,
  ONE,
  MINUS_ONE,
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
].map(fromHex);

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => parseInt(pair, 16));
}

/** Little-endian comparison; `mask` is laid over the top byte of `value`. */
function isBelow(value: Uint8Array, limit: Uint8Array, mask: number): boolean {
  for (let index = FIELD_BYTES - 1; index >= 0; index--) {
    const byte = (value[index] ?? 0) & (index === FIELD_BYTES - 1 ? mask : 0xff);
    const bound = limit[index] ?? 0;
    if (byte !== bound) return byte < bound;
  }
  return false;
}

function equalsMasked(value: Uint8Array, other: Uint8Array): boolean {
  for (let index = 0; index < FIELD_BYTES - 1; index++) if (value[index] !== other[index]) return false;
  return ((value[FIELD_BYTES - 1] ?? 0) & 0x7f) === other[FIELD_BYTES - 1];
}

/** True where the low 255 bits are below the prime, so that this number has no other encoding. */
export const isCanonicalField = (bytes: Uint8Array): boolean => isBelow(bytes, FIELD_PRIME, 0x7f);

/**
 * True for an encoded point that is canonical and not of small order. (The other non-canonical form,
 * a negative zero x, occurs at y = 1 and y = -1 only, which are of small order.) Whether it lies on
 * the curve at all, the provider finds out.
 */
export const isUsablePoint = (bytes: Uint8Array): boolean =>
  isCanonicalField(bytes) && !SMALL_ORDER_Y.some((small) => equalsMasked(bytes, small));

/** True for an X25519 public key with which every agreement gives zeros; the top bit is ignored. */
export const isSmallOrderMontgomery = (bytes: Uint8Array): boolean =>
  SMALL_ORDER_U.some((small) => equalsMasked(bytes, small));

/** The strict rule. False for wrong lengths too; true says only that a provider may be asked. */
export function isStrictSignature(key: Uint8Array, signature: Uint8Array): boolean {
  if (key.length !== FIELD_BYTES || signature.length !== 2 * FIELD_BYTES) return false;
  const r = signature.subarray(0, FIELD_BYTES);
  const s = signature.subarray(FIELD_BYTES);
  return isBelow(s, GROUP_ORDER, 0xff) && isUsablePoint(key) && isUsablePoint(r);
}
