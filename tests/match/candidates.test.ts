/** Who is worth comparing: the right person is among them, nobody twice, and nobody who is gone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Candidates } from "../../src/match/candidates.ts";
import type { People } from "../../src/match/people.ts";
import type { SearchablePerson } from "../../src/match/person-index.ts";
import { WEIGHTS } from "../../src/match/comparison/weights.ts";
import { asked, peopleOf, times } from "./indexed.ts";

const MOST = 20;
const NOWHERE = { distance: null, gain: 0 };

const gathered = (
  people: People,
  person: SearchablePerson,
  { most = MOST, from = new Candidates() } = {},
): readonly string[] => {
  const gathering = {
    people,
    question: asked(people, person),
    weights: WEIGHTS,
    placeOf: () => NOWHERE,
    year: 2026,
  };
  return from.gather(gathering, most).map((slot) => people.idOf(slot) ?? "gone");
};

const juan = (at: number): SearchablePerson => ({
  givenNames: "Juan",
  surnames: `Hernández ${["Paz", "Lara", "Ruiz"][at % 3]!}`,
  age: { from: 18 + (at % 40), to: 18 + (at % 40), asOf: "2026" },
  sex: at % 7 === 0 ? "female" : "male",
});
const crowd = (count: number) => Array.from({ length: count }, (_, at) => juan(at));

describe("among thousands who share the common word", () => {
  const people = peopleOf([
    ...crowd(6000),
    { givenNames: "Juan", surnames: "Orantes Tzul" },
    { givenNames: "Zenobia", surnames: "Hernández" },
    { givenNames: "José", surnames: "Wer" },
    ...times(40, { givenNames: "Wilmer", surnames: "Caal" }),
  ]);

  test.each<readonly [string, string, SearchablePerson]>([
    ["a rare surname beside a common name", "6000", { name: "Juan Orantes" }],
    ["a rare surname with a slip", "6000", { name: "Juan Oramtes" }],
    ["a rare surname as it sounds", "6000", { name: "Huan Dzul" }],
    ["a rare given name beside a common surname", "6001", { name: "Zenobia Hernández" }],
    ["a rare given name as it sounds", "6001", { name: "Senovia Ernandes" }],
    ["a nickname beside a rare surname", "6002", { name: "Chepe Wer" }],
  ])("%s", (_, id, person) => expect(gathered(people, person)).toContain(id));

  test("no more are kept than asked for, and fewer where fewer are alike", () => {
    expect(gathered(people, { name: "Juan Hernández" })).toHaveLength(MOST);
    expect(gathered(people, { name: "Juan Hernández" }, { most: 1 })).toHaveLength(1);
    expect(gathered(people, { name: "Zenobia" })).toEqual(["6001"]);
    expect(gathered(people, { name: "Obdulio" })).toEqual([]);
  });

  test("age and sex tell who of them", () => {
    const found = gathered(people, { name: "Juan Hernández Paz", age: 33, sex: "male" });
    const persons = found.map((id) => people.personAt(Number(id)));
    expect(persons.map(({ sex }) => sex)).toEqual(times(MOST, "male"));
    expect(persons.map(({ age }) => (typeof age === "object" ? age.from : 0))).toEqual(times(MOST, 33));
    expect(persons.map(({ surnames }) => surnames)).toEqual(times(MOST, "Hernández Paz"));
  });
});

describe("what else counts", () => {
  test("a relative's name finds a person alone, and helps among many", () => {
    const people = peopleOf([...crowd(300), { ...juan(1), relatives: ["Dunia Tzul"] }]);
    expect(gathered(people, { relatives: ["Dunia"] })).toEqual(["300"]);
    expect(gathered(people, { name: "Juan Hernández", relatives: ["Dunia Tzul"] }, { most: 1 })).toEqual([
      "300",
    ]);
  });

  test("marks help among people of the name, and find nobody alone", () => {
    const people = peopleOf([...crowd(300), { ...juan(1), marks: "tatuaje de golondrina" }]);
    expect(gathered(people, { name: "Juan Hernández", marks: "golondrina" }, { most: 1 })).toEqual(["300"]);
    expect(gathered(people, { marks: "golondrina" })).toEqual([]);
  });

  test("ties are broken by id, in whatever order people came", () => {
    const ids = Array.from({ length: 60 }, (_, at) => `id${String(at).padStart(2, "0")}`);
    const filled = (order: readonly string[]) => {
      const people = peopleOf([]);
      for (const id of order) people.add(id, { name: "Wilmer Caal" });
      return [...gathered(people, { name: "Wilmer Caal" })].sort();
    };
    expect(filled(ids)).toEqual(ids.slice(0, MOST));
    expect(filled([...ids].reverse())).toEqual(ids.slice(0, MOST));
  });
});

describe("who is gone", () => {
  test("takes nobody's room, and never comes back", () => {
    const people = peopleOf([...times(500, { name: "Juan Orantes Paz" }), { name: "Huan Horantez" }]);
    for (let at = 0; at < 500; at += 1) people.remove(String(at));
    expect(gathered(people, { name: "Juan Orantes Paz" })).toEqual(["500"]);
  });
});

test("nobody comes twice, whatever is asked, and one question leaves nothing behind for the next", () => {
  const words = ["Juan", "Hernández", "Paz", "Lara", "Chepe", "José", "Elda", "Ruiz", "Juana"];
  const word = fc.constantFrom(...words);
  const name = fc.array(word, { maxLength: 5 }).map((all) => all.join(" "));
  const person = fc.record({
    name,
    alternateNames: fc.array(name, { maxLength: 2 }),
    relatives: fc.array(name, { maxLength: 2 }),
    marks: fc.constantFrom("", "lunar", "tatuaje lunar"),
    age: fc.integer({ min: 0, max: 90 }),
  });
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 60 }),
      fc.array(person, { maxLength: 5 }),
      fc.nat(),
      (persons, questions, seed) => {
        const people = peopleOf(persons);
        const gone = new Set(persons.map((_, at) => String(at)).filter((_, at) => (at + seed) % 3 === 0));
        for (const id of gone) people.remove(id);
        const kept = new Candidates();
        for (const question of questions) {
          const found = gathered(people, question, { from: kept });
          expect(new Set(found).size).toBe(found.length);
          expect(found.filter((id) => gone.has(id) || id === "gone")).toEqual([]);
          expect(found).toEqual(gathered(people, question));
        }
      },
    ),
  );
});
