/**
 * Generations of a group's key and their boxes (docs/protocol.md, "Keys"). Given by whoever holds
 * the group, to devices that hold it by their role. Two devices that make the same generation at
 * the same time both count.
 */
import { equalBytes } from "#crypto";
import type { Case, Rule } from "../draft.ts";
import { holdsGroup } from "../groups.ts";
import { type GroupGeneration, groupId, type Refusal } from "../membership.ts";
import type { GroupBoxesOperation } from "../operations.ts";
import { highestKnown } from "./generation.ts";

export const applyGroupBoxes: Rule<GroupBoxesOperation> = (subject) => {
  const { draft, operation, id, author, roster } = subject;
  if (roster.sites.get(operation.site) === undefined) return "unknown-site";
  if (!holdsGroup(roster, author, operation)) return "not-allowed";
  if (!operation.boxes.every(({ device }) => holdsGroup(roster, device, operation))) {
    draft.leaks.push({ site: operation.site, group: operation.group, by: id });
    return "not-a-reader";
  }
  const key = groupId(operation.group, operation.site);
  const generations = draft.groups.get(key) ?? [];
  const index = generations.findIndex((one) => isSame(one, operation));
  const existing = generations[index];
  const refusal = placeRefusal(subject, generations, existing);
  if (refusal !== null) return refusal;
  const next = withBoxes(existing ?? emptyGeneration(subject), operation);
  draft.groups.set(key, existing === undefined ? [...generations, next] : generations.with(index, next));
  return null;
};

const isSame = (one: GroupGeneration, operation: GroupBoxesOperation): boolean =>
  one.generation === operation.generation && equalBytes(one.public, operation.public);

function placeRefusal(
  subject: Case<GroupBoxesOperation>,
  generations: readonly GroupGeneration[],
  existing: GroupGeneration | undefined,
): Refusal | null {
  const { operation, knows } = subject;
  if (existing !== undefined && knows(existing.by)) return operation.previous === null ? null : "contradicts";
  const { highest, list } = highestKnown(generations, knows);
  if (operation.generation !== highest + 1) return "wrong-generation";
  const named = operation.previous?.of ?? [];
  return named.every((id) => list.some((one) => equalBytes(one.public, id))) ? null : "contradicts";
}

const emptyGeneration = ({ operation, id }: Case<GroupBoxesOperation>): GroupGeneration => ({
  site: operation.site,
  group: operation.group,
  generation: operation.generation,
  public: operation.public,
  by: id,
  boxes: new Map(),
  recoveryBoxes: [],
  previous: operation.previous,
});

function withBoxes(generation: GroupGeneration, operation: GroupBoxesOperation): GroupGeneration {
  const boxes = new Map(generation.boxes);
  for (const { device, box } of operation.boxes) boxes.set(device, [...(boxes.get(device) ?? []), box]);
  const recoveryBoxes = [...generation.recoveryBoxes, ...operation.recoveryBoxes];
  return { ...generation, boxes, recoveryBoxes };
}
