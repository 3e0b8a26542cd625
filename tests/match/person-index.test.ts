import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createPersonIndex,
  type Hit,
  type PersonIndex,
  type SearchablePerson,
  type SearchOptions,
} from "#match";
import { parseCountry } from "#model";
import { anyText } from "../model/any-text.ts";

const PEOPLE: Readonly<Record<string, SearchablePerson>> = {
  chepe: {
    name: "José Ángel Hernández Mejía",
    age: 22,
    country: "HN",
    town: "San Pedro Sula",
    marks: "tatuaje de una rosa",
    relatives: ["Wilmer Hernández"],
  },
  mikal: {
    name: "Mikal Xuu'kx Pérez",
    alternateNames: ["Miki"],
    country: "GT",
    town: "San Juan Ixcoy",
    age: { from: 19, to: 19 },
  },
  regine: {
    givenNames: "Régine",
    surnames: "Pierre Joseph",
    country: "HT",
    town: "Jérémie",
    birthDate: "1990-05",
  },
  santiago: { name: "Santiago Victoria López", country: "MX", town: "Santa Rosa de Copán" },
  yesenia: {
    name: "Yesenia Valladares",
    country: "HN",
    town: "Santiago",
    age: { from: 30, to: 35, asOf: "2020-01-01" },
  },
};

const filled = (): PersonIndex => {
  const index = createPersonIndex({ countryOf: parseCountry });
  for (const [id, person] of Object.entries(PEOPLE)) index.add(id, person);
  return index;
};

const hitsOf = (index: PersonIndex, text: string, options?: SearchOptions): readonly Hit[] => {
  const answer = index.search(text, options);
  return answer.kind === "hits" ? answer.hits : [];
};
const ids = (text: string): readonly string[] => hitsOf(filled(), text).map(({ id }) => id);
const refusal = (text: string): string | null => {
  const answer = filled().search(text);
  return answer.kind === "refused" ? answer.reason.code : null;
};

describe("finding", () => {
  test.each([
    ["José Hernández", "chepe"],
    ["JOSE HERNANDEZ MEJIA", "chepe"],
    ["Jose Hernandes Megia", "chepe"],
    ["chepe ernandes", "chepe"],
    ["mejia hernandez jose", "chepe"],
    ["hernadnez", "chepe"],
    ["hern", "chepe"],
    ["chepe ernandes 20 san pedro", "chepe"],
    ["jose honduras tatuaje rosa", "chepe"],
    ["xuukx", "mikal"],
    ["Xuuꞌkx", "mikal"],
    ["miki", "mikal"],
    ["rejine piere", "regine"],
    ["jesenia baladares", "yesenia"],
    ["santiago", "santiago"],
    ["victoria", "santiago"],
  ])("%s finds the right person first", (text, id) => expect(ids(text)[0]).toBe(id));

  test("who shares nothing with the question is not found", () => {
    expect(ids("Obdulio Zacarías")).toEqual([]);
    expect(ids("Hernández")).not.toContain("regine");
  });

  test("a name is not found by a town that sounds like it alone", () => {
    expect(ids("santiago")).not.toContain("yesenia");
  });

  test("a changed and a removed person are found as they are now, and not as they were", () => {
    const index = filled();
    index.add("chepe", { name: "Luis Caal" });
    expect(hitsOf(index, "Hernández Mejía").map(({ id }) => id)).not.toContain("chepe");
    expect(hitsOf(index, "Luis Caal")[0]?.id).toBe("chepe");
    index.remove("chepe");
    index.remove("nobody");
    expect(hitsOf(index, "Luis Caal")).toEqual([]);
    expect(index.size).toBe(Object.keys(PEOPLE).length - 1);
  });

  test("a limit is kept", () => {
    const index = createPersonIndex();
    for (let at = 0; at < 60; at += 1) index.add(String(at), { name: `Juan Hernández ${at}` });
    expect(hitsOf(index, "juan hernandez")).toHaveLength(20);
    expect(hitsOf(index, "juan hernandez", { limit: 3 })).toHaveLength(3);
    expect(hitsOf(index, "juan hernandez", { limit: 0 })).toEqual([]);
  });
});

describe("text as hostile people write it", () => {
  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "%s is a word like any other",
    (word) => {
      const index = filled();
      index.add("odd", {
        name: `Wilmer ${word}`,
        town: word,
        marks: word,
        alternateNames: [word],
        relatives: [word],
      });
      expect(hitsOf(index, `wilmer ${word} ${word}`)[0]?.id).toBe("odd");
      expect(index.match({ name: word, town: word, sex: word, relatives: [word] })[0]?.id).toBe("odd");
    },
  );
});

describe("refusing", () => {
  test.each([
    ["", "empty"],
    ["  ,. ", "empty"],
    ["j", "one-letter"],
    ["J. R.", "one-letter"],
    ["22", "no-name"],
    ["22 años", "no-name"],
    ["de la", "no-name"],
    ["honduras", "place-only"],
    ["hondureño", "place-only"],
    ["san pedro sula", "place-only"],
    ["SAN PEDRO SULA Honduras 22", "place-only"],
    ["santa rosa de copan", "place-only"],
    ["Jérémie, Haití", "place-only"],
  ])("%j is refused as %s", (text, code) => expect(refusal(text)).toBe(code));

  test("a place that is somebody's name may be searched, and an initial beside a name", () => {
    expect(refusal("Santiago")).toBeNull();
    expect(refusal("J Hernández")).toBeNull();
  });

  test("a place that nobody comes from any more is a word again", () => {
    const index = filled();
    index.remove("chepe");
    const answer = index.search("san pedro sula");
    expect(answer.kind).toBe("hits");
    expect(hitsOf(index, "san pedro sula").map(({ id }) => id)).not.toContain("chepe");
  });
});

describe("scores and reasons", () => {
  const best = (text: string, options?: SearchOptions): Hit | undefined => hitsOf(filled(), text, options)[0];

  test("the same words score highest, slips less, and a lone weak hit stays weak", () => {
    const scoreOf = (text: string) => best(text)?.score ?? 0;
    expect(scoreOf("José Ángel Hernández Mejía")).toBeGreaterThan(scoreOf("Jose Hernandes Megia"));
    expect(scoreOf("Jose Hernandes Megia")).toBeGreaterThan(scoreOf("chepe ernandes"));
    expect(scoreOf("José Ángel Hernández Mejía 22")).toBeGreaterThan(0.9);
    expect(scoreOf("hernandez ruiz 60 mujer guatemala")).toBeLessThan(0.05);
  });

  test("an age that fits helps, one that does not harms, and both are said", () => {
    const plain = best("hernandez jose")?.score ?? 0;
    expect(best("hernandez jose 21")?.score).toBeGreaterThan(plain);
    expect(best("hernandez jose 40")?.score ?? 0).toBeLessThan(plain);
    expect(best("hernandez 21")?.reasons).toContainEqual({ code: "age", asked: "21", found: "22" });
    expect(best("hernandez 40-45")?.reasons).toContainEqual({
      code: "age-differs",
      asked: "40-45",
      found: "22",
    });
  });

  test("ages grow with time where the record says when they were true", () => {
    expect(best("yesenia 38", { year: 2026 })?.reasons).toContainEqual({
      code: "age",
      asked: "38",
      found: "36-41",
      then: "30-35",
      since: "2020",
    });
    expect(best("regine 36", { year: 2026 })?.reasons).toContainEqual({
      code: "age",
      asked: "36",
      found: "35-36",
    });
  });

  test("the reasons say what was asked and what is stored, first what speaks for the person", () => {
    expect(best("ernandes jose miki")?.reasons).toEqual([
      { code: "surname", how: "sounds", asked: "ernandes", found: "Hernández" },
      { code: "given-name", how: "same", asked: "jose", found: "José" },
      { code: "name-missing", asked: "miki" },
    ]);
    expect(best("chepe mejia 40 honduras tatuaje rosa")?.reasons).toEqual([
      { code: "surname", how: "same", asked: "mejia", found: "Mejía" },
      { code: "given-name", how: "nickname", asked: "chepe", found: "José" },
      { code: "marks", how: "same", asked: "tatuaje", found: "tatuaje" },
      { code: "marks", how: "same", asked: "rosa", found: "rosa" },
      { code: "country", country: "HN" },
      { code: "age-differs", asked: "40", found: "22" },
    ]);
  });

  test("any text is answered in good time", () => {
    const index = filled();
    const started = performance.now();
    index.search("a".repeat(100_000));
    index.search("hernandez ".repeat(10_000));
    index.search("ñ'".repeat(50_000));
    expect(performance.now() - started).toBeLessThan(5000);
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(["hits", "refused"]).toContain(index.search(text).kind);
      }),
    );
  });
});
