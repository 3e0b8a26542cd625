import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ageAsOf,
  ageText,
  cleanLine,
  cleanText,
  fold,
  parseAge,
  parseCountry,
  parseDate,
  parseInstant,
} from "#model";
import { anyText } from "./any-text.ts";

describe("ages", () => {
  test.each([
    ["22", 22],
    [" 22 años ", 22],
    ["35-45", { from: 35, to: 45 }],
    ["entre 35 y 45 años", { from: 35, to: 45 }],
    ["unos 17", { from: 17, to: 17, approximate: true }],
    ["aprox. 30", { from: 30, to: 30, approximate: true }],
    ["~19", { from: 19, to: 19, approximate: true }],
    ["8 meses", 0],
    ["18 meses", 1],
    ["60+", { from: 60, to: 120 }],
    ["menor de 18", { from: 0, to: 17 }],
    ["menor de edad", { from: 0, to: 17 }],
    ["mayor de 60 años", { from: 60, to: 120 }],
    ["about 40", { from: 40, to: 40, approximate: true }],
  ])("%s is read", (text, age) => expect(parseAge(text)).toEqual(age));

  test.each(["", "ciento", "-3", "45-35", "121", "20 30", "2 0", "veinte", "1e3", "22.5.1"])(
    "%s is no age",
    (text) => expect(parseAge(text)).toBeNull(),
  );

  test("what is written is read back", () => {
    const years = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(years, years, fc.boolean(), (one, other, about) => {
        const range = { from: Math.min(one, other), to: Math.max(one, other) };
        const plain = range.from === range.to && !about;
        const age = plain ? range.from : { ...range, ...(about ? { approximate: true as const } : {}) };
        expect(parseAge(ageText(age))).toEqual(age);
      }),
    );
  });

  test("an age keeps the date that it says itself", () => {
    expect(ageAsOf(22, "2026-01-01")).toEqual({ from: 22, to: 22, asOf: "2026-01-01" });
    expect(ageAsOf({ from: 1, to: 2, asOf: "2020" }, "2026")).toEqual({ from: 1, to: 2, asOf: "2020" });
  });
});

describe("dates", () => {
  test.each([
    ["1998", "1998"],
    ["1998-05", "1998-05"],
    ["1998-05-03", "1998-05-03"],
    ["3/5/1998", "1998-05-03"],
    ["05/13/1998", "1998-05-13"],
    ["05/1998", "1998-05"],
    ["3 de mayo de 1998", "1998-05-03"],
    ["May 3, 1998", "1998-05-03"],
    ["setiembre 1998", "1998-09"],
    ["29/2/2024", "2024-02-29"],
  ])("%s is %s", (text, date) => expect(parseDate(text)).toBe(date));

  test.each([
    "",
    "ayer",
    "1998-02-30",
    "29/2/2023",
    "32/1/1998",
    "1998-13",
    "0/5/1998",
    "00/1998",
    "98",
    "3 de mayo",
    "1700",
  ])("%s is no date", (text) => expect(parseDate(text)).toBeNull());

  test("every day that exists is read from its ISO form and from its day-first form", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1850-01-01"), max: new Date("2150-12-31"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split("-");
          expect(parseDate(iso)).toBe(iso);
          expect(parseDate(`${day}/${month}/${year}`)).toBe(iso);
        },
      ),
    );
  });

  test("an instant is given in UTC, and one without a zone is none", () => {
    expect(parseInstant("2026-11-21T12:30:00-06:00")).toBe("2026-11-21T18:30:00Z");
    expect(parseInstant("2026-11-21T18:30:00.250Z")).toBe("2026-11-21T18:30:00Z");
    expect(parseInstant("2026-11-21T12:30:00+0000")).toBe("2026-11-21T12:30:00Z");
    expect(parseInstant("2026-11-21T18:30:00")).toBeNull();
    expect(parseInstant("2026-02-30T00:00:00Z")).toBeNull();
    expect(parseInstant("2026-11-21T25:00:00Z")).toBeNull();
  });
});

describe("countries", () => {
  test.each([
    ["Honduras", "HN"],
    ["catracha", "HN"],
    ["MÉXICO", "MX"],
    ["mexico", "MX"],
    ["Haití", "HT"],
    ["Ayiti", "HT"],
    ["República Dominicana", "DO"],
    ["Dominica", "DM"],
    ["el salvador", "SV"],
    ["guatemalteco", "GT"],
    ["EE.UU.", "US"],
    ["E.U.A.", "US"],
    ["hn", "HN"],
    ["GTM", "GT"],
    ["Côte d'Ivoire", "CI"],
    ["Perú", "PE"],
    ["Brasil", "BR"],
  ])("%s is %s", (text, code) => expect(parseCountry(text)).toBe(code));

  test.each(["Narnia", "ZZ", "", "Centroamérica", "Congo", "constructor", "__proto__"])(
    "%s is not guessed",
    (text) => expect(parseCountry(text)).toBeNull(),
  );
});

describe("text", () => {
  test("indigenous and Haitian names keep every sign, and compare without them", () => {
    expect(cleanLine("  Q'anjob'al   Xuuꞌkx  ")).toBe("Q'anjob'al Xuuꞌkx");
    expect(fold("Q’anjob'al Núñez")).toBe("qanjobal nunez");
  });

  test("M7 direction marks, control characters and halves of characters do not get in", () => {
    expect(cleanLine("Ana\u202Egnp.exe\u0000\u0007 \uD800Ruiz\u200B")).toBe("Anagnp.exe Ruiz");
    expect(cleanText("uno\r\n\r\n\r\n\r\ndos\t\u0000tres ")).toBe("uno\n\ndos tres");
  });

  test("cleaning twice is cleaning once", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});
