/** Bytes, numbers, text and ids. */
import fc from "fast-check";
import { base32nopad } from "@scure/base";
import { describe, expect, test } from "vitest";
import {
  compareBytes,
  concat,
  equalBytes,
  fromText,
  fromUtf8,
  systemRandom,
  toText,
  uint32,
  uint64,
  UsageError,
  utf8,
} from "../../crypto/index.ts";
import { requireLength } from "../../crypto/bytes.ts";
import { takeRandom } from "../../crypto/random.ts";
import { bytes, flipBit } from "./generators.ts";

describe("bytes", () => {
  test("are joined in order", () => {
    fc.assert(
      fc.property(fc.array(bytes(20), { maxLength: 6 }), (parts) => {
        expect([...concat(...parts)]).toEqual(parts.flatMap((part) => [...part]));
      }),
    );
  });

  test("are equal to a copy and to nothing with a bit or a byte changed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), fc.nat(), (original, at) => {
        expect(equalBytes(original, original.slice())).toBe(true);
        expect(equalBytes(original, flipBit(original, at))).toBe(false);
        expect(equalBytes(original, original.subarray(1))).toBe(false);
      }),
    );
  });

  test("of different lengths are not equal, whatever zeros are at the end", () => {
    const [long, short] = [Uint8Array.of(1, 0), Uint8Array.of(1)];
    expect(equalBytes(long, short)).toBe(false);
    expect(equalBytes(short, long)).toBe(false);
    expect(equalBytes(new Uint8Array(0), Uint8Array.of(0))).toBe(false);
  });

  test("are ordered as words are in a dictionary", () => {
    // of three values only, so that words often begin alike
    const few = fc.uint8Array({ max: 2, maxLength: 6 });
    for (const words of [few, bytes(5)]) {
      fc.assert(
        fc.property(words, words, (a, b) => {
          expect(Math.sign(compareBytes(a, b))).toBe(Math.sign(Buffer.compare(a, b)));
        }),
      );
    }
  });

  test("of a wrong number are refused with an error that tells the numbers and nothing else", () => {
    requireLength(new Uint8Array(32), 32, "a key");
    const wrong = (): void => requireLength(new Uint8Array(31).fill(7), 32, "a key");
    expect(wrong).toThrow(/^a key must be 32 bytes, not 31$/u);
    expect(wrong).toThrow(expect.objectContaining({ name: "UsageError", code: "wrong-length" }));
  });

  test("write numbers big endian and refuse what they cannot hold", () => {
    expect([...uint32(0xfedcba98)]).toEqual([0xfe, 0xdc, 0xba, 0x98]);
    expect([...uint32(0), ...uint64(0)]).toEqual(new Array(12).fill(0));
    expect([...uint64(2 ** 53 - 1)]).toEqual([0, 0x1f, 255, 255, 255, 255, 255, 255]);
    for (const wrong of [-1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => uint32(wrong)).toThrow(UsageError);
      expect(() => uint64(wrong)).toThrow(UsageError);
    }
    expect(() => uint32(2 ** 32)).toThrow(UsageError);
  });

  test("read back as the text that was written, a leading byte-order mark too", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
    expect(fromUtf8(utf8("\uFEFFAna"))).toBe("\uFEFFAna");
  });

  test("are not text where they are not UTF-8", () => {
    expect(fromUtf8(Uint8Array.of(0xc3))).toBeNull();
    expect(fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeNull();
  });
});

describe("the text of an id", () => {
  test("is read back, and is base32 in lower case", () => {
    fc.assert(
      fc.property(bytes(40), (id) => {
        expect(toText(id)).toBe(base32nopad.encode(id).toLowerCase());
        expect(fromText(toText(id), id.length)).toEqual(id);
      }),
    );
  });

  test("is the only text of that id", () => {
    const text = toText(new Uint8Array(16));
    expect(text).toBe("a".repeat(26));
    const others = [
      text.toUpperCase(),
      `${text}=`,
      ` ${text}`,
      `${text}\n`,
      text.slice(1),
      `${text.slice(1)}b`,
      `${text.slice(1)}1`,
    ];
    for (const other of others) expect(fromText(other, 16), other).toBeNull();
    expect(fromText(text, 15)).toBeNull();
  });

  test("never makes the reader throw, and what is read is written the same", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[a-z2-7]{0,30}$/u)),
        fc.nat(20),
        (text, length) => {
          const id = fromText(text, length);
          if (id !== null) expect([id.length, toText(id)]).toEqual([length, text]);
        },
      ),
    );
  });
});

describe("randomness", () => {
  test("of the system fills any length, also above what one call gives", () => {
    const large = systemRandom(200_000);
    expect(large).toHaveLength(200_000);
    expect(large.subarray(199_900).some((byte) => byte !== 0)).toBe(true);
    expect(systemRandom(32)).not.toEqual(systemRandom(32));
  });

  test("of another length than asked for is refused", () => {
    expect(() => takeRandom(() => new Uint8Array(31), 32)).toThrow(/^randomness must be 32 bytes, not 31$/u);
    expect(() => takeRandom(() => new Uint8Array(33), 32)).toThrow(UsageError);
  });
});
