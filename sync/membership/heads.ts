/**
 * What the next control entry of a device must cite, so that its operation follows everything that
 * the device knows (docs/protocol.md, "Heads"). An entry names at most four heads; above that,
 * merge operations go first, each citing four.
 */
import type { OperationId } from "../ids.ts";
import { MAX_HEADS } from "../log/entry.ts";

/**
 * The heads to cite, entry by entry: the last one is for the operation itself, those before it are
 * for merge operations. `last` is the author's own latest operation: `prev` already says it.
 */
export function planHeads(
  heads: readonly OperationId[],
  last: OperationId | null,
): readonly (readonly OperationId[])[] {
  const cited = heads.filter((head) => head !== last).sort();
  const plan: OperationId[][] = [];
  for (let at = 0; at === 0 || at < cited.length; at += MAX_HEADS) plan.push(cited.slice(at, at + MAX_HEADS));
  return plan;
}
