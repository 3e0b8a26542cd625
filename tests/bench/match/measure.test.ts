import { expect, test } from "vitest";
import { type EngineKind, kindOf, type Ranked } from "../../../bench/match/engine.ts";
import { measure, spread } from "../../../bench/match/measure.ts";
import type { Query } from "../../../bench/match/person.ts";
import { tables } from "../../../bench/match/results.ts";
import type { BenchSet } from "../../../bench/match/sets.ts";
import { made } from "./few-names.ts";

const query = (id: string, answer: string | null): Query => ({
  id,
  answer,
  name: id,
  sex: null,
  age: null,
  birthDate: null,
  country: null,
  town: null,
  relatives: [],
  marks: null,
  errors: [],
  slices: answer === null ? [] : ["all"],
});

/** Thirty queries for somebody who is there, ten for nobody. */
const SET: BenchSet = {
  name: "S9",
  isSliced: false,
  people: [made().truth],
  queries: [
    ...Array.from({ length: 30 }, (_, at) => query(`q${at}`, at < 20 ? "first" : "second")),
    ...Array.from({ length: 10 }, (_, at) => query(`a${at}`, null)),
  ],
};

const WISH = { mostOfSlow: 8, load: async () => ({}) };

const answering = (hits: readonly Ranked[], more: Partial<EngineKind> = {}) => {
  const names: string[] = [];
  const search = ({ name }: Query) => {
    names.push(name);
    return hits;
  };
  return { names, kind: kindOf("fixed", () => ({ name: "fixed", build: () => undefined, search }), more) };
};

const HITS: readonly Ranked[] = [
  { id: "first", score: 2, probability: 0.5, proposed: true },
  { id: "second", score: 1, probability: 0.1 },
];

test("ranks by where the right person stands; absent ones are not asked of engines without a probability", async () => {
  const { kind, names } = answering(HITS);
  const measured = await measure(kind, SET, WISH);
  if (typeof measured === "string") throw new Error(measured);
  expect(measured.propose).toBeNull();
  expect(measured.row).toMatchObject({ queries: 30, r1: 2 / 3, r10: 1 });
  expect(measured.row.mrr).toBeCloseTo((20 + 10 / 2) / 30);
  expect(measured.row.slices["all"]).toMatchObject({ queries: 30 });
  expect(names.some((name) => name.startsWith("a"))).toBe(false);
});

test("an engine that tells a probability is judged on absent people too", async () => {
  const { kind } = answering(HITS, { tellsProbability: true });
  const measured = await measure(kind, SET, WISH);
  if (typeof measured === "string") throw new Error(measured);
  expect(measured.row.queries).toBe(30);
  expect(measured.propose).toMatchObject({ proposed: 40, precision: 0.5, falsePerThousandAbsent: 1000 });
  expect(measured.propose?.recall).toBeCloseTo(2 / 3);
  expect(measured.propose?.ece).toBeCloseTo(0);
});

test("a slow engine is asked some, evenly spread", async () => {
  const { kind } = answering(HITS, { isSlow: true });
  const measured = await measure(kind, SET, WISH);
  expect(typeof measured === "string" ? measured : measured.row.queries).toBe(8);
  expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toEqual([0, 2, 4, 6, 8]);
  expect(spread([1, 2], 5)).toEqual([1, 2]);
});

test("an engine that cannot run says why, and one that fails is closed", async () => {
  expect(
    await measure(
      kindOf("gone", () => ({ skipped: "not installed" })),
      SET,
      WISH,
    ),
  ).toBe("not installed");
  let closed = false;
  const failing = kindOf("failing", () => ({
    name: "failing",
    build: () => undefined,
    search: () => {
      throw new Error("no");
    },
    close: () => {
      closed = true;
    },
  }));
  await expect(measure(failing, SET, WISH)).rejects.toThrow("no");
  expect(closed).toBe(true);
});

test("the tables name engine, slice, what was proposed and who did not run", async () => {
  const measured = await measure(answering(HITS, { tellsProbability: true }).kind, SET, WISH);
  if (typeof measured === "string") throw new Error(measured);
  const text = tables({
    name: "S9",
    people: 1,
    queries: 40,
    seed: 101,
    errors: { perQuery: [1, 2], mean: 0.67, kinds: { nickname: 2 } },
    rows: [measured.row],
    propose: measured.propose,
    skipped: [{ engine: "gone", why: "not installed" }],
  });
  for (const part of [
    "S9: 1 people, 40 queries, seed 101",
    ".667",
    "precision .500",
    "nickname 2",
    "gone: not installed",
  ])
    expect(text).toContain(part);
});
