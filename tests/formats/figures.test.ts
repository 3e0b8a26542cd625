/** Figures as CSV: headings, HXL tags under them, a row a month. */
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { writeFigures } from "#formats";
import { type FigureRecord, figuresOf } from "#model";

const arrival = Array.from({ length: 9 }, (_, at): FigureRecord => ({
  ...{ id: `a${String(at)}`, madeAt: null, changedAt: null },
  fields: { guest: `g${String(at)}`, at: "2026-03-04", ...(at < 7 ? { situation: "asylum" } : {}) },
}));
const table = figuresOf({ ofKind: (kind) => (kind === "arrival" ? arrival : []), dayOf: (day) => day }, [
  ...["2026-02", "2026-03"],
]);
const sheet = (language: "es" | "en"): readonly (readonly string[])[] => {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(writeFigures(table, language));
  expect(text.startsWith("\uFEFF")).toBe(true);
  return Papa.parse<string[]>(text.slice(1).trimEnd()).data;
};

describe("the file of figures", () => {
  test("has a row of tags under its headings, and a row a month", () => {
    const [headings, tags, february, march, ...more] = sheet("es");
    expect(more).toEqual([]);
    expect(headings).toHaveLength(table.columns.length + 1);
    expect(tags!.slice(0, 4)).toEqual([
      ...[
        "#date+month",
        "#reached+arrivals",
        "#reached+arrivals+visit_first",
        "#reached+arrivals+visit_again",
      ],
    ]);
    expect(new Set(february!.slice(1))).toEqual(new Set(["0"]));
    expect(march!.slice(0, 3)).toEqual(["2026-03", "9", "9"]);
    const cell = (tag: string) => march![tags!.indexOf(tag)];
    expect(cell("#reached+arrivals+situation_asylum")).toBe("*");
    expect(cell("#reached+arrivals+situation_unknown")).toBe("*");
    expect(cell("#reached+arrivals+situation_displaced")).toBe("0");
  });

  test.each(["es", "en"] as const)("says in words what each column is, in %s", (language) => {
    const [headings] = sheet(language);
    expect(new Set(headings).size).toBe(headings!.length);
    expect(headings!.filter((heading) => /undefined|[a-z]-[a-z]/u.test(heading))).toEqual([]);
    expect(headings).toEqual(
      expect.arrayContaining(
        language === "es"
          ? ["Mes", "Llegadas", "Llegadas: mujeres", "Llegadas: de 12-17 años", "Llegadas: Honduras"]
          : ["Month", "Arrivals", "Arrivals: women", "Arrivals: aged 12-17", "Arrivals: Honduras"],
      ),
    );
  });
});
