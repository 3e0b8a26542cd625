import { expect, test } from "vitest";
import { lotteryOf, mixOf, randomOf } from "../../../bench/match/random.ts";

const numbers = (seed: string) => {
  const random = randomOf(seed);
  return Array.from({ length: 20 }, random.next);
};

test("the same seed, the same numbers; another seed, others", () => {
  expect(numbers("a")).toEqual(numbers("a"));
  expect(numbers("a")).not.toEqual(numbers("b"));
  expect(numbers("a").every((number) => number >= 0 && number < 1)).toBe(true);
});

test("a fork does not depend on what was drawn before", () => {
  const [fresh, used] = [randomOf("a"), randomOf("a")];
  used.next();
  expect(fresh.fork("x").next()).toBe(used.fork("x").next());
  expect(fresh.fork("x").next()).not.toBe(fresh.fork("y").next());
});

test("a lottery draws by weight, and what weighs nothing never", () => {
  const random = randomOf("lottery");
  const lottery = lotteryOf([
    { item: "never", weight: 0 },
    { item: "seldom", weight: 1 },
    { item: "often", weight: 9 },
  ]);
  const drawn = Array.from({ length: 5000 }, () => lottery.draw(random));
  expect(drawn).not.toContain("never");
  expect(drawn.filter((item) => item === "often").length / 5000).toBeCloseTo(0.9, 1);
});

test("a mix draws from each of its parts", () => {
  const random = randomOf("mix");
  const part = (item: string) => lotteryOf([{ item, weight: 5 }]);
  const mix = mixOf([
    { item: part("a"), weight: 1 },
    { item: part("b"), weight: 1 },
  ]);
  expect(new Set(Array.from({ length: 50 }, () => mix.draw(random)))).toEqual(new Set(["a", "b"]));
});

test("nothing cannot be drawn from", () => {
  expect(() => lotteryOf([{ item: "a", weight: 0 }])).toThrow(RangeError);
  expect(() => randomOf("a").pick([])).toThrow(RangeError);
});
