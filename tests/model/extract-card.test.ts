import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractCard, type FieldsOf, foldedWords, hasContact, parseFields, withoutContact } from "#model";
import { anyText } from "./any-text.ts";

type Report = FieldsOf<"report">;

const report = (input: object): Report => {
  const parsed = parseFields("report", input);
  if (parsed.kind === "bad") throw new Error(JSON.stringify(parsed.problems));
  return parsed.fields;
};

const leaves = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(leaves)
      : [];

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?)?)?$/u;
const words = (text: string): string => ` ${foldedWords(text).join(" ")} `;

describe("extractCard", () => {
  test("the person and the last contact cross, and nothing of who seeks", () => {
    const card = extractCard(
      report({
        name: "José Hernández",
        age: 22,
        country: "HN",
        marks: "tatuaje de rosa; si lo ven llamen a Rosa Mejía al 555 0142, cicatriz en la ceja",
        relatives: ["Rosa Mejía", "su madre Rosita", "Wilmer Hernández", "contacto: 555-0143"],
        seeker: { name: "rosa mejia", relation: "Madre", phone: "555 0142" },
        lastContact: { at: "2026-10", place: "Tapachula, casa de rosa@ejemplo.invalid" },
        circumstances: "texto libre",
        address: "calle 3",
        notes: [{ author: { name: "Fabiola" }, text: "lo vi", place: "Tenosique" }],
        source: { url: "https://ejemplo.invalid" },
        photo: "abc",
        expiresAt: "2027-01-01",
      }),
    );
    expect(card).toEqual({
      name: "José Hernández",
      age: 22,
      country: "HN",
      marks: "tatuaje de rosa, cicatriz en la ceja",
      relatives: ["Wilmer Hernández"],
      lastContact: { at: "2026-10", place: "Tapachula, casa de" },
      status: "open",
      expiresAt: "2027-01-01",
    });
  });

  test("a report that is not open leaves an empty card without a reason", () => {
    for (const status of ["closed", "withdrawn"])
      expect(extractCard(report({ name: "Ana", town: "Tela", status }))).toEqual({ status: "withdrawn" });
  });

  test("whatever a report holds, its card is a card without seeker, author, contact or free text", () => {
    const secret = fc.stringMatching(/^[bcdfg]{4}[aeiou][bcdfg]{4}$/u);
    const phone = fc.stringMatching(/^\+?[0-9]{2}[ .-]?[0-9]{3}[ .()/-]{0,5}[0-9]{4}$/u);
    const secrets = fc.record({
      seekerName: secret,
      author: secret,
      notes: secret,
      free: secret,
      phone,
      email: secret.map((word) => `${word}@${word}.invalid`),
    });
    // texts that a hurried person types: their own words with the secrets in between
    const texts = fc.array(
      fc.constantFrom("rosa", ",", "ceja", "seekerName", "author", "phone", "email", "7", "55"),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        secrets,
        fc.array(texts, { minLength: 5, maxLength: 5 }),
        (hidden, [marks, relative, place, town, language]) => {
          const typed = (parts: readonly string[] | undefined): string =>
            (parts ?? [])
              .map((part) => (part in hidden ? hidden[part as keyof typeof hidden] : part))
              .join(" ");
          const card = extractCard(
            report({
              name: "José Hernández",
              marks: typed(marks),
              relatives: [typed(relative)],
              town: typed(town),
              state: typed(town),
              language: typed(language),
              lastContact: { at: "2026-10-01", place: typed(place) },
              birthDate: "2004-05-03",
              circumstances: hidden.free,
              address: hidden.free,
              seeker: {
                name: hidden.seekerName,
                phone: hidden.phone,
                email: hidden.email,
                notes: hidden.notes,
              },
              notes: [
                {
                  author: { name: hidden.author, phone: hidden.phone, email: hidden.email },
                  text: hidden.free,
                },
              ],
            }),
          );
          expect(parseFields("card", card)).toEqual({ kind: "ok", fields: card });
          for (const leaf of leaves(card).filter((text) => !DATE.test(text))) {
            expect(leaf.replace(/[^\p{L}\p{Nd}]/gu, "")).not.toMatch(/\p{Nd}{7}/u);
            expect(leaf).not.toContain("@");
            for (const value of Object.values(hidden)) expect(words(leaf)).not.toContain(words(value));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("contacts in a text", () => {
  test.each([
    "llame al 55-50-01-42",
    "(504) 555 0142",
    "5 5 5 0 1 4 2",
    "rosa@x",
    "@rosita",
    "a @ b",
    "https://x.invalid/1",
    "fb.com/rosa",
    "www.rosa",
  ])("%s is found and taken out", (text) => {
    expect(hasContact(text)).toBe(true);
    expect(hasContact(withoutContact(text))).toBe(false);
  });

  test.each(["tiene 22 años y 3 hijos", "cicatriz de 12 cm", "Mz. 4 Lote 12", "D.F.", "S. Pedro"])(
    "%s holds none",
    (text) => {
      expect(hasContact(text)).toBe(false);
      expect(withoutContact(text)).toBe(text);
    },
  );

  test.each([
    ["Cicatriz en la ceja, tel. 9999-0000", "Cicatriz en la ceja"],
    ["Tatuaje rosa. Cel: +504 9999 0000, mano izquierda", "Tatuaje rosa. , mano izquierda"],
    ["llamar al 555 0142 0000, le falta un diente", "le falta un diente"],
    ["hotel 5550142 centro", "hotel centro"],
  ])("the words before a number go with it: %s", (text, rest) => {
    expect(withoutContact(text)).toBe(rest);
  });

  test("from any text all of them are taken out", () => {
    const part = fc.oneof(anyText(), fc.constantFrom("@", " ", "1", "23", "4567", "x.com", "://", "-"));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(hasContact(withoutContact(parts.join("")))).toBe(false);
      }),
    );
  });

  test("a long text is read in good time", () => {
    const started = performance.now();
    withoutContact(
      "tel ".repeat(10_000) + "1 ".repeat(5) + " ".repeat(10_000) + "a.".repeat(10_000) + "@".repeat(10_000),
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
