/** Names of places at the beginning of free text. */
import fc from "fast-check";
import { wordsOf } from "../../../src/match/words/words.ts";
import { anyText } from "../../model/any-text.ts";
import { describe, expect, test } from "vitest";
import { gazetteer } from "./route.ts";

const beginning = (text: string) => gazetteer.beginsWith(text.split(" "));

describe("a text begins with", () => {
  test.each([
    ["san pedro sula tatuaje rosa", 3, { town: "san pedro sula" }],
    ["san pedro tatuaje", 2, { town: "san pedro" }],
    ["santa rosa de copan 20", 4, { town: "santa rosa de copan" }],
    ["la ceiba", 2, { town: "la ceiba" }],
    ["tegusigalpa 20", 1, { town: "tegusigalpa" }],
    ["cortes", 1, { state: "cortes", country: "HN" }],
    ["francisco morazan honduras", 2, { state: "francisco morazan", country: "HN" }],
    ["chiapas mexico", 1, { state: "chiapas", country: "MX" }],
    ["honduras tatuaje", 1, { country: "HN" }],
    ["hondureno 20", 1, { country: "HN" }],
    ["el salvador", 2, { country: "SV" }],
    ["guadalupe", 1, { town: "guadalupe" }],
  ])("«%s»: %i words", (text, length, written) => {
    expect(beginning(text)).toMatchObject({ length, written });
  });

  test.each(["jose", "juan", "mejia lopez", "chepe hernandez", "de tela", "20 tela", "la", "de la", ""])(
    "no place: «%s»",
    (text) => {
      expect(beginning(text)).toBeNull();
    },
  );

  test("tells a town from a name that hardly anybody lives in", () => {
    const people = (text: string): number => beginning(text)?.population ?? 0;
    expect(people("tela")).toBeGreaterThan(people("rosa") * 2);
    expect(people("la cruz")).toBeGreaterThan(people("cruz") * 2);
    expect(people("san pedro sula")).toBeGreaterThan(people("lopez") * 100);
  });
});

test("what it takes for a place can be located", () => {
  const listed = ["san", "pedro", "sula", "la", "de", "cortes", "honduras", "santa", "rosa", "paz", "20"];
  const some = fc.constantFrom(...listed);
  // as the reader of a query hands them in: folded
  const anyWord = anyText(6).map((text) => wordsOf(text)[0]?.folded ?? "la");
  fc.assert(
    fc.property(fc.array(fc.oneof(some, anyWord), { maxLength: 8 }), (words) => {
      const found = gazetteer.beginsWith(words);
      if (found === null) return;
      expect(found.length).toBeLessThanOrEqual(words.length);
      const { country, departments, places } = gazetteer.locate(found.written);
      expect(country !== null || departments.length + places.length > 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
