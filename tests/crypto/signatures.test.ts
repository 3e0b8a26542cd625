/** The port of signatures: known answers of RFC 8032 and RFC 7748, framing, and choosing a provider. */
import nacl from "tweetnacl";
import { describe, expect, test } from "vitest";
import {
  type AgreePublicKey,
  agreePairFromSecret,
  asAgreeSecretKey,
  asSignSecretKey,
  createSignatures,
  parseAgreePublicKey,
  parseSignature,
  parseSignPublicKey,
  signPairFromSeed,
  UsageError,
} from "../../crypto/index.ts";
import { findNodeCrypto } from "../../crypto/node-crypto.ts";
import { createParsedKeys } from "../../crypto/parsed-keys.ts";
import { createWebCryptoSignatures } from "../../crypto/signatures-native.ts";
import { createNodeSignatures } from "../../crypto/signatures-node.ts";
import { type SignatureProvider, strictSignatures } from "../../crypto/signatures.ts";
import { littleEndian } from "./edwards.ts";
import { hex, seededRandom, unhex } from "./generators.ts";
import { allProviders, requireNodeCrypto } from "./providers.ts";

const DOMAIN = "vereda/test/1";
const [tweetnacl, node, webcrypto] = await allProviders();
const providers = [tweetnacl!, node!, webcrypto!];
const named = providers.map((provider) => ({ name: provider.name, provider }));

/** RFC 8032, section 7.1, tests 1 to 3. */
const RFC_8032 = [
  {
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    key: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    signature:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    key: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    signature:
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  },
  {
    seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    key: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    signature:
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  },
];

/** RFC 7748, sections 5.2 and 6.1. */
const RFC_7748 = [
  {
    secret: "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
    key: "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
    shared: "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
  },
  {
    // The key has its top bit set, which is to be ignored.
    secret: "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
    key: "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
    shared: "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957",
  },
  {
    secret: "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
    key: "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
    shared: "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
  },
];

describe("the curves", () => {
  test.each(RFC_8032)("sign as RFC 8032 says (message $message)", ({ seed, key, message, signature }) => {
    const pair = signPairFromSeed(unhex(seed));
    expect(hex(pair.public)).toBe(key);
    const made = nacl.sign.detached(unhex(message), nacl.sign.keyPair.fromSeed(pair.secret).secretKey);
    expect(hex(made)).toBe(signature);
  });

  test.each(named)("agree as RFC 7748 says, by $name", async ({ provider }) => {
    for (const { secret, key, shared } of RFC_7748) {
      const found = await provider.agree(asAgreeSecretKey(unhex(secret)), unhex(key) as AgreePublicKey);
      expect(found === null ? null : hex(found)).toBe(shared);
    }
  });

  test("make the public keys of RFC 7748, section 6.1", () => {
    const alice = agreePairFromSecret(unhex(RFC_7748[2]!.secret));
    const bob = agreePairFromSecret(
      unhex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"),
    );
    expect(hex(alice.public)).toBe("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    expect(hex(bob.public)).toBe(RFC_7748[2]!.key);
  });
});

describe.each(named)("$name", ({ provider }) => {
  const random = seededRandom(provider.name);
  const pair = signPairFromSeed(random(32));
  const message = Uint8Array.of(1, 2, 3);

  test("signs exactly as tweetnacl does", async () => {
    for (let length = 0; length < 5; length++) {
      const text = random(length * 50);
      const signature = await provider.sign(pair.secret, DOMAIN, text);
      expect(signature).toEqual(await tweetnacl!.sign(pair.secret, DOMAIN, text));
      expect(signature.constructor).toBe(Uint8Array);
    }
  });

  test("signs the domain, a zero byte and the message", async () => {
    const { secretKey } = nacl.sign.keyPair.fromSeed(pair.secret);
    const framed = Uint8Array.of(...new TextEncoder().encode(DOMAIN), 0, ...message);
    expect(await provider.sign(pair.secret, DOMAIN, message)).toEqual(nacl.sign.detached(framed, secretKey));
  });

  test("refuses a signature made for another domain, message or key", async () => {
    const signature = await provider.sign(pair.secret, DOMAIN, message);
    const other = signPairFromSeed(random(32));
    expect(await provider.verify(pair.public, DOMAIN, message, signature)).toBe(true);
    expect(await provider.verify(pair.public, "vereda/test/2", message, signature)).toBe(false);
    expect(await provider.verify(pair.public, DOMAIN, Uint8Array.of(1, 2), signature)).toBe(false);
    expect(await provider.verify(other.public, DOMAIN, message, signature)).toBe(false);
  });

  test("answers false, and does not throw, for keys that are no points of the curve", async () => {
    const signature = await provider.sign(pair.secret, DOMAIN, message);
    // y = 2 and y = 7 are on no point.
    for (const y of [2n, 7n]) {
      const key = littleEndian(y) as typeof pair.public;
      expect(await provider.verify(key, DOMAIN, message, signature)).toBe(false);
    }
  });

  test("agrees on the same secret from both ends", async () => {
    const [a, b] = [agreePairFromSecret(random(32)), agreePairFromSecret(random(32))];
    const shared = await provider.agree(a.secret, b.public);
    expect(shared).toEqual(await provider.agree(b.secret, a.public));
    expect(shared).toEqual(await tweetnacl!.agree(a.secret, b.public));
    expect(shared?.constructor).toBe(Uint8Array);
  });

  test("finds no secret with a key of small order or of another length", async () => {
    const { secret } = agreePairFromSecret(random(32));
    for (const key of WEAK_AGREE_KEYS) {
      expect(await provider.agree(secret, key as AgreePublicKey), hex(key)).toBeNull();
    }
  });

  test("throws UsageError for a secret of another length", async () => {
    const short = new Uint8Array(31) as never;
    await expect(provider.sign(short, DOMAIN, message)).rejects.toThrow(UsageError);
    await expect(provider.agree(short, pair.public as never)).rejects.toThrow(UsageError);
  });
});

const P = 2n ** 255n - 19n;
const WEAK_AGREE_KEYS = [
  ...[0n, 1n, P - 1n, P, P + 1n].flatMap((u) => [littleEndian(u), littleEndian(u | (1n << 255n))]),
  unhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
  unhex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
  new Uint8Array(31).fill(9),
];

describe("received keys", () => {
  test("are refused where no one could honestly have them", () => {
    for (const key of WEAK_AGREE_KEYS) expect(parseAgreePublicKey(key), hex(key)).toBeNull();
    for (const y of [0n, 1n, P - 1n, P, P + 5n]) expect(parseSignPublicKey(littleEndian(y))).toBeNull();
    expect(parseSignPublicKey(new Uint8Array(33).fill(9))).toBeNull();
    expect(parseSignature(new Uint8Array(63))).toBeNull();
  });

  test("are taken where they are whole", () => {
    const random = seededRandom("received");
    const key = agreePairFromSecret(random(32)).public;
    const signer = signPairFromSeed(random(32)).public;
    expect(parseAgreePublicKey(key)).toBe(key);
    expect(parseSignPublicKey(signer)).toBe(signer);
    expect(parseSignature(new Uint8Array(64))).toHaveLength(64);
  });

  test("keep secrets out of what misuse throws", () => {
    const secret = new Uint8Array(31).fill(0x5a);
    for (const misuse of [asSignSecretKey, asAgreeSecretKey, signPairFromSeed, agreePairFromSecret]) {
      expect(() => misuse(secret)).toThrow(UsageError);
      expect(() => misuse(secret)).not.toThrow(/90|5a/iu);
    }
  });
});

describe("choosing a provider", () => {
  test("takes Node's module in Node", async () => {
    expect((await createSignatures()).name).toBe("node");
  });

  test("takes WebCrypto where there is no Node", async () => {
    expect((await createSignatures({ crypto: globalThis.crypto })).name).toBe("webcrypto");
  });

  test("takes tweetnacl in a page without a secure context", async () => {
    expect((await createSignatures({ crypto: {} })).name).toBe("tweetnacl");
    expect((await createSignatures({})).name).toBe("tweetnacl");
  });

  const native = requireNodeCrypto();
  const wrong: Readonly<Record<string, Partial<typeof native>>> = {
    "accepts everything": { verify: () => true },
    "accepts nothing": { verify: () => false },
    "signs otherwise": { sign: () => new Uint8Array(64) },
    throws: {
      sign: () => {
        throw new Error("no such algorithm");
      },
    },
  };
  test.each(Object.entries(wrong))("takes tweetnacl where the native one %s", async (_, change) => {
    const process = { getBuiltinModule: () => ({ ...native, ...change }) };
    expect((await createSignatures({ process })).name).toBe("tweetnacl");
  });

  test("finds no Node in a host that cannot be asked", () => {
    expect(findNodeCrypto({})).toBeNull();
    expect(findNodeCrypto({ process: {} })).toBeNull();
    expect(findNodeCrypto({ process: { getBuiltinModule: () => undefined } })).toBeNull();
  });

  test("does without WebCrypto's X25519 where only Ed25519 is there", async () => {
    const { subtle } = globalThis.crypto;
    const partial = {
      importKey: (...given: Parameters<typeof subtle.importKey>) =>
        given[2] === "X25519" ? Promise.reject(new Error("no such curve")) : subtle.importKey(...given),
      sign: subtle.sign.bind(subtle),
      verify: subtle.verify.bind(subtle),
    } as unknown as SubtleCrypto;
    const found = await createWebCryptoSignatures(partial);
    const [a, b] = ["a", "b"].map((seed) => agreePairFromSecret(seededRandom(seed)(32)));
    expect(await found?.agree(a!.secret, b!.public)).toEqual(await tweetnacl!.agree(a!.secret, b!.public));
  });

  const { subtle } = globalThis.crypto;
  const pairs = ["a", "b"].map((seed) => agreePairFromSecret(seededRandom(seed)(32)));

  test("uses WebCrypto's own X25519 where it is there, with keys that cannot be taken out again", async () => {
    const imported: Parameters<typeof subtle.importKey>[] = [];
    let derived = 0;
    const watched = {
      importKey: (...given: Parameters<typeof subtle.importKey>) => {
        imported.push(given);
        return subtle.importKey(...given);
      },
      deriveBits: (...given: Parameters<typeof subtle.deriveBits>) => {
        derived++;
        return subtle.deriveBits(...given);
      },
      sign: subtle.sign.bind(subtle),
      verify: subtle.verify.bind(subtle),
    } as unknown as SubtleCrypto;
    const found = await createWebCryptoSignatures(watched);
    const before = derived;
    const shared = await found?.agree(pairs[0]!.secret, pairs[1]!.public);
    expect(derived).toBe(before + 1);
    expect(shared).toEqual(await tweetnacl!.agree(pairs[0]!.secret, pairs[1]!.public));
    const signed = signPairFromSeed(seededRandom("c")(32));
    const signature = await found!.sign(signed.secret, DOMAIN, signed.public);
    expect(await found!.verify(signed.public, DOMAIN, signed.public, signature)).toBe(true);
    expect(imported.map(([, , curve, extractable]) => [curve, extractable])).toEqual(
      imported.map(([, , curve]) => [curve, false]),
    );
    const uses = imported.map(([format, , curve, , usages]) => JSON.stringify([format, curve, usages]));
    expect([...new Set(uses)].sort()).toEqual([
      '["pkcs8","Ed25519",["sign"]]',
      '["pkcs8","X25519",["deriveBits"]]',
      '["raw","Ed25519",["verify"]]',
      '["raw","X25519",[]]',
    ]);
  });

  test("does without WebCrypto's X25519 where it gives other answers", async () => {
    const lying = {
      importKey: subtle.importKey.bind(subtle),
      deriveBits: () => Promise.resolve(new Uint8Array(32).fill(5).buffer),
      sign: subtle.sign.bind(subtle),
      verify: subtle.verify.bind(subtle),
    } as unknown as SubtleCrypto;
    const found = await createWebCryptoSignatures(lying);
    const expected = await tweetnacl!.agree(pairs[0]!.secret, pairs[1]!.public);
    expect(await found?.agree(pairs[0]!.secret, pairs[1]!.public)).toEqual(expected);
  });

  test("finds nothing where WebCrypto has no Ed25519", async () => {
    const none = { importKey: () => Promise.reject(new Error("no such curve")) } as unknown as SubtleCrypto;
    expect(await createWebCryptoSignatures(none)).toBeNull();
  });
});

describe("parsed keys", () => {
  test("are parsed once per key, and again after being pushed out", () => {
    const parsed: number[] = [];
    const keys = createParsedKeys({ parsePublic: (key) => parsed.push(key[0]!), parseSecret: () => 0 }, 2);
    for (const first of [1, 2, 1, 3, 1, 2]) keys.publicKey(Uint8Array.of(first));
    // 1 was used after 2, so that 3 pushed out 2.
    expect(parsed).toEqual([1, 2, 3, 2]);
  });

  test("that are secret are parsed once, and again where their bytes were changed", () => {
    let parsed = 0;
    const keys = createParsedKeys({ parsePublic: () => 0, parseSecret: () => ++parsed });
    const secret = new Uint8Array(32).fill(1);
    expect([keys.secretKey(secret), keys.secretKey(secret)]).toEqual([1, 1]);
    secret[0] = 2;
    expect([keys.secretKey(secret), keys.secretKey(secret.slice())]).toEqual([2, 3]);
  });

  test("are parsed again where a secret's bytes were changed in place", async () => {
    const seed = signPairFromSeed(seededRandom("in place")(32)).secret;
    for (const provider of providers) {
      const secret = asSignSecretKey(seed.slice());
      const before = await provider.sign(secret, DOMAIN, seed);
      secret[0]! ^= 1;
      const after = await provider.sign(secret, DOMAIN, seed);
      expect(after).not.toEqual(before);
      expect(await provider.verify(signPairFromSeed(secret).public, DOMAIN, seed, after)).toBe(true);
    }
  });

  test("forget a failure of the platform", async () => {
    const { subtle } = globalThis.crypto;
    let failures = 1;
    const flaky = {
      importKey: (...given: Parameters<typeof subtle.importKey>) =>
        given[0] === "raw" && given[2] === "Ed25519" && failures-- > 0
          ? Promise.reject(new Error("out of memory"))
          : subtle.importKey(...given),
      sign: subtle.sign.bind(subtle),
      verify: subtle.verify.bind(subtle),
      deriveBits: subtle.deriveBits.bind(subtle),
    } as unknown as SubtleCrypto;
    const provider = await createWebCryptoSignatures(flaky);
    const pair = signPairFromSeed(seededRandom("flaky")(32));
    const signature = await tweetnacl!.sign(pair.secret, DOMAIN, pair.public);
    expect(await provider?.verify(pair.public, DOMAIN, pair.public, signature)).toBe(false);
    expect(await provider?.verify(pair.public, DOMAIN, pair.public, signature)).toBe(true);
  });

  test("make the second check of one device's signature cheaper than the first: the key is not parsed again", async () => {
    let parses = 0;
    const real = requireNodeCrypto();
    const counting = createNodeSignatures({
      ...real,
      createPublicKey: (key) => {
        parses++;
        return real.createPublicKey(key);
      },
    });
    const pair = signPairFromSeed(seededRandom("cached")(32));
    const signature = await counting.sign(pair.secret, DOMAIN, pair.public);
    for (let time = 0; time < 5; time++) {
      // Another array of the same bytes, as decoders make them.
      expect(
        await counting.verify(pair.public.slice() as typeof pair.public, DOMAIN, pair.public, signature),
      ).toBe(true);
    }
    expect(parses).toBe(1);
  });
});

test("a provider is never asked about a signature that breaks the strict rule", async () => {
  const asked: string[] = [];
  const provider: SignatureProvider = {
    name: "gullible",
    sign: () => new Uint8Array(64),
    verify: () => asked.push("verify") > 0,
    agree: () => new Uint8Array(32),
  };
  const signatures = strictSignatures(provider);
  const key = signPairFromSeed(seededRandom("gullible")(32)).public;
  const tooLargeS = Uint8Array.of(...key, ...new Uint8Array(32).fill(0xff));
  expect(await signatures.verify(key, DOMAIN, key, tooLargeS)).toBe(false);
  expect(asked).toEqual([]);
});

test("what was found strict is what a provider gets, however late it reads", async () => {
  const seen: Uint8Array[] = [];
  const late: SignatureProvider = {
    name: "late",
    sign: () => new Uint8Array(64),
    verify: async (_key, _framed, signature) => {
      await Promise.resolve();
      seen.push(signature.slice());
      return true;
    },
    agree: () => new Uint8Array(32).fill(1),
  };
  const signatures = strictSignatures(late);
  const key = signPairFromSeed(seededRandom("late")(32)).public;
  const signature = Uint8Array.of(...key, ...new Uint8Array(32));
  const before = signature.slice();
  const answer = signatures.verify(key, DOMAIN, key, signature);
  signature.fill(0xff);
  expect(await answer).toBe(true);
  expect(seen).toEqual([before]);
  expect(await signatures.agree(asAgreeSecretKey(new Uint8Array(32)), key.slice(1) as never)).toBeNull();
  expect(await signatures.agree(asAgreeSecretKey(new Uint8Array(32)), key as never)).toHaveLength(32);
});
