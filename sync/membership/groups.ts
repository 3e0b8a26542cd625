/**
 * Who holds which group, and which group reads which space (docs/protocol.md, "Who reads what").
 * The keys enforce this table; what a key cannot enforce is checked where entries are opened.
 */
import type { DeviceId, SiteId } from "../ids.ts";
import { NETWORK, parseSpace, siteSpace, type SpaceId } from "../space.ts";
import type { Member, Site } from "./membership.ts";
import type { Group, Role } from "./roles.ts";

export interface Lookup<K, V> {
  get(key: K): V | undefined;
}

/** Who is where: a whole membership, or what the author of one operation knew of it (`roster.ts`). */
export interface Roster {
  readonly sites: Lookup<SiteId, Site>;
  readonly devices: Lookup<DeviceId, Member>;
  /** Other sites that read the audit of a site, by that site. */
  readonly auditors: Lookup<SiteId, readonly SiteId[]>;
}

const GROUPS_OF: Readonly<Record<Role, readonly Group[]>> = {
  coordinator: ["desk", "staff", "coordination"],
  staff: ["desk", "staff"],
  protection: ["desk", "staff", "protection"],
  volunteer: ["desk"],
  advocate: ["desk", "staff"],
  hub: [],
};

/** Whether this role is among those who read their site's records. */
export const isStaff = (role: Role): boolean => GROUPS_OF[role].includes("staff");

/** The groups of its own site that a member holds by its role, or as the coordinator who made or recovered them all. */
export function groupsHeld(member: Member, site: Site): readonly Group[] {
  const hasThem = site.first === member.device || member.enrolled?.protection === true;
  const own = GROUPS_OF[member.role];
  return hasThem && member.role === "coordinator" ? [...own, "protection"] : own;
}

/** Whether a device is a member of this site that holds this group. */
export function holdsGroup(
  roster: Roster,
  device: DeviceId,
  { site, group }: { site: SiteId; group: Group },
): boolean {
  const member = roster.devices.get(device);
  const home = roster.sites.get(site);
  if (member === undefined || home === undefined || member.site !== site) return false;
  return groupsHeld(member, home).includes(group);
}

/** Which group reads a space, at which sites, and whether others post to it by a drop key. */
export interface Audience {
  readonly group: Group;
  /** The one site that reads it, of `audit` with its auditors; null: every shelter. */
  readonly site: SiteId | null;
  readonly drop: boolean;
}

/** Null for spaces without keys of their own (`control`, `pair`, `capsule`) and for unknown text. */
export function audienceOf(space: SpaceId): Audience | null {
  const parts = parseSpace(space);
  if (parts === null) return null;
  switch (parts.kind) {
    case "desk":
      return { group: "desk", site: parts.site, drop: false };
    case "site":
      return { group: "staff", site: parts.site, drop: true };
    case "protected":
      return { group: "protection", site: parts.site, drop: true };
    case "audit":
      return { group: "coordination", site: parts.site, drop: true };
    case "network":
      return { group: "staff", site: null, drop: true };
    case "control":
    case "pair":
    case "capsule":
      return null;
  }
}

/** Whether this site's group is among a space's readers. */
export function siteReads(roster: Roster, site: SiteId, audience: Audience): boolean {
  const home = roster.sites.get(site);
  if (home === undefined) return false;
  if (audience.site === null) return home.kind === "shelter";
  return audience.site === site || isAuditor(roster, site, audience);
}

/** Whether a site was chosen to read the audit of another one. */
export const isAuditor = (
  roster: Pick<Roster, "auditors">,
  site: SiteId,
  { group, site: of }: Audience,
): boolean => group === "coordination" && of !== null && roster.auditors.get(of)?.includes(site) === true;

/** Whether a device reads a space by the group that it holds. False for `control`, `pair`, `capsule`. */
export function readsByGroup(roster: Roster, device: DeviceId, space: SpaceId): boolean {
  const audience = audienceOf(space);
  const member = roster.devices.get(device);
  if (audience === null || member === undefined) return false;
  return (
    siteReads(roster, member.site, audience) &&
    holdsGroup(roster, device, { site: member.site, group: audience.group })
  );
}

/** The spaces with keys that one site's members may read. */
export const keyedSpacesOf = (site: SiteId): readonly SpaceId[] => [
  siteSpace("desk", site),
  siteSpace("site", site),
  siteSpace("protected", site),
  siteSpace("audit", site),
  NETWORK,
];

/** Whether others may post to a space that they cannot read. */
export const hasDropKey = (space: SpaceId): boolean => audienceOf(space)?.drop === true;
