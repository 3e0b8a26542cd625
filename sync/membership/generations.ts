/**
 * Which generation of a key may be written with, and which ones a newcomer must be given
 * (docs/protocol.md, "Keys"). Groups and spaces follow the same rule.
 */
import { compareBytes, equalBytes } from "#crypto";
import type { OperationId } from "../ids.ts";
import { type Causality, precedes } from "./causality.ts";
import type { GroupGeneration, Membership, Revocation, SpaceGeneration } from "./membership.ts";
import type { Predecessors } from "./operations.ts";

interface Generation {
  readonly generation: number;
  readonly by: OperationId;
  readonly previous: Predecessors<Uint8Array> | null;
}

/** The public name of a generation's key. */
const generationName = (generation: GroupGeneration | SpaceGeneration): Uint8Array =>
  "keyId" in generation ? generation.keyId : generation.public;

/** Whether every revocation in the list precedes the operation that made this generation. */
export const followsAll = (
  causality: Causality,
  revocations: readonly Revocation[],
  generation: Pick<Generation, "by">,
): boolean => revocations.every(({ operation }) => precedes(causality, operation, generation.by));

/**
 * The generations that may be written with, best first: the highest, then the lowest name. Empty
 * when a revocation came after all of them: then somebody must make the next.
 */
export function writable<G extends GroupGeneration | SpaceGeneration>(
  membership: Pick<Membership, "causality" | "revocations">,
  generations: readonly G[],
): readonly G[] {
  return generations
    .filter((generation) => followsAll(membership.causality, membership.revocations, generation))
    .sort((a, b) => b.generation - a.generation || compareBytes(generationName(a), generationName(b)));
}

/** The generations that no later one wraps: who holds these reaches all. */
export function tips<G extends GroupGeneration | SpaceGeneration>(generations: readonly G[]): readonly G[] {
  const covered = generations.flatMap(({ previous }): readonly Uint8Array[] => previous?.of ?? []);
  return generations.filter((one) => !covered.some((name) => equalBytes(name, generationName(one))));
}

/** A generation and all that it wraps, at any remove. */
export function reachable<G extends GroupGeneration | SpaceGeneration>(
  from: G,
  generations: readonly G[],
): readonly G[] {
  const reached = new Set<G>([from]);
  for (const one of reached) {
    const names: readonly Uint8Array[] = one.previous?.of ?? [];
    for (const other of generations) {
      if (names.some((name) => equalBytes(name, generationName(other)))) reached.add(other);
    }
  }
  return [...reached];
}
