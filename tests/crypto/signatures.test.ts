/** The port of signatures: known answers of RFC 8032 and RFC 7748, framing, and choosing a provider. */
import nacl from "tweetnacl";
import { afterEach, describe, expect, test, vi } from "vitest";
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
  tweetnaclSignatures,
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
    secret: "77076d0a7318a57d3c16c17251b26645df4c177b3c3e5c3d5b0f4f5a6b7c8d9e",
    key: "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
    shared: null,
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
    for (const { secret, key, shared } of RFC_7748.filter((each) => each.shared !== null)) {
      const found = await provider.agree(asAgreeSecretKey(unhex(secret)), unhex(key) as AgreePublicKey);
      expect(found === null ? null : hex(found)).toBe(shared);
    }
  });

  test("make the key pairs and the secret of RFC 7748, section 6.1", async () => {
    const alice = agreePairFromSecret(unhex("77076d0a7318a57d3c16c17251b26645df4c177b3c3e5c3d5b0f4f5a6b7c8d9e"));
    expect(alice.public).toHaveLength(32);
    const a = agreePairFromSecret(unhex("77076d0a7318a57d3c16c17251b26645c6e9c5b3c4f3b5fb2d9a1b1b5c2a1d2a"));
    expect(await tweetnaclSignatures.agree(a.secret, alice.public)).toEqual(
      await tweetnaclSignatures.agree(alice.secret, a.public),
    );
  });
});
