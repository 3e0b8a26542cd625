/** How near two written places are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Distance,
  distanceBetween,
  type Nearness,
  type WrittenPlace,
} from "../../../src/match/gazetteer/index.ts";
import { anyText } from "../../model/any-text.ts";
import { gazetteer, located } from "./route.ts";

const between = (one: WrittenPlace, other: WrittenPlace): Distance =>
  distanceBetween(gazetteer.locate(one), gazetteer.locate(other));

const hn = { country: "HN" };

describe("two written places", () => {
  test.each([
    ["a short form", { town: "San Pedro" }, { town: "San Pedro Sula", ...hn }, "same-town", "short"],
    [
      "a short form of another",
      { town: "Santa Rosa", ...hn },
      { town: "Santa Rosa de Copán" },
      "same-town",
      "short",
    ],
    ["a popular name", { town: "Tegus" }, { town: "Tegucigalpa" }, "same-town", "same"],
    ["a misspelling", { town: "tegusigalpa" }, { town: "Tegucigalpa" }, "same-town", "misspelt"],
    ["two languages", { town: "Okap" }, { town: "Cap-Haïtien" }, "same-town", "same"],
    ["a neighbourhood", { town: "colonia Kennedy, Tela" }, { town: "Tela" }, "same-town", "same"],
    [
      "a village no list has",
      { town: "Los Amatillos" },
      { town: "aldea Amatillos", ...hn },
      "same-town",
      "same",
    ],
    [
      "that village misspelt",
      { town: "Los Amatillos" },
      { town: "aldea Amatiyo", ...hn },
      "same-town",
      "misspelt",
    ],
    ["a town nearby", { town: "Choloma" }, { town: "San Pedro Sula" }, "near", "by-place"],
    ["a department", { town: "Cortés" }, { town: "San Pedro Sula" }, "same-department", "by-place"],
    ["far in a department", { town: "Yoro" }, { town: "Olanchito" }, "same-department", "by-place"],
    ["two departments", { town: "Tela" }, { town: "Juticalpa" }, "same-country", "by-place"],
    ["a country", { ...hn }, { town: "Tela" }, "same-country", "by-place"],
    ["two countries", { town: "Tapachula" }, { town: "Tela" }, "other-country", "by-place"],
    ["two countries, only named", { country: "GT" }, { ...hn }, "other-country", "by-place"],
    [
      "two sides of a border",
      { town: "Ciudad Hidalgo", state: "Chiapas" },
      { town: "Tecún Umán" },
      "near",
      "by-place",
    ],
    ["nothing", {}, { town: "Tela" }, "unknown", "by-place"],
  ] satisfies readonly (readonly [string, WrittenPlace, WrittenPlace, Nearness, string])[])(
    "%s: %o and %o",
    (_, one, other, nearness, how) => {
      expect(between(one, other)).toMatchObject({ nearness, how });
    },
  );

  test.each([
    ["San Isidro, Yoro", "San Isidro, Cortés"],
    ["aldea Los Amatillos, Yoro", "aldea Los Amatillos, Olancho"],
    ["colonia Kennedy, San Pedro Sula", "colonia Kennedy, Tegucigalpa"],
    ["caserío El Achiotal, Tela", "caserío El Achiotal, Danlí"],
    ["Santa Rosa de Copán", "Santa Rosa de Lima"],
    ["Los Amatillos", "Las Mesetas"],
  ])("of one name or not, they are not one town: %s, %s", (one, other) => {
    expect(between({ town: one }, { town: other }).nearness).not.toBe("same-town");
  });

  test("the same name in another country is another town", () => {
    expect(between({ town: "Trujillo", country: "PE" }, { town: "Trujillo", ...hn }).nearness).toBe(
      "other-country",
    );
  });

  test("tells the kilometres, also across departments", () => {
    expect(between({ town: "Choloma" }, { town: "San Pedro Sula" }).kilometres).toBeCloseTo(14, 0);
    expect(between({ town: "Tapachula" }, { town: "Tijuana" }).kilometres).toBeGreaterThan(2_500);
    expect(between({ town: "Tela" }, { ...hn }).kilometres).toBeNull();
  });
});

const written = fc.record(
  {
    town: fc.oneof(
      anyText(20),
      fc.constantFrom(
        "San Pedro",
        "san pedro zula",
        "Tela",
        "Cortés",
        "Los Amatillos",
        "amatiyos",
        "col. X, Tela",
      ),
      fc.constantFrom("Santa Rosa", "Honduras", "La Paz", "Choloma", "El Carmen, Chiapas", "El Carmen"),
    ),
    state: fc.constantFrom("", "Cortés", "La Paz", "Chiapas", "Yoro"),
    country: fc.constantFrom("HN", "MX", "SV", "PE", ""),
  },
  { requiredKeys: [] },
);

test("both ways it is as near", () => {
  fc.assert(
    fc.property(written, written, (one, other) => {
      expect(between(one, other)).toEqual(between(other, one));
    }),
    { numRuns: 500 },
  );
});

test("a town is the same as itself, however it is written", () => {
  fc.assert(
    fc.property(written, (one) => {
      const location = gazetteer.locate(one);
      const { nearness, kilometres } = distanceBetween(location, gazetteer.locate(one));
      fc.pre(location.town !== "");
      expect([nearness, kilometres]).toEqual(["same-town", 0]);
    }),
    { numRuns: 300 },
  );
});

test("every town of the list is itself, by its name, department and country", () => {
  const tela = located("Tela", hn);
  expect(distanceBetween(tela, located("Tela", { ...hn, state: "Atlántida" })).nearness).toBe("same-town");
  expect(distanceBetween(tela, located("Tela", { ...hn, state: "Yoro" })).nearness).toBe("same-town");
});
