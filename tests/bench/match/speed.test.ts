import { expect, test } from "vitest";
import type { Person, Query } from "../../../bench/match/person.ts";
import { type Measured, speedTable } from "../../../bench/match/speed/results.ts";
import { control, openTrial, SPEED_ENGINES, timesOf } from "../../../bench/match/speed/trial.ts";
import { made } from "./few-names.ts";

const person = (id: string): Person => ({ ...made().record, id });
const query = (id: string): Query => {
  const { sex, age, country, town } = made().truth;
  return {
    id,
    name: "josé hernández",
    sex,
    age,
    birthDate: null,
    country,
    town,
    relatives: [],
    marks: null,
    answer: "p1",
    errors: [],
    slices: [],
  };
};

/** Stands in for the package, and tells what it was given. */
function fakeRival() {
  const added: unknown[][] = [];
  const searched: string[] = [];
  class Fake {
    addAll(people: unknown[]) {
      added.push(people);
    }
    search(text: string) {
      searched.push(text);
      return [];
    }
  }
  return { added, searched, load: async () => ({ default: Fake }) };
}

test("times are told by the share that does not exceed them", () => {
  const times = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(timesOf(times)).toEqual({ count: 100, p50: 50, p95: 95, most: 100 });
});

test("everybody is built in at once, the queries are asked evenly spread, who arrives is added one by one", async () => {
  const { added, searched, load } = fakeRival();
  const trial = await openTrial("minisearch+town", load);
  expect(await trial.build(JSON.stringify([person("p1"), person("p2")]))).toBeGreaterThanOrEqual(0);
  expect(added.map((people) => people.length)).toEqual([2]);
  const queries = Array.from({ length: 40 }, (_, at) => query(`q${at}`));
  expect(await trial.ask(JSON.stringify(queries), 10)).toMatchObject({ count: 10 });
  // ten that count, and before them the same ten to warm up
  expect(searched).toHaveLength(20);
  expect(await trial.arrive(JSON.stringify([person("p3"), person("p4"), person("p5")]))).toMatchObject({
    count: 3,
  });
  expect(added.map((people) => people.length)).toEqual([2, 1, 1, 1]);
});

test("Vereda is timed with people who can be found", async () => {
  const trial = await openTrial("vereda", async () => ({}));
  await trial.build(JSON.stringify([person("p1")]));
  const { count, p50, p95, most } = await trial.ask(JSON.stringify([query("q1"), query("q2")]), 2);
  expect(count).toBe(2);
  expect(p50).toBeGreaterThan(0);
  expect(p95).toBeGreaterThanOrEqual(p50);
  expect(most).toBeGreaterThanOrEqual(p95);
});

test("an engine that is not timed is refused by name", async () => {
  await expect(openTrial("grep", async () => ({}))).rejects.toThrow(/no engine "grep": vereda, /u);
  expect(SPEED_ENGINES[0]).toBe("vereda");
});

test("the control loop takes time, and is not taken out", () => {
  expect(control()).toBeGreaterThan(1);
});

const measured = (engine: string): Measured => ({
  engine,
  buildSeconds: 4.256,
  queries: { count: 1000, p50: 4.04, p95: 18.06, most: 40 },
  arrivals: { count: 1000, p50: 0.0312, p95: 0.2, most: 3 },
  bytes: 120_400_000,
  controlMs: 80,
});

test("the table has a row for each engine and place, and the control loops beside", () => {
  const text = speedTable({
    people: 100_000,
    slowed: 6,
    node: [measured("vereda")],
    page: [{ ...measured("vereda"), controlMs: 480 }],
    pageControlMs: 81,
  });
  expect(text).toContain("100,000 people");
  expect(text).toMatch(
    /\| vereda, Node +\| +4\.26 \| +1000 \| +4\.0 \| +18\.1 \| +40\.0 \| +0\.031 \| +0\.200 \| 120\.4 \|/u,
  );
  expect(text).toMatch(/\| vereda, Chromium slowed 6 times \|/u);
  expect(text).toContain(
    "Control loop: Node, before vereda 80.0 ms; Chromium 81.0 ms; Chromium slowed 6 times, before vereda 480.0 ms.",
  );
});

test("without Chromium the table has Node alone", () => {
  const text = speedTable({
    people: 100,
    slowed: 6,
    node: [measured("vereda")],
    page: null,
    pageControlMs: null,
  });
  expect(text).not.toContain("Chromium");
});
