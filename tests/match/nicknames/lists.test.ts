/** The reviewed lists: what they hold, what ties which way, and which lines are refused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { book, forms } from "../../../src/match/nicknames/book.ts";
import { readForms } from "../../../src/match/nicknames/forms.ts";
import { isByname, namesOf, nicknamesOf, type Tie, variantsOf } from "../../../src/match/nicknames/index.ts";
import { readNicknames } from "../../../src/match/nicknames/shares.ts";
import { phraseOf, wordsOf } from "../../../src/match/words/words.ts";

const weightIn = (ties: readonly Tie[], word: string): number =>
  ties.find((tie) => tie.word === word)?.weight ?? 0;
const sum = (ties: readonly Tie[]): number => ties.reduce((all, { weight }) => all + weight, 0);

describe("nicknames of the lists", () => {
  test.each([
    ["chepe", "jose"],
    ["pepe", "jose"],
    ["pancho", "francisco"],
    ["paco", "francisco"],
    ["chico", "francisco"],
    ["kiko", "francisco"],
    ["nacho", "ignacio"],
    ["neto", "ernesto"],
    ["chente", "vicente"],
    ["chayo", "rosario"],
    ["tencha", "hortensia"],
    ["tencho", "inocencio"],
    ["tono", "antonio"],
    ["beto", "alberto"],
    ["beto", "rigoberto"],
    ["beto", "edilberto"],
    ["lencho", "lorenzo"],
    ["lencho", "florencio"],
    ["goyo", "gregorio"],
    ["chus", "jesus"],
    ["chuy", "jesus"],
    ["concha", "concepcion"],
    ["chona", "encarnacion"],
    ["meme", "manuel"],
    ["meme", "guillermo"],
    ["memo", "guillermo"],
    ["moncho", "ramon"],
    ["mincho", "benjamin"],
    ["quique", "enrique"],
    ["quincho", "joaquin"],
    ["polo", "leopoldo"],
    ["polo", "hipolito"],
    ["lucha", "luz"],
    ["lucha", "luisa"],
    ["lucha", "lucia"],
    ["licha", "alicia"],
    ["chela", "graciela"],
    ["chela", "isela"],
    ["cheli", "araceli"],
    ["wicho", "luis"],
    ["guicho", "luis"],
    ["chano", "feliciano"],
    ["chabela", "isabel"],
    ["chavelo", "isabel"],
    ["chalo", "gonzalo"],
    ["checo", "sergio"],
    ["chago", "santiago"],
    ["nicho", "dionisio"],
    ["tacho", "anastasio"],
    ["lupe", "guadalupe"],
    ["jeff", "jefferson"],
    ["tijan", "jean"],
    ["chema", "jose maria"],
    ["majo", "maria jose"],
    ["juanca", "juan carlos"],
    ["luisfer", "luis fernando"],
    ["pepelucho", "jose luis"],
    ["malena", "maria elena"],
    ["maite", "maria teresa"],
    ["maricarmen", "maria carmen"],
    ["juanjo", "juan jose"],
  ])("%s is tied to %s, both ways", (nickname, name) => {
    expect(weightIn(namesOf(nickname), name)).toBeGreaterThan(0);
    expect(weightIn(nicknamesOf(name), nickname)).toBe(weightIn(namesOf(nickname), name));
  });

  test("a word that nobody is called by is tied to nothing", () => {
    expect([namesOf("xyzzy"), nicknamesOf("xyzzy"), variantsOf("xyzzy")]).toStrictEqual([[], [], []]);
    expect([namesOf("constructor"), nicknamesOf("tostring")]).toStrictEqual([[], []]);
  });

  test("the commoner name comes first, and what a line says counts as it stands", () => {
    expect(namesOf("chepe")[0]).toStrictEqual({ word: "jose", weight: 0.9 });
    const beto = namesOf("beto").map(({ word }) => word);
    expect(beto.indexOf("alberto")).toBeLessThan(beto.indexOf("dagoberto"));
  });

  test("they hold at least 350 names and 1,200 pairs", () => {
    expect(book().listed.size).toBeGreaterThanOrEqual(350);
    expect(
      sum([...book().names.values()].map((ties) => ({ word: "", weight: ties.length }))),
    ).toBeGreaterThanOrEqual(1200);
  });

  test("every weight is above 0, and those of one nickname are at most 1 together, heaviest first", () => {
    for (const ties of book().names.values()) {
      expect(Math.min(...ties.map(({ weight }) => weight))).toBeGreaterThan(0);
      expect(sum(ties)).toBeLessThanOrEqual(1 + 1e-9);
      expect(ties.map(({ weight }) => weight)).toStrictEqual(
        ties.map(({ weight }) => weight).sort((a, b) => b - a),
      );
    }
  });

  test("both directions say the same of any nickname and any name", () => {
    const words = fc.constantFrom(...book().names.keys(), ...book().nicknames.keys(), "nadie");
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(weightIn(namesOf(one), other)).toBe(weightIn(nicknamesOf(other), one));
        for (const { word, weight } of namesOf(one)) expect(weightIn(nicknamesOf(word), one)).toBe(weight);
        for (const { word, weight } of nicknamesOf(one)) expect(weightIn(namesOf(word), one)).toBe(weight);
      }),
    );
  });

  test("their words are folded as words of names are", () => {
    const words = [...book().names.keys(), ...book().nicknames.keys(), ...forms().keys()];
    expect(words.filter((word) => phraseOf(wordsOf(word)) !== word)).toStrictEqual([]);
    expect(weightIn(namesOf(phraseOf(wordsOf("Toño"))), "antonio")).toBeGreaterThan(0);
    expect(weightIn(variantsOf(phraseOf(wordsOf("Xunka\u02BC"))), "juana")).toBeGreaterThan(0);
  });
});

describe("forms of a name", () => {
  test.each([
    ["brayan", "bryan"],
    ["bryan", "brian"],
    ["jhon", "jon"],
    ["yesenia", "jessenia"],
    ["wilmer", "guilmer"],
    ["jean", "juan"],
    ["pierre", "pedro"],
    ["michel", "miguel"],
    ["mathieu", "mateo"],
    ["xuan", "juan"],
    ["shuan", "xuan"],
    ["mek", "miguel"],
  ])("%s and %s are one name", (one, other) => {
    expect(weightIn(variantsOf(one), other)).toBeGreaterThan(0.5);
    expect(weightIn(variantsOf(other), one)).toBe(weightIn(variantsOf(one), other));
  });

  test("all are tied both ways, none to itself, none twice", () => {
    for (const [word, ties] of forms()) {
      expect(weightIn(ties, word)).toBe(0);
      expect(new Set(ties.map((tie) => tie.word)).size).toBe(ties.length);
      for (const tie of ties) expect(weightIn(variantsOf(tie.word), word)).toBe(tie.weight);
    }
  });

  test("different names are not tied", () => {
    for (const [one, other] of [
      ["juan", "pedro"],
      ["brayan", "byron"],
      ["maria", "mario"],
      ["luis", "luisa"],
    ] as const)
      expect(weightIn(variantsOf(one), other)).toBe(0);
  });
});

describe("bynames", () => {
  test.each(
    "flaco negra chino gordo guero catracho chapin colocho canche chele macho negro flaquita".split(" "),
  )("%s describes somebody", (word) => expect(isByname(word)).toBe(true));

  test("a name of the lists, or a common surname, is no byname", () => {
    expect([...book().listed].filter(isByname)).toStrictEqual([]);
    expect(["moreno", "rubio", "bravo", "lobo", "hernandez", "chepe"].filter(isByname)).toStrictEqual([]);
  });
});

describe("a line that cannot be right is refused", () => {
  test("lines of the right form are read", () => {
    const { names } = readNicknames(["\nJosé 5: Chepe 0.9, Peñita\nJosefa 3: Peñita\n"]);
    expect(names.get("chepe")).toStrictEqual([{ word: "jose", weight: 0.9 }]);
    const [jose, josefa] = names.get("penita") ?? [];
    expect([jose?.word, josefa?.word]).toStrictEqual(["jose", "josefa"]);
    expect(jose!.weight / josefa!.weight).toBeCloseTo(9);
    expect(jose!.weight + josefa!.weight).toBeCloseTo(0.95);
    expect(readForms("Juan 0.8: Jean, Xuan").get("jean")).toStrictEqual([
      { word: "juan", weight: 0.8 },
      { word: "xuan", weight: 0.8 * 0.8 },
    ]);
  });

  test("a nickname that is a name too leaves that name its people", () => {
    const { names } = readNicknames(["Alejandro 4: Alex\nAlex 4: Ali"]);
    expect(weightIn(names.get("alex") ?? [], "alejandro")).toBeCloseTo(0.95 / 2);
  });

  test.each([
    ["a name without how common it is", "José: Chepe", "expected a name"],
    ["no nickname", "José 5:", "expected a name"],
    ["no colon", "José 5 Chepe", "expected a name"],
    ["an empty place between commas", "José 5: Chepe,, Pepe", "cannot read"],
    ["a nickname of two words", "José 5: Don Chepe", "cannot read"],
    ["a weight over 1", "José 5: Chepe 1.1", "weight"],
    ["a weight of nothing", "José 5: Chepe 0", "weight"],
    ["weights over 1 together", "José 5: Chepe 0.7\nJosefa 3: Chepe 0.6", "over 1"],
    ["nothing left for a name without a weight", "José 5: Chepe 0.97\nJosefa 3: Chepe", "leave nothing"],
    ["more common than can be", "José 6: Chepe", "from 1 to 5"],
    ["a step and a half", "José 1.5: Chepe", "from 1 to 5"],
    ["a name twice", "José 5: Chepe\nJose 4: Pepe", "two lines"],
    ["a nickname twice", "Antonio 4: Toño, Tono", "twice"],
    ["the name itself", "José 5: Jose", "the name itself"],
    ["three names", "José Luis María 1: Pepe", "more than two"],
  ])("%s", (_, text, why) => {
    expect(() => readNicknames([text])).toThrow(why);
  });

  test.each([
    ["a weight over 1", "Juan 2: Jean", "weight"],
    ["a weight within", "Juan 0.8: Jean 0.5", "one weight"],
    ["a pair twice", "Juan 0.8: Jean\nJean 0.7: Juan", "twice"],
  ])("of forms: %s", (_, text, why) => {
    expect(() => readForms(text)).toThrow(why);
  });
});
