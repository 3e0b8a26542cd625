import { describe, expect, test } from "vitest";
import { gazetteerOf } from "../../../bench/match/gazetteer.ts";
import type { Person } from "../../../bench/match/person.ts";
import { randomOf } from "../../../bench/match/random.ts";
import {
  type Change,
  corruptSpanish,
  HARD_RATES,
  type Rates,
} from "../../../bench/match/spanish-corruptor.ts";
import { mishear, mistype } from "../../../bench/match/spanish-slips.ts";
import { fold } from "../../../bench/match/fold.ts";
import { FEW_NAMES, made } from "./few-names.ts";

const gazetteer = gazetteerOf(FEW_NAMES.places);
const NEVER = Object.fromEntries(Object.keys(HARD_RATES).map((key) => [key, 0])) as unknown as Rates;

const forcedOn = (over: Partial<Person>, forced: Change) => {
  const random = randomOf(forced);
  return corruptSpanish(made(over), { rates: NEVER, random, gazetteer, forced });
};

describe("each change does what it says, and is told", () => {
  const names: readonly (readonly [Change, Partial<Person>, string])[] = [
    ["nickname", {}, "chepe hernandez de la cruz"],
    ["dropSecondGiven", {}, "jose hernandez de la cruz"],
    ["dropFirstGiven", {}, "francisco hernandez de la cruz"],
    ["swapGiven", {}, "francisco jose hernandez de la cruz"],
    ["joinGiven", {}, "josefrancisco hernandez de la cruz"],
    ["splitGiven", {}, "jose franc isco hernandez de la cruz"],
    ["shortenGiven", {}, "j. francisco hernandez de la cruz"],
    ["dropSecondSurname", {}, "jose francisco hernandez"],
    ["dropFirstSurname", {}, "jose francisco de la cruz"],
    ["swapSurnames", {}, "jose francisco de la cruz hernandez"],
  ];
  test.each(names)("%s", (forced, over, expected) => {
    const query = forcedOn(over, forced);
    expect(fold(query.name)).toBe(expected);
    expect(query.errors).toEqual([forced]);
  });

  const others: readonly (readonly [Change, Partial<Person>, object])[] = [
    ["ageRounded", {}, { age: 20 }],
    ["dayMonth", {}, { birthDate: "2004-07-03" }],
    ["yearOnly", {}, { birthDate: "2004" }],
    ["townShort", {}, { town: "San Pedro" }],
    ["department", {}, { town: "Cortés" }],
    ["townNear", { town: "Villanueva" }, { town: "La Ceiba" }],
    ["ageMissing", {}, { age: null }],
    ["townMissing", {}, { town: null }],
  ];
  test.each(others)("%s", (forced, over, expected) => {
    expect(forcedOn(over, forced)).toMatchObject({ ...expected, errors: [forced] });
  });

  test("married: her husband's surname in the place of her mother's", () => {
    const query = forcedOn({ sex: "f", givenNames: ["Rosa"] }, "married");
    expect(fold(query.name)).toMatch(/^rosa hernandez de \p{L}+$/u);
  });

  test("changeCompound: joined, or its last word alone", () => {
    expect(fold(forcedOn({}, "changeCompound").name)).toMatch(/hernandez (delacruz|cruz)$/u);
  });

  test("ageFar and ageNear: by so many years", () => {
    expect(Math.abs(forcedOn({}, "ageFar").age! - 22)).toBeGreaterThanOrEqual(3);
    expect(Math.abs(forcedOn({}, "ageNear").age! - 22)).toBeLessThanOrEqual(2);
  });
});

test("what cannot be done is not told", () => {
  expect(forcedOn({ nicknames: [] }, "nickname").errors).toEqual([]);
  expect(forcedOn({ surnames: ["Hernández"] }, "swapSurnames").errors).toEqual([]);
  expect(forcedOn({ birthDate: "2004-03-20" }, "dayMonth").errors).toEqual([]);
  expect(forcedOn({ sex: "m" }, "married").errors).toEqual([]);
  expect(forcedOn({ town: "El Paraíso" }, "townShort").errors).toEqual([]);
});

test("with hard rates there are errors of many kinds, the same for the same seed", () => {
  const run = () => {
    const random = randomOf("many");
    return Array.from({ length: 400 }, () =>
      corruptSpanish(made(), { rates: HARD_RATES, random, gazetteer }),
    );
  };
  const queries = run();
  expect(run()).toEqual(queries);
  const kinds = new Set(queries.flatMap(({ errors }) => errors));
  expect(kinds.size).toBeGreaterThan(15);
  const mean = queries.reduce((sum, { errors }) => sum + errors.length, 0) / queries.length;
  expect(mean).toBeGreaterThan(2.4);
  expect(mean).toBeLessThan(4.2);
  expect(queries.every(({ name }) => name.trim() !== "")).toBe(true);
});

test("ears hear what their language has", () => {
  const heard = (word: string, ear: "spanish" | "indigenous" | "haitian") => {
    const random = randomOf(word);
    return new Set(Array.from({ length: 60 }, () => mishear(word, ear, random)));
  };
  expect(heard("Vásquez", "spanish")).toContain("Básquez");
  expect(heard("Xol", "indigenous")).toContain("Shol");
  expect(heard("Q'anil", "indigenous")).toContain("Kanil");
  expect(heard("Toussaint", "haitian")).toContain("Tussaint");
  expect(mishear("Mo", "spanish", randomOf("a"))).toBeNull();
});

test("a slip of the finger is one edit; a word of two letters is left alone", () => {
  const random = randomOf("slips");
  const typed = Array.from({ length: 100 }, () => mistype("Hernandez", random)).filter(
    (word) => word !== null,
  );
  expect(typed.length).toBeGreaterThan(80);
  expect(typed.every((word) => Math.abs(word.length - 9) <= 1 && word !== "Hernandez")).toBe(true);
  expect(mistype("Ek", random)).toBeNull();
});
