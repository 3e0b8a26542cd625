/** People on two lists: the same person may be on both, and nobody is twice on one. */
import { describe, expect, test } from "vitest";
import { type Hit, loadGazetteer, type QueryPart, type SearchablePerson } from "#match";
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

  test("a surname on one list is no town on the other, whichever of the two knows it", async () => {
    const gazetteer = await loadGazetteer();
    for (const bearers of ["here", "sought"] as const) {
      const other = bearers === "here" ? "sought" : "here";
      const lists = new PersonLists({ gazetteer });
      for (let at = 0; at < 40; at += 1) lists.add(`c${String(at)}`, { name: "Ana Paz Lara" }, other);
      lists.add("lone", { name: "Francisco Hernández" }, other);
      const asked = () => {
        const answer = lists.search("francisco madrid", YEAR);
        if (answer.kind === "refused") throw new Error(answer.reason.code);
        return { understood: answer.understood, lone: answer.hits.find(({ id }) => id === "lone") };
      };
      const asTown = asked();
      expect(asTown.understood).toMatchObject({ name: "francisco", town: "madrid" });
      expect(asTown.lone?.reasons.map(({ code }) => code)).not.toContain("name-missing");
      lists.add("madrid", { name: "Rosa Madrid" }, bearers);
      const asSurname = asked();
      expect(asSurname.understood).toEqual({ name: "francisco madrid" });
      expect(asSurname.lone?.reasons.map(({ code }) => code)).toContain("name-missing");
      // from .1 on it reads "posible"
      expect(asTown.lone?.score).toBeGreaterThan(0.1);
      expect(asSurname.lone?.score).toBeLessThan(0.1);
      lists.remove("madrid");
      expect(asked()).toEqual(asTown);
    }
  });

  test("a town of people on one list is a town on the other, and a mark of theirs a mark", () => {
    const lists = new PersonLists({});
    lists.add("lone", { name: "Elda", marks: "lunar" }, "here");
    const understood = (text: string) => {
      const answer = lists.search(text, YEAR);
      return answer.kind === "hits" ? answer.understood : answer.reason.code;
    };
    expect(understood("elda 20 tlacuapa ancla")).toEqual({ name: "elda tlacuapa ancla", age: 20 });
    lists.add("there", { name: "Ana Paz", town: "Tlacuapa", marks: "ancla" }, "sought");
    expect(understood("elda 20 tlacuapa ancla")).toEqual({
      ...{ name: "elda", age: 20, town: "tlacuapa", marks: "ancla" },
    });
    expect(understood("tlacuapa")).toBe("place-only");
  });

  test("the longest place of somebody's on either list comes before one that only the gazetteer has", async () => {
    const lists = new PersonLists({ gazetteer: await loadGazetteer() });
    const town = (text: string) => {
      const answer = lists.search(text, YEAR);
      return answer.kind === "hits" ? answer.understood.town : answer.reason.code;
    };
    lists.add("a", { name: "Ana Paz", town: "Aldea Quebrada" }, "here");
    lists.add("b", { name: "Ana Paz", town: "Aldea Quebrada Honda Sur" }, "sought");
    expect(town("elda 20 en aldea quebrada honda sur")).toBe("aldea quebrada honda sur");
    lists.remove("b");
    expect(town("elda 20 en aldea quebrada honda sur")).toBe("aldea quebrada");
    expect(town("elda 20 en tapachula")).toBe("tapachula");
  });

  test("a text that names somebody on one list only is asked of both, and refused where it names nobody", () => {
    const lists = new PersonLists({});
    expect(found(lists, "a")).toBe("one-letter");
    lists.add("p", { name: "Ana Paz", town: "Yoro" }, "here");
    expect(found(lists, "yoro")).toBe("place-only");
    lists.add("y", { name: "Yoro Paz" }, "sought");
    expect([...(found(lists, "yoro") as Map<string, number>).keys()]).toEqual(["y"]);
  });

  test("what is left out is left out on both", () => {
    const lists = filled(["here", "sought"]);
    const ask = (without: readonly QueryPart[]) =>
      lists.search("wilmer xol 60 guatemala", { ...YEAR, without });
    const [all, ageless, nobody] = [ask([]), ask(["age"]), ask(["name"])];
    if (all.kind === "refused" || ageless.kind === "refused") throw new Error("refused");
    expect(all.telling).toEqual(["name"]);
    expect(ageless.understood).toEqual(all.understood);
    for (const id of ["w0", "w1"])
      expect(scores(ageless.hits).get(id)).toBeGreaterThan(2 * (scores(all.hits).get(id) ?? 0));
    expect(nobody).toEqual(all);
  });
});
