/** One history from its seed to its verdict, and the shortest history that goes as wrong. */
import { type Program, REAL_PROGRAM } from "./device.ts";
import { createHistory, type History } from "./history.ts";
import { wrongIn } from "./properties.ts";
import { play } from "./world.ts";

export interface Verdict {
  readonly history: History;
  /** Empty when all properties hold. */
  readonly wrong: readonly string[];
  /** What the history came to: to see that histories are not all about nothing. */
  readonly removed: number;
  readonly isForked: boolean;
}

export async function judge(history: History, program: Program = REAL_PROGRAM): Promise<Verdict> {
  const ended = await play(history, program);
  const wrong = await wrongIn(ended);
  return { history, wrong, removed: ended.honest[0]?.membership.removed.size ?? 0, isForked: ended.isForked };
}

/** The seed of one history of a run. */
export const seedOf = (run: string, at: number): string => `${run}/${String(at)}`;

export const simulate = (seed: string, program: Program = REAL_PROGRAM): Promise<Verdict> =>
  judge(createHistory(seed), program);

/** Leaves out steps, many at a time and then one by one, as long as something is still wrong. */
export async function shrink(failing: Verdict, program: Program = REAL_PROGRAM): Promise<Verdict> {
  let best = failing;
  for (
    let size = Math.ceil(best.history.steps.length / 2);
    size > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = best.history.steps.length - size; at >= 0; at -= 1) {
      const { history } = best;
      const steps = [...history.steps.slice(0, at), ...history.steps.slice(at + size)];
      const shorter = await judge({ ...history, steps }, program);
      if (shorter.wrong.length > 0) best = shorter;
    }
  }
  return best;
}
