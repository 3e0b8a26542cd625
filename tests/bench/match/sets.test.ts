import { expect, test } from "vitest";
import { errorsOf } from "../../../bench/match/histogram.ts";
import type { Query } from "../../../bench/match/person.ts";
import { SETS, type SetWish } from "../../../bench/match/sets.ts";
import { FEW_NAMES } from "./few-names.ts";

const WISH: SetWish = { people: 300, queries: 100, perSlice: 10, absent: 0.5, seed: 7 };
const make = (name: string, over: Partial<SetWish> = {}) => SETS[name]!(FEW_NAMES, { ...WISH, ...over });

test.each(["S1", "S2", "S3", "S5"])("%s: half of the queries are for people who are not there", (name) => {
  const { people, queries } = make(name);
  const ids = new Set(people.map(({ id }) => id));
  expect(people).toHaveLength(300);
  expect(queries).toHaveLength(100);
  const present = queries.filter(({ answer }) => answer !== null);
  expect(present).toHaveLength(50);
  expect(present.every(({ answer }) => ids.has(answer!))).toBe(true);
  expect(present.every(({ slices }) => slices.length > 0)).toBe(true);
});

test("with journeys: the same people and queries; of who is there, most was heard shortly before they came", () => {
  const [plain, told] = [make("S2"), make("S6")];
  const without = ({ lastContact: _, ...query }: Query) => query;
  expect(told.queries.map(without)).toEqual(plain.queries);
  expect(told.people.map(({ comings: _, ...person }) => person)).toEqual(plain.people);
  const cameOf = new Map(told.people.map(({ id, comings }) => [id, comings!]));
  const inTime = ({ answer, lastContact }: Query) =>
    cameOf
      .get(answer ?? "")!
      .some(({ at }) => Math.abs(Date.parse(at) - Date.parse(lastContact!.at)) < 32 * 86_400_000);
  const asked = told.queries.filter(({ answer, lastContact }) => answer !== null && lastContact !== null);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter(inTime).length).toBeGreaterThan(asked.length / 3);
  expect(asked.filter(inTime).length).toBeLessThan(asked.length);
  expect(make("S6")).toEqual(told);
  const idle = make("S7").queries.filter(
    ({ answer, lastContact }) => answer !== null && lastContact !== null,
  );
  expect(idle.filter(inTime).length).toBeLessThan(idle.length / 5);
});

test("the same seed, the same set; another seed, another", () => {
  expect(make("S2")).toEqual(make("S2"));
  expect(make("S2")).not.toEqual(make("S2", { seed: 8 }));
});

test("without absent people every query has its answer", () => {
  expect(make("S2", { absent: 0 }).queries.every(({ answer }) => answer !== null)).toBe(true);
});

test("slices: as many queries of each as asked for, and what the slice names has happened", () => {
  const { queries, isSliced } = make("S4");
  expect(isSliced).toBe(true);
  const of = (slice: string) => queries.filter(({ slices }) => slices.includes(slice));
  expect(of("nickname")).toHaveLength(10);
  expect(of("surnames-swapped").every(({ errors }) => errors.includes("swapSurnames"))).toBe(true);
  expect(of("day-month").every(({ errors }) => errors.includes("dayMonth"))).toBe(true);
  expect(of("haiti").every(({ country }) => country === "HT" || country === null)).toBe(true);
  expect(of("maya")).toHaveLength(10);
});

test("FEBRL's records answer to their duplicates; a duplicate without a name is not asked", () => {
  const { people, queries } = make("S0");
  expect(people.map(({ id }) => id)).toEqual(["rec-1", "rec-2"]);
  expect(queries.map(({ name, answer }) => [name, answer])).toEqual([["blake howi", "rec-1"]]);
});

test("the histogram counts errors of a query, and queries of an error", () => {
  const errors = errorsOf([{ errors: [] }, { errors: ["a"] }, { errors: ["a", "a", "b"] }]);
  expect(errors.perQuery).toEqual([1, 1, 0, 1]);
  expect(errors.mean).toBeCloseTo(4 / 3);
  expect(errors.kinds).toEqual({ a: 2, b: 1 });
});
