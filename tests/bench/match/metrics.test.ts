import { expect, test } from "vitest";
import { calibrationError, foundOf, percentile, proposalsOf } from "../../../bench/match/metrics.ts";

test("ranks become shares: first, among ten, reciprocal", () => {
  const found = foundOf([1, 2, 11, null]);
  expect(found).toMatchObject({ queries: 4, r1: 0.25, r10: 0.5 });
  expect(found.mrr).toBeCloseTo((1 + 1 / 2 + 1 / 11) / 4);
  expect(found.r1Interval.low).toBeLessThan(0.25);
  expect(found.r1Interval.high).toBeGreaterThan(0.25);
});

test("of no queries nothing was found", () => {
  expect(foundOf([])).toMatchObject({ queries: 0, r1: 0, r10: 0, mrr: 0 });
});

test("percentiles are values that were measured, in any order", () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentile(values, 0.5)).toBe(50);
  expect(percentile(values, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.5)).toBe(0);
});

test("who says 80 % and is right four times of five is calibrated; who is right once is 60 points off", () => {
  const said = (right: number) =>
    Array.from({ length: 5 }, (_, at) => ({ probability: 0.8, right: at < right }));
  expect(calibrationError(said(4))).toBeCloseTo(0);
  expect(calibrationError(said(1))).toBeCloseTo(0.6);
  expect(calibrationError([{ probability: 1, right: false }])).toBe(1);
  expect(calibrationError([])).toBe(0);
});

test("too much in one bin does not make up for too little in another", () => {
  const said = [
    { probability: 0.1, right: true },
    { probability: 0.9, right: false },
  ];
  expect(calibrationError(said)).toBeCloseTo(0.9);
});

test("proposals: every one counts for precision, people who are there for recall", () => {
  const proposals = proposalsOf([
    { present: true, best: { right: true, probability: 0.99 }, proposed: [true, false] },
    { present: true, best: { right: true, probability: 0.6 }, proposed: [] },
    { present: false, best: { right: false, probability: 0.95 }, proposed: [false] },
    { present: false, best: null, proposed: [] },
  ]);
  expect(proposals).toMatchObject({ proposed: 3, recall: 0.5, falsePerThousandAbsent: 500 });
  expect(proposals.precision).toBeCloseTo(1 / 3);
  expect(proposals.ece).toBeCloseTo((Math.abs(1.94 - 1) + 0.4) / 3);
});

test("who proposes nothing has no precision", () => {
  expect(proposalsOf([{ present: true, best: null, proposed: [] }])).toMatchObject({
    precision: null,
    recall: 0,
  });
});
