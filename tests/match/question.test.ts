/** A question made ready: words that are one or two, particles written together, nicknames of two names, relatives. */
import { describe, expect, test } from "vitest";
import type { People } from "../../src/match/people.ts";
import type { Question } from "../../src/match/question.ts";
import { asked, peopleOf, times } from "./indexed.ts";

const people = peopleOf([
  ...times(5, {
    givenNames: "José Ángel",
    surnames: "Orantes Paz",
    marks: "tatuaje de ancla",
    relatives: ["Elda Orantes"],
  }),
  ...times(3, { givenNames: "María", surnames: "de la Cruz Caal" }),
  ...times(3, { givenNames: "Rosibel", surnames: "Cid" }),
  ...times(2, { givenNames: "Marialuz", surnames: "Tzul" }),
  { givenNames: "Anabel", surnames: "Caal" },
]);

const wordsIn = ({ parts }: Question): readonly string[] => parts.map(({ part }) => part.word.folded);
const meant = (from: People, unit: Question["units"][number]): readonly string[] =>
  unit.readings.map(({ word }) => from.names.foldedOf(word));
const named = (name: string): readonly string[] => wordsIn(asked(people, { name }));

describe("words of the name", () => {
  test("two given names that were written as one are two", () => {
    expect(named("Joseangel Orantes")).toEqual(["jose", "angel", "orantes"]);
    expect(asked(people, { name: "Joseangel" }).parts.map(({ part }) => part.word.raw)).toEqual([
      "Joseangel",
      "Joseangel",
    ]);
  });

  test("three that were written as one are three; of two, one may have a slip", () => {
    expect(named("Mariajoseanjel")).toEqual(["maria", "jose", "anjel"]);
    expect(named("Hoseanjel Orantes")).toEqual(["hose", "anjel", "orantes"]);
    expect(named("Rosibelmarai")).toEqual(["rosibel", "marai"]);
  });

  test("one word with slips is one word, and so is what two slips would make of two", () => {
    expect(named("Marialutz")).toEqual(["marialutz"]);
    expect(named("Rosjbil")).toEqual(["rosjbil"]);
    expect(named("Hopseankkel")).toEqual(["hopseankkel"]);
  });

  test("a word that somebody bears stays whole, and one whose halves nobody bears", () => {
    expect(named("Marialuz")).toEqual(["marialuz"]);
    expect(named("Josewilfrido")).toEqual(["josewilfrido"]);
  });

  test("one given name that was written as two may be one", () => {
    const { units } = asked(people, { name: "Rosi Bel Cid" });
    const joined = units.find(({ mask }) => mask === 0b011);
    expect(joined).toMatchObject({ first: 0, asked: "Rosi Bel" });
    expect(meant(people, joined!)).toEqual(["rosibel"]);
    expect(units.filter(({ mask }) => mask === 0b110)).toEqual([]);
  });

  test("particles that were written together with the name part from it", () => {
    for (const name of ["Delacruz", "Delcid"]) {
      const { parts } = asked(people, { name: `María ${name}` });
      expect(parts.map(({ part }) => [part.word.folded, part.afterParticle])).toEqual([
        ["maria", false],
        [name === "Delcid" ? "cid" : "cruz", true],
      ]);
      expect(parts[1]?.part.word.raw).toBe(name);
    }
    expect(named("Delfina")).toEqual(["delfina"]);
  });

  test("a nickname for two names is both", () => {
    const many = peopleOf(times(3, { givenNames: "José María", surnames: "Orantes" }));
    const question = asked(many, { name: "Chema Orantes" });
    expect(wordsIn(question)).toEqual(["jose", "maria", "orantes"]);
    expect(question.parts.map(({ part }) => part.word.raw)).toEqual(["Chema", "Chema", "Orantes"]);
  });

  test("given names and surnames are told apart by who bears them, else by where they stand", () => {
    const givenness = (name: string) => asked(people, { name }).parts.map((part) => part.givenness);
    const [orantes, jose] = givenness("Orantes José") as [number, number];
    expect(orantes).toBeLessThan(0.5);
    expect(jose).toBeGreaterThan(0.5);
    const [first, last] = givenness("Xyler Uvwer") as [number, number];
    expect(first).toBeGreaterThan(last);
    expect(givenness("Uvwer Paco")[1]).toBeGreaterThan(givenness("Uvwer Xyler")[1]!);
  });

  test("unknown words and what looks and trades are called is marked", () => {
    const flags = asked(people, { name: "Flaco Orantes Xyler" }).parts.map(({ isByname, isUnknown }) => [
      isByname,
      isUnknown,
    ]);
    expect(flags).toEqual([
      [true, true],
      [false, false],
      [false, true],
    ]);
  });

  test("initials mean nothing by themselves, and join nothing", () => {
    const { units, parts } = asked(people, { name: "J. Orantes" });
    expect(parts[0]?.part.isInitial).toBe(true);
    expect(units.map(({ mask, readings }) => [mask, readings.length > 0])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test("of all fields at most eight words count, each with a bit of its own", () => {
    const { units, parts } = asked(people, { name: "Paz ".repeat(12), surnames: "Orantes" });
    expect(parts).toHaveLength(8);
    expect(units.slice(0, 8).map(({ mask }) => mask)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
    expect(wordsIn(asked(people, { givenNames: "Elda", surnames: "Paz" }))).toEqual(["elda", "paz"]);
  });

  test("only the last word may be begun, or one that nobody bears, and only while somebody types", () => {
    const how = (name: string, mayBegin: boolean) =>
      asked(people, { name }, mayBegin).units.map(({ readings }) =>
        readings.some((one) => one.how === "begins"),
      );
    expect(how("Ora", true)).toEqual([true]);
    expect(how("Ora", false)).toEqual([false]);
    expect(how("Rosi Paz", true).slice(0, 2)).toEqual([true, false]);
    const both = peopleOf([{ name: "Mar Paz" }, { name: "Mariela Paz" }]);
    const begun = asked(both, { name: "Mar Paz" }, true).units[0]!.readings.map((one) => one.how);
    expect(begun).not.toContain("begins");
  });
});

describe("relatives", () => {
  test("are read one by one, without the words that the person is called as well, nor initials", () => {
    const { relatives } = asked(people, {
      name: "José Orantez",
      relatives: ["Elda Orantes", "J. Paz", "Orantes", "María Rosibel"],
    });
    expect(relatives.map((units) => units.map((unit) => unit.asked))).toEqual([
      ["Elda"],
      ["Paz"],
      ["María", "Rosibel"],
    ]);
    expect(meant(people, relatives[0]![0]!)).toContain("elda");
  });
});

describe("facts", () => {
  test("are numbers", () => {
    const question = asked(people, {
      name: "Elda",
      sex: "female",
      age: { from: 20, to: 24, asOf: "2024-05-01" },
      marks: "tatuaje de ancla azul",
    });
    expect(question.sex).toBe(2);
    expect(question.age).toEqual({ from: 20, to: 24, year: 2024 });
    expect(question.birth).toBe(0);
    expect(question.location).toBeNull();
    expect(question.marks.map((mark) => people.marks.foldedOf(mark))).toEqual(["tatuaje", "ancla"]);
    expect(question.marksTold).toBe(3);
  });

  test("a date of birth gives the age, and a part of it what it tells", () => {
    const { age, birth } = asked(people, { name: "Elda", birthDate: "1998-05", age: 3 });
    expect(age).toEqual({ from: 0, to: 0, year: 1998 });
    expect(birth).toBe(19_980_500);
  });
});
