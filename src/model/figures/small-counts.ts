/**
 * What may be shown of counts: none of 1 to 4 people, and nothing from which one can be worked out
 * (docs/decisions/0020-figures.md). Each breakdown of a total is looked at alone. Who knows this rule and sees what it
 * shows still finds, for every count of 1 to 4, another value that would look the same; and whatever is hidden together
 * counts at least five.
 */

/** `<5`: a total of 1 to 4. `*`: a part that is not shown, because it is of few or would tell of few. */
export type Shown = number | "<5" | "*";

/** Counts below this, and above none, are of few people. */
export const FEWEST = 5;

const isFew = (count: number): boolean => count > 0 && count < FEWEST;
const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const shownTotal = (count: number): Shown => (isFew(count) ? "<5" : count);

/**
 * Several small counts hide each other if their sum, which can be worked out, leaves each of them open. A sum by one
 * more or less than the least or most that they can make leaves too little to what is hidden beside others: see 0020.
 */
function hideEachOther(few: readonly number[]): boolean {
  const [sum, least] = [sumOf(few), few.length];
  return least > 1 && sum >= FEWEST && sum >= least + 2 && sum <= least * (FEWEST - 1) - 2;
}

/** Whether each is hidden. What is sacrificed for another depends on its place and not on its size, which would tell of both. */
function hidden(counts: readonly number[]): readonly boolean[] {
  const few = counts.filter(isFew);
  if (few.length === 0 || hideEachOther(few)) return counts.map(isFew);
  const beside = counts.findLastIndex((count) => count >= FEWEST);
  return beside < 0 ? counts.map(() => true) : counts.map((count, at) => isFew(count) || at === beside);
}

/** The parts of a total that is shown beside them; what can best be missed stands last. */
export function shownParts(counts: readonly number[]): readonly Shown[] {
  if (isFew(sumOf(counts))) return counts.map(() => "*");
  const isHidden = hidden(counts);
  return counts.map((count, at) => (isHidden[at] === true ? "*" : count));
}
