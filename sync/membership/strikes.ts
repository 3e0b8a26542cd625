/**
 * What the removals and role changes of a mesh do to operations of the devices that they concern
 * (docs/protocol.md, "Removal"). Given to a reduction, because a removal counts against what its device
 * wrote at the same time, before it or after it in any order.
 */
import type { DeviceId, OperationId } from "../ids.ts";
import type { Tips } from "./control-end.ts";
import type { Draft, Strikes } from "./draft.ts";
import type { RoleChange } from "./membership.ts";
import { wordsEnds } from "./recovery.ts";
import { areEnough, controlEndsOf, hasLeft, reportedEnds, votesOn } from "./removal.ts";

/** The strikes that follow from what a reduction accepted. */
export function strikesOf(draft: Draft, standing: ReadonlySet<OperationId>): Strikes {
  const ends = new Map<DeviceId, readonly Tips[]>();
  const left = new Set<DeviceId>();
  const roles = new Map<DeviceId, readonly RoleChange[]>();
  for (const member of draft.devices.values()) {
    const votes = votesOn(draft, member);
    if (areEnough(votes, member.site)) ends.set(member.device, [controlEndsOf(votes, member.raises)]);
    else if (member.forkReports.length > 0) ends.set(member.device, [reportedEnds(member)]);
    if (hasLeft(draft, member)) left.add(member.device);
    if (member.roles.length > 0) roles.set(member.device, member.roles);
  }
  return { ends, left, roles, words: wordsEnds(draft), standing };
}

/**
 * Both strikes at once: of a log only what both let count, all role changes, and who left by its own word in both.
 * Of what is struck already it adds nothing, so that adding ends (`settle.ts`, failClosed).
 */
export function joined(a: Strikes, b: Strikes): Strikes {
  const ends = new Map(a.ends);
  for (const [device, all] of b.ends) {
    const known = ends.get(device) ?? [];
    const names = new Set(known.map(nameOf));
    ends.set(device, [...known, ...all.filter((tips) => !names.has(nameOf(tips)))]);
  }
  const roles = new Map(a.roles);
  for (const [device, changes] of b.roles) {
    const known = roles.get(device) ?? [];
    roles.set(device, [...known, ...changes.filter(({ by }) => known.every((one) => one.by !== by))]);
  }
  const stays = (strikes: Strikes, device: DeviceId): boolean =>
    strikes.left.has(device) || !strikes.ends.has(device);
  const left = [...ends.keys()].filter((device) => stays(a, device) && stays(b, device));
  const words = [...a.words, ...b.words.filter(({ by }) => a.words.every((one) => one.by !== by))];
  return { ends, left: new Set(left), roles, words, standing: new Set([...a.standing, ...b.standing]) };
}

const nameOf = (tips: Tips): string =>
  tips
    .map(({ id }) => id)
    .sort()
    .join(" ");

/** A text that differs wherever two strikes take away different things. */
export const weight = ({ ends, left, roles, words }: Strikes): string =>
  JSON.stringify([
    [...ends].map(([device, all]) => [device, all.map(nameOf)]).sort(),
    [...left].sort(),
    [...roles].map(([device, changes]) => [device, changes.map(({ by }) => by).sort()]).sort(),
    words.map(({ words: of, by }) => `${of} ${by}`).sort(),
  ]);
