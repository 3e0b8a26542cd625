import { expect, test } from "vitest";
import { wilson } from "../../../bench/match/wilson.ts";

test.each([
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [50, 100, 0.4038, 0.5962],
  [93, 100, 0.8625, 0.9657],
])("%i of %i", (hits, total, low, high) => {
  const interval = wilson(hits, total);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test("of nothing that was counted nothing is known", () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});
