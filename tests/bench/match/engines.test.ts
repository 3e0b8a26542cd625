import { expect, test } from "vitest";
import type { EngineKind, SearchEngine } from "../../../bench/match/engine.ts";
import { Bm25Field } from "../../../bench/match/engines/bm25.ts";
import { minisearchTown } from "../../../bench/match/engines/minisearch.ts";
import { personFinder, rankOf } from "../../../bench/match/engines/person-finder.ts";
import { primeroName, primeroTrace } from "../../../bench/match/engines/primero.ts";
import { tokenSet } from "../../../bench/match/engines/token-set.ts";
import { trigramsInOrder, wordSimilarity } from "../../../bench/match/engines/trigrams.ts";
import { vereda } from "../../../bench/match/engines/vereda.ts";
import type { Person, Query } from "../../../bench/match/person.ts";
import { made } from "./few-names.ts";

const person = (id: string, givenNames: string, surnames: string, over: Partial<Person> = {}): Person =>
  made({ id, givenNames: givenNames.split(" "), surnames: surnames.split(" "), nicknames: [], ...over })
    .truth;

const PEOPLE = [
  person("jose", "José Ángel", "Hernández Mejía"),
  person("ana", "Ana María", "Hernández López", { sex: "f", age: 40, town: "Cobán" }),
  person("xol", "Mateo", "Xol Caal", { age: 17, town: "Cobán", country: "GT" }),
];

const asked = (name: string, over: Partial<Query> = {}): Query => ({
  id: "q1",
  name,
  sex: null,
  age: null,
  birthDate: null,
  country: null,
  town: null,
  relatives: [],
  marks: null,
  answer: null,
  errors: [],
  slices: [],
  ...over,
});

/** The first letters as Double Metaphone's code, so that the package is not needed. */
const load = async (name: string): Promise<unknown> =>
  name === "minisearch"
    ? import("minisearch")
    : { doubleMetaphone: (word: string) => [word.slice(0, 3), word.slice(0, 3)] };

async function answers(kind: EngineKind, query: Query): Promise<readonly string[]> {
  const engine = (await kind.create(load)) as SearchEngine;
  await engine.build(PEOPLE);
  return (await engine.search(query)).map(({ id }) => id);
}

test.each([vereda, minisearchTown, primeroName, primeroTrace, personFinder, tokenSet])(
  "$name finds a person by their whole name",
  async (kind) => {
    expect((await answers(kind, asked("Mateo Xol Caal", { country: "GT" })))[0]).toBe("xol");
  },
);

test("Person Finder forgives no slip, and needs every word", async () => {
  expect(await answers(personFinder, asked("jose hernand"))).toEqual(["jose"]);
  expect(await answers(personFinder, asked("jose ernandes"))).toEqual([]);
  expect(await answers(personFinder, asked("jose hernandez perez"))).toEqual([]);
});

test("Person Finder's ladder", () => {
  const known = {
    given: "jose angel",
    family: "hernandez mejia",
    words: "jose angel hernandez mejia".split(" "),
  };
  const rank = (text: string) => rankOf(text.split(" "), known);
  expect(rank("jose angel hernandez mejia")).toBe(10);
  expect(rank("hernandez mejia jose angel")).toBe(9);
  expect(rank("angel jose mejia hernandez")).toBe(8);
  expect(rank("hernandez mejia")).toBe(7);
  expect(rank("jose hernandez")).toBe(6);
  expect(rank("jose hern")).toBe(2);
});

test("Primero's tracing gives its best answer one, whoever it is", async () => {
  const engine = (await primeroTrace.create(load)) as SearchEngine;
  await engine.build(PEOPLE);
  const [first] = await engine.search(asked("Mateo"));
  expect(first).toEqual({ id: "xol", score: 1 });
  const [stranger] = await engine.search(asked("Hernando"));
  expect(stranger?.score).toBe(1);
});

test("sets of words know a nickname, and hold an age that differs against somebody", async () => {
  expect((await answers(tokenSet, asked("chepe hernandez")))[0]).toBe("jose");
  expect((await answers(tokenSet, asked("hernandez", { age: 41 })))[0]).toBe("ana");
});

test("word similarity is PostgreSQL's, by its manual's example", () => {
  expect(wordSimilarity(new Set(trigramsInOrder("word")), trigramsInOrder("two words"))).toBeCloseTo(0.8);
  expect(wordSimilarity(new Set(trigramsInOrder("xyz")), trigramsInOrder("two words"))).toBe(0);
});

test("a rare word weighs more than a frequent one, and twice more than once", () => {
  const field = new Bm25Field();
  for (const words of ["juan lopez", "juan perez", "juan xol", "xol xol"]) field.add(words.split(" "));
  const scores = new Map<number, number>();
  field.score(["juan", "xol"], 1, scores);
  expect(scores.get(2)!).toBeGreaterThan(scores.get(0)!);
  expect(scores.get(3)!).toBeGreaterThan(scores.get(2)! - scores.get(0)!);
});
