/**
 * Which generation of a key may be written with, and which ones a newcomer must be given
 * (docs/protocol.md, "Keys"). Groups and spaces follow the same rule.
 */
import { compareBytes, equalBytes } from "#crypto";
import { audienceOf, isAuditor } from "./groups.ts";
import type { GroupGeneration, Membership, Revocation, SpaceGeneration } from "./membership.ts";
import { knewOf } from "./removal.ts";

/** The public name of a generation's key. */
const generationName = (generation: GroupGeneration | SpaceGeneration): Uint8Array =>
  "keyId" in generation ? generation.keyId : generation.public;

/** Whether a device that lost these groups could read what is sealed under this generation. */
function concerns(
  { site, siteKind, groups, space }: Revocation,
  generation: GroupGeneration | SpaceGeneration,
  auditors: Membership["auditors"],
): boolean {
  if ("keyId" in generation) {
    const audience = audienceOf(generation.space);
    if (space !== null) return generation.space === space;
    if (audience === null || !groups.includes(audience.group)) return false;
    if (audience.site === null) return siteKind === "shelter";
    return audience.site === site || isAuditor({ auditors }, site, audience);
  }
  return space === null && generation.site === site && groups.includes(generation.group);
}

/** Whether whoever made this generation knew of every loss that concerns it. */
const followsAll = (
  membership: Pick<Membership, "causality" | "revocations" | "auditors">,
  generation: GroupGeneration | SpaceGeneration,
): boolean =>
  membership.revocations.every(
    (revocation) =>
      !concerns(revocation, generation, membership.auditors) || knewOf(membership, revocation, generation.by),
  );

/**
 * The generations that may be written with, best first: the highest, then the lowest name. Empty
 * when a revocation came after all of them: then somebody must make the next.
 */
export function writable<G extends GroupGeneration | SpaceGeneration>(
  membership: Pick<Membership, "causality" | "revocations" | "auditors">,
  generations: readonly G[],
): readonly G[] {
  return generations
    .filter((generation) => followsAll(membership, generation))
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
