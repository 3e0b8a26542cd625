/** What a word may mean among the names that people bear, how, and how much that tells. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WORDS_AT_LARGE } from "../../src/match/names/common-names.ts";
import { type How, Reader, type Reading } from "../../src/match/names/readings.ts";
import { Vocabulary } from "../../src/match/words/vocabulary.ts";
import { wordOf } from "../../src/match/words/words.ts";
import { oneLetterOf, read } from "./indexed.ts";

const OFTEN: Readonly<Record<string, number>> = {
  jose: 40,
  francisco: 20,
  maria: 40,
  guadalupe: 8,
  alejandro: 10,
  hernandez: 60,
  orantes: 6,
  orantez: 2,
  zenobia: 1,
  juan: 30,
  jean: 3,
  dagoberto: 2,
};

const SURNAMES = new Set(["hernandez", "orantes", "orantez", "orandes"]);

function vocabularyOf(counts: Readonly<Record<string, number>>): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const [word, count] of Object.entries(counts)) {
    const number = vocabulary.intern(word);
    for (let at = 0; at < count; at += 1)
      vocabulary.count(number, SURNAMES.has(word) ? "surname" : "given", 1);
  }
  return vocabulary;
}
const vocabulary = vocabularyOf(OFTEN);

const readingOf = (word: string, meant: string, mayBegin = false): Reading | undefined =>
  read(vocabulary, word, mayBegin).find(({ word: number }) => vocabulary.foldedOf(number) === meant);

describe("a word is read", () => {
  test.each<readonly [string, string, How]>([
    ["orantes", "orantes", "same"],
    ["Hernández", "hernandez", "same"],
    ["ernandes", "hernandez", "sounds"],
    ["orantes", "orantez", "sounds"],
    ["horantez", "orantes", "sounds"],
    ["orandes", "orantes", "similar"],
    ["hernadnez", "hernandez", "similar"],
    ["chepe", "jose", "nickname"],
    ["lupita", "guadalupe", "nickname"],
    ["paco", "francisco", "nickname"],
    ["jean", "juan", "variant"],
    ["cheppe", "jose", "nickname"],
    ["pamcho", "francisco", "nickname"],
    ["dagob", "dagoberto", "nickname"],
  ])("%s as %s: %s", (word, meant, how) => expect(readingOf(word, meant)?.how).toBe(how));

  test("a nickname is met by the name too, where it is the nickname that is indexed", () => {
    const indexed = vocabularyOf({ chepe: 2, wilmer: 5 });
    const [reading] = read(indexed, "José");
    expect(reading).toMatchObject({ word: indexed.numberOf("chepe"), how: "nickname" });
  });

  test("only as words that somebody bears", () => {
    expect(read(vocabulary, "obdulio")).toEqual([]);
    const left = vocabularyOf({ orantes: 1, zenobia: 1 });
    left.count(left.numberOf("zenobia")!, "given", -1);
    expect(read(left, "zenobia")).toEqual([]);
    expect(read(left, "orantes")).toHaveLength(1);
  });

  test("slips are told only where they are how, and more of them tell less", () => {
    expect(readingOf("ernandes", "hernandez")?.slips).toBe(0);
    const one = readingOf("zenopia", "zenobia")!;
    expect(one.slips).toBeGreaterThan(0);
    expect(readingOf("zemopia", "zenobia")!.slips).toBeGreaterThan(one.slips);
  });

  test("words far apart are no slips of one another", () => {
    expect(readingOf("zenobia", "hernandez")).toBeUndefined();
    expect(readingOf("paz", "jose")).toBeUndefined();
  });
});

describe("a word that is only begun", () => {
  test("is read so where somebody is typing", () => {
    expect(readingOf("hern", "hernandez", true)?.how).toBe("begins");
    expect(readingOf("ora", "orantes", true)?.how).toBe("begins");
  });

  test("is not where nobody is, nor by one letter", () => {
    expect(readingOf("hern", "hernandez")).toBeUndefined();
    expect(readingOf("z", "zenobia", true)).toBeUndefined();
  });
});

describe("two words as one", () => {
  const joined = (word: string, mayDiffer: boolean) =>
    new Reader(vocabulary)
      .readJoined(wordOf(word), mayDiffer)
      .map(({ word: number }) => vocabulary.foldedOf(number));

  test("are read by letters and sound, with slips only where they may, and never as nicknames", () => {
    expect(joined("guadalupe", false)).toEqual(["guadalupe"]);
    expect(joined("wadalupe", false)).toEqual(["guadalupe"]);
    expect(joined("guadelupe", false)).toEqual([]);
    expect(joined("guadelupe", true)).toEqual(["guadalupe"]);
    expect(joined("chepe", true)).toEqual([]);
  });
});

describe("what a reading is worth", () => {
  test("rarer names are worth more than frequent ones, however they were spelt", () => {
    expect(readingOf("zenobia", "zenobia")!.gain).toBeGreaterThan(readingOf("hernandez", "hernandez")!.gain);
    expect(readingOf("senovia", "zenobia")!.gain).toBeGreaterThan(readingOf("ernandes", "hernandez")!.gain);
  });

  test("of the same letters is more than of the same sound, and that more than a slip", () => {
    const three = vocabularyOf({ orantes: 4, orantez: 4, orandes: 4, wilmer: 50 });
    expect(read(three, "orantes").map(({ how }) => how)).toEqual(["same", "sounds", "similar"]);
    const [same, sounds, similar] = read(three, "orantes");
    expect(same!.gain).toBeGreaterThan(sounds!.gain);
    expect(sounds!.gain).toBeGreaterThan(similar!.gain);
  });

  test("is the natural logarithm of how much likelier", () => {
    const two = vocabularyOf({ zenobia: 1, wilmer: 9 });
    const chance = 0.75;
    const share = 1.3 / (10 + WORDS_AT_LARGE);
    expect(read(two, "zenobia")[0]!.gain).toBeCloseTo(Math.log(chance / (chance * share + 4e-6)), 9);
  });

  test("a common name is common before anybody here bears it, and what the index holds counts for more", () => {
    const gain = (counts: Record<string, number>, word: string) => read(vocabularyOf(counts), word)[0]!.gain;
    const few = { hernandez: 1, xol: 1 };
    expect(gain(few, "xol")).toBeGreaterThan(gain(few, "hernandez") + 2);
    const many = { hernandez: 5, xol: 9000, wilmer: 90_000 };
    expect(gain(many, "hernandez")).toBeGreaterThan(gain(many, "xol") + 2);
  });

  test("is less, the more bear a word that may be meant as well", () => {
    const few = vocabularyOf({ zenobia: 1, zenovia: 1, wilmer: 100 });
    const many = vocabularyOf({ zenobia: 1, zenovia: 50, wilmer: 51 });
    const gain = (words: Vocabulary) =>
      read(words, "zenobia").find(({ word }) => words.foldedOf(word) === "zenobia")!.gain;
    expect(gain(many)).toBeLessThan(gain(few));
  });

  test("is always positive, most telling first, each word once", () => {
    const word = fc.oneof(
      fc.constantFrom(...Object.keys(OFTEN), "chepe", "cheppe", "ernandes", "lupita", "juanito", "ale"),
      fc.string({ unit: oneLetterOf("abcehijlmnorsuz"), minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(word, fc.boolean(), (asked, mayBegin) => {
        const readings = read(vocabulary, asked, mayBegin);
        const gains = readings.map(({ gain }) => gain);
        expect(gains.every((gain) => gain > 0)).toBe(true);
        expect(gains).toEqual([...gains].sort((a, b) => b - a));
        expect(new Set(readings.map(({ word: number }) => number)).size).toBe(readings.length);
      }),
      { numRuns: 300 },
    );
  });

  test("does not hang on names that nobody bears any more", () => {
    const before = vocabularyOf({ orantes: 4, wilmer: 50 });
    const after = vocabularyOf({ orantez: 3, orantes: 4, wilmer: 50 });
    for (let at = 0; at < 3; at += 1) after.count(after.numberOf("orantez")!, "given", -1);
    expect(read(after, "orantes")[0]!.gain).toBe(read(before, "orantes")[0]!.gain);
  });
});
