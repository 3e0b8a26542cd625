/** How far spellings are apart: a measure that is the same both ways and knows which slips ears and fingers make. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slips, spellingOf } from "../../src/match/words/slips.ts";
import { oneLetterOf } from "./indexed.ts";

const ANY = Number.POSITIVE_INFINITY;
const between = (one: string, other: string, most = ANY): number =>
  slips(spellingOf(one), spellingOf(other), most);

const word = fc.string({ unit: oneLetterOf("aeioubcdhjlmnstCSG"), maxLength: 9 });
const close = fc.string({ unit: oneLetterOf("anm"), maxLength: 7 });
const anyWord = fc.oneof(word, close, fc.string({ unit: "binary", maxLength: 8 }));

describe("a measure", () => {
  test("is the same both ways", () => {
    fc.assert(
      fc.property(anyWord, anyWord, (one, other) => {
        expect(between(one, other)).toBeCloseTo(between(other, one), 4);
      }),
      { numRuns: 500 },
    );
  });

  test("is nothing for the same spelling, and for no other", () => {
    fc.assert(
      fc.property(anyWord, anyWord, (one, other) => {
        expect(between(one, one)).toBe(0);
        if (one !== other) expect(between(one, other)).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test("tells names in other alphabets apart", () => {
    expect(between("иван", "олег")).toBeGreaterThan(2);
    expect(between("иван", "ивон")).toBeCloseTo(1);
    expect(between("ﻙ", "k")).toBeGreaterThan(0.9);
    expect(between("王", "李")).toBeGreaterThan(0.9);
  });

  test("never costs more than leaving out all of one and putting in all of the other", () => {
    fc.assert(
      fc.property(anyWord, anyWord, (one, other) => {
        expect(between(one, other)).toBeLessThanOrEqual(between(one, "") + between("", other) + 1e-5);
      }),
    );
  });

  test("is more than the limit told as infinity, and only then", () => {
    const most = fc.double({ min: 0, max: 4, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(word, close), fc.oneof(word, close), most, (one, other, limit) => {
        const whole = between(one, other);
        fc.pre(Math.abs(whole - limit) > 1e-4);
        expect(between(one, other, limit)).toBe(whole > limit ? ANY : whole);
      }),
      { numRuns: 2000 },
    );
  });

  test("counts a swap within the limit though the way there is longer", () => {
    expect(between("sal", "zla", 1.5)).toBeCloseTo(between("sal", "zla"));
    expect(between("pozoh", "pozo", 0.3)).toBeCloseTo(0.24);
  });

  test("a change of one letter costs at most one, but for the first", () => {
    fc.assert(
      fc.property(word, fc.nat(), oneLetterOf("abcdefghijklmnopqrstuvwxyz"), (whole, seed, letter) => {
        fc.pre(whole.length > 1);
        const at = 1 + (seed % (whole.length - 1));
        const changed = whole.slice(0, at) + letter + whole.slice(at + 1);
        expect(between(whole, changed)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("slips of the ear and the finger cost less than others", () => {
  test.each([
    ["m for n", "zamora", "zanora", "zakora"],
    ["i for e", "melida", "milida", "molida"],
    ["u for o", "polanco", "pulanco", "pilanco"],
    ["b for v", "olbera", "olvera", "oltera"],
    ["s for z", "lasaro", "lazaro", "lakaro"],
    ["d for t", "matilde", "madilde", "mavilde"],
    ["l for r", "carmelo", "calmelo", "capmelo"],
    ["sh for ch", "saCe", "saSe", "saue"],
    ["a key beside", "orbelina", "orbelima", "orbelipa"],
    ["a silent h", "nahum", "naum", "nhum"],
    ["neighbours that changed places", "hernan", "hernna", "herxxn"],
    ["a letter doubled", "adela", "adella", "adelva"],
    ["a last s that is not heard", "flores", "flore", "flres"],
    ["a letter within, beside the first", "norma", "nirma", "qorma"],
  ])("%s: %s is nearer to %s than to %s", (_, whole, near, far) => {
    expect(between(whole, near)).toBeGreaterThan(0);
    expect(between(whole, near)).toBeLessThan(between(whole, far));
  });

  test("a swap is one slip, and a plain change one", () => {
    expect(between("obduila", "obdiula")).toBeCloseTo(0.8);
    expect(between("tobias", "tocias")).toBeCloseTo(1);
    expect(between("adela", "adella")).toBeCloseTo(0.4);
    expect(between("nora", "gora")).toBeCloseTo(1.3);
  });

  test("slips add up", () => {
    const one = between("zenaida", "zemaida");
    const other = between("zenaida", "zenaita");
    expect(between("zenaida", "zemaita")).toBeCloseTo(one + other);
  });
});
