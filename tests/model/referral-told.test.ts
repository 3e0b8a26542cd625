/** What a referral tells: nobody's name before it is accepted, and afterwards only what the need needs. */
import { describe, expect, test } from "vitest";
import { fieldNames, givesAway, NEEDS, type PersonFields, summaryOf, toldOf } from "#model";

const MIKAL: PersonFields = {
  ...{ name: "Mikal Pérez Xol", givenNames: "Mikal", surnames: "Pérez Xol", alternateNames: ["Chejo"] },
  ...{ sex: "other", age: 19, birthDate: "2007-03-01", country: "GT", state: "Huehuetenango" },
  ...{
    town: "San Juan Ixcoy",
    marks: "lunar",
    relatives: ["Rosa (tía)"],
    language: "q'anjob'al",
    photo: "p1",
  },
};
const NAMES = ["name", "givenNames", "surnames"];

describe("the extract", () => {
  test("of each need has these fields, and no others", () => {
    const told = Object.fromEntries(NEEDS.map((need) => [need, Object.keys(toldOf(MIKAL, need))]));
    expect(told).toEqual({
      shelter: [...NAMES, "sex", "age", "language", "relatives"],
      health: [...NAMES, "sex", "age", "birthDate", "language"],
      psychosocial: [...NAMES, "sex", "age", "language"],
      legal: [...NAMES, "age", "birthDate", "country", "language"],
      protection: [...NAMES, "sex", "age", "country", "language"],
      material: NAMES,
      family: [...NAMES, "country", "state", "town", "language"],
      other: NAMES,
    });
  });

  test("says what is seen of who has no name, and nothing else for want of one", () => {
    expect(toldOf({ marks: "gorra roja" }, "material")).toEqual({ marks: "gorra roja" });
    expect(toldOf({ alternateNames: ["Chejo"], marks: "lunar" }, "other")).toEqual({
      alternateNames: ["Chejo"],
    });
  });
});

describe("what is asked", () => {
  test("has no field of a person's, and says how many, about how old, and which languages", () => {
    const shared = fieldNames("guest").filter((field) => fieldNames("referral").includes(field));
    expect(shared).toEqual([]);
    const people: PersonFields[] = [
      MIKAL,
      { name: "Eva", age: { from: 16, to: 18, approximate: true }, sex: "female", language: "mam" },
      { name: "Noé", birthDate: "2023", sex: "female", language: "mam" },
      { marks: "no se sabe más" },
    ];
    expect(summaryOf(people, 2026)).toEqual({
      people: 4,
      ageGroups: ["0-5", "12-17", "18-59"],
      sexes: ["other", "female"],
      languages: ["q'anjob'al", "mam"],
    });
  });

  test("is refused where it says a word of a name, or how to reach somebody", () => {
    for (const text of ["Es perez, de Ixcoy", "le dicen CHEJO", "llamar al 555 0142 77", "a@ejemplo.invalid"])
      expect([text, givesAway(text, [MIKAL])]).toEqual([text, true]);
    expect(givesAway("Habla poco español; no puede subir escaleras", [MIKAL])).toBe(false);
  });
});
