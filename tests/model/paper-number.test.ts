/** Numbers of papers in notes (src/model/paper-number.ts), with the notes that must not ring. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasPaperNumber } from "#model";

describe("the number of a paper is noticed", () => {
  test.each([
    "CURP PEXM040309HCSRLNA1",
    "trae pexm040309hcsrlna1 en su hoja",
    "RFC PEXM040309AB1",
    "INE PRXLMK04030907H100",
    "DPI 2456 78901 0101",
    "2456789010101",
    "identidad 0801-1990-12345",
    "DUI 01234567-8",
    "001-030904-1001A",
    "cédula V-12345678",
    "su número A 123456789 de migración",
    "Pasaporte No. G12345678",
    "pasaporte número: 123456789",
    "cédula de identidad 1.234.567",
    "carné 90010112345",
  ])("%s", (text) => {
    expect(hasPaperNumber(text)).toBe(true);
  });
});

describe("what is no number of a paper rings not", () => {
  test.each([
    "Llegó el 2026-11-21 a las 18:30 con tres hijos",
    "Llamar al +502 2234 0000 después de las seis",
    "Llamar al +52 1 55 1234 0000",
    "tel. 555 0142 999",
    "Perdió el pasaporte en el río en 2024",
    "Le robaron el pasaporte; trae 2 hijos de 4 y 7 años",
    "fiebre de 39.5, presión 120/80, toma 500 mg",
    "cama A 12, cuarto 3",
    "No trae identidad. Viajó 15 días",
    "La línea 12 y la ruta 100200",
  ])("%s", (text) => {
    expect(hasPaperNumber(text)).toBe(false);
  });

  test("nor any text without six digits", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const digits = text.normalize("NFKD").replace(/\D/gu, "");
        if (digits.length < 6) expect(hasPaperNumber(text)).toBe(false);
      }),
    );
  });
});

test("a long text is looked through in a blink", () => {
  const long = "cédula ".repeat(20_000) + "1 ".repeat(20_000);
  const start = performance.now();
  hasPaperNumber(long);
  expect(performance.now() - start).toBeLessThan(500);
});
