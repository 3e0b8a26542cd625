/**
 * What a device may write, and what it stores (docs/protocol.md, "Scopes"): the same answer on both
 * sides of a link, so two peers offer each other exactly the logs that both keep.
 */
import type { DeviceId } from "../ids.ts";
import type { LogRef } from "../log/log-ref.ts";
import { CAPSULE, CONTROL, NETWORK, PAIR, parseSpace, type SpaceId } from "../space.ts";
import { audienceOf, isStaff, keyedSpacesOf, readsByGroup } from "./groups.ts";
import type { Member, Membership } from "./membership.ts";
import { everMember } from "./removal.ts";

/** Whether a member of this role writes in this space. Drop keys let it write where it may not read. */
export function mayWriteAs({ role, site }: Pick<Member, "role" | "site">, space: SpaceId): boolean {
  const parts = parseSpace(space);
  if (parts === null) return false;
  if (parts.kind === "control") return true;
  if (role === "hub") return false;
  if (parts.kind === "network") return true;
  if (parts.kind === "pair" || parts.kind === "capsule") return isStaff(role);
  return parts.site === site;
}

/** Whether entries that this device writes now are accepted in this space. */
export function mayWrite(membership: Membership, device: DeviceId, space: SpaceId): boolean {
  const member = membership.devices.get(device);
  return member !== undefined && mayWriteAs(member, space);
}

/** The spaces that a device's person opens; `pair` means those of its own site. Empty for strangers. */
export function readableSpaces(membership: Membership, device: DeviceId): readonly SpaceId[] {
  const member = membership.devices.get(device);
  if (member === undefined) return [];
  const keyed = keyedSpacesOf(member.site).filter((space) => readsByGroup(membership, device, space));
  return isStaff(member.role) ? [CONTROL, ...keyed, PAIR] : [CONTROL, ...keyed];
}

/**
 * Whether a device stores a log. A profile keeps what its people may read, carries `pair` and
 * `capsule` of all, and keeps what its own site posted where it may not read. A hub keeps its
 * site's spaces. A stranger keeps only `control`.
 */
export function keeps(membership: Membership, device: DeviceId, log: LogRef): boolean {
  if (log.space === CONTROL) return true;
  const member = membership.devices.get(device);
  if (member === undefined) return false;
  if (log.space === PAIR || log.space === CAPSULE) return true;
  if (member.role === "hub") return hubKeeps(membership, member, log.space);
  return readsByGroup(membership, device, log.space) || carriesForOwnSite(membership, member, log);
}

function hubKeeps({ auditors }: Membership, { site }: Member, space: SpaceId): boolean {
  const parts = parseSpace(space);
  if (space === NETWORK || parts?.site === site) return true;
  return parts?.kind === "audit" && auditors.get(parts.site)?.includes(site) === true;
}

/** Posts on their way to their readers: what a colleague dropped must not depend on one laptop. */
function carriesForOwnSite(membership: Membership, member: Member, { space, device }: LogRef): boolean {
  const author = everMember(membership, device);
  if (author?.site !== member.site) return false;
  if (space === NETWORK) return true;
  return audienceOf(space)?.site === member.site && !readsByGroup(membership, device, space);
}

/** The logs that two devices both store: what they offer each other. */
export const sharedScope =
  (membership: Membership, a: DeviceId, b: DeviceId) =>
  (log: LogRef): boolean =>
    keeps(membership, a, log) && keeps(membership, b, log);
