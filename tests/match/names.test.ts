/** Names taken apart: little words, abbreviations, initials, apostrophes and hyphens. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namePartsOf } from "../../src/match/names/names.ts";
import { anyText } from "../model/any-text.ts";

/** Words as folded; "+" before those that follow a little word, "." after initials. */
const inShort = (name: string): string =>
  namePartsOf(name)
    .map(
      ({ word, isInitial, afterParticle }) =>
        `${afterParticle ? "+" : ""}${word.folded}${isInitial ? "." : ""}`,
    )
    .join(" ");

describe("a name taken apart", () => {
  test.each([
    ["accents and case go", "JOSÉ Ángel MUÑOZ", "jose angel munoz"],
    ["little words only mark what follows", "María de los Ángeles Paz", "maria +angeles paz"],
    ["each kind of them", "Ana del Cid y da Silva e Le Roi", "ana +cid +silva +roi"],
    ["a husband's name", "Rosa Tzul de Caal", "rosa tzul +caal"],
    ["María", "Ma. Elena", "maria elena"],
    ["María with its own sign", "Mª Elena", "maria elena"],
    ["Francisco and Hernández", "Fco. Hdz.", "francisco hernandez"],
    ["Guadalupe and Martínez", "Gpe Mtz", "guadalupe martinez"],
    ["saints", "Sto. Tomás Sta. Cruz", "santo tomas santa cruz"],
    ["an initial", "Wilmer J. Paz", "wilmer j. paz"],
    ["initials without a stop", "Wilmer J Paz R", "wilmer j. paz r."],
    ["the surname de la O", "Digna de la O", "digna +o"],
    ["the surname de la O with a stop", "Digna de la O.", "digna +o"],
    ["an initial that is a little word elsewhere", "E. Orantes", "e. orantes"],
    ["another such initial", "Y. Maribel Orantes", "y. maribel orantes"],
    ["two who are joined", "Orantes y Paz", "orantes +paz"],
    ["apostrophes belong to the word", "Xuu'kx D’Artega Q\uA78Canil", "xuukx dartega qanil"],
    ["hyphens part words", "Jean-Baptiste Saint-Louis", "jean baptiste saint louis"],
    ["commas too", "Orantes,Yésica", "orantes yesica"],
    ["nothing of little words alone", "de la", ""],
    ["nothing of nothing", " .,-", ""],
    ["words that a table of words may know from elsewhere", "Constructor Paz", "constructor paz"],
  ])("%s: %s", (_, name, parts) => {
    expect(inShort(name)).toBe(parts);
  });

  test("what is written out is still told as it was written", () => {
    expect(namePartsOf("Hdz. ÁLV").map(({ word }) => word.raw)).toEqual(["Hdz", "ÁLV"]);
  });

  test("only the word beside a little word follows it", () => {
    expect(namePartsOf("Paz de Lara Ruiz").map(({ afterParticle }) => afterParticle)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("any text has at most twelve parts, each a word of letters or digits", () => {
    expect(namePartsOf("paz ".repeat(500))).toHaveLength(12);
    fc.assert(
      fc.property(anyText(60), (text) => {
        const parts = namePartsOf(text);
        expect(parts.length).toBeLessThanOrEqual(12);
        for (const { word } of parts) expect(word.folded).not.toMatch(/^$|[\s'’]/u);
      }),
    );
  });
});
