/** Trigrams as PostgreSQL's pg_trgm makes and compares them. */
import { foldedWords } from "../fold.ts";

/** In the order of the text, with doubles: two spaces before each word, one after. */
export const trigramsInOrder = (text: string): readonly string[] =>
  foldedWords(text).flatMap((word) => {
    const padded = `  ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });

/**
 * How well the first text is contained in the best stretch of the second: the greatest share, of any stretch of the
 * second's trigrams, that both have of what either has (`word_similarity`).
 */
export function wordSimilarity(asked: ReadonlySet<string>, found: readonly string[]): number {
  let best = 0;
  for (let from = 0; from < found.length; from += 1) {
    if (!asked.has(found[from]!)) continue;
    const stretch = new Set<string>();
    let shared = 0;
    for (let to = from; to < found.length; to += 1) {
      const trigram = found[to]!;
      if (!stretch.has(trigram) && asked.has(trigram)) shared += 1;
      stretch.add(trigram);
      best = Math.max(best, shared / (asked.size + stretch.size - shared));
    }
  }
  return best;
}
