/**
 * Where a control log ends, branch by branch (docs/protocol.md, "Forks"). A position alone does not say
 * which of two entries is meant: an end names an operation, and what precedes that one counts.
 */
import { type OperationId, operationIdOf } from "../ids.ts";
import { CONTROL } from "../space.ts";
import { type Causality, precedes } from "./causality.ts";
import type { Cut } from "./cut.ts";

/** The last operation that counts of one branch. */
export interface Tip {
  readonly id: OperationId;
  readonly seq: number;
}

/** The ends of one device's control log: one, or one for each branch of a fork; none where nothing counts. */
export type Tips = readonly Tip[];

/** The ends that cuts name. */
export const tipsOf = (cuts: readonly Cut[]): Tips =>
  cuts.flatMap(({ space, seal }) =>
    space === CONTROL ? [{ id: operationIdOf(seal.id), seq: seal.seq }] : [],
  );

/**
 * Whether an operation of a log stands at or before one of its ends. Of an end that is not here only the
 * position is known.
 */
export const isWithin = (causality: Causality, tips: Tips, { id, seq }: Tip): boolean =>
  tips.some((tip) =>
    causality.position.has(tip.id) ? tip.id === id || precedes(causality, id, tip.id) : seq <= tip.seq,
  );
