/** People on two lists: the same person may be on both, and nobody is twice on one. */
import { describe, expect, test } from "vitest";
import type { Hit, SearchablePerson } from "#match";
import { type PersonList, PersonLists } from "../../src/engine/records/person-lists.ts";

const YEAR = { year: 2026 };
const WILMER: SearchablePerson = {
  name: "Wilmer Xol Caal",
  age: { from: 19, to: 19, asOf: "2026" },
  country: "GT",
};
const filled = (wilmers: readonly PersonList[]): PersonLists => {
  const lists = new PersonLists({});
  for (let at = 0; at < 40; at += 1)
    lists.add(`c${String(at)}`, { name: "Ana Paz Lara", age: 20 + at }, at % 2 === 0 ? "here" : "sought");
  for (const [at, list] of wilmers.entries()) lists.add(`w${String(at)}`, WILMER, list);
  return lists;
};
const scores = (hits: readonly Hit[]) => new Map(hits.map(({ id, score }) => [id, score]));
const found = (lists: PersonLists, text: string) => {
  const answer = lists.search(text, YEAR);
  return answer.kind === "hits" ? scores(answer.hits) : answer.reason.code;
};

describe("people on two lists", () => {
  test("are matched on one and searched on both", () => {
    const lists = filled(["here", "sought"]);
    for (const [list, id] of [
      ["here", "w0"],
      ["sought", "w1"],
    ] as const)
      expect([...scores(lists.match(WILMER, { ...YEAR, list })).keys()]).toEqual([id]);
    expect([...(found(lists, "wilmer xol") as Map<string, number>).keys()].sort()).toEqual(["w0", "w1"]);
    expect(lists.size).toBe(42);
    lists.remove("w0");
    lists.remove("w1");
    expect(found(lists, "wilmer xol")).toEqual(new Map());
  });

  test("share what is probable of them on one list, and not on two", () => {
    const text = "wilmer xol caal 19 guatemala";
    const apart = found(filled(["here", "sought"]), text) as Map<string, number>;
    expect(Math.min(...apart.values())).toBeGreaterThan(0.9);
    const together = found(filled(["here", "here"]), text) as Map<string, number>;
    expect(together.get("w0")).toBeLessThanOrEqual(0.5);
    expect(together.get("w0")).toBe(together.get("w1"));
  });

  test("are as rare on one list as that list says, whoever is on the other", () => {
    const asked = { name: "Wilmar Shol", country: "GT" };
    const alone = filled(["here"]).match(asked, { ...YEAR, list: "here" });
    const lists = filled(["here"]);
    for (let at = 0; at < 50; at += 1) lists.add(`s${String(at)}`, asked, "sought");
    expect(lists.match(asked, { ...YEAR, list: "here" })).toEqual(alone);
  });

  test("a text is told as the list of the likeliest result read it", () => {
    const lists = new PersonLists({});
    lists.add("here", { name: "Elda Yoro Xol", age: 20 }, "here");
    const read = (text: string) => {
      const answer = lists.search(text, YEAR);
      return answer.kind === "hits" ? [answer.hits[0]?.id, answer.understood] : [];
    };
    expect(read("elda xol 20 yoro")).toEqual(["here", { name: "elda xol yoro", age: 20 }]);
    lists.add("sought", { name: "Elda Xol", age: 20, town: "Yoro" }, "sought");
    expect(read("elda xol 20 yoro")).toEqual(["sought", { name: "elda xol", age: 20, town: "yoro" }]);
    expect(read("zoraida 20")).toEqual([undefined, { name: "zoraida", age: 20 }]);
  });

  test("a search that one list refuses is answered where the other knows somebody", () => {
    const lists = new PersonLists({});
    expect(found(lists, "a")).toBe("one-letter");
    lists.add("p", { name: "Ana Paz", town: "Yoro" }, "here");
    expect(found(lists, "yoro")).toBe("place-only");
    lists.add("y", { name: "Yoro Paz" }, "sought");
    expect([...(found(lists, "yoro") as Map<string, number>).keys()]).toEqual(["y"]);
  });
});
