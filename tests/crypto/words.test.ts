/** Words that people write down or read aloud. */
import fc from "fast-check";
import { entropyToMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/spanish.js";
import { describe, expect, test } from "vitest";
import {
  agreePairFromSecret,
  asAgreeSecretKey,
  comparisonWords,
  deriveKey,
  generateRecoveryWords,
  recoverySecrets,
  sameWords,
  signPairFromSeed,
  systemRandom,
} from "../../crypto/index.ts";
import { exactly, seededRandom, unhex } from "./generators.ts";

const words = generateRecoveryWords(seededRandom("recovery"));
const strip = (text: string): string => text.normalize("NFD").replace(/\p{Mark}/gu, "");

describe("recovery words", () => {
  test("are twelve of the Spanish list", () => {
    const list = new Set(wordlist.map((word) => word.normalize("NFC")));
    expect(words.split(" ")).toHaveLength(12);
    expect(words.split(" ").every((word) => list.has(word))).toBe(true);
    expect(generateRecoveryWords(systemRandom)).not.toBe(generateRecoveryWords(systemRandom));
  });

  test("are those of BIP39 for known entropy", () => {
    const entropy = unhex("7f".repeat(16));
    const secret = (domain: string): Uint8Array => deriveKey({ key: entropy, domain, length: 32 });
    expect(recoverySecrets(generateRecoveryWords(() => entropy))).toEqual({
      agree: agreePairFromSecret(asAgreeSecretKey(secret("vereda/recovery/1"))),
      sign: signPairFromSeed(secret("vereda/recovery-sign/1")),
    });
    expect(generateRecoveryWords(() => new Uint8Array(16))).toBe(`${"ábaco ".repeat(11)}abierto`);
  });

  test("give the same key however they are typed", () => {
    fc.assert(
      fc.property(exactly(16), (entropy) => {
        const given = generateRecoveryWords(() => entropy);
        const pair = recoverySecrets(given);
        expect(pair).not.toBeNull();
        const typed = [
          given.toUpperCase(),
          strip(given),
          given.normalize("NFD"),
          `  ${given.replaceAll(" ", ",\n ")}. `,
        ];
        for (const way of typed) expect(recoverySecrets(way)).toEqual(pair);
      }),
      { numRuns: 30 },
    );
  });

  test("give another key for another twelve", () => {
    expect(recoverySecrets(generateRecoveryWords(seededRandom("another")))).not.toEqual(
      recoverySecrets(words),
    );
  });

  test("are refused where one is missing, unknown, too many, or fails the checksum", () => {
    const list = words.split(" ");
    expect(recoverySecrets(list.slice(1).join(" "))).toBeNull();
    expect(recoverySecrets(`${words} ${list[0]!}`)).toBeNull();
    expect(recoverySecrets(["pozole", ...list.slice(1)].join(" "))).toBeNull();
    expect(recoverySecrets("")).toBeNull();
    expect(recoverySecrets(entropyToMnemonic(new Uint8Array(20), wordlist))).toBeNull();
    expect(recoverySecrets(`${" ".repeat(2000)}${words}`)).toBeNull();
    // A changed last word passes the four-bit checksum once in sixteen times.
    const passing = wordlist.filter(
      (last) => recoverySecrets([...list.slice(0, 11), last].join(" ")) !== null,
    );
    expect(passing).toHaveLength(128);
  });

  test("never make the reader throw, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.array(fc.constantFrom(...wordlist), { maxLength: 14 })),
        (typed) => {
          const text = typeof typed === "string" ? typed : typed.join(" ");
          const pair = recoverySecrets(text);
          expect(pair === null || pair.agree.public.length === 32).toBe(true);
        },
      ),
    );
  });
});

describe("comparison words", () => {
  const cheap = { unsafeTestingLowCost: true };
  const material = seededRandom("keys")(64);
  const salt = seededRandom("invite")(16);

  test("are four of the Spanish list and the same at both ends", async () => {
    const made = await comparisonWords({ material, salt, ...cheap });
    expect(made.split(" ")).toHaveLength(4);
    expect(await comparisonWords({ material: material.slice(), salt: salt.slice(), ...cheap })).toBe(made);
  });

  test("I10 differ when any bit of a key or of the invite differs", async () => {
    const seen = new Set([await comparisonWords({ material, salt, ...cheap })]);
    for (let byte = 0; byte < 64; byte++) {
      const other = material.slice();
      other[byte]! ^= 1 << (byte % 8);
      seen.add(await comparisonWords({ material: other, salt, ...cheap }));
    }
    seen.add(await comparisonWords({ material, salt: salt.subarray(1), ...cheap }));
    expect(seen.size).toBe(66);
  });

  test("use all words of the list in all four places", async () => {
    const places = [0, 1, 2, 3].map(() => new Set<number>());
    for (let index = 0; index < 150; index++) {
      const made = await comparisonWords({ material: Uint8Array.of(index), salt, ...cheap });
      made
        .split(" ")
        .forEach((word, place) => places[place]!.add(wordlist.indexOf(word.normalize("NFKD")) >> 8));
    }
    // Eighths of the list: all of them come up, the same in every place.
    expect(places.map((eighths) => [...eighths].sort((a, b) => a - b))).toEqual(
      places.map(() => [0, 1, 2, 3, 4, 5, 6, 7]),
    );
  });

  test("cost 64 MiB and three passes outside of tests", async () => {
    const dear = await comparisonWords({ material, salt });
    expect(dear).not.toBe(await comparisonWords({ material, salt, ...cheap }));
  });

  test("are compared without regard to accents, case and separators", () => {
    expect(sameWords("Ábaco-niño, ROJO  zumo", "abaco nino rojo zumo")).toBe(true);
    expect(sameWords("ábaco niño rojo zumo", "ábaco niño zumo rojo")).toBe(false);
    expect(sameWords("ábaco niño rojo", "ábaco niño rojo zumo")).toBe(false);
    expect(sameWords("pozole", "pozole")).toBe(false);
    expect(sameWords("", "")).toBe(false);
  });
});

test("no two words of the list are the same without accents", () => {
  expect(new Set(wordlist.map(strip)).size).toBe(2048);
});
