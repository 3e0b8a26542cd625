import { expect, test } from "vitest";
import { gazetteerOf } from "../../../bench/match/gazetteer.ts";
import { BENCH_YEAR, nameOf } from "../../../bench/match/person.ts";
import {
  ADVERSARIAL,
  EASY,
  HARD,
  homonymShare,
  invent,
  type Level,
} from "../../../bench/match/population.ts";
import { randomOf } from "../../../bench/match/random.ts";
import { FEW_NAMES } from "./few-names.ts";

const people = (level: Level, count = 1500, seed = "people") =>
  invent(FEW_NAMES, level, { count, random: randomOf(seed), nicknames: FEW_NAMES.nicknames });

test("the same seed, the same people; another seed, others", () => {
  expect(people(HARD, 50)).toEqual(people(HARD, 50));
  expect(people(HARD, 50)).not.toEqual(people(HARD, 50, "other"));
});

test("everybody has an id of their own, a name, a family and an age that fits their date of birth", () => {
  const made = people(HARD);
  expect(new Set(made.map(({ truth }) => truth.id)).size).toBe(made.length);
  const odd = made.filter(
    ({ truth }) =>
      !/\p{L} \p{L}/u.test(nameOf(truth)) ||
      truth.relatives.length !== 2 ||
      truth.birthDate?.startsWith(String(BENCH_YEAR - (truth.age ?? 0))) !== true,
  );
  expect(odd).toEqual([]);
});

test("what was written down is part of what is true", () => {
  const made = people(HARD);
  const invented = made.filter(
    ({ truth, record }) =>
      ![null, truth.age].includes(record.age) ||
      ![null, truth.town].includes(record.town) ||
      record.surnames.length > truth.surnames.length,
  );
  expect(invented).toEqual([]);
  expect(made.some(({ record }) => record.age === null)).toBe(true);
  expect(made.some(({ truth, record }) => truth.surnames.length > record.surnames.length)).toBe(true);
});

test("a quarter are brothers or sisters of somebody: the same parents, the same town", () => {
  const families = (level: Level) => {
    const seen = new Set<string>();
    return people(level).filter(({ truth }) => {
      const key = [...truth.relatives, truth.town].join("|");
      return seen.has(key) || !seen.add(key);
    }).length;
  };
  expect(families(HARD) / 1500).toBeGreaterThan(0.2);
  expect(families({ ...EASY, siblings: 0 }) / 1500).toBeLessThan(0.1);
});

test("the adversarial level has more homonyms than the hard one", () => {
  expect(homonymShare(people(ADVERSARIAL))).toBeGreaterThan(homonymShare(people(HARD)));
});

test("Maya surnames are in Maya departments, and Haitian people have one surname", () => {
  const made = people(HARD);
  const maya = made.filter(({ origin }) => origin === "maya");
  expect(maya.length).toBeGreaterThan(20);
  expect(new Set(maya.map(({ truth }) => truth.department))).toEqual(
    new Set(["Alta Verapaz", "Quetzaltenango"]),
  );
  const haitian = made.filter(({ origin }) => origin === "haiti");
  expect(haitian.length).toBeGreaterThan(10);
  expect(haitian.every(({ truth }) => truth.surnames.length === 1 && truth.country === "HT")).toBe(true);
});

test("a larger town near by, and the department of a code", () => {
  const gazetteer = gazetteerOf(FEW_NAMES.places);
  expect(gazetteer.near("Villanueva", "HN")).toBe("La Ceiba");
  expect(gazetteer.near("San Pedro Sula", "HN")).toBeNull();
  expect(gazetteer.near("Nowhere", "HN")).toBeNull();
  expect(gazetteer.departmentOf("HN", "06")).toBe("Cortés");
  expect(gazetteer.departmentOf("NI", "16")).toBeNull();
  expect(gazetteer.departmentOf("HT", "01")).toBeNull();
});
