import { describe, expect, test } from "vitest";
import { createPersonIndex } from "#match";
import { relativeParts } from "../../src/match/names/relatives.ts";

const namesIn = (text: string): string =>
  relativeParts(text)
    .map(({ word }) => word.raw)
    .join(" ");

describe("what is said of a relative", () => {
  test.each([
    ["Wilmer Hernández (primo, viajaba con él)", "Wilmer Hernández"],
    ["su hermana menor Ana Xol", "Ana Xol"],
    ["Tía Petrona de la Cruz", "Petrona Cruz"],
    ["dos hijos: Mikal y Diego", "Mikal Diego"],
    ["Rosa Caal (madre", "Rosa Caal"],
    ["su hermana menor", ""],
    ["con su esposo", ""],
    ["his brother Jean", "Jean"],
  ])("%s names %s", (text, names) => {
    expect(namesIn(text)).toBe(names);
  });

  test("is no reason where only the relation is the same", () => {
    const index = createPersonIndex();
    index.add("p", { name: "Ana Paz", relatives: ["su hermana menor", "Elda Tzul (tía)"] });
    const reasonsOf = (relatives: readonly string[]) =>
      index.match({ name: "Ana Paz", relatives })[0]!.reasons.map(({ code }) => code);
    expect(reasonsOf(["hermana menor", "una tía"])).not.toContain("relative");
    expect(reasonsOf(["tía Elda Tzul"])).toContain("relative");
  });
});
