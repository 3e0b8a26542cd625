/** Names of houses that can be taken for one another are found, and houses that only share words are left alone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookOf, looksAlike } from "#match";
import { anyText } from "../model/any-text.ts";

const alike = (one: string, other: string): boolean => looksAlike(lookOf(one), lookOf(other));

/** Houses along an invented route, as such houses are called: each differs from all others by a word or a number. */
const ROUTE = [
  "Casa del Migrante Saltillo",
  "Casa del Migrante Tapachula",
  "Casa del Migrante Tijuana",
  "Casa del Migrante Tecún Umán",
  "Casa del Migrante San Marcos",
  "Casa del Migrante 1",
  "Casa del Migrante 2",
  "Albergue Uno",
  "Albergue Dos",
  "Albergue Tres",
  "Casa 1",
  "Casa 2",
  "Casa 12",
  "Albergue Belén",
  "Albergue Betania",
  "Albergue San José",
  "Albergue San Juan Diego",
  "Albergue San Juan Bosco",
  "Casa San Juan Norte",
  "Casa San Juan Sur",
  "Hermanos en el Camino",
  "Hermanas de la Ruta",
  "Posada del Peregrino",
  "Posada Guadalupana",
  "Posada Esperanza",
  "Casa Nazaret",
  "Casa Marta",
  "Casa María",
  "Casa Mambré",
  "Casa Oaxaca",
  "Casa Tochán",
  "La 72",
  "La 27",
  "Refugio Jtatic Samuel",
  "Centro de Apoyo Frontera Norte",
  "Centro de Apoyo Frontera Sur",
  "Comité de Familias de Yoro",
  "Comité de Familias de Progreso",
  "Casa Frontera II",
  "Casa Frontera III",
];

describe("I7 a house that calls itself like another", () => {
  test.each([
    ["the same name again", "Casa del Migrante", "Casa del Migrante"],
    ["case, accents, spaces and signs", "Albergue Belén", "ALBERGUE  BELEN."],
    ["spaces in other places", "Casa del Migrante", "Casadel Migrante"],
    ["one letter for another", "Casa del Migrante", "Casa dei Migrante"],
    ["a little word more or less", "Casa del Migrante", "Casa de la Migrante"],
    ["a capital i for a small L", "Albergue Lucía", "AIbergue Lucía"],
    ["digits for letters", "Posada Esperanza", "P0sada 3speranz4"],
    ["two letters that look like one", "Hermanos en el Camino", "Hermanos en el Carnino"],
    ["two letters more that do", "Casa Werner Ruiz", "Casa VVerner Ruiz"],
    ["a letter left out of a long word", "Centro Esperanza Nueva", "Centro Esperaza Nueva"],
    ["two letters in a long name", "Casa del Migrante Saltillo", "Casa del Migrente Saltilo"],
    ["neighbours swapped", "Posada Guadalupana", "Posada Gaudalupana"],
  ])("%s", (_, one, other) => {
    expect(alike(one, other)).toBe(true);
    expect(alike(other, one)).toBe(true);
  });
});

describe("I7 M7 letters that look like others", () => {
  test.each([
    ["Cyrillic", "Casa del Migrante", "Са\u0455а d\u0435l Мigr\u0430nt\u0435"],
    ["Cyrillic small letters that look like capitals", "Hotel Betania", "нoтel вeтania"],
    ["Greek", "Nazaret", "Νazare\u03c4"],
    ["full width", "Casa Oaxaca", "Ｃａｓａ Ｏａｘａｃａ"],
    ["mathematical", "Casa Oaxaca", "𝐂𝐚𝐬𝐚 𝐎𝐚𝐱𝐚𝐜𝐚"],
    ["what takes no room", "Casa Oaxaca", "Casa\u200b Oax\u00ada\u200dca\u202e"],
    ["ligatures", "Oficina Central", "Oﬁcina Central"],
  ])("%s", (_, one, other) => {
    expect(one).not.toBe(other);
    expect(alike(one, other)).toBe(true);
  });
});

describe("houses that only share words", () => {
  test(`no two of ${String(ROUTE.length)} names along the route look alike`, () => {
    const pairs = ROUTE.flatMap((one, at) => ROUTE.slice(at + 1).map((other) => [one, other] as const));
    expect(pairs.length).toBe(780);
    expect(pairs.filter(([one, other]) => alike(one, other))).toEqual([]);
  });

  test("each of them is found again when it is written in other letters", () => {
    const other = (name: string): string => name.replace(/a/gu, "а").replace(/o/gu, "ο").toUpperCase();
    expect(ROUTE.filter((name) => !alike(name, other(name)))).toEqual([]);
  });

  test("a name without letters is like none, and no text breaks the comparison", () => {
    expect(alike("", "")).toBe(false);
    expect(alike("···", "---")).toBe(false);
    fc.assert(
      fc.property(anyText(), anyText(), (one, other) => {
        expect(alike(one, other)).toBe(alike(other, one));
      }),
    );
  });
});
