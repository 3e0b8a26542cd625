/** What a line of free text asks. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SearchablePerson } from "../../src/match/person-index.ts";
import { type Known, readQuery } from "../../src/match/query/query.ts";
import { anyText } from "../model/any-text.ts";

const COUNTRIES = new Map([
  ["honduras", "HN"],
  ["hondureno", "HN"],
  ["el salvador", "SV"],
  ["salvador", "SV"],
  ["mexico", "MX"],
  ["hn", "HN"],
]);
const TOWNS = new Set(["yoro", "san marcos", "san marcos del rio", "santiago", "san lucas"]);
const NAMES = new Set(["chepe", "hernandez", "orantes", "rosa", "santiago", "elda", "san"]);
const MARKINGS = new Set(["rosa", "golondrina", "ancla"]);

const KNOWN: Known = {
  placeAt: (words) => {
    for (let length = words.length; length > 0; length -= 1) {
      const phrase = words.slice(0, length).join(" ");
      if (TOWNS.has(phrase)) return { length, written: { town: phrase } };
      if (phrase === "departamento copan") return { length, written: { state: "Copán" } };
    }
    return null;
  },
  isName: (word) => NAMES.has(word),
  soundsLikeName: () => false,
  isMark: (word) => MARKINGS.has(word),
  countryOf: (phrase) => COUNTRIES.get(phrase) ?? null,
};
const reading = (text: string) => readQuery(text, KNOWN);

describe("a line", () => {
  test.each<readonly [string, SearchablePerson]>([
    [
      "chepe hernandez 20 honduras tatuaje rosa",
      { name: "chepe hernandez", age: 20, country: "HN", marks: "tatuaje rosa" },
    ],
    ["Chepe  HERNÁNDEZ,", { name: "Chepe HERNÁNDEZ" }],
    ["chepe 22 años", { name: "chepe", age: 22 }],
    ["chepe de 22 años de edad", { name: "chepe", age: 22 }],
    ["chepe 20-25", { name: "chepe", age: { from: 20, to: 25 } }],
    ["chepe 25 20", { name: "chepe", age: { from: 20, to: 25 } }],
    ["chepe 20 a 25 años", { name: "chepe", age: { from: 20, to: 25 } }],
    ["chepe entre 20 y 25", { name: "chepe", age: { from: 20, to: 25 } }],
    ["chepe 1998", { name: "chepe", birthDate: "1998" }],
    ["chepe 121", { name: "chepe" }],
    ["chepe 0", { name: "chepe" }],
    ["chepe 1899 2101", { name: "chepe" }],
    ["chepe 120", { name: "chepe", age: 120 }],
    ["elda mujer 30", { name: "elda", sex: "female", age: 30 }],
    ["muchacho orantes", { name: "orantes", sex: "male" }],
    ["señora elda", { name: "elda", sex: "female" }],
    ["ti gason orantes", { name: "ti orantes", sex: "male" }],
    ["hombre mujer elda", { name: "elda", sex: "male" }],
    ["elda yoro", { name: "elda", town: "yoro" }],
    ["elda Yoró Honduras", { name: "elda", town: "Yoró", country: "HN" }],
    ["elda San Marcos", { name: "elda", town: "San Marcos" }],
    ["San Marcos del Río elda", { name: "elda", town: "San Marcos del Río" }],
    ["elda departamento copán", { name: "elda", state: "Copán" }],
    ["elda el salvador", { name: "elda", country: "SV" }],
    ["salvador orantes", { name: "orantes", country: "SV" }],
    ["elda hn", { name: "elda hn" }],
    ["Santiago Orantes", { name: "Santiago Orantes" }],
    ["elda tatuaje golondrina orantes", { name: "elda orantes", marks: "tatuaje golondrina" }],
    ["elda cicatriz en la ceja", { name: "elda", marks: "cicatriz la ceja" }],
    ["elda golondrina", { name: "elda", marks: "golondrina" }],
    ["elda rosa", { name: "elda rosa" }],
    ["tatuaje de rosa 30 yoro", { age: 30, town: "yoro", marks: "tatuaje de rosa" }],
    ["elda hijo de chepe orantes", { name: "elda", relatives: ["chepe orantes"] }],
    ["elda hermana chepe 20 orantes", { name: "elda orantes", relatives: ["chepe"], age: 20 }],
    ["elda mamá de chepe tatuaje ancla", { name: "elda", relatives: ["chepe"], marks: "tatuaje ancla" }],
    ["J. Orantes", { name: "J Orantes" }],
    ["elda constructor", { name: "elda constructor" }],
  ])("%s", (text, person) => expect(reading(text)).toEqual(person));

  test("only its first two dozen words count", () => {
    const { name = "" } = reading("orantes ".repeat(100)) as SearchablePerson;
    expect(name.split(" ")).toHaveLength(24);
  });
});

describe("refusals", () => {
  test.each([
    ["", "empty"],
    [" .,-", "empty"],
    ["o", "one-letter"],
    ["O. 20 Honduras", "one-letter"],
    ["20", "no-name"],
    ["de la", "no-name"],
    ["mujer 30 años", "no-name"],
    ["hijo de", "no-name"],
    ["Honduras", "place-only"],
    ["San Marcos", "place-only"],
    ["departamento copan hombre 30", "place-only"],
    ["yoro honduras 1998", "place-only"],
  ])("%j: %s", (text, code) => expect(reading(text)).toBe(code));

  test("a place that is somebody's name may be asked for, and marks and relatives alone", () => {
    expect(reading("santiago")).toEqual({ name: "santiago" });
    expect(reading("san marcos santiago")).toEqual({ name: "santiago", town: "san marcos" });
    expect(reading("tatuaje")).toEqual({ marks: "tatuaje" });
    expect(reading("hija elda")).toEqual({ relatives: ["elda"] });
  });
});

describe("any text", () => {
  test("is read or refused, and what is read asks for a name, a mark or a relative", () => {
    const word = fc.constantFrom(
      ...[
        "chepe",
        "20",
        "1998",
        "honduras",
        "san",
        "marcos",
        "tatuaje",
        "hijo",
        "de",
        "mujer",
        "a",
        "santiago",
        "y",
      ],
    );
    const text = fc.oneof(
      anyText(40),
      fc.array(word, { maxLength: 10 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (line) => {
        const read = reading(line);
        if (typeof read === "string") return;
        expect(read.name ?? read.marks ?? read.relatives?.[0]).toMatch(/\p{L}|\p{N}/u);
        expect(Object.values(read)).not.toContain(undefined);
      }),
      { numRuns: 500 },
    );
  });
});
