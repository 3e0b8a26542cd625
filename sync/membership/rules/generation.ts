/** The number that a new generation must have: one more than the highest that its maker knew. */
import type { OperationId } from "../../ids.ts";

interface Generation {
  readonly generation: number;
  readonly by: OperationId;
}

export function highestKnown<G extends Generation>(
  generations: readonly G[],
  knows: (operation: OperationId) => boolean,
): { readonly highest: number; readonly list: readonly G[] } {
  const list = generations.filter(({ by }) => knows(by));
  return { highest: Math.max(0, ...list.map(({ generation }) => generation)), list };
}
