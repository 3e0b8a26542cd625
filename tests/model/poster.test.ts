/** A poster: a part of the card, with nothing of who seeks and no place but where the person is from (src/model/poster.ts). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractPoster, hasContact, namesSeeker, parseFields, type Report } from "#model";

const reportOf = (fields: object): Report => {
  const read = parseFields("report", { posterAllowed: true, ...fields });
  if (read.kind !== "ok") throw new Error(JSON.stringify(read.problems));
  return read.fields;
};

const WHOLE = {
  ...{ name: "Josué Ángel Prueba", alternateNames: ["Chepe"], sex: "male", birthDate: "2004-03-09" },
  ...{ age: { from: 20, to: 22, asOf: "2026-10-01" }, country: "HN", state: "Cortés", town: "Villanueva" },
  ...{ marks: "tatuaje de rosa, lo crió Rosa Mejía", relatives: ["Wilmer (primo)"], language: "es" },
  seeker: { name: "Rosa Mejía", relation: "madre", phone: "+504 555 0142", email: "rosa@ejemplo.invalid" },
  seekers: [{ name: "Mateo Caal", phone: "555 0177" }],
  lastContact: { at: "2026-10-14", place: "Tapachula" },
  ...{ circumstances: "Llamó desde un parque.", address: "Colonia Los Pinos 4" },
  proof: { question: "¿Cómo se llamaba el perro?", answer: "Canela" },
};

describe("a poster", () => {
  test("shows how somebody is recognised, since when, and nothing else", () => {
    expect(extractPoster(reportOf(WHOLE))).toEqual({
      ...{ name: "Josué Ángel Prueba", alternateNames: ["Chepe"], sex: "male", language: "es" },
      ...{ age: { from: 20, to: 22, asOf: "2026-10-01" }, country: "HN", state: "Cortés" },
      ...{ marks: "tatuaje de rosa", since: "2026-10" },
    });
  });

  test("there is none without a yes, nor of who is not sought any more", () => {
    const refused = [
      { posterAllowed: undefined },
      { posterAllowed: false },
      { status: "closed", outcome: "given-up", closedAt: "2026-11-01" },
      { expiresAt: "2026-10-01", ended: "2026-10-01" },
    ];
    for (const more of refused) expect(extractPoster(reportOf({ ...WHOLE, ...more }))).toBeNull();
  });

  test("holds no contact and no word of who seeks, whatever is written in the report", () => {
    const line = fc.constantFrom(
      ...[
        "Rosa Mejía",
        "llame al 5550142999",
        "rosa@ejemplo.invalid",
        "lunar",
        "www.ejemplo.invalid",
        "Tapachula",
      ],
    );
    const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((some) => some.join(", "));
    const places = ["Tapachula"];
    fc.assert(
      fc.property(text, text, text, (marks, state, place) => {
        const report = reportOf({
          ...WHOLE,
          ...{ marks, state },
          ...{ town: place, lastContact: { place } },
        });
        const poster = extractPoster(report);
        const told = [poster?.marks, poster?.state].filter((part) => part !== undefined).join(" ");
        expect(hasContact(told)).toBe(false);
        expect(told).not.toMatch(/Rosa Mejía/iu);
        expect(JSON.stringify({ ...poster, marks: "", state: "" })).not.toContain(places[0]);
      }),
    );
  });
});

describe("whom to call", () => {
  const report = reportOf(WHOLE);
  test.each([
    ["Casa del Naranjo, 555 0199", false],
    ["Rosa Mejía 555 0199", true],
    ["Casa del Naranjo, 504-5550142", true],
    ["mateo caal", true],
    ["5 5 5 0 1 7 7", true],
    ["rosa@ejemplo.invalid", true],
  ])("%s", (text, isRefused) => {
    expect(namesSeeker(report, text)).toBe(isRefused);
  });
});
