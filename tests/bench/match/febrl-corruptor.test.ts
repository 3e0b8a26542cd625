import { expect, test } from "vitest";
import { corruptFebrl } from "../../../bench/match/febrl-corruptor.ts";
import { applyFebrlRule, type FebrlRule, readFebrlRules } from "../../../bench/match/febrl-rules.ts";
import { gazetteerOf } from "../../../bench/match/gazetteer.ts";
import { randomOf } from "../../../bench/match/random.ts";
import { corruptSpanish, HARD_RATES } from "../../../bench/match/spanish-corruptor.ts";
import { FEW_NAMES, made } from "./few-names.ts";

const rule = (over: Partial<FebrlRule>): FebrlRule => ({
  where: "ALL",
  pattern: "z",
  becomes: "s",
  before: null,
  after: null,
  ...over,
});

test("rules are read as FEBRL writes them; those with further conditions are left out", () => {
  const text = [
    "ALL, h, @, None, None, None, None",
    "MIDDLE, j, y, V, V, None, None",
    "ALL, x, y, None, None, n;slavo, None",
    "MIDDLE, gh, @, y;-2;b;h;d, None, None, None",
    "",
  ].join("\n");
  expect(readFebrlRules(text)).toEqual([
    rule({ pattern: "h", becomes: "" }),
    rule({ where: "MIDDLE", pattern: "j", becomes: "y", before: "V", after: "V" }),
  ]);
});

test("a rule applies where it says, between what it says", () => {
  expect(applyFebrlRule("martinez", rule({}))).toBe("martines");
  expect(applyFebrlRule("zuniga", rule({ where: "END" }))).toBeNull();
  expect(applyFebrlRule("paz", rule({ where: "END" }))).toBe("pas");
  expect(applyFebrlRule("zuniga", rule({ where: "MIDDLE" }))).toBeNull();
  expect(applyFebrlRule("zamora", rule({ where: "START", after: "C" }))).toBeNull();
  expect(applyFebrlRule("mejia", rule({ pattern: "j", becomes: "y", before: "V", after: "V" }))).toBe(
    "meyia",
  );
  expect(applyFebrlRule("ho", rule({ pattern: "h", becomes: "" }))).toBeNull();
});

const queries = () => {
  const random = randomOf("febrl");
  return Array.from({ length: 500 }, () =>
    corruptFebrl(made({ nicknames: ["pepito"] }), { random, rules: FEW_NAMES.febrlRules }),
  );
};

test("the same seed, the same errors; none leaves a query without a name", () => {
  expect(queries()).toEqual(queries());
  expect(queries().every(({ name }) => /\p{L}/u.test(name))).toBe(true);
});

test("zero to six modifications, three in a field at most, of many kinds", () => {
  const all = queries();
  expect(new Set(all.flatMap(({ errors }) => errors)).size).toBeGreaterThan(20);
  expect(all.some(({ errors }) => errors.length === 0)).toBe(true);
  for (const { errors } of all) {
    expect(errors.length).toBeLessThanOrEqual(7);
    expect(errors.filter((error) => error.startsWith("given:")).length).toBeLessThanOrEqual(3);
  }
  expect(all.some(({ name }) => name.includes("pepito"))).toBe(true);
});

test("a query without errors says what is true", () => {
  const exact = queries().find(
    ({ errors, age, town }) => errors.length === 0 && age !== null && town !== null,
  )!;
  expect(exact).toMatchObject({
    name: "José Francisco Hernández de la Cruz",
    age: 22,
    town: "San Pedro Sula",
  });
});

test("the two corruptors share no error", () => {
  const random = randomOf("spanish");
  const gazetteer = gazetteerOf(FEW_NAMES.places);
  const spanish = new Set(
    Array.from({ length: 500 }, () =>
      corruptSpanish(made(), { rates: HARD_RATES, random, gazetteer }),
    ).flatMap(({ errors }) => errors),
  );
  expect(spanish.size).toBeGreaterThan(10);
  expect(queries().flatMap(({ errors }) => errors.filter((error) => spanish.has(error)))).toEqual([]);
});
