/** People in columns: what is told of them survives growth, and nothing of who is taken away is counted. */
import { describe, expect, test } from "vitest";
import {
  Column,
  isAfterParticle,
  isFirstPart,
  isInitialPart,
  markWordsOf,
  PART,
  partCode,
  type People,
  wordOfPart,
} from "../../src/match/people.ts";
import type { SearchablePerson } from "../../src/match/person-index.ts";
import { peopleOf, times } from "./indexed.ts";

const ROLES = Object.fromEntries(Object.entries(PART).map(([role, code]) => [code, role]));

/** Each part of the slot: its role and word, with "+" after a little word, "." for an initial. */
function partsAt(people: People, slot: number): readonly string[] {
  const parts: string[] = [];
  for (let at = people.partsFrom(slot); at < people.partsTo(slot); at += 1) {
    const part = people.partAt(at);
    const role = ROLES[partCode(part)]!;
    const words = role === "mark" ? people.marks : people.names;
    const signs = `${isAfterParticle(part) ? "+" : ""}${isInitialPart(part) ? "." : ""}`;
    parts.push(`${role}${isFirstPart(part) ? "*" : ""} ${words.foldedOf(wordOfPart(part))}${signs}`);
  }
  return parts;
}
const partsOf = (person: SearchablePerson): readonly string[] => partsAt(peopleOf([person]), 0);

const ELDA: SearchablePerson = {
  givenNames: "Elda J.",
  surnames: "Orantes de Paz",
  alternateNames: ["Elda la Chele"],
  sex: "female",
  age: { from: 20, to: 24, asOf: "2024-02-01" },
  town: "Yoro",
  country: "HN",
  marks: "lunar en la mejilla, lunar",
  relatives: ["Wilmer Orantes", "Dunia"],
};

describe("a person", () => {
  test("is kept word by word, with what each word is", () => {
    expect(partsOf(ELDA)).toEqual([
      "given elda",
      "given j.",
      "surname orantes",
      "surname paz+",
      "alternate elda",
      "alternate chele+",
      "relative* wilmer",
      "relative orantes",
      "relative* dunia",
      "mark lunar",
      "mark mejilla",
    ]);
  });

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["Elda", ["elda"], []],
    ["Elda Paz", ["elda"], ["paz"]],
    ["Elda Lara Orantes", ["elda"], ["lara", "orantes"]],
    ["Elda Carolina Paz", ["elda", "carolina"], ["paz"]],
    ["Elda Carolina Paz Orantes", ["elda", "carolina"], ["paz", "orantes"]],
    ["Elda Luz Carolina Paz Orantes", ["elda", "luz", "carolina"], ["paz", "orantes"]],
    ["Elda de los Ángeles Paz Orantes", ["elda", "angeles+"], ["paz", "orantes"]],
    ["", [], []],
  ])("of whom only the name is told: %s", (name, given, surnames) => {
    expect(partsOf({ name })).toEqual([
      ...given.map((word) => `given ${word}`),
      ...surnames.map((word) => `surname ${word}`),
    ]);
  });

  test("words of the name that are in no other field are called, too", () => {
    expect(partsOf({ name: "Elda Chabela Paz", givenNames: "Elda", surnames: "Paz" })).toEqual([
      "given elda",
      "surname paz",
      "alternate chabela",
    ]);
  });

  test("is split the same whoever came before", () => {
    const name = "Elda Yanor Paz";
    const crowds: readonly SearchablePerson[][] = [
      [],
      [...times(9, { givenNames: "Yanor" })],
      [...times(9, { surnames: "Yanor" })],
    ];
    const splits = crowds.map((crowd) => partsAt(peopleOf([...crowd, { name }]), crowd.length));
    expect(splits[1]).toEqual(splits[0]);
    expect(splits[2]).toEqual(splits[0]);
  });
});

describe("columns", () => {
  test("keep what was put as they grow, and are empty beyond", () => {
    const column = new Column(new Int16Array(4));
    for (let slot = 0; slot < 5000; slot += 1) column.put(slot, slot % 100);
    for (let slot = 0; slot < 5000; slot += 1) expect(column.at(slot)).toBe(slot % 100);
    expect(column.values.length).toBeGreaterThanOrEqual(5000);
    expect(column.values).toBeInstanceOf(Int16Array);
  });

  test("three thousand people are told as they were added", () => {
    const persons = Array.from({ length: 3000 }, (_, at): SearchablePerson => ({
      givenNames: `Elda${String(at)}`,
      surnames: "Orantes Paz",
      sex: ["male", "female", "other"][at % 3]!,
      age: { from: at % 90, to: (at % 90) + 1, asOf: String(2000 + (at % 20)) },
      birthDate: "",
      town: `Pueblo ${String(at % 50)}`,
    }));
    const people = peopleOf(persons);
    for (const [slot, person] of persons.entries()) {
      expect(people.idOf(slot)).toBe(String(slot));
      expect(people.slotOf(String(slot))).toBe(slot);
      expect(people.personAt(slot)).toBe(person);
      expect(partsAt(people, slot)).toEqual([`given elda${String(slot)}`, "surname orantes", "surname paz"]);
      expect([
        people.sexAt(slot),
        people.ageFromAt(slot),
        people.ageToAt(slot),
        people.ageYearAt(slot),
      ]).toEqual([(slot % 3) + 1, slot % 90, (slot % 90) + 1, 2000 + (slot % 20)]);
      expect(people.placeAt(slot)).toBe(slot % 50);
    }
    expect([people.size, people.room, people.locations.length]).toEqual([3000, 3000, 50]);
    expect(people.placeCounts).toEqual(times(50, 60));
    expect(people.names.total).toBe(9000);
  });

  test("what is not told is told from what is", () => {
    const people = peopleOf([{}, { birthDate: "1998-05-12", age: 3 }, { age: 0 }]);
    expect([people.ageFromAt(0), people.birthAt(0), people.placeAt(0), people.sexAt(0)]).toEqual([
      -1, 0, -1, 0,
    ]);
    expect([people.ageFromAt(1), people.ageYearAt(1), people.birthAt(1)]).toEqual([0, 1998, 19_980_512]);
    expect([people.ageFromAt(2), people.ageToAt(2)]).toEqual([0, 0]);
  });
});

describe("places", () => {
  test("are known by their words as long as somebody is from there", () => {
    const people = peopleOf([
      { town: "San Marcos del Río", state: "Yoro" },
      { town: "san marcos del rio", state: "Yoro" },
    ]);
    const at = (text: string) => people.placeAtWords(text.split(" "));
    expect(at("san marcos del rio elda")).toEqual({ length: 4, written: { town: "san marcos del rio" } });
    expect(at("yoro")?.length).toBe(1);
    expect(at("san marcos")).toBeNull();
    people.remove("0");
    expect(at("san marcos del rio")?.length).toBe(4);
    people.remove("1");
    expect(at("san marcos del rio")).toBeNull();
    expect(at("yoro")).toBeNull();
  });

  test("are not mixed up by what is written in them", () => {
    const people = peopleOf([{ town: "a|b", state: "c" }, { town: "a", state: "b|c" }, { town: "|" }]);
    expect(new Set([0, 1, 2].map((slot) => people.placeAt(slot))).size).toBe(3);
    expect(people.placeAt(2)).toBeGreaterThanOrEqual(0);
  });
});

describe("who is taken away", () => {
  test("gives every count back", () => {
    const people = peopleOf([
      { givenNames: "Elda", surnames: "Orantes", relatives: ["Wilmer"], marks: "lunar" },
    ]);
    const words = ["elda", "j", "orantes", "paz", "chele", "wilmer", "dunia"];
    const counted = () => [
      people.names.total,
      people.marks.total,
      ...people.placeCounts.filter((count) => count !== 0),
      ...words.map((word) => {
        const number = people.names.numberOf(word);
        return number === undefined
          ? [0, 0, false]
          : [people.names.givenCount(number), people.names.surnameCount(number), people.names.isUsed(number)];
      }),
      ["lunar", "mejilla"].map((word) => people.marks.givenCount(people.marks.numberOf(word) ?? 0)),
    ];
    people.add("other", { marks: "mejilla" });
    const before = counted();
    people.add("elda", ELDA);
    expect(counted()).not.toEqual(before);
    people.remove("elda");
    expect(counted()).toEqual(before);
    expect([people.size, people.room]).toEqual([2, 3]);
  });

  test("is known by nothing any more, and an id that is not known is no error", () => {
    const people = peopleOf([ELDA, { name: "Paz" }]);
    people.remove("0");
    people.remove("0");
    people.remove("nobody");
    expect(people.idOf(0)).toBeNull();
    expect(people.slotOf("0")).toBeUndefined();
    expect([...people.all()]).toEqual([["1", { name: "Paz" }]]);
    expect(people.names.total).toBe(1);
  });
});

test("marks are told by their words, each once, without little ones", () => {
  expect(markWordsOf("Tatuaje de UNA rosa, en el pie; tatuaje")).toEqual(["tatuaje", "una", "rosa", "pie"]);
  expect(markWordsOf("")).toEqual([]);
});
