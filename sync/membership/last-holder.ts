/**
 * Whom a house must not lose before the keys are handed on: the only device that was given a group's
 * secret. Nothing else opens what was sealed to `protection`, the site's recovery words neither.
 */
import type { DeviceId } from "../ids.ts";
import { tips } from "./generations.ts";
import { holdsGroup } from "./groups.ts";
import { groupId, type Membership } from "./membership.ts";
import type { Group } from "./roles.ts";

/** Whether nobody else of its site can open what this device opens by this group. */
export function isLastHolder(membership: Membership, device: DeviceId, group: Group): boolean {
  const site = membership.devices.get(device)?.site;
  if (site === undefined || !holdsGroup(membership, device, { site, group })) return false;
  const newest = tips(membership.groups.get(groupId(group, site)) ?? []);
  return ![...membership.devices.keys()].some(
    (other) =>
      other !== device &&
      holdsGroup(membership, other, { site, group }) &&
      newest.every(({ boxes }) => boxes.has(other)),
  );
}
