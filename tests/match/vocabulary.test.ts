/** The words of the index: counted, and found by sound, by spelling and by beginning. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { soundOf } from "../../src/match/words/sound.ts";
import { Vocabulary } from "../../src/match/words/vocabulary.ts";
import { oneLetterOf } from "./indexed.ts";

const filled = (words: readonly string[]): Vocabulary => {
  const vocabulary = new Vocabulary();
  for (const word of words) vocabulary.count(vocabulary.intern(word), "given", 1);
  return vocabulary;
};
const namesOf = (vocabulary: Vocabulary, numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => vocabulary.foldedOf(number)).sort();

const LETTERS = "abdefiklmnoprstu";
const pairsIn = (sound: string): number =>
  new Set(Array.from(`^${sound}`, (letter, at) => `${letter}${sound[at] ?? "$"}`)).size;
/** A slip changes at most three pairs of letters: of seven, four stay, which are two fifths of ten. */
const LONG = 7;
const longWord = fc
  .string({ unit: oneLetterOf(LETTERS), minLength: 6, maxLength: 12 })
  .filter((word) => pairsIn(soundOf(word)) >= LONG);

/** One letter more, less or another, or two that changed places. */
const slipOf = (word: string, [kind, seed, letter]: readonly [number, number, string]): string => {
  const at = seed % word.length;
  const [head, tail] = [word.slice(0, at), word.slice(at)];
  if (kind === 0) return head + letter + tail;
  if (kind === 1) return head + tail.slice(1);
  if (kind === 2) return head + letter + tail.slice(1);
  return head + (tail[1] ?? "") + (tail[0] ?? "") + tail.slice(2);
};
const slip = fc.tuple(fc.nat(3), fc.nat(), oneLetterOf(LETTERS));

describe("counts", () => {
  test("go up and down by role, and the word keeps its number", () => {
    const vocabulary = new Vocabulary();
    const santos = vocabulary.intern("santos");
    expect(vocabulary.intern("santos")).toBe(santos);
    vocabulary.count(santos, "given", 1);
    vocabulary.count(santos, "surname", 1);
    vocabulary.count(santos, "surname", 1);
    expect([vocabulary.givenCount(santos), vocabulary.surnameCount(santos)]).toEqual([1, 2]);
    expect([vocabulary.countOf(santos), vocabulary.total]).toEqual([3, 3]);
    vocabulary.count(santos, "surname", -1);
    vocabulary.count(santos, "surname", -1);
    vocabulary.count(santos, "given", -1);
    expect([vocabulary.countOf(santos), vocabulary.total]).toEqual([0, 0]);
    expect(vocabulary.numberOf("santos")).toBe(santos);
    expect(vocabulary.size).toBe(1);
  });

  test("a relative's name is in use, and counts for nobody here", () => {
    const vocabulary = new Vocabulary();
    const elda = vocabulary.intern("elda");
    expect(vocabulary.isUsed(elda)).toBe(false);
    vocabulary.countRelative(elda, 1);
    expect([vocabulary.isUsed(elda), vocabulary.countOf(elda), vocabulary.total]).toEqual([true, 0, 0]);
    vocabulary.countRelative(elda, -1);
    expect(vocabulary.isUsed(elda)).toBe(false);
    vocabulary.count(elda, "surname", 1);
    expect(vocabulary.isUsed(elda)).toBe(true);
  });

  test("an unknown word has no number", () => {
    expect(filled(["elda"]).numberOf("eldo")).toBeUndefined();
  });
});

describe("words that sound alike", () => {
  test("are found by the sound, and no other", () => {
    const vocabulary = filled(["chavez", "chabes", "chaves", "chaves", "sanchez", "chava"]);
    const found = vocabulary.soundingLike(soundOf("chábez".normalize("NFD").replace(/\p{M}/gu, "")));
    expect(namesOf(vocabulary, found)).toEqual(["chabes", "chaves", "chavez"]);
    expect(vocabulary.soundingLike("nobody")).toEqual([]);
  });
});

describe("words spelt alike", () => {
  test("every word within one slip of a longer word is found, each once", () => {
    fc.assert(
      fc.property(fc.array(longWord, { maxLength: 20 }), longWord, slip, (others, word, change) => {
        const vocabulary = filled([...others, word]);
        const found = vocabulary.spelledLike(slipOf(soundOf(word), change));
        expect(found).toContain(vocabulary.numberOf(word));
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 500 },
    );
  });

  test("asking twice finds the same, also after words were added", () => {
    const words = Array.from(
      { length: 300 },
      (_, at) => `orant${String.fromCharCode(97 + (at % 26))}${"ae"[at % 2]!}s`,
    );
    const vocabulary = filled(["orantes"]);
    expect(namesOf(vocabulary, vocabulary.spelledLike("orantes"))).toEqual(["orantes"]);
    for (const word of words) vocabulary.intern(word);
    const found = vocabulary.spelledLike("orantes");
    expect(found.length).toBe(vocabulary.size);
    expect(vocabulary.spelledLike("orantes")).toEqual(found);
  });

  test("words with nothing in common are not", () => {
    const vocabulary = filled(["obdulio", "wilfrida"]);
    expect(vocabulary.spelledLike(soundOf("mertxe"))).toEqual([]);
  });
});

describe("words that begin so", () => {
  test("are found, each once, itself among them", () => {
    const vocabulary = filled(["marisela", "mario", "mar", "omar", "mario"]);
    expect(namesOf(vocabulary, vocabulary.beginningWith("mar"))).toEqual(["mar", "mario", "marisela"]);
    expect(vocabulary.beginningWith("marz")).toEqual([]);
  });
});

describe("given names with a pair of sounds", () => {
  const vocabulary = filled(["roberto", "alberto", "berta", "roberto"]);
  vocabulary.count(vocabulary.intern("bermudez"), "surname", 1);
  const withOneOf = (...pairs: readonly string[]) => namesOf(vocabulary, vocabulary.givenNamesWith(pairs));

  test("are found, each once, and no surnames", () => {
    expect(withOneOf("be")).toEqual(["alberto", "berta", "roberto"]);
    expect(withOneOf("ob", "al")).toEqual(["alberto", "roberto"]);
    expect(withOneOf("be", "er", "ob")).toEqual(["alberto", "berta", "roberto"]);
    expect(withOneOf("zz")).toEqual([]);
    expect(namesOf(vocabulary, vocabulary.givenNamesWith(null))).toEqual(["alberto", "berta", "roberto"]);
  });

  test("are no longer found when nobody is given them, and again when somebody is", () => {
    const berta = vocabulary.numberOf("berta")!;
    vocabulary.count(berta, "given", -1);
    expect(withOneOf("be")).toEqual(["alberto", "roberto"]);
    vocabulary.count(berta, "given", 1);
    expect(withOneOf("be")).toEqual(["alberto", "berta", "roberto"]);
  });
});
