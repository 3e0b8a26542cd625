/** Who is proposed though nobody asked. */
import { type Hit, PROPOSE_FROM } from "#match";

/** Of more people who are as probable, none is worth going to unasked. */
const MOST_TOGETHER = 3;

/**
 * The fewest, best first, of whom one is the person probably enough: whoever is registered twice has two records, and
 * each has a part of what is probable.
 */
export function proposedOf(hits: readonly Pick<Hit, "id" | "score">[]): ReadonlySet<string> {
  const proposed = new Set<string>();
  let together = 0;
  for (const { id, score } of hits.slice(0, MOST_TOGETHER)) {
    if (together < PROPOSE_FROM) proposed.add(id);
    together += score;
  }
  return together < PROPOSE_FROM ? new Set() : proposed;
}
