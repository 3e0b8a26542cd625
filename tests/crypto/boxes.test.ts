/** Drop keys, boxes to public keys, and wrapping: round trips, refusals, and a generator that repeats itself. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AgreePublicKey,
  asSealed,
  concat,
  createSignatures,
  dropKeyId,
  dropLength,
  dropPairOf,
  generateAgreePair,
  generateSpaceKey,
  keyIdOf,
  openFrom,
  openFromDrop,
  SEALED_TO_OVERHEAD_BYTES,
  sealTo,
  sealToDrop,
  tweetnaclSignatures,
  unwrap,
  UsageError,
  wrap,
  WRAP_OVERHEAD_BYTES,
} from "../../crypto/index.ts";
import { bytes, flipBit, repeatingRandom, seededRandom } from "./generators.ts";

const signatures = await createSignatures();
const random = seededRandom("boxes");
const DOMAIN = "vereda/test/1";
const context = new Uint8Array(80).fill(1);
const runs = { numRuns: 40 };

describe("a dropped entry", () => {
  const space = generateSpaceKey(random);
  const pair = dropPairOf(space);
  const place = { signatures, salt: random(32), context };
  const drop = (plaintext: Uint8Array): ReturnType<typeof sealToDrop> =>
    sealToDrop({ ...place, drop: pair.public, random, plaintext });

  test("opens for whoever has the space key, and has the length that was foretold", async () => {
    await fc.assert(
      fc.asyncProperty(bytes(2000), async (plaintext) => {
        const sealed = await drop(plaintext);
        expect(sealed.body).toHaveLength(dropLength(plaintext.length));
        expect(await openFromDrop({ ...place, pair: dropPairOf(space), ...sealed })).toEqual(plaintext);
      }),
      runs,
    );
  });

  test("does not open with another pair", async () => {
    const sealed = await drop(Uint8Array.of(1));
    expect(
      await openFromDrop({ ...place, pair: dropPairOf(generateSpaceKey(random)), ...sealed }),
    ).toBeNull();
  });

  test("is refused with one bit changed anywhere", async () => {
    const parts = fc.constantFrom("context" as const, "salt" as const, "commit" as const, "body" as const);
    const whole = { ...place, pair, ...(await drop(Uint8Array.of(1, 2, 3))) };
    expect(await openFromDrop(whole)).toEqual(Uint8Array.of(1, 2, 3));
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), async (part, at) => {
        expect(await openFromDrop({ ...whole, [part]: flipBit(whole[part], at) })).toBeNull();
      }),
      { numRuns: 120 },
    );
    // All bits of the ephemeral key, also the top one, which X25519 itself ignores.
    for (let bit = 0; bit < 256; bit++) {
      expect(await openFromDrop({ ...whole, body: asSealed(flipBit(whole.body, bit)) })).toBeNull();
    }
  });

  test("survives random and short bodies", async () => {
    await fc.assert(
      fc.asyncProperty(bytes(400), async (body) => {
        expect(await openFromDrop({ ...place, pair, commit: random(32), body: asSealed(body) })).toBeNull();
      }),
      runs,
    );
  });

  test("uses another ephemeral key for another plaintext, even where the generator repeats itself", async () => {
    const repeat = { ...place, drop: pair.public, random: repeatingRandom };
    const one = await sealToDrop({ ...repeat, plaintext: Uint8Array.of(1) });
    const two = await sealToDrop({ ...repeat, plaintext: Uint8Array.of(2) });
    const moved = await sealToDrop({ ...repeat, plaintext: Uint8Array.of(1), salt: random(32) });
    expect(one.body.subarray(0, 32)).not.toEqual(two.body.subarray(0, 32));
    expect(one.body.subarray(0, 32)).not.toEqual(moved.body.subarray(0, 32));
  });

  test("names its key otherwise than the space key is named", () => {
    expect(dropKeyId(pair.public)).not.toEqual(keyIdOf(space));
    expect(dropKeyId(pair.public)).toHaveLength(8);
    expect(dropPairOf(space)).toEqual(pair);
  });
});

describe("a box to a public key", () => {
  const pair = generateAgreePair(random);
  const purpose = { signatures, domain: DOMAIN, context };
  const box = (plaintext: Uint8Array): Promise<Uint8Array> =>
    sealTo({ ...purpose, to: pair.public, plaintext, random });

  test("opens for its pair, by any provider", async () => {
    await fc.assert(
      fc.asyncProperty(bytes(500), async (plaintext) => {
        const made = await box(plaintext);
        expect(made).toHaveLength(plaintext.length + SEALED_TO_OVERHEAD_BYTES);
        expect(await openFrom({ ...purpose, pair, box: made })).toEqual(plaintext);
        expect(await openFrom({ ...purpose, signatures: tweetnaclSignatures, pair, box: made })).toEqual(
          plaintext,
        );
      }),
      runs,
    );
  });

  test("opens for no other pair, domain or context", async () => {
    const made = { ...purpose, pair, box: await box(Uint8Array.of(1)) };
    expect(await openFrom({ ...made, pair: generateAgreePair(random) })).toBeNull();
    expect(await openFrom({ ...made, domain: "vereda/test/2" })).toBeNull();
    expect(await openFrom({ ...made, context: concat(context, Uint8Array.of(0)) })).toBeNull();
  });

  test("is refused with one bit changed anywhere, and cut anywhere", async () => {
    const made = await box(Uint8Array.of(1, 2, 3));
    for (let bit = 0; bit < made.length * 8; bit++) {
      expect(await openFrom({ ...purpose, pair, box: flipBit(made, bit) })).toBeNull();
    }
    for (let length = 0; length < made.length; length++) {
      expect(await openFrom({ ...purpose, pair, box: made.subarray(0, length) })).toBeNull();
    }
  });

  test("survives random bytes", async () => {
    await fc.assert(
      fc.asyncProperty(bytes(300), async (made) => {
        expect(await openFrom({ ...purpose, pair, box: made })).toBeNull();
      }),
      runs,
    );
  });

  test("shares no key stream with another, even where the generator repeats itself", async () => {
    const repeat = { ...purpose, to: pair.public, random: repeatingRandom };
    const one = await sealTo({ ...repeat, plaintext: new Uint8Array(32) });
    const two = await sealTo({ ...repeat, plaintext: new Uint8Array(32).fill(1) });
    expect(one.subarray(0, 32)).not.toEqual(two.subarray(0, 32));
  });

  test("with an ephemeral key of small order in front opens to nothing, and nothing is thrown", async () => {
    for (const first of [0, 1]) {
      const weak = Uint8Array.of(first, ...new Uint8Array(SEALED_TO_OVERHEAD_BYTES + 300));
      expect(await openFrom({ ...purpose, pair, box: weak })).toBeNull();
      const entry = { salt: context.slice(0, 32), context, commit: weak.slice(0, 32), body: asSealed(weak) };
      expect(await openFromDrop({ signatures, pair, ...entry })).toBeNull();
    }
  });

  test("cannot be made to a key of small order", async () => {
    const weak = new Uint8Array(32) as AgreePublicKey;
    const made = sealTo({ ...purpose, to: weak, plaintext: Uint8Array.of(1), random });
    await expect(made).rejects.toThrow(UsageError);
    await expect(made).rejects.toMatchObject({ code: "weak-key" });
  });
});

describe("wrapped bytes", () => {
  const key = random(32);
  const place = { key, domain: DOMAIN, context };

  test("unwrap to what was wrapped, at any length", () => {
    fc.assert(
      fc.property(bytes(3000), (plaintext) => {
        const wrapped = wrap({ ...place, plaintext, random });
        expect(wrapped).toHaveLength(plaintext.length + WRAP_OVERHEAD_BYTES);
        expect(unwrap({ ...place, wrapped })).toEqual(plaintext);
      }),
    );
    const large = new Uint8Array(1_000_000).fill(7);
    expect(
      Buffer.compare(unwrap({ ...place, wrapped: wrap({ ...place, plaintext: large, random }) })!, large),
    ).toBe(0);
  });

  test("are refused with another key, domain or context", () => {
    const wrapped = wrap({ ...place, plaintext: Uint8Array.of(1), random });
    expect(unwrap({ ...place, key: random(32), wrapped })).toBeNull();
    expect(unwrap({ ...place, domain: "vereda/test/2", wrapped })).toBeNull();
    expect(unwrap({ ...place, context: new Uint8Array(0), wrapped })).toBeNull();
  });

  test("are refused with one bit changed anywhere, cut anywhere, or random", () => {
    const wrapped = wrap({ ...place, plaintext: Uint8Array.of(1, 2, 3), random });
    for (let bit = 0; bit < wrapped.length * 8; bit++) {
      expect(unwrap({ ...place, wrapped: flipBit(wrapped, bit) })).toBeNull();
    }
    for (let length = 0; length < wrapped.length; length++) {
      expect(unwrap({ ...place, wrapped: wrapped.subarray(0, length) })).toBeNull();
    }
    fc.assert(
      fc.property(bytes(300), (noise) => {
        expect(unwrap({ ...place, wrapped: noise })).toBeNull();
      }),
    );
  });

  test("have another salt for another plaintext, even where the generator repeats itself", () => {
    const salt = (byte: number): Uint8Array =>
      wrap({ ...place, plaintext: Uint8Array.of(byte), random: repeatingRandom }).subarray(0, 32);
    expect(salt(1)).not.toEqual(salt(2));
  });

  test("need a key of 32 bytes", () => {
    const misuse = { ...place, key: new Uint8Array(31) };
    expect(() => wrap({ ...misuse, plaintext: Uint8Array.of(1), random })).toThrow(UsageError);
    expect(() => unwrap({ ...misuse, wrapped: new Uint8Array(200) })).toThrow(UsageError);
  });
});
