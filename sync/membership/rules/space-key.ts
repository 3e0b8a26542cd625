/**
 * Generations of a space's key and their grants (docs/protocol.md, "Keys"). Given by whoever reads
 * the space, to the groups that read it. The key id stands in clear beside every grant, so a maker
 * that gives two groups different keys shows it.
 */
import { type AgreePublicKey, equalBytes } from "#crypto";
import type { Case, Rule } from "../draft.ts";
import { type Audience, audienceOf, readsByGroup, siteReads } from "../groups.ts";
import { groupId, type Refusal, type SpaceGeneration } from "../membership.ts";
import type { GroupBox, SpaceKeyOperation } from "../operations.ts";
import { highestKnown } from "./generation.ts";

export const applySpaceKey: Rule<SpaceKeyOperation> = (subject) => {
  const { draft, operation } = subject;
  const audience = audienceOf(operation.space);
  if (audience === null || !mayGive(subject, audience)) return "not-allowed";
  if (!operation.boxes.every((box) => isKnownReader(subject, audience, box))) return "not-a-reader";
  if (audience.drop !== (operation.drop !== null)) return "contradicts";
  const generations = draft.spaces.get(operation.space) ?? [];
  const index = generations.findIndex((one) => isSame(one, operation));
  const existing = generations[index];
  const refusal = placeRefusal(subject, generations, existing);
  if (refusal !== null) return refusal;
  const base = existing ?? emptyGeneration(subject);
  const next = { ...base, boxes: [...base.boxes, ...operation.boxes] };
  draft.spaces.set(
    operation.space,
    existing === undefined ? [...generations, next] : generations.with(index, next),
  );
  return null;
};

/** Who reads the space; an auditor does so with the keys of the house, and one of its own making would be nobody's there. */
function mayGive({ operation, author, roster }: Case<SpaceKeyOperation>, audience: Audience): boolean {
  const isAtHome = audience.site === null || roster.devices.get(author)?.site === audience.site;
  return isAtHome && readsByGroup(roster, author, operation.space);
}

function isKnownReader(subject: Case<SpaceKeyOperation>, audience: Audience, box: GroupBox): boolean {
  const { draft, knows, roster } = subject;
  if (box.group !== audience.group || !siteReads(roster, box.site, audience)) return false;
  const generations = draft.groups.get(groupId(box.group, box.site)) ?? [];
  return generations.some((one) => one.generation === box.generation && knows(one.by));
}

// A copy with another drop key is another generation: it must not stop grants of the true one.
const isSame = (one: SpaceGeneration, operation: SpaceKeyOperation): boolean =>
  one.generation === operation.generation &&
  equalBytes(one.keyId, operation.keyId) &&
  sameDrop(one.drop, operation.drop);

const sameDrop = (a: AgreePublicKey | null, b: AgreePublicKey | null): boolean =>
  a === null || b === null ? a === b : equalBytes(a, b);

function placeRefusal(
  subject: Case<SpaceKeyOperation>,
  generations: readonly SpaceGeneration[],
  existing: SpaceGeneration | undefined,
): Refusal | null {
  const { operation, knows } = subject;
  if (existing !== undefined && knows(existing.by)) return operation.previous === null ? null : "contradicts";
  const { highest, list } = highestKnown(generations, knows);
  if (operation.generation !== highest + 1) return "wrong-generation";
  const named = operation.previous?.of ?? [];
  return named.every((id) => list.some((one) => equalBytes(one.keyId, id))) ? null : "contradicts";
}

const emptyGeneration = ({ operation, id }: Case<SpaceKeyOperation>): SpaceGeneration => ({
  space: operation.space,
  generation: operation.generation,
  keyId: operation.keyId,
  drop: operation.drop,
  by: id,
  boxes: [],
  previous: operation.previous,
});
