/** What ties a word to a name, both ways. */
export interface Tie {
  readonly word: string;
  /** Above 0, at most 1. */
  readonly weight: number;
}

/** Ties of a word, heaviest first. */
export type Ties = ReadonlyMap<string, readonly Tie[]>;

/** One tie with both its ends. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** The pairs by where they come from. */
export function tiesOf(pairs: Iterable<Pair>): Ties {
  const ties = new Map<string, Tie[]>();
  for (const { from, to, weight } of pairs) {
    const others = ties.get(from) ?? [];
    others.push({ word: to, weight });
    ties.set(from, others);
  }
  for (const others of ties.values())
    others.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  return ties;
}

export const turned = ({ from, to, weight }: Pair): Pair => ({ from: to, to: from, weight });
