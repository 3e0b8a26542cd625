/** Threat cases of group C that concern keys, boxes and randomness (docs/threat-cases.md). */
import nacl from "tweetnacl";
import { describe, expect, test } from "vitest";
import {
  type AgreePublicKey,
  asAgreeSecretKey,
  asSignSecretKey,
  asSpaceKey,
  createVault,
  deriveKey,
  entrySalt,
  generateAgreePair,
  generateSpaceKey,
  keyIdOf,
  open,
  openFrom,
  parseAgreePublicKey,
  parseHash,
  parseKeyId,
  parseSignature,
  parseSignPublicKey,
  seal,
  sealTo,
  toText,
  UsageError,
  utf8,
  wrap,
} from "#crypto";
import { openCommitted, sealCommitted } from "../../crypto/committed-box.ts";
import type { MeshId, SiteId } from "../../sync/ids.ts";
import {
  boxGroupSecret,
  boxSpaceKey,
  type GroupName,
  type SpaceName,
  unboxGroupSecret,
  unboxSpaceKey,
} from "../../sync/membership/key-boxes.ts";
import { NETWORK, PAIR } from "../../sync/space.ts";
import { repeatingRandom, seededRandom } from "../crypto/generators.ts";
import { allProviders } from "../crypto/providers.ts";
import { salamander } from "./salamander.ts";

const random = seededRandom("threats");
const providers = await allProviders();
const signatures = providers[1]!;
const mesh = toText(random(32)) as MeshId;
const otherMesh = toText(random(32)) as MeshId;
const site = toText(random(16)) as SiteId;
const tools = { signatures, random };

/** What secretbox is given for a committed box. */
function boxKeys(key: Uint8Array, salt: Uint8Array): { key: Uint8Array; nonce: Uint8Array } {
  const derived = deriveKey({ key, salt, domain: "vereda/test/1", context: utf8("header"), length: 88 });
  return { key: derived.slice(0, 32), nonce: derived.slice(32, 56) };
}

describe("a generator that repeats itself", () => {
  const zeros = (length: number): Uint8Array => new Uint8Array(length);
  const generators = { zeros, repeatingRandom };

  test.each(Object.entries(generators))("C8 gives no two plaintexts one key and nonce (%s)", (_, broken) => {
    const key = generateSpaceKey(random);
    const saltSecret = random(32);
    const streams = new Set<string>();
    const texts = Array.from({ length: 200 }, (__, at) => utf8(`Wilmer ${at}`));
    for (const [seq, plaintext] of texts.entries()) {
      const salt = entrySalt({ saltSecret, random: broken, plaintext, seq: seq % 3 });
      streams.add(toText(boxKeys(key, salt).nonce));
    }
    expect(streams.size).toBe(texts.length);
    const wrapped = texts.map((plaintext) =>
      toText(
        wrap({ key, domain: "vereda/test/1", context: utf8(""), plaintext, random: broken }).slice(0, 32),
      ),
    );
    expect(new Set(wrapped).size).toBe(texts.length);
  });

  test("C8 gives no two boxes one ephemeral key", async () => {
    const to = generateAgreePair(random).public;
    const fronts = new Set<string>();
    for (let at = 0; at < 40; at++) {
      const purpose = { signatures, domain: "vereda/test/1", context: utf8("header") };
      const box = await sealTo({ ...purpose, to, plaintext: utf8(`Wilmer ${at}`), random: repeatingRandom });
      fronts.add(toText(box.slice(0, 32)));
    }
    expect(fronts.size).toBe(40);
  });
});

test("C10 a ciphertext that fits two keys is opened by the one that was committed to, and no other", () => {
  const [one, other] = [random(32), random(32)];
  const salt = random(32);
  const place = (key: Uint8Array) => ({ key, salt, domain: "vereda/test/1", context: utf8("header") });
  const box = salamander(boxKeys(one, salt), boxKeys(other, salt));
  for (const key of [one, other]) {
    const { nonce, key: inner } = boxKeys(key, salt);
    expect(nacl.secretbox.open(box, nonce, inner), "without a commitment both open").not.toBeNull();
  }
  const { commit } = sealCommitted(place(one), new Uint8Array(0));
  expect(openCommitted(place(one), { commit, box })).not.toBeNull();
  expect(openCommitted(place(other), { commit, box })).toBeNull();
});

describe("a grant that gives two houses different keys", () => {
  test("C11 is not what its key id says for one of them, and is not taken there", async () => {
    const [key, lie] = [generateSpaceKey(random), generateSpaceKey(random)];
    const [east, west] = [generateAgreePair(random), generateAgreePair(random)];
    const name: SpaceName = { space: NETWORK, generation: 1, keyId: keyIdOf(key) };
    const honest = await boxSpaceKey({ mesh, name }, { key, to: east.public }, tools);
    const lying = await boxSpaceKey({ mesh, name }, { key: lie, to: west.public }, tools);
    expect(await unboxSpaceKey({ mesh, name }, { pair: east, box: honest, signatures })).toEqual(key);
    expect(await unboxSpaceKey({ mesh, name }, { pair: west, box: lying, signatures })).toBeNull();
  });

  test("C11 is not taken for a group's secret either", async () => {
    const [secret, lie] = [generateAgreePair(random), generateAgreePair(random)];
    const device = generateAgreePair(random);
    const boxing = {
      mesh,
      name: { site, group: "staff", generation: 1, public: secret.public },
      to: "device",
    } as const;
    const lying = await boxGroupSecret(boxing, { secret: lie, key: device.public }, tools);
    expect(await unboxGroupSecret(boxing, { pair: device, box: lying, signatures })).toBeNull();
  });
});

describe("a grant moved elsewhere is refused:", () => {
  const key = generateSpaceKey(random);
  const pair = generateAgreePair(random);
  const name: SpaceName = { space: NETWORK, generation: 1, keyId: keyIdOf(key) };
  const opens = async (at: { mesh: MeshId; name: SpaceName }, by = pair): Promise<boolean> => {
    const box = await boxSpaceKey({ mesh, name }, { key, to: pair.public }, tools);
    return (await unboxSpaceKey(at, { pair: by, box, signatures })) !== null;
  };

  test("C12 a space's key", async () => {
    expect(await opens({ mesh, name })).toBe(true);
    expect(await opens({ mesh: otherMesh, name })).toBe(false);
    expect(await opens({ mesh, name: { ...name, space: PAIR } })).toBe(false);
    expect(await opens({ mesh, name: { ...name, generation: 2 } })).toBe(false);
    expect(await opens({ mesh, name }, generateAgreePair(random))).toBe(false);
  });

  test("C12 a group's secret", async () => {
    const secret = generateAgreePair(random);
    const group: GroupName = { site, group: "staff", generation: 1, public: secret.public };
    const boxing = { mesh, name: group, to: "device" } as const;
    const box = await boxGroupSecret(boxing, { secret, key: pair.public }, tools);
    const unboxed = (at: Parameters<typeof unboxGroupSecret>[0]) =>
      unboxGroupSecret(at, { pair, box, signatures });
    expect((await unboxed(boxing))?.public).toEqual(secret.public);
    const moved = [
      { ...boxing, mesh: otherMesh },
      { ...boxing, to: "recovery" as const },
      { ...boxing, name: { ...group, site: toText(random(16)) as SiteId } },
      { ...boxing, name: { ...group, group: "protection" as const } },
      { ...boxing, name: { ...group, generation: 2 } },
    ];
    for (const at of moved) expect(await unboxed(at)).toBeNull();
  });

  test("C12 a box under another purpose", async () => {
    const purpose = { signatures, domain: "vereda/test/1", context: utf8("a") };
    const box = await sealTo({ ...purpose, to: pair.public, plaintext: key, random });
    expect(await openFrom({ ...purpose, pair, box })).toEqual(key);
    expect(await openFrom({ ...purpose, domain: "vereda/test/2", pair, box })).toBeNull();
    expect(await openFrom({ ...purpose, context: utf8("b"), pair, box })).toBeNull();
  });
});

describe("a key of another length", () => {
  const lengths = [0, 1, 8, 16, 31, 33, 64];

  test("C14 of our own is a mistake that is thrown, never cut or filled", async () => {
    for (const length of lengths) {
      const key = new Uint8Array(length) as never;
      const context = utf8("header");
      expect(() => asSpaceKey(key)).toThrow(UsageError);
      expect(() => asSignSecretKey(key)).toThrow(UsageError);
      expect(() => asAgreeSecretKey(key)).toThrow(UsageError);
      expect(() => seal({ key, salt: random(32), context, plaintext: context })).toThrow(UsageError);
      expect(() => open({ key, salt: random(32), context, commit: random(32), body: key })).toThrow(
        UsageError,
      );
      expect(() => wrap({ key, domain: "vereda/test/1", context, plaintext: context, random })).toThrow(
        UsageError,
      );
      for (const provider of providers) {
        await expect(provider.sign(key, "vereda/test/1", context)).rejects.toThrow(UsageError);
        await expect(provider.agree(key, generateAgreePair(random).public)).rejects.toThrow(UsageError);
      }
    }
    await expect(createVault({ passphrase: "", random })).rejects.toThrow(UsageError);
  });

  test("C14 that was received is no key", async () => {
    for (const length of lengths) {
      const received = new Uint8Array(length).fill(9);
      expect(parseSignPublicKey(received)).toBeNull();
      expect(parseAgreePublicKey(received)).toBeNull();
      expect(parseHash(received)).toBeNull();
      if (length !== 64) expect(parseSignature(received)).toBeNull();
      if (length !== 8) expect(parseKeyId(received)).toBeNull();
      for (const provider of providers)
        expect(await provider.agree(asAgreeSecretKey(random(32)), received as AgreePublicKey)).toBeNull();
    }
  });
});

describe("an agreement that gives zeros", () => {
  /** u of every point of small order, and each again past the prime and with the top bit (RFC 7748, section 6). */
  const P = 2n ** 255n - 19n;
  const orderEight = [
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  ].map((hex) => Uint8Array.from(Buffer.from(hex, "hex")));
  const plain = [0n, 1n, P - 1n, P, P + 1n].map((u) =>
    Uint8Array.from({ length: 32 }, (_, at) => Number((u >> BigInt(8 * at)) & 0xffn)),
  );
  const small = [...plain, ...orderEight];
  const withTopBit = small.map((u) => Uint8Array.of(...u.subarray(0, 31), (u[31] ?? 0) | 0x80));
  const keys = [...small, ...withTopBit] as AgreePublicKey[];

  test.each(providers.map((provider) => ({ name: provider.name, provider })))(
    "C16 is no agreement ($name)",
    async ({ provider }) => {
      for (const key of keys)
        expect(await provider.agree(asAgreeSecretKey(random(32)), key), toText(key)).toBeNull();
    },
  );

  test("C16 cannot come from a received key, and nothing is sealed to one", async () => {
    for (const key of keys) {
      expect(parseAgreePublicKey(key)).toBeNull();
      const purpose = { signatures, domain: "vereda/test/1", context: utf8("header") };
      const sealing = sealTo({ ...purpose, to: key, plaintext: utf8("x"), random });
      await expect(sealing).rejects.toMatchObject({ code: "weak-key" });
    }
  });
});
