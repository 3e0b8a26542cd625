/**
 * Whether a device was left without a key that it should have (docs/protocol.md, "Duties"): the generation that
 * others write with does not open, though this device was given a box of it or holds another one. Only it can see
 * that, so it makes the next generation, which everybody then writes with. Where the maker was honest and only
 * slow, there is one generation more than needed. Who holds nothing yet waits to be given it.
 */
import { writable } from "./generations.ts";
import { audienceOf } from "./groups.ts";
import type { Keyring } from "./keyring.ts";
import {
  type GroupGeneration,
  groupId,
  type Member,
  type Membership,
  type SpaceGeneration,
} from "./membership.ts";

interface View {
  readonly membership: Membership;
  readonly keyring: Keyring;
  readonly member: Member;
}

/** Of the generation of a group that others seal to, the best of these. */
export function isShutOutOfGroup(
  { keyring, member }: View,
  best: GroupGeneration,
  generations: readonly GroupGeneration[],
): boolean {
  if (keyring.groupSecret(best) !== null) return false;
  return best.boxes.has(member.device) || generations.some((one) => keyring.groupSecret(one) !== null);
}

/** Of the generation of a space's key that others write with, the best of these. */
export function isShutOutOfSpace(
  { membership, keyring, member }: View,
  best: SpaceGeneration,
  generations: readonly SpaceGeneration[],
): boolean {
  const audience = audienceOf(best.space);
  if (audience === null || keyring.spaceKey(best) !== null) return false;
  const own = writable(membership, membership.groups.get(groupId(audience.group, member.site)) ?? []);
  const held = own.filter((one) => keyring.groupSecret(one) !== null).map(({ generation }) => generation);
  const isGiven = best.boxes.some((box) => box.site === member.site && held.includes(box.generation));
  return isGiven || (held.length > 0 && generations.some((one) => keyring.spaceKey(one) !== null));
}
