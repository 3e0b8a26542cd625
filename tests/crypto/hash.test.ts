/** Hashes, MACs and derivations: known answers, two engines with the same results, domains apart. */
import fc from "fast-check";
import { hkdfSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { concat, deriveKey, hash, hmac, parseHash, UsageError, utf8 } from "../../crypto/index.ts";
import { hkdf } from "../../crypto/hash.ts";
import { createNodeHashEngine, hashEngine, nobleHashEngine } from "../../crypto/sha512.ts";
import { bytes, exactly, hex, unhex } from "./generators.ts";
import { requireNodeCrypto } from "./providers.ts";

const nodeEngine = createNodeHashEngine(requireNodeCrypto());
const engines = [nobleHashEngine, nodeEngine];

describe("hash engines", () => {
  test("give the answers of FIPS 180-4 and RFC 4231", () => {
    for (const engine of engines) {
      expect(hex(engine.sha512([utf8("abc")]))).toBe(
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
      );
      expect(hex(engine.hmac(utf8("Jefe"), [utf8("what do ya want for nothing?")]))).toBe(
        "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
      );
    }
  });

  test("give the same for any parts and any key", () => {
    fc.assert(
      fc.property(bytes(300), fc.array(bytes(300), { maxLength: 4 }), (key, parts) => {
        expect(hex(nodeEngine.sha512(parts))).toBe(hex(nobleHashEngine.sha512([concat(...parts)])));
        expect(hex(nodeEngine.hmac(key, parts))).toBe(hex(nobleHashEngine.hmac(key, [concat(...parts)])));
      }),
    );
  });

  test("is Node's in Node", () => {
    expect(hashEngine.name).toBe("node");
    expect(engines.map(({ name }) => name)).toEqual(["noble", "node"]);
  });
});

describe("a hash", () => {
  test("is the first half of SHA-512 over domain, zero byte and parts", () => {
    fc.assert(
      fc.property(fc.array(bytes(60), { maxLength: 4 }), (parts) => {
        const whole = nobleHashEngine.sha512([utf8("vereda/test/1"), Uint8Array.of(0), ...parts]);
        const made = hash("vereda/test/1", ...parts);
        expect(hex(made)).toBe(hex(whole.subarray(0, 32)));
        expect([made.constructor, made.buffer.byteLength]).toEqual([Uint8Array, 32]);
      }),
    );
  });

  test("with a key is the first half of HMAC-SHA-512 over the same", () => {
    fc.assert(
      fc.property(exactly(32), bytes(60), (key, part) => {
        const whole = nobleHashEngine.hmac(key, [utf8("vereda/test/1"), Uint8Array.of(0), part]);
        expect(hex(hmac(key, "vereda/test/1", part))).toBe(hex(whole.subarray(0, 32)));
      }),
    );
  });

  test("differs between domains, however domain and part are cut", () => {
    expect(hash("vereda/a", utf8("b"))).not.toEqual(hash("vereda/ab"));
    expect(hash("vereda/a", utf8("b"))).not.toEqual(hash("vereda/b", utf8("b")));
    expect(() => hash("vereda/a\0b")).toThrow(UsageError);
    expect(() => hash("")).toThrow(UsageError);
  });

  test("stays the same when more domains have been used than are remembered", () => {
    const before = hash("vereda/test/first");
    for (let index = 0; index < 600; index++) hash(`vereda/test/${index}`);
    expect(hash("vereda/test/first")).toEqual(before);
  });

  test("that was received has 32 bytes", () => {
    expect(parseHash(new Uint8Array(32))).toHaveLength(32);
    expect(parseHash(new Uint8Array(33))).toBeNull();
  });
});

describe("a derived key", () => {
  test("is the one of RFC 5869's first inputs with SHA-512", () => {
    const input = {
      key: new Uint8Array(22).fill(0x0b),
      salt: unhex("000102030405060708090a0b0c"),
      info: [unhex("f0f1f2f3f4"), unhex("f5f6f7f8f9")],
      length: 42,
    };
    expect(hex(hkdf(input))).toBe(
      "832390086cda71fb47625bb5ceb168e4c8e26a1a16ed34d9fc7fe92c1481579338da362cb8d9f925d7cb",
    );
  });

  test("is what Node derives, for any key, salt, context and length", () => {
    const length = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(exactly(32), bytes(150), bytes(150), length, (key, salt, context, size) => {
        const info = concat(utf8("vereda/test/1\0"), context);
        const expected = new Uint8Array(hkdfSync("sha512", key, salt, info, size));
        expect(hex(deriveKey({ key, salt, domain: "vereda/test/1", context, length: size }))).toBe(
          hex(expected),
        );
      }),
    );
  });

  test("cannot be longer than the function allows", () => {
    const input = { key: new Uint8Array(32), domain: "vereda/test/1" };
    expect(deriveKey({ ...input, length: 255 * 64 })).toHaveLength(16_320);
    expect(deriveKey({ ...input, length: 0 })).toHaveLength(0);
    for (const length of [255 * 64 + 1, -1, 1.5])
      expect(() => deriveKey({ ...input, length })).toThrow(UsageError);
  });
});
