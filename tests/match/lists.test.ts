/** People on several lists: the same person may be on two, and nobody is twice on one. */
import { describe, expect, test } from "vitest";
import { createPersonIndex, type Hit, type SearchablePerson } from "#match";

const YEAR = 2026;
const WILMER: SearchablePerson = {
  name: "Wilmer Xol Caal",
  age: { from: 19, to: 19, asOf: "2026" },
  town: "Cobán",
  country: "GT",
};
const crowd = Array.from({ length: 60 }, (_, at): SearchablePerson => ({
  name: `${["Ana", "Luis", "Rosa"][at % 3]!} ${["Paz", "Lara", "Ruiz", "Mejía"][at % 4]!} ${["Pop", "Tzul"][at % 2]!}`,
  age: 20 + (at % 30),
}));

const filled = (wilmers: readonly string[]) => {
  const index = createPersonIndex();
  for (const [at, person] of crowd.entries())
    index.add(`c${String(at)}`, person, at % 2 === 0 ? "here" : "sought");
  for (const [at, list] of wilmers.entries()) index.add(`w${String(at)}`, WILMER, list);
  return index;
};
const scores = (hits: readonly Hit[]) => new Map(hits.map(({ id, score }) => [id, score]));

describe("lists", () => {
  test("only who is on a list is found on it", () => {
    const index = filled(["here", "sought"]);
    expect(index.match(WILMER, { year: YEAR, list: "here" }).map(({ id }) => id)).toEqual(["w0"]);
    expect(index.match(WILMER, { year: YEAR, list: "sought" }).map(({ id }) => id)).toEqual(["w1"]);
    expect(index.match(WILMER, { year: YEAR, list: "elsewhere" })).toEqual([]);
    const both = index.match(WILMER, { year: YEAR });
    expect(both.map(({ id }) => id).sort()).toEqual(["w0", "w1"]);
  });

  test("who is asked about is left out, and leaves the others what is probable", () => {
    const index = filled(["here", "here"]);
    const [hit, ...rest] = index.match(WILMER, { year: YEAR, list: "here", except: "w0" });
    expect(rest).toEqual([]);
    expect(hit).toMatchObject({ id: "w1", proposed: true });
  });

  test("homonyms share what is probable on one list, and not on two", () => {
    const apart = scores(filled(["here", "sought"]).match(WILMER, { year: YEAR }));
    expect(apart.get("w0")).toBeGreaterThan(0.9);
    expect(apart.get("w1")).toBeGreaterThan(0.9);
    const together = scores(filled(["here", "here"]).match(WILMER, { year: YEAR }));
    expect(together.get("w0")).toBeLessThanOrEqual(0.5);
    expect(together.get("w0")).toBe(together.get("w1"));
  });

  test("a list asked alone says what it says among all", () => {
    const index = filled(["here", "sought", "here"]);
    const all = scores(index.match(WILMER, { year: YEAR }));
    for (const list of ["here", "sought"])
      for (const [id, score] of scores(index.match(WILMER, { year: YEAR, list })))
        expect(all.get(id)).toBeCloseTo(score, 12);
  });

  test("who moves to another list leaves the first, also when the index is packed", () => {
    const index = filled(["here"]);
    index.add("w0", WILMER, "sought");
    expect(index.match(WILMER, { year: YEAR, list: "here" })).toEqual([]);
    for (let at = 0; at < 3000; at += 1) {
      index.add("gone", WILMER, "here");
      index.remove("gone");
    }
    expect(index.match(WILMER, { year: YEAR, list: "sought" }).map(({ id }) => id)).toEqual(["w0"]);
    expect(index.match(WILMER, { year: YEAR, list: "here" })).toEqual([]);
  });
});
