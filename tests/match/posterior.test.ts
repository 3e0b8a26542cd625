/** From evidence to probabilities: exactly one explanation is true. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { F, FEATURE_COUNT } from "../../src/match/comparison/features.ts";
import {
  type Evidence,
  familyScoreOf,
  probabilitiesOf,
  scoreOf,
} from "../../src/match/comparison/posterior.ts";

/** No family that could be meant. */
const NONE = -1000;
const person = (score: number, family = NONE): Evidence => ({ score, family });
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const score = fc.double({ min: -1000, max: 1000, noNaN: true });
const evidence = fc.array(fc.record({ score, family: score }), { maxLength: 20 });
const people = fc.integer({ min: 0, max: 1_000_000 });

describe("probabilities", () => {
  test("are from 0 to 1 and together at most 1, whatever the evidence", () => {
    fc.assert(
      fc.property(evidence, people, (all, count) => {
        const chances = probabilitiesOf(all, count);
        expect(chances).toHaveLength(all.length);
        for (const chance of chances) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
        expect(sum(chances)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test("keep the order of the scores", () => {
    fc.assert(
      fc.property(evidence, people, (all, count) => {
        const chances = probabilitiesOf(all, count);
        for (const [at, one] of all.entries())
          for (const [beside, other] of all.entries())
            if (one.score > other.score) expect(chances[at]!).toBeGreaterThanOrEqual(chances[beside]!);
      }),
    );
  });

  test("nobody is likely where nothing was told, and nobody is where nobody is asked for", () => {
    expect(probabilitiesOf([], 5)).toEqual([]);
    expect(probabilitiesOf([person(0)], 1)[0]).toBeCloseTo(0.5);
    expect(probabilitiesOf([person(0)], 0)[0]).toBeCloseTo(0.5);
  });

  test("a lone weak candidate stays weak, and a strong one is strong", () => {
    expect(probabilitiesOf([person(2)], 1000)[0]).toBeLessThan(0.01);
    expect(probabilitiesOf([person(Math.log(1000))], 1000)[0]).toBeCloseTo(0.5);
    expect(probabilitiesOf([person(Math.log(1000) + 5)], 1000)[0]).toBeGreaterThan(0.99);
  });

  test("homonyms share what one of them would have", () => {
    const [alone] = probabilitiesOf([person(20)], 1000);
    const two = probabilitiesOf([person(20), person(20)], 1000);
    expect(two[0]).toBe(two[1]);
    expect(two[0]).toBeCloseTo(alone! / 2, 4);
    const ten = probabilitiesOf(
      Array.from({ length: 10 }, () => person(20)),
      1000,
    );
    expect(ten[0]).toBeCloseTo(0.1, 4);
  });

  test("another who fits better takes what a worse one had", () => {
    const [before] = probabilitiesOf([person(10)], 1000);
    const [after, better] = probabilitiesOf([person(10), person(15)], 1000);
    expect(after!).toBeLessThan(before! / 10);
    expect(better).toBeGreaterThan(0.9);
  });

  test("the more people there are, the less probable is each", () => {
    const chances = [1, 10, 100, 1000, 10_000].map((count) => probabilitiesOf([person(6)], count)[0]!);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    expect(new Set(chances).size).toBe(chances.length);
  });

  test("that it may be one of the family lowers the person, and everybody else", () => {
    const [plain, other] = probabilitiesOf([person(9), person(8)], 1000);
    const [lower, lowered] = probabilitiesOf([person(9, 9), person(8)], 1000);
    expect(lower!).toBeLessThan(plain!);
    expect(lowered!).toBeLessThan(other!);
  });
});

describe("scores", () => {
  test("of the person and of the family count each feature once, with its weight", () => {
    const weights = Array.from({ length: FEATURE_COUNT }, (_, at) => 2 ** -at);
    const features = new Float64Array(FEATURE_COUNT).fill(1);
    const [own, family] = [scoreOf(features, weights), familyScoreOf(features, weights)];
    expect(own).toBeCloseTo(sum(weights.slice(0, F.family)), 12);
    expect(family / sum(weights.slice(F.family))).toBeCloseTo(1, 12);
    const one = new Float64Array(FEATURE_COUNT);
    one[F.surnameGain] = 3;
    expect(scoreOf(one, weights)).toBe(3 * weights[F.surnameGain]!);
    expect(familyScoreOf(one, weights)).toBe(0);
    one[F.familySurname] = 2;
    expect(familyScoreOf(one, weights)).toBe(2 * weights[F.familySurname]!);
  });
});
