/**
 * What the next control entry of a device must cite, so that its operation follows everything that
 * the device knows (docs/protocol.md, "Heads"). An entry names at most four heads; above that,
 * merge operations go first, each citing four.
 */
import type { OperationId } from "../ids.ts";
import { MAX_HEADS } from "../log/entry.ts";
import { precedes } from "./causality.ts";
import type { Membership } from "./membership.ts";

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

/**
 * The heads that an enrolment cites: it must know the words, and nobody may merge before it. Where there are
 * more heads than one entry can name, those that lead to the words come first.
 */
export function headsToEnrol(
  { heads, causality }: Pick<Membership, "heads" | "causality">,
  words: OperationId,
): readonly OperationId[] {
  const leads = (head: OperationId): boolean => head === words || precedes(causality, words, head);
  return [...heads.filter(leads), ...heads.filter((head) => !leads(head))].slice(0, MAX_HEADS).sort();
}
