import { expect, test } from "vitest";
import { explained, learn, type Lesson, type Problem, rowsOf } from "../../../bench/match/learn.ts";
import { randomOf } from "../../../bench/match/random.ts";
import { chosenOf, LEAST_PRECISION, thresholdsOf } from "../../../bench/match/threshold.ts";

/** Feature 0 tells who is meant, feature 1 is noise, feature 2 speaks for the family; nobody has feature 3. */
const [TELLING, NOISE, FAMILY, NEVER] = [0, 1, 2, 3] as const;
const PEOPLE = 5;

function lessons(count: number): readonly Lesson[] {
  const random = randomOf("lessons");
  return Array.from({ length: count }, (_, at) => {
    const right = at % 2 === 0 ? random.below(PEOPLE) : ("absent" as const);
    const relative = random.below(PEOPLE);
    const candidates = Array.from({ length: PEOPLE }, (_candidate, row) => [
      random.chance(row === right ? 0.9 : 0.1) ? 1 : 0,
      random.chance(0.5) ? 1 : 0,
      random.chance(right === "absent" && row === relative ? 0.9 : 0.1) ? 1 : 0,
      0,
    ]);
    return { rows: rowsOf(candidates), right, prior: -Math.log(PEOPLE) };
  });
}

const problem = (some: readonly Lesson[], begin: readonly number[] = [0, 0, 0, 0]): Problem => ({
  lessons: some,
  begin,
  firstOfFamily: FAMILY,
});

const chances = (lesson: Lesson, weights: readonly number[]) =>
  explained(lesson, Float64Array.from(weights), FAMILY);

test("rows keep what is not zero, in order", () => {
  const { starts, features, values } = rowsOf([[0, 2, 0], [], [1, 0, -3]]);
  expect([...starts]).toEqual([0, 1, 1, 3]);
  expect([...features]).toEqual([1, 0, 2]);
  expect([...values]).toEqual([2, 1, -3]);
});

test("the chances of all explanations add up to one, and are those of the formula", () => {
  const lesson: Lesson = { rows: rowsOf([[2, 0, 1, 0], []]), right: 0, prior: -1 };
  const { same, family, nobody } = chances(lesson, [3, 0, 4, 0]);
  // one explanation for nobody, one of 3 x 2 - 1, one of 4 x 1 - 1, and two of what they began with
  const all = 1 + Math.exp(5) + Math.exp(3) + 2 * Math.exp(-1);
  expect(same[0]).toBeCloseTo(Math.exp(5) / all, 12);
  expect(family[0]).toBeCloseTo(Math.exp(3) / all, 12);
  expect(nobody).toBeCloseTo(1 / all, 12);
  expect(same[0]! + same[1]! + family[0]! + family[1]! + nobody).toBeCloseTo(1, 12);
});

test("chances stay chances where weights are far beyond what can be raised", () => {
  const lesson: Lesson = { rows: rowsOf([[1], [1]]), right: 0, prior: 0 };
  const { same, nobody } = chances(lesson, [5000, 0, 0, 0]);
  expect([...same]).toEqual([0.5, 0.5]);
  expect(nobody).toBe(0);
});

test("finds what counts, and the likelihood rises", () => {
  const rounds: number[] = [];
  const { weights, before, after } = learn(problem(lessons(400)), {
    rounds: 150,
    pull: 1e-4,
    onRound: (_, likelihood) => rounds.push(likelihood),
  });
  expect(weights[TELLING]!).toBeGreaterThan(2);
  expect(Math.abs(weights[NOISE]!)).toBeLessThan(weights[TELLING]! / 4);
  expect(weights[FAMILY]!).toBeGreaterThan(2);
  expect(weights[NEVER]).toBe(0);
  expect(after).toBeGreaterThan(before + 0.3);
  expect(rounds).toHaveLength(150);
  expect(rounds.at(-1)).toBe(after);
});

test("the slope is that of the likelihood: what is learned is a top of it", () => {
  const some = lessons(300);
  const { weights, after } = learn(problem(some), { rounds: 400, pull: 0 });
  const likelihood = (of: readonly number[]) => learn(problem(some, of), { rounds: 0, pull: 0 }).after;
  expect(likelihood(weights)).toBeCloseTo(after, 12);
  for (const at of [TELLING, NOISE, FAMILY])
    for (const by of [-0.2, 0.2])
      expect(likelihood(weights.map((weight, of) => (of === at ? weight + by : weight)))).toBeLessThan(after);
});

test("a stronger pull keeps weights nearer to where they began", () => {
  const learned = (pull: number) => learn(problem(lessons(100), [1, 1, 1, 1]), { rounds: 100, pull }).weights;
  const [free, pulled] = [learned(1e-4), learned(10)];
  const moved = (weights: readonly number[]) => Math.abs(weights[TELLING]! - 1);
  expect(moved(pulled)).toBeLessThan(moved(free) / 4);
});

test("who was missed teaches nothing", () => {
  const some = lessons(50);
  const missed: Lesson = { rows: rowsOf([[0, 1, 0, 0]]), right: "missed", prior: 0 };
  const wish = { rounds: 20, pull: 1e-4 };
  expect(learn(problem([...some, missed, missed]), wish)).toEqual(learn(problem(some), wish));
});

/** One candidate; the greater the weight of what agrees, the more probable. */
const candidate = (agrees: number, right: Lesson["right"]): Lesson => ({
  rows: rowsOf([[agrees, 0, 0, 0]]),
  right,
  prior: -5,
});

test("the lowest threshold is chosen at which proposals are precise enough", () => {
  const probability = (weight: number) => chances(candidate(weight, 0), [1, 0, 0, 0]).same[0]!;
  expect(probability(7.2)).toBeGreaterThan(0.87);
  expect(probability(7.2)).toBeLessThan(0.9);
  expect(probability(10)).toBeGreaterThan(0.99);
  const some = [
    ...Array.from({ length: 97 }, () => candidate(10, 0)),
    candidate(10, "absent"),
    candidate(7.2, "absent"),
    candidate(0, "absent"),
    candidate(0, 0),
    candidate(0, "missed"),
  ];
  const tried = thresholdsOf(problem(some, [1, 0, 0, 0]));
  expect(tried[0]).toMatchObject({ from: 0.85, proposed: 99 });
  expect(tried[0]!.precision).toBeCloseTo(97 / 99);
  // recorded are 97 who are proposed, one who is too improbable, one who is not among the candidates
  expect(tried[0]!.recall).toBeCloseTo(97 / 99);
  expect(chosenOf(tried)?.from).toBe(0.9);
  expect(97 / 98).toBeGreaterThan(LEAST_PRECISION);
});

test("no threshold is chosen where none is precise enough, nor where nothing is proposed", () => {
  expect(
    chosenOf(thresholdsOf(problem([candidate(20, 0), candidate(20, "absent")], [1, 0, 0, 0]))),
  ).toBeNull();
  const tried = thresholdsOf(problem([candidate(0, 0)]));
  expect(tried.every(({ precision, recall }) => precision === null && recall === 0)).toBe(true);
  expect(chosenOf(tried)).toBeNull();
});
