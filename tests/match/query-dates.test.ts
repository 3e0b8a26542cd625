/** Dates and ages in a line of free text. */
import { describe, expect, test } from "vitest";
import type { SearchablePerson } from "../../src/match/person-index.ts";
import { type Known, readQuery } from "../../src/match/query/query.ts";

const YEAR = 2026;

const KNOWN: Known = {
  placeAt: ([word = ""]) => (word === "yoro" ? { length: 1, written: { town: word } } : null),
  isName: (word) => word === "julio",
  soundsLikeName: () => false,
  isMark: () => false,
  countryOf: () => null,
};
const reading = (text: string, year = YEAR) => readQuery(text, KNOWN, year);
const elda = (facts: SearchablePerson): SearchablePerson => ({ name: "elda", ...facts });

describe("a date of birth is as precise as it is written", () => {
  test.each([
    ["elda 12/05/1998", "1998-05-12"],
    ["12/05/1998 elda", "1998-05-12"],
    ["elda 12-5-1998", "1998-05-12"],
    ["elda 12.05.1998", "1998-05-12"],
    ["elda 12 / 05 / 1998", "1998-05-12"],
    ["elda 12 05 1998", "1998-05-12"],
    ["elda 1998-05-12", "1998-05-12"],
    ["elda 1998/5/12", "1998-05-12"],
    ["elda 1998-05", "1998-05"],
    ["elda 05/1998", "1998-05"],
    ["elda 1998", "1998"],
    ["elda 12 de mayo de 1998", "1998-05-12"],
    ["elda 12 de mayo del 98", "1998-05-12"],
    ["elda 12 mayo 1998", "1998-05-12"],
    ["elda 1º de Mayo, 1998", "1998-05-01"],
    ["elda mayo 1998", "1998-05"],
    ["elda mayo de 1998", "1998-05"],
    ["elda MAYO DEL 1998", "1998-05"],
    ["elda May 12, 1998", "1998-05-12"],
    ["elda may 12th 1998", "1998-05-12"],
    ["elda 12th of May 1998", "1998-05-12"],
    ["elda 12 septiembre 1998", "1998-09-12"],
    ["elda 12 me 1998", "1998-05-12"],
    ["elda nacida en 1998", "1998"],
    ["elda nacida el 12 de mayo de 1998", "1998-05-12"],
    ["elda nacida el día 12 de mayo de 1998", "1998-05-12"],
    ["elda fecha de nacimiento: 12/05/1998", "1998-05-12"],
    ["elda nac. 12/05/98", "1998-05-12"],
    ["elda born May 12, 1998", "1998-05-12"],
    ["elda nacida julio 1998", "1998-07"],
    ["elda julio de 1998", "1998-07"],
  ])("%s", (text, birthDate) => expect(reading(text)).toEqual(elda({ birthDate })));

  test.each([
    ["ambiguous", "elda 05/06/1998", "1998-06-05"],
    ["the month cannot be first", "elda 23/05/1998", "1998-05-23"],
    ["the day cannot be first", "elda 05/23/1998", "1998-05-23"],
  ])("day first, unless that is impossible: %s", (_, text, birthDate) =>
    expect(reading(text)).toEqual(elda({ birthDate })),
  );

  test.each([
    ["elda 12-5-98", "1998-05-12"],
    ["elda 12-5-00", "2000-05-12"],
    ["elda 12-5-26", "2026-05-12"],
    ["elda 12-5-27", "1927-05-12"],
  ])("of two digits the year is the last one that ends so: %s", (text, birthDate) => {
    expect(reading(text)).toEqual(elda({ birthDate }));
    expect(reading(text, 0)).toEqual(elda({}));
  });

  test.each([
    ["elda 00/05/1998", "1998-05"],
    ["elda 00/00/1998", "1998"],
    ["elda 1998-05-00", "1998-05"],
  ])("what is written as zero is not known: %s", (text, birthDate) =>
    expect(reading(text)).toEqual(elda({ birthDate })),
  );

  test("the first of several counts", () => {
    expect(reading("elda 12/05/1998 1999")).toEqual(elda({ birthDate: "1998-05-12" }));
  });
});

describe("what is no date of birth says nothing, and is no age either", () => {
  test.each([
    "elda 31/02/1998",
    "elda 12/05/2027",
    "elda 2027",
    "elda 12 de mayo de 2027",
    "elda 99/99/1998",
    "elda 29/02/1999",
    "elda 1998-13",
    "elda 1998-2000",
    "elda 12/05/1899",
    "elda 3 de agosto",
    "elda 12/05/12/1998",
    "elda 98/05/12345",
    "elda 555-0110",
    "elda 555 0110",
    "elda 555-01-10",
    "elda tel 20 30 40",
    "elda 1.65 m",
    "elda 10:30",
    "elda mide 170",
  ])("%s", (text) => expect(reading(text)).toEqual(elda({})));

  test.each([
    "elda salió el 3 de agosto de 2024",
    "elda salio 3 agosto",
    "elda desde 2024",
    "elda el día 3 de agosto de 2024",
    "elda el 3 de agosto de 2024",
    "elda llamó hace 3 años",
  ])("when somebody left, or something happened: %s", (text) => expect(reading(text)).toEqual(elda({})));

  test.each([
    ["elda desapareció el 03/08/2024", "2024-08-03"],
    ["elda vista por última vez el 3 de agosto de 2024", "2024-08-03"],
    ["desaparecida elda 03/08/2024", "2024-08-03"],
    ["elda last seen May 3, 2024", "2024-05-03"],
    ["elda llamó en mayo de 2024", "2024-05"],
  ])("when somebody was last heard of: %s", (text, at) =>
    expect(reading(text)).toEqual(elda({ lastContact: { at } })),
  );

  test("a birth is told beside it", () => {
    expect(reading("Desaparecida: Elda, nacida el 12 de mayo de 1998, desde el 3 de agosto de 2024")).toEqual(
      {
        name: "Elda",
        birthDate: "1998-05-12",
        lastContact: { at: "2024-08-03" },
      },
    );
  });

  test("a month that is somebody's name is a name", () => {
    expect(reading("julio 20")).toEqual({ name: "julio", age: 20 });
    expect(reading("orantes julio 1998")).toEqual({ name: "orantes julio", birthDate: "1998" });
  });
});

describe("ages", () => {
  const between = (from: number, to: number) => ({ from, to });
  test.each<readonly [string, SearchablePerson["age"]]>([
    ["elda 20años", 20],
    ["elda 20 años", 20],
    ["elda de 20 anos", 20],
    ["elda 20a", 20],
    ["elda 20 añitos", 20],
    ["elda unos 20", 20],
    ["elda como de 20 años de edad", 20],
    ["elda edad: 20", 20],
    ["elda age 20", 20],
    ["elda 20 years old", 20],
    ["elda 20 y/o", 20],
    ["elda 20yo", 20],
    ["elda 20 ans", 20],
    ["elda gen 20 an", 20],
    ["elda 20-25 años", between(20, 25)],
    ["elda 20 – 25", between(20, 25)],
    ["elda entre 20 y 25", between(20, 25)],
    ["elda de 20 a 25 años", between(20, 25)],
    ["elda 20 o 25", between(20, 25)],
    ["elda 25-20", between(20, 25)],
    ["elda 20 y pico", between(20, 29)],
    ["elda 25 y tantos", between(25, 29)],
    ["elda menor de edad", between(0, 17)],
    ["elda menor de 15 años", between(0, 14)],
    ["elda mayor de edad", between(18, 120)],
    ["elda under 18", between(0, 17)],
    ["elda 8 meses", 0],
    ["elda 18 meses", 1],
    ["elda veinte años", 20],
    ["elda treinta y dos años", 32],
    ["elda treinta años", 30],
    ["elda 17 años en 2024", { from: 17, to: 17, asOf: "2024" }],
    ["elda 17 en 2024", { from: 17, to: 17, asOf: "2024" }],
    ["elda 15-17 años de edad en mayo de 2024", { from: 15, to: 17, asOf: "2024-05" }],
    ["elda 17 años en 2031", 17],
    ["elda 2 hijos 20 años", 20],
    ["elda 20 y 2 hijos", 20],
    ["elda 20 años 170 cm", 20],
    ["elda 20 años 3", 20],
    ["elda 3 20 años", 20],
  ])("%s", (text, age) => {
    const { name, age: read, ...rest } = reading(text) as SearchablePerson;
    expect(read).toEqual(age);
    expect(rest).toEqual({});
    expect(name).toBe("elda");
  });

  test("a younger brother is any brother", () => {
    expect(reading("elda hermano menor wilmer 20")).toEqual(elda({ relatives: ["wilmer"], age: 20 }));
    expect(reading("elda tres")).toEqual({ name: "elda tres" });
  });
});

describe("refusals", () => {
  test.each([
    ["12/05/1998", "no-name"],
    ["nacida el 12 de mayo de 1998", "no-name"],
    ["17 años en 2024", "no-name"],
    ["menor de edad", "no-name"],
    ["veinte años", "no-name"],
    ["3 de agosto", "no-name"],
    ["555-0110", "no-name"],
    ["31/02/1998", "no-name"],
    ["yoro 12/05/1998", "place-only"],
  ])("%s: %s", (text, code) => expect(reading(text)).toBe(code));
});
