/**
 * What the removals and role changes of a mesh do to operations of the devices that they concern
 * (docs/protocol.md, "Removal"). Given to a reduction, because a removal counts against what its device
 * wrote at the same time, before it or after it in any order.
 */
import type { DeviceId, OperationId } from "../ids.ts";
import { CONTROL } from "../space.ts";
import { endOf } from "./cut.ts";
import type { Draft } from "./draft.ts";
import type { RoleChange } from "./membership.ts";
import { areEnough, endsOf, votesOn } from "./removal.ts";

export interface Strikes {
  /** By device that is out: the last position of its control log that counts. */
  readonly removed: ReadonlyMap<DeviceId, number>;
  readonly roles: ReadonlyMap<DeviceId, readonly RoleChange[]>;
  /** Votes that stand although their author is out: two who remove each other are both out. */
  readonly standing: ReadonlySet<OperationId>;
}

export const NO_STRIKES: Strikes = { removed: new Map(), roles: new Map(), standing: new Set() };

/** The strikes that follow from what a reduction accepted. */
export function strikesOf(draft: Draft, standing: ReadonlySet<OperationId>): Strikes {
  const removed = new Map<DeviceId, number>();
  const roles = new Map<DeviceId, readonly RoleChange[]>();
  for (const member of draft.devices.values()) {
    const votes = votesOn(draft, member);
    const ends = (): number => endOf(endsOf(votes, member.raises), CONTROL);
    if (areEnough(votes, member.site)) removed.set(member.device, ends());
    if (member.roles.length > 0) roles.set(member.device, member.roles);
  }
  return { removed, roles, standing };
}
