import { FEATURES } from "../../src/match/features.ts";
import { learn, lessonsOf, type Lesson } from "./learn.ts";
import { readNameSources } from "./name-sources.ts";
import { SETS } from "./sets.ts";

export async function run(names: string, say: (line: string) => void) {
  const sources = readNameSources(names);
  const all: Lesson[] = [];
  const plan = [
    ["S2", 20000, 1, 2000],
    ["S2", 20000, 2, 2000],
    ["S2", 80000, 3, 2000],
    ["S3", 20000, 4, 1200],
    ["S1", 20000, 5, 1200],
    ["S4", 20000, 1, 40],
    ["S4", 20000, 2, 40],
  ] as const;
  for (const [name, people, seed, queries] of plan) {
    const set = SETS[name]!(sources, {
      people,
      queries,
      perSlice: name === "S4" ? queries : 10,
      absent: 0.5,
      seed,
    });
    const { lessons, missed } = await lessonsOf(set);
    say(`${name} ${people} seed ${seed}: ${lessons.length} questions, ${missed} missed`);
    all.push(...lessons);
  }
  const weights = learn(all, { rounds: 200, pull: 1e-4, say });
  return Object.fromEntries(FEATURES.map((name, at) => [name, Number(weights[at]!.toFixed(3))]));
}
