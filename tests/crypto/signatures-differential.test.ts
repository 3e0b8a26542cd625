/**
 * Threat case C7. All providers give the same verdict, and the one of the strict rule, on honest, damaged, malleated,
 * small-order, mixed-order and non-canonical signatures. VEREDA_RUNS sets how many,
 * VEREDA_SEED which; `npm run differential` runs 100,000.
 */
import nacl from "tweetnacl";
import { describe, expect, test } from "vitest";
import type { SignPublicKey, Signatures } from "../../crypto/index.ts";
import { publicKeyDer } from "../../crypto/key-encoding.ts";
import { encodePoint, fromLittleEndian, IDENTITY, littleEndian, ORDER } from "./edwards.ts";
import { seededRandom } from "./generators.ts";
import { allProviders, requireNodeCrypto } from "./providers.ts";
import {
  DOMAIN,
  groundOf,
  KINDS,
  makeSigners,
  signatureCase,
  type SignatureCase,
} from "./signature-cases.ts";
import { edgeCases } from "./signature-edges.ts";

const runs = Number(process.env["VEREDA_RUNS"] ?? 2000);
const seed = process.env["VEREDA_SEED"] ?? "1";

const verdict = (provider: Signatures, made: SignatureCase): Promise<boolean> =>
  provider.verify(made.key as SignPublicKey, DOMAIN, made.message, made.signature);

describe("providers of signatures", () => {
  test(
    `C7 agree with one another and with the strict rule on ${runs} signatures (seed ${seed})`,
    async () => {
      const providers = await allProviders();
      const sources = { signers: makeSigners(8), random: seededRandom(seed), signatures: providers[1]! };
      const seen = new Map<string, number>();
      const disagreements: unknown[] = [];
      for (let index = 0; index < runs; index++) {
        const made = await signatureCase(index, sources);
        seen.set(`${made.kind} ${made.valid}`, (seen.get(`${made.kind} ${made.valid}`) ?? 0) + 1);
        const verdicts = await Promise.all(providers.map((provider) => verdict(provider, made)));
        if (verdicts.some((each) => each !== made.valid)) {
          disagreements.push({ seed, index, kind: made.kind, valid: made.valid, verdicts });
        }
      }
      expect(disagreements).toEqual([]);
      if (runs < 2000) return;
      // A generator that lost a kind would prove nothing about it.
      for (const kind of KINDS) expect([...seen.keys()]).toContain(`${kind} ${kind === "valid"}`);
      expect(seen.get("a key of mixed order true")).toBeGreaterThan(0);
    },
    60_000 + runs * 30,
  );

  test("C7 agree on every edge of the strict rule: 48 points, all bounds of S, all lengths", async () => {
    const providers = await allProviders();
    const sources = { signers: makeSigners(3), random: seededRandom(seed), signatures: providers[1]! };
    const cases = edgeCases(await groundOf(sources));
    const wrong: unknown[] = [];
    for (const made of cases) {
      const verdicts = await Promise.all(providers.map((provider) => verdict(provider, made)));
      if (verdicts.some((each) => each !== made.valid)) wrong.push({ kind: made.kind, verdicts });
    }
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(800);
    expect(cases.filter(({ valid }) => valid)).toHaveLength(1);
  });

  test("C6 would disagree about a malleated signature without the strict rule", () => {
    const pair = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(1));
    const message = Uint8Array.of(1, 2, 3);
    const signature = nacl.sign.detached(message, pair.secretKey);
    signature.set(littleEndian(fromLittleEndian(signature.subarray(32)) + ORDER), 32);
    const node = requireNodeCrypto();
    const key = node.createPublicKey({
      key: publicKeyDer("Ed25519", pair.publicKey),
      format: "der",
      type: "spki",
    });
    expect(nacl.sign.detached.verify(message, signature, pair.publicKey)).toBe(true);
    expect(node.verify(null, message, key, signature)).toBe(false);
  });

  test("C7 would accept anything from a key of small order without the strict rule", async () => {
    const identity = encodePoint(IDENTITY);
    const signature = Uint8Array.of(...identity, ...new Uint8Array(32));
    expect(nacl.sign.detached.verify(Uint8Array.of(9), signature, identity)).toBe(true);
    for (const provider of await allProviders()) {
      const answer = await provider.verify(identity as SignPublicKey, DOMAIN, Uint8Array.of(9), signature);
      expect(answer, provider.name).toBe(false);
    }
  });
});
