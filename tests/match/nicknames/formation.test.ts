/** Nicknames that no list has: what the rules form, and the names that they leave apart. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { book } from "../../../src/match/nicknames/book.ts";
import { formationsOf, formedFrom, shapeOf, soundPairsOf } from "../../../src/match/nicknames/index.ts";

describe("a nickname is formed", () => {
  test.each([
    ["from the beginning", "ale", "alejandro"],
    ["from the beginning", "maxi", "maximiliano"],
    ["from the beginning", "sofi", "sofia"],
    ["from the beginning, with another end", "alex", "alejandro"],
    ["from the beginning, with another end", "rosy", "rosalba"],
    ["from the beginning, said softly", "concha", "concepcion"],
    ["from the end", "lupe", "guadalupe"],
    ["from the end", "berto", "dagoberto"],
    ["from the end, simpler", "beto", "roberto"],
    ["from the end, simpler", "neto", "ernesto"],
    ["from the end, said softly", "chente", "vicente"],
    ["from the end, said softly", "nacho", "ignacio"],
    ["from the end, said softly", "chayo", "rosario"],
    ["from the end, said softly", "lencho", "lorenzo"],
    ["from the end, opened", "chabela", "isabel"],
    ["from the whole, said softly", "chofia", "sofia"],
    ["a name from the beginning of another", "rosa", "rosario"],
    ["diminutive", "juanito", "juan"],
    ["diminutive", "carlitos", "carlos"],
    ["diminutive", "merceditas", "mercedes"],
    ["diminutive", "dieguito", "diego"],
    ["diminutive", "josecito", "jose"],
    ["diminutive", "lucita", "luz"],
    ["augmentative", "pedron", "pedro"],
    ["augmentative", "albertucho", "alberto"],
    ["other endings", "manolin", "manuel"],
    ["other endings", "robertillo", "roberto"],
    ["diminutive of a nickname", "chepito", "jose"],
    ["diminutive of a nickname", "paquito", "francisco"],
    ["diminutive of a nickname", "lupita", "guadalupe"],
    ["diminutive of a short form", "maxito", "maximiliano"],
    ["doubled", "lili", "liliana"],
    ["doubled", "toto", "antonio"],
    ["doubled", "nono", "bruno"],
    ["with -cho", "tincho", "martin"],
    ["with -cho", "moncho", "salomon"],
    ["with its syllables turned", "blopa", "pablo"],
    ["from two names", "juanca", "juan carlos"],
    ["from two names", "majo", "maria jose"],
    ["from two names", "pepelucho", "jose luis"],
    ["from two names", "anagabi", "ana gabriela"],
  ])("%s: %s of %s", (_, short, name) => {
    expect(formedFrom(short, name)).toBeGreaterThan(0.1);
    expect(formedFrom(short, name)).toBeLessThanOrEqual(1);
  });

  test("the likelier way counts more", () => {
    expect(formedFrom("juanito", "juan")).toBeGreaterThan(formedFrom("nono", "bruno"));
    expect(formedFrom("ale", "alejandro")).toBeGreaterThan(formedFrom("rosa", "rosario"));
  });

  test("most single names of the lists could be found by the rules alone", () => {
    const pairs = [...book().names].flatMap(([nickname, ties]) =>
      ties.filter(({ word }) => !word.includes(" ")).map(({ word }) => [nickname, word] as const),
    );
    const formed = pairs.filter(([nickname, name]) => formedFrom(nickname, name) > 0);
    expect(formed.length / pairs.length).toBeGreaterThan(0.65);
  });
});

describe("names that have nothing to do with one another", () => {
  test.each([
    ["carlos", "marcos"],
    ["maria", "mario"],
    ["mario", "maria"],
    ["mario", "rosario"],
    ["juan", "juana"],
    ["juana", "juan"],
    ["ana", "juana"],
    ["ana", "susana"],
    ["ana", "adriana"],
    ["luis", "luisa"],
    ["daniel", "daniela"],
    ["angel", "angelica"],
    ["jose", "josefa"],
    ["jose", "josue"],
    ["jorge", "jose"],
    ["julia", "julian"],
    ["julio", "julia"],
    ["julio", "julian"],
    ["marta", "martin"],
    ["martin", "marta"],
    ["marco", "marcela"],
    ["rosa", "luisa"],
    ["pedro", "pablo"],
    ["pedro", "petrona"],
    ["elena", "elmer"],
    ["elsa", "elisa"],
    ["celia", "araceli"],
    ["delia", "adela"],
    ["saul", "raul"],
    ["dario", "mario"],
    ["diego", "rodrigo"],
    ["oscar", "cesar"],
    ["wilmer", "wilson"],
    ["kevin", "kelvin"],
    ["nelson", "wilson"],
    ["hugo", "gustavo"],
    ["carmen", "carlos"],
    ["carmen", "karen"],
    ["victor", "hector"],
    ["sandra", "andrea"],
    ["lidia", "nidia"],
    ["beto", "carlos"],
    ["chepito", "francisco"],
    ["lupita", "roberto"],
    ["majo", "juan carlos"],
  ])("%s is not formed from %s", (one, other) => {
    expect(formedFrom(one, other)).toBe(0);
  });

  test("hardly any two names of the lists are taken for one another", () => {
    const names = [...book().listed].filter((name) => !name.includes(" "));
    const taken = names.flatMap((one) => {
      const formation = formationsOf(one);
      const listed = new Set((book().names.get(one) ?? []).map(({ word }) => word));
      return names.filter((other) => !listed.has(other) && formation.from(other) > 0);
    });
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length / names.length).toBeLessThan(0.05);
  });
});

describe("what a nickname is formed from has one of its pairs of sounds", () => {
  const singles = [...book().names.keys(), ...book().listed].filter((word) => !word.includes(" "));
  const names = singles.map((name) => {
    const shape = shapeOf(name);
    return { name, shape, sounds: new Set(soundPairsOf(shape)) };
  });

  test.each<readonly [string, readonly string[]]>([
    ["of the lists", singles.filter((_, at) => at % 20 === 0)],
    [
      "made of them",
      singles
        .filter((_, at) => at % 40 === 0)
        .flatMap((one) => [`${one}ito`, one.slice(0, 4), one.slice(-4)]),
    ],
  ])("%s", (_, shorts) => {
    let [formed, held, leftOut] = [0, 0, 0];
    for (const short of shorts) {
      const { from, pairs } = formationsOf(short);
      for (const { name, shape, sounds } of names) {
        const mayBe = pairs === null || [...pairs].some((pair) => sounds.has(pair));
        held += 1;
        if (!mayBe) leftOut += 1;
        if (from(name, shape) === 0) continue;
        formed += 1;
        expect(mayBe, `${short} of ${name}`).toBe(true);
      }
    }
    expect(formed).toBeGreaterThan(shorts.length);
    // most names need not be looked at
    expect(leftOut / held).toBeGreaterThan(0.7);
  });
});

describe("any words", () => {
  const word = fc.string({
    unit: fc.constantFrom(..."a b c d e f g h i j k l m n o p q r s t u v w x y z".split(" "), " "),
    maxLength: 20,
  });
  const listed = fc.constantFrom(...book().names.keys(), ...book().listed);

  test("the answer is from 0 to 1, the same each time, and 0 of a word itself", () => {
    fc.assert(
      fc.property(fc.oneof(word, listed), fc.oneof(word, listed), (short, name) => {
        const plausible = formedFrom(short, name);
        expect(plausible).toBeGreaterThanOrEqual(0);
        expect(plausible).toBeLessThanOrEqual(1);
        expect(formationsOf(short).from(name)).toBe(plausible);
        expect(formedFrom(short, short)).toBe(0);
      }),
    );
  });
});
