/**
 * Other forms of a name from lines such as `Juan 0.85: Jean, Xuan`: each stands for the first with the line's weight,
 * and for one another with its square, being two steps apart. Where two lines tie the same words, the heavier counts.
 */
import { fault, type Line, readLines } from "./lines.ts";
import { type Pair, type Ties, tiesOf, turned } from "./ties.ts";

function pairsOf({ head, number, items }: Line): readonly Pair[] {
  if (!(number > 0 && number <= 1)) throw fault(head, "the weight is not above 0 and up to 1");
  if (items.some(({ weight }) => weight !== null))
    throw fault(head, "a line of forms has one weight, after the name");
  const words = items.map(({ word }) => word);
  const direct = words.map((word) => ({ from: head, to: word, weight: number }));
  const between = words.flatMap((from, at) =>
    words.slice(at + 1).map((to) => ({ from, to, weight: number * number })),
  );
  return [...direct, ...between];
}

function rejectRepeated(lines: readonly Line[]): void {
  const seen = new Set<string>();
  for (const { head, items } of lines)
    for (const { word } of items) {
      const pair = [head, word].sort().join(" ");
      if (seen.has(pair)) throw fault(head, `"${word}" is tied to it twice`);
      seen.add(pair);
    }
}

/** Reads a list of forms, tied both ways; throws where a line cannot be right. */
export function readForms(text: string): Ties {
  const lines = readLines(text);
  rejectRepeated(lines);
  const heaviest = new Map<string, Pair>();
  for (const pair of lines.flatMap(pairsOf).flatMap((one) => [one, turned(one)])) {
    const key = `${pair.from} ${pair.to}`;
    if (pair.weight > (heaviest.get(key)?.weight ?? 0)) heaviest.set(key, pair);
  }
  return tiesOf(heaviest.values());
}
