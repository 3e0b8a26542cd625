/** The formats of src/i18n/formats.ts are given numbers that other devices made up. */
import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { createFormats } from "../../src/i18n/formats.ts";

const NOW = Date.UTC(2026, 10, 21, 12);
const LAST = 8_640_000_000_000_000;
const numbers = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(LAST, -LAST, LAST + 1, -LAST - 1, 2 ** 63));

test.prop([numbers, fc.constantFrom("es" as const, "en" as const)])(
  "whatever instant another device says, it is shown and nothing falls over",
  (ms, language) => {
    const formats = createFormats(language);
    const said = [
      ...[formats.day(ms), formats.hour(ms), formats.clock(ms), formats.dateTime(ms)],
      ...[formats.relative(ms, NOW), formats.moment(ms, NOW)],
    ];
    for (const text of said) expect(text).toMatch(/\S/u);
  },
);

test("an instant is shown as it is", () => {
  expect(createFormats("es").day(NOW)).toBe("21 nov 2026");
});
