/** Sealing entries: what opens, what is refused, and what lengths and salts show. */
import fc from "fast-check";
import nacl from "tweetnacl";
import { describe, expect, test } from "vitest";
import {
  asSealed,
  asSpaceKey,
  concat,
  deriveKey,
  entrySalt,
  generateSpaceKey,
  keyIdOf,
  MAX_PLAINTEXT_BYTES,
  open,
  parseKeyId,
  seal,
  sealedLength,
  type SpaceKey,
  systemRandom,
  UsageError,
} from "../../crypto/index.ts";
import { pad, unpad } from "../../crypto/padding.ts";
import { bytes, exactly, flipBit, repeatingRandom, seededRandom } from "./generators.ts";

const key = generateSpaceKey(seededRandom("space"));
const otherKey = generateSpaceKey(seededRandom("other space"));
const saltSecret = seededRandom("salt")(32);
const place = { key, salt: seededRandom("a salt")(32), context: new Uint8Array(150).fill(3) };

/** Lengths about every border between classes, and any. */
const CLASSES = [256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536];
const plaintextLength = fc
  .oneof(
    fc.constantFrom(0, 1, ...CLASSES.flatMap((size) => [size - 3, size - 2, size - 1, size])),
    fc.nat(3000),
    fc.nat(MAX_PLAINTEXT_BYTES),
  )
  .map((length) => Math.min(length, MAX_PLAINTEXT_BYTES));
const plaintext = plaintextLength.map((length) => systemRandom(length));

describe("a sealed entry", () => {
  test("opens to what was sealed, at any length up to the cap", () => {
    fc.assert(
      fc.property(plaintext, exactly(32), bytes(300), (text, salt, context) => {
        const sealed = seal({ key, salt, context, plaintext: text });
        expect(sealed.body).toHaveLength(sealedLength(text.length));
        expect(Buffer.compare(open({ key, salt, context, ...sealed })!, text)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test("is refused with one bit changed anywhere: context, salt, commitment or body", () => {
    const parts = fc.constantFrom("context" as const, "salt" as const, "commit" as const, "body" as const);
    fc.assert(
      fc.property(bytes(600), parts, fc.nat(), (text, part, at) => {
        const whole = { ...place, ...seal({ ...place, plaintext: text }) };
        expect(open(whole)).toEqual(text);
        expect(open({ ...whole, [part]: flipBit(whole[part], at) })).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test("is refused for every single bit of its commitment and of its smallest body", () => {
    const whole = { ...place, ...seal({ ...place, plaintext: Uint8Array.of(7) }) };
    for (let bit = 0; bit < 256; bit++)
      expect(open({ ...whole, commit: flipBit(whole.commit, bit) })).toBeNull();
    for (let bit = 0; bit < whole.body.length * 8; bit++) {
      expect(open({ ...whole, body: asSealed(flipBit(whole.body, bit)) })).toBeNull();
    }
  });

  test("is refused with another key, or a context that is longer or shorter", () => {
    const whole = { ...place, ...seal({ ...place, plaintext: Uint8Array.of(7) }) };
    expect(open({ ...whole, key: otherKey })).toBeNull();
    expect(open({ ...whole, context: whole.context.subarray(1) })).toBeNull();
    expect(open({ ...whole, context: concat(whole.context, Uint8Array.of(3)) })).toBeNull();
  });

  test("is refused where parts have wrong lengths, and random bytes never make open throw", () => {
    fc.assert(
      fc.property(bytes(40), bytes(40), bytes(700), (salt, commit, body) => {
        expect(open({ key, salt, context: place.context, commit, body: asSealed(body) })).toBeNull();
      }),
    );
    const whole = { ...place, ...seal({ ...place, plaintext: Uint8Array.of(7) }) };
    for (const length of [0, 15, 16, 271]) {
      expect(open({ ...whole, body: asSealed(whole.body.subarray(0, length)) })).toBeNull();
    }
  });

  test("is refused where its padding is not what sealing makes, although key and commitment are right", () => {
    const derived = deriveKey({ ...place, domain: "vereda/seal/1", length: 88 });
    const [boxKey, nonce, commit] = [derived.subarray(0, 32), derived.subarray(32, 56), derived.subarray(56)];
    const openPadded = (padded: Uint8Array): Uint8Array | null =>
      open({ ...place, commit, body: asSealed(nacl.secretbox(padded, nonce, boxKey)) });
    const good = pad(Uint8Array.of(1, 2, 3));
    expect(openPadded(good)).toEqual(Uint8Array.of(1, 2, 3));
    const larger = new Uint8Array(512);
    larger.set(good);
    expect(openPadded(larger)).toBeNull();
    expect(openPadded(flipBit(good, 255 * 8))).toBeNull();
    expect(openPadded(good.subarray(0, 255))).toBeNull();
    expect(openPadded(new Uint8Array(0))).toBeNull();
  });

  test("does not say in its error what the key or the plaintext was", () => {
    const short = new Uint8Array(31).fill(0x5a) as unknown as SpaceKey;
    for (const misuse of [
      () => seal({ ...place, key: short, plaintext: new Uint8Array(1) }),
      () => seal({ ...place, salt: short, plaintext: new Uint8Array(1) }),
      () => open({ ...place, key: short, commit: place.salt, body: asSealed(new Uint8Array(272)) }),
      () => keyIdOf(short),
      () => asSpaceKey(short),
    ]) {
      expect(misuse).toThrow(UsageError);
      expect(misuse).not.toThrow(/90|5a/iu);
    }
  });
});

describe("the length of a sealed entry", () => {
  test("is one of nine classes", () => {
    fc.assert(
      fc.property(plaintextLength, (length) => {
        const smallest = CLASSES.find((size) => size >= length + 2)!;
        expect(sealedLength(length)).toBe(smallest + 16);
      }),
    );
  });

  test("has a cap", () => {
    expect(sealedLength(MAX_PLAINTEXT_BYTES)).toBe(65_552);
    expect(() => sealedLength(MAX_PLAINTEXT_BYTES + 1)).toThrow(UsageError);
    expect(() => seal({ ...place, plaintext: new Uint8Array(MAX_PLAINTEXT_BYTES + 1) })).toThrow(/65534/u);
    expect(() => sealedLength(-1)).toThrow(UsageError);
    expect(() => sealedLength(Number.NaN)).toThrow(UsageError);
  });

  test("at every border is read back, and one that no entry has is refused", () => {
    for (const size of CLASSES) {
      for (const length of [size - 2, size - 1].filter((each) => each <= MAX_PLAINTEXT_BYTES)) {
        const text = new Uint8Array(length).fill(7);
        expect(pad(text)).toHaveLength(length === size - 2 ? size : 2 * size);
        expect(unpad(pad(text))).toEqual(text);
      }
    }
    expect(unpad(new Uint8Array(65_536).fill(0xff))).toBeNull();
  });

  test("is read back strictly, whatever the bytes", () => {
    fc.assert(
      fc.property(bytes(600), (padded) => {
        const text = unpad(padded);
        if (text !== null) expect(pad(text)).toEqual(padded);
      }),
    );
  });
});

describe("the salt of an entry", () => {
  const input = { saltSecret, random: repeatingRandom, plaintext: Uint8Array.of(1, 2, 3), seq: 4 };

  test("differs for another position or plaintext, even where the generator repeats itself", () => {
    const one = entrySalt(input);
    expect(one).toHaveLength(32);
    expect(entrySalt({ ...input, seq: 5 })).not.toEqual(one);
    expect(entrySalt({ ...input, plaintext: Uint8Array.of(1, 2) })).not.toEqual(one);
    expect(entrySalt({ ...input, saltSecret: key })).not.toEqual(one);
  });

  test("differs for the same position and plaintext where the generator works", () => {
    const random = seededRandom("working");
    expect(entrySalt({ ...input, random })).not.toEqual(entrySalt({ ...input, random }));
  });

  test("needs a whole secret", () => {
    expect(() => entrySalt({ ...input, saltSecret: new Uint8Array(31) })).toThrow(UsageError);
  });
});

describe("a key id", () => {
  test("names one key", () => {
    expect(keyIdOf(key)).toEqual(keyIdOf(asSpaceKey(key.slice())));
    expect(keyIdOf(key)).not.toEqual(keyIdOf(otherKey));
    expect(keyIdOf(key)).toHaveLength(8);
    expect(parseKeyId(keyIdOf(key))).toEqual(keyIdOf(key));
    expect(parseKeyId(new Uint8Array(7))).toBeNull();
  });
});
