/** The words of a card: read as written, bound to who gave it, and a slip of the pen is told. */
import { wordlist } from "@scure/bip39/wordlists/spanish.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARD_WORDS, cardWords, generateRecoveryWords, readCardWords, recoverySecrets, utf8 } from "#crypto";
import { seededRandom } from "./generators.ts";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const giver = utf8("una casa");

describe("words of a card", () => {
  test("are read as they were written, whatever case, accents and separators", () => {
    fc.assert(
      fc.property(bytes, bytes, (secret, by) => {
        const words = cardWords(secret, by);
        expect(words.split(" ")).toHaveLength(CARD_WORDS);
        const typed = words
          .normalize("NFD")
          .replace(/\p{Mark}/gu, "")
          .toUpperCase()
          .split(" ");
        for (const text of [words, typed.join(", "), `  ${typed.join("\n")}.`]) {
          const read = readCardWords(text);
          expect(read?.secret).toEqual(secret);
          expect(read?.isOf(by)).toBe(true);
        }
      }),
    );
  });

  test("are of nobody else's card: of many who did not give it, hardly one fits by chance", () => {
    const random = seededRandom("givers");
    const read = readCardWords(cardWords(random(16), giver));
    const others = Array.from({ length: 20_000 }, () => read?.isOf(random(16)) === true);
    expect(others.filter(Boolean).length).toBeLessThan(10);
  });

  test("with one word wrong, or two swapped, nearly never fit", () => {
    const random = seededRandom("slips");
    let taken = 0;
    for (let at = 0; at < 2000; at++) {
      const words = cardWords(random(16), giver).split(" ");
      const [where = 0, which = 0] = random(2);
      const slip = wordlist[(which * 8 + (at % 8)) % wordlist.length]?.normalize("NFC") ?? "";
      const place = where % CARD_WORDS;
      if (words[place] === slip) continue;
      words[place] = slip;
      if (readCardWords(words.join(" "))?.isOf(giver) === true) taken++;
    }
    // 2,000 of them, at one in 32,768 each; recovery words' four bits would let 125 pass
    expect(taken).toBeLessThan(4);
  });

  test("are not recovery words, and recovery words are no card's", () => {
    const random = seededRandom("kinds");
    const recovery = generateRecoveryWords(random);
    const card = cardWords(random(16), giver);
    expect(readCardWords(recovery)).toBeNull();
    expect(recoverySecrets(card)).toBeNull();
    // the control: each is read by its own reader
    expect([recoverySecrets(recovery), readCardWords(card)]).not.toContain(null);
  });

  test("any other text is no card, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
        expect(readCardWords(text)).toBeNull();
      }),
    );
    expect(readCardWords("abeja ".repeat(500))).toBeNull();
  });

  test("refuse a secret of another length", () => {
    expect(() => cardWords(new Uint8Array(15), giver)).toThrow();
  });
});
