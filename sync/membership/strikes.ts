/**
 * What the removals and role changes of a mesh do to operations of the devices that they concern
 * (docs/protocol.md, "Removal"). Given to a reduction, because a removal counts against what its device
 * wrote at the same time, before it or after it in any order.
 */
import type { DeviceId, OperationId } from "../ids.ts";
import { CONTROL } from "../space.ts";
import { endOf } from "./cut.ts";
import type { Draft, Strikes } from "./draft.ts";
import type { RoleChange } from "./membership.ts";
import { wordsEnds } from "./recovery.ts";
import { areEnough, endsOf, hasLeft, votesOn } from "./removal.ts";

/** The strikes that follow from what a reduction accepted. */
export function strikesOf(draft: Draft, standing: ReadonlySet<OperationId>): Strikes {
  const removed = new Map<DeviceId, number>();
  const left = new Set<DeviceId>();
  const roles = new Map<DeviceId, readonly RoleChange[]>();
  for (const member of draft.devices.values()) {
    const votes = votesOn(draft, member);
    const ends = (): number => endOf(endsOf(votes, member.raises), CONTROL);
    if (areEnough(votes, member.site)) removed.set(member.device, ends());
    if (hasLeft(draft, member)) left.add(member.device);
    if (member.roles.length > 0) roles.set(member.device, member.roles);
  }
  return { removed, left, roles, words: wordsEnds(draft), standing };
}

/** Both strikes at once: of two ends of a log the earlier, all role changes, and who left by its own word in both. */
export function joined(a: Strikes, b: Strikes): Strikes {
  const removed = new Map(a.removed);
  for (const [device, end] of b.removed) removed.set(device, Math.min(end, removed.get(device) ?? end));
  const roles = new Map(a.roles);
  for (const [device, changes] of b.roles) {
    const known = roles.get(device) ?? [];
    roles.set(device, [...known, ...changes.filter(({ by }) => known.every((one) => one.by !== by))]);
  }
  const stays = (strikes: Strikes, device: DeviceId): boolean =>
    strikes.left.has(device) || !strikes.removed.has(device);
  const left = [...removed.keys()].filter((device) => stays(a, device) && stays(b, device));
  const words = [...a.words, ...b.words.filter(({ by }) => a.words.every((one) => one.by !== by))];
  return { removed, left: new Set(left), roles, words, standing: new Set([...a.standing, ...b.standing]) };
}

/** A text that differs wherever two strikes take away different things. */
export const weight = ({ removed, left, roles, words }: Strikes): string =>
  JSON.stringify([
    [...removed].sort(),
    [...left].sort(),
    [...roles].map(([device, changes]) => [device, changes.map(({ by }) => by).sort()]).sort(),
    words.map(({ words: of, by }) => `${of} ${by}`).sort(),
  ]);
