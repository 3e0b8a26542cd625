import { describe, expect, it } from "vitest";
import { weeksOf } from "../../src/ui/month-weeks.ts";

describe("the weeks of a month", () => {
  it.each([
    [2026, 10, 6, 30],
    [2024, 1, 3, 29],
    [2027, 1, 0, 28],
    [2023, 9, 6, 31],
  ])("%i-%i (counted from 0) begins in its column and has its days", (year, month, column, days) => {
    const weeks = weeksOf(year, month);
    expect(weeks[0]?.indexOf(1)).toBe(column);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks.flat().filter((day) => day !== null)).toEqual(Array.from({ length: days }, (_, n) => n + 1));
    expect(weeks.at(-1)?.some((day) => day !== null)).toBe(true);
  });
});
