/** The strict rule by itself, at each of its edges: no provider stands behind it here, which might refuse too. */
import { describe, expect, test } from "vitest";
import {
  isCanonicalField,
  isSmallOrderMontgomery,
  isStrictSignature,
  isUsablePoint,
} from "../../crypto/strict-signature.ts";
import {
  asAgreeSecretKey,
  asSignSecretKey,
  parseAgreePublicKey,
  parseSignature,
  parseSignPublicKey,
} from "../../crypto/keys.ts";
import { encodePoint, FIELD, IDENTITY, littleEndian, multiply, ORDER, ORDER_EIGHT } from "./edwards.ts";
import { unhex } from "./generators.ts";

const TOP = 1n << 255n;
const SMALL = Array.from({ length: 8 }, (_, at) => encodePoint(multiply(BigInt(at), ORDER_EIGHT)));
const SMALL_U = [
  littleEndian(0n),
  littleEndian(1n),
  littleEndian(FIELD - 1n),
  unhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
  unhex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
];
const usable = littleEndian(9n);
const withS = (s: bigint, r: Uint8Array = usable): Uint8Array => Uint8Array.of(...r, ...littleEndian(s));

/** The bytes with one of them raised by one: another number that looks much like the first. */
const beside = (bytes: Uint8Array): Uint8Array[] =>
  Array.from(bytes, (_, at) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));

describe("a number of the field", () => {
  test("is below the prime, whatever the top bit is", () => {
    for (const low of [0n, 1n, FIELD - 2n, FIELD - 1n]) {
      expect(isCanonicalField(littleEndian(low))).toBe(true);
      expect(isCanonicalField(littleEndian(low | TOP))).toBe(true);
    }
    for (const high of [FIELD, FIELD + 1n, FIELD + 18n]) {
      expect(isCanonicalField(littleEndian(high))).toBe(false);
      expect(isCanonicalField(littleEndian(high | TOP))).toBe(false);
    }
  });
});

describe("a point", () => {
  test("of small order is refused, each of the eight, with either sign", () => {
    expect(new Set(SMALL.map((point) => point.join())).size).toBe(8);
    for (const point of SMALL) {
      expect(isUsablePoint(point)).toBe(false);
      expect(isUsablePoint(point.map((byte, at) => (at === 31 ? byte ^ 0x80 : byte)))).toBe(false);
    }
    expect(isUsablePoint(encodePoint(IDENTITY))).toBe(false);
  });

  test("that differs from one of small order in any one byte is not taken for it", () => {
    const y = (point: Uint8Array): string => point.map((byte, at) => (at === 31 ? byte & 0x7f : byte)).join();
    const small = new Set(SMALL.map(y));
    const near = SMALL.flatMap(beside).filter((bytes) => isCanonicalField(bytes) && !small.has(y(bytes)));
    expect(near.length).toBeGreaterThan(200);
    for (const bytes of near) expect(isUsablePoint(bytes)).toBe(true);
  });
});

describe("an X25519 key", () => {
  test("of small order is known, and one that differs in any byte is not taken for it", () => {
    for (const key of SMALL_U) {
      expect(isSmallOrderMontgomery(key)).toBe(true);
      expect(isSmallOrderMontgomery(key.map((byte, at) => (at === 31 ? byte | 0x80 : byte)))).toBe(true);
    }
    const near = SMALL_U.flatMap(beside).filter((key) => !SMALL_U.some((u) => u.join() === key.join()));
    for (const key of near) expect(isSmallOrderMontgomery(key)).toBe(false);
  });
});

describe("a signature", () => {
  test("has S below the order, to the last one", () => {
    for (const s of [0n, 1n, ORDER - 2n, ORDER - 1n, 2n ** 252n])
      expect(isStrictSignature(usable, withS(s))).toBe(true);
    for (const s of [ORDER, ORDER + 1n, ORDER + 255n, 2n ** 253n, TOP, 2n ** 256n - 1n])
      expect(isStrictSignature(usable, withS(s))).toBe(false);
  });

  test("has 64 bytes, and its key 32", () => {
    const signature = withS(7n);
    expect(isStrictSignature(usable, signature)).toBe(true);
    for (const length of [0, 32, 63])
      expect(isStrictSignature(usable, signature.slice(0, length))).toBe(false);
    expect(isStrictSignature(usable, Uint8Array.of(...signature, 0))).toBe(false);
    expect(isStrictSignature(usable.slice(0, 31), signature)).toBe(false);
    expect(isStrictSignature(Uint8Array.of(...usable, 0), signature)).toBe(false);
  });

  test("has a key and an R that can be used, both", () => {
    for (const bad of [...SMALL, littleEndian(FIELD + 3n)]) {
      expect(isStrictSignature(bad, withS(7n))).toBe(false);
      expect(isStrictSignature(usable, withS(7n, bad))).toBe(false);
    }
  });
});

describe("a received key", () => {
  const withTopBit = Uint8Array.of(...usable.subarray(0, 31), 0x80);

  test("is taken as it is where it is whole", () => {
    for (const parse of [parseSignPublicKey, parseAgreePublicKey, asSignSecretKey, asAgreeSecretKey])
      expect(parse(usable)).toBe(usable);
    expect(parseSignPublicKey(withTopBit), "the sign of x").toBe(withTopBit);
    const signature = withS(7n);
    expect(parseSignature(signature)).toBe(signature);
  });

  test("is refused with the top bit of an X25519 key, past the prime, or at another length", () => {
    expect(parseAgreePublicKey(withTopBit)).toBeNull();
    expect(parseAgreePublicKey(littleEndian(FIELD + 9n))).toBeNull();
    expect(parseSignPublicKey(littleEndian(FIELD + 9n))).toBeNull();
    for (const small of SMALL_U) expect(parseAgreePublicKey(small)).toBeNull();
    for (const length of [0, 31, 33]) {
      const other = new Uint8Array(length).fill(9);
      expect(parseSignPublicKey(other)).toBeNull();
      expect(parseAgreePublicKey(other)).toBeNull();
      expect(() => asSignSecretKey(other)).toThrow(/must be 32 bytes/u);
      expect(() => asAgreeSecretKey(other)).toThrow(/must be 32 bytes/u);
    }
    for (const length of [63, 65]) expect(parseSignature(new Uint8Array(length))).toBeNull();
  });
});
