import { describe, expect, it } from "vitest";
import {
  counter,
  createFormats,
  fill,
  LANGUAGES,
  pickLanguage,
  textsOf,
  wordFault,
  wordField,
  wordImportCode,
  wordProblem,
  wordRefusal,
} from "#i18n";
import { PROBLEM_CODES } from "#model";

const es = textsOf("es");
const formats = createFormats("es");
const NOW = Date.UTC(2026, 10, 21, 18, 0);
const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

describe("numbers and times", () => {
  it("counts one and many", () => {
    const count = counter("es");
    expect(count(1, { one: "# casa", other: "# casas" })).toBe("1 casa");
    expect(count(0, { one: "# casa", other: "# casas" })).toBe("0 casas");
    expect(count(12345, { one: "# casa", other: "# casas" })).toBe("12,345 casas");
  });

  it("tells a moment relative and absolute together", () => {
    expect(formats.moment(NOW - 20 * MINUTE, NOW)).toMatch(/^hace 20 min \(21 nov 2026, \d{1,2}:\d{2}\)$/u);
    expect(formats.relative(NOW, NOW)).toBe("ahora");
    expect(formats.relative(NOW - 9 * 24 * 60 * MINUTE, NOW)).toBe("hace 9 días");
  });

  it("shows a date as exactly as it is known, and none that does not exist", () => {
    expect(formats.partialDate("2009")).toBe("2009");
    expect(formats.partialDate("2009-03")).toBe("marzo de 2009");
    expect(formats.partialDate("2009-03-21")).toBe("21 mar 2009");
    expect(formats.partialDate("2009-13")).toBeNull();
    expect(formats.partialDate("ayer")).toBeNull();
  });

  it("names countries in the language", () => {
    expect(formats.country("HT")).toBe("Haití");
    expect(createFormats("en").country("HT")).toBe("Haiti");
    expect(formats.country("nowhere")).toBe("nowhere");
  });

  it("says the hour in which something lies, and no more, up to midnight", () => {
    const at = new Date(2026, 10, 21, 23, 17).getTime();
    expect(formats.hour(at)).toBe("21 nov 2026, 23:00–00:00");
    expect(formats.hour(at - HALF_HOUR)).toBe("21 nov 2026, 22:00–23:00");
  });

  it("leaves a gap visible when its data is missing", () => {
    expect(fill("faltan {least} letras", {})).toBe("faltan {least} letras");
    expect(fill("faltan {least} letras", { least: 4 })).toBe("faltan 4 letras");
  });
});

describe("languages", () => {
  it("takes the first wish that exists, and Spanish for want of one", () => {
    expect(pickLanguage(["fr-CA", "en-US", "es"])).toBe("en");
    expect(pickLanguage(["ht"])).toBe("es");
    expect(pickLanguage([])).toBe("es");
    expect(pickLanguage(["es_MX.UTF-8"])).toBe("es");
  });
});

describe("codes", () => {
  it("words a fault with its data", () => {
    expect(wordFault(es, { code: "passphrase-too-short", least: 12 })).toContain("12");
    expect(wordFault(es, { code: "file-not-understood", detail: "not-pfif" })).toContain("no es PFIF");
    expect(wordFault(es, { code: "file-not-understood", detail: "not-pfif" })).not.toContain("{");
  });

  it.each(LANGUAGES)("words every problem of a field in %s", (language) => {
    const texts = textsOf(language);
    for (const code of PROBLEM_CODES) {
      const text = wordProblem(texts, { field: "seeker.name", code });
      expect(text).not.toBe("");
      expect(text).not.toContain("{");
    }
  });

  it("names a field by its path, its list or the thing it is part of", () => {
    expect(wordField(es, "seeker.phone")).toBe("Teléfono de quien busca");
    expect(wordField(es, "relatives.3")).toBe("Familiares");
    expect(wordField(es, "source.url")).toBe("Archivo de origen");
    expect(wordField(es, "somethingNewer")).toBe("somethingNewer");
  });

  it("says what is wrong with a record of a file", () => {
    expect(wordImportCode(es, { code: "id-missing", field: null })).toContain("identificador");
    expect(wordImportCode(es, { code: "bad-date", field: "birthDate" })).toContain("fecha");
    expect(wordImportCode(es, { code: "too-long", field: "marks" })).toContain("Señas");
  });

  it("says why a search was not made, and what to add", () => {
    expect(wordRefusal(es, { code: "place-only" })).toContain("Agregue un nombre");
  });
});
