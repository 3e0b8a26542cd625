/** What a line was understood to say, and searches that leave parts of it out. */
import { beforeAll, describe, expect, test } from "vitest";
import { createPersonIndex, loadGazetteer, type PersonIndex, type QueryPart } from "#match";
import { parseCountry } from "#model";

let index: PersonIndex;
beforeAll(async () => {
  index = createPersonIndex({ gazetteer: await loadGazetteer(), countryOf: parseCountry });
  index.add("young", { name: "Elda Orantes", age: 20, country: "HN", marks: "tatuaje de ancla" });
  index.add("old", { name: "Elda Orantes", age: 60, country: "GT" });
});

function ask(text: string, without: readonly QueryPart[] = []) {
  const answer = index.search(text, { without, year: 2026 });
  if (answer.kind === "refused") throw new Error(answer.reason.code);
  const scores = new Map(answer.hits.map(({ id, score }) => [id, score]));
  return { understood: answer.understood, young: scores.get("young") ?? 0, old: scores.get("old") ?? 0 };
}

describe("a search", () => {
  test("tells what the text was read as", () => {
    expect(ask("elda orantes 20 honduras").understood).toEqual({
      name: "elda orantes",
      age: 20,
      country: "HN",
    });
  });

  test("leaves out what is not to count, and still tells it", () => {
    const [all, ageless] = [
      ask("elda orantes 20 honduras"),
      ask("elda orantes 20 honduras", ["age", "place"]),
    ];
    expect(all.young).toBeGreaterThan(10 * all.old);
    expect(ageless.young).toBe(ageless.old);
    expect(ageless.understood).toEqual(all.understood);
    expect(ageless.young).toBe(ask("elda orantes").young);
  });

  test("leaves out nothing where nobody would be left to look for", () => {
    expect(ask("elda orantes 20", ["name"])).toEqual(ask("elda orantes 20"));
    const { young } = ask("elda tatuaje ancla", ["name"]);
    expect(young).toBe(ask("tatuaje ancla").young);
  });
});
