/**
 * Makes the tuning sets, learns from them, chooses the threshold, tells how it went. ../learn.mjs makes one file of
 * this and writes what comes out.
 */
import { FEATURES, F } from "../../src/match/comparison/features.ts";
import { WEIGHTS } from "../../src/match/comparison/weights.ts";
import { learn, type Lesson } from "./learn.ts";
import { lessonsOf } from "./lessons.ts";
import { missingNames, readNameSources } from "./name-sources.ts";
import { SETS } from "./sets.ts";
import { type AtThreshold, chosenOf, LEAST_PRECISION, THRESHOLDS, thresholdsOf } from "./threshold.ts";
import { type LearnedFrom, weightsText } from "./weights-file.ts";

interface Task {
  readonly set: string;
  readonly people: number;
  readonly seed: number;
  /** Of the set; of the slices of S4 each. */
  readonly queries: number;
}

/** Seeds 1 to 5 only: what is reported is of others. */
const PLAN: readonly Task[] = [
  { set: "S2", people: 20_000, seed: 1, queries: 2000 },
  { set: "S2", people: 20_000, seed: 2, queries: 2000 },
  { set: "S2", people: 80_000, seed: 3, queries: 2000 },
  { set: "S3", people: 20_000, seed: 4, queries: 1200 },
  { set: "S1", people: 20_000, seed: 5, queries: 1200 },
  { set: "S4", people: 20_000, seed: 1, queries: 40 },
  { set: "S4", people: 20_000, seed: 2, queries: 40 },
];
export const SEEDS: readonly number[] = [...new Set(PLAN.map(({ seed }) => seed))].sort();

const ABSENT = 0.5;
const PULL = 1e-4;
const TOLD_EVERY = 50;
/** Of people and of queries, in a quick run. */
const QUICK = 0.1;

export interface LearnMatchWish {
  readonly names: string;
  readonly rounds: number;
  /** Only the sets of these seeds; all where none is named. */
  readonly seeds: readonly number[];
  readonly isQuick: boolean;
  readonly say: (line: string) => void;
}

interface Taught extends LearnedFrom {
  readonly lessons: readonly Lesson[];
  readonly hasAbsent: boolean;
}

async function teach(tasks: readonly Task[], { names, say }: LearnMatchWish): Promise<readonly Taught[]> {
  const sources = readNameSources(names);
  const taught: Taught[] = [];
  for (const { set, people, seed, queries } of tasks) {
    const made = SETS[set]!(sources, { people, queries, perSlice: queries, absent: ABSENT, seed });
    const lessons = await lessonsOf(made);
    const [absent, missed] = (["absent", "missed"] as const).map(
      (kind) => lessons.filter(({ right }) => right === kind).length,
    ) as [number, number];
    say(
      `${made.name}, ${people} people, seed ${seed}: ${lessons.length} questions, ${absent} for people who are not ` +
        `recorded; ${missed} right persons not among the candidates`,
    );
    taught.push({ set: made.name, people, seed, questions: lessons.length, lessons, hasAbsent: absent > 0 });
  }
  return taught;
}

const share = (value: number | null): string => (value === null ? "-" : value.toFixed(4));
const thresholdLine = ({ from, proposed, precision, recall }: AtThreshold): string =>
  `${from.toFixed(2)}  precision ${share(precision)}  recall ${share(recall)}  proposed ${proposed}`;

/** The threshold, judged where half of the questions are for people who are not recorded. */
function chooseThreshold(taught: readonly Taught[], begin: readonly number[], say: LearnMatchWish["say"]) {
  const judgedOn = taught.filter(({ hasAbsent }) => hasAbsent);
  const lessons = judgedOn.flatMap((one) => one.lessons);
  const tried = thresholdsOf({ lessons, begin, firstOfFamily: F.family });
  say(`proposals by threshold, ${lessons.length} questions of ${judgedOn.length} sets:`);
  for (const one of tried) say(thresholdLine(one));
  const chosen = chosenOf(tried);
  if (chosen === null) say(`none reaches a precision of ${LEAST_PRECISION}: the highest is taken`);
  return chosen ?? tried[THRESHOLDS.length - 1]!;
}

/** The text of src/match/comparison/weights.ts. The names must be there. */
export async function learnMatch(wish: LearnMatchWish): Promise<string> {
  const { rounds, seeds, isQuick, say } = wish;
  const tasks = PLAN.filter(({ seed }) => seeds.length === 0 || seeds.includes(seed)).map((task) =>
    isQuick ? { ...task, people: task.people * QUICK, queries: task.queries * QUICK } : task,
  );
  const taught = await teach(tasks, wish);
  const lessons = taught.flatMap((one) => one.lessons);
  const { weights, before, after } = learn(
    { lessons, begin: WEIGHTS, firstOfFamily: F.family },
    {
      rounds,
      pull: PULL,
      onRound: (round, likelihood) => {
        if (round % TOLD_EVERY === 0) say(`round ${round}: ${share(likelihood)}`);
      },
    },
  );
  say(`mean log likelihood of a question: ${share(before)} before, ${share(after)} after ${rounds} rounds`);
  const { from, precision, recall } = chooseThreshold(taught, weights, say);
  say(`proposed from ${from}`);
  return weightsText({
    weights: FEATURES.map((name, at) => [name, weights[at]!]),
    proposeFrom: from,
    sets: taught,
    rounds,
    before,
    after,
    precision: precision ?? 0,
    recall,
  });
}

export { missingNames };
