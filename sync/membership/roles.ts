/**
 * Roles of people and hubs, kinds of sites, and the reader groups of a site (docs/protocol.md,
 * "Roles"). Names only: what a role may do is in `authority.ts`, what it may read in `groups.ts`.
 */

/** What a device may do, given by the invite that it joined with. */
export type Role = "coordinator" | "staff" | "protection" | "volunteer" | "advocate" | "hub";

/** What an organisation is in the mesh. */
export type SiteKind = "shelter" | "advocates";

/** A reader group of one site: whoever holds its secret opens the keys sealed to it. */
export type Group = "desk" | "staff" | "protection" | "coordination";

/** The groups that a site comes with; `coordination` is made by its first coordinator once it is in. */
export type FirstGroup = Exclude<Group, "coordination">;

/** In the order of their codes on the wire: append only. */
export const ROLES: readonly Role[] = ["coordinator", "staff", "protection", "volunteer", "advocate", "hub"];
/** In the order of their codes on the wire: append only. */
export const SITE_KINDS: readonly SiteKind[] = ["shelter", "advocates"];
/** In the order of their codes on the wire: append only. */
export const GROUPS: readonly Group[] = ["desk", "staff", "protection", "coordination"];
/** In their order on the wire. */
export const FIRST_GROUPS: readonly FirstGroup[] = ["desk", "staff", "protection"];

const ROLES_OF: Readonly<Record<SiteKind, readonly Role[]>> = {
  shelter: ["coordinator", "staff", "protection", "volunteer", "hub"],
  advocates: ["coordinator", "advocate", "hub"],
};

/** From the least that a role may do to the most. */
const BY_POWER: readonly Role[] = ["hub", "volunteer", "advocate", "staff", "protection", "coordinator"];

/** The role that may least; null for none. */
export const leastOf = (roles: readonly Role[]): Role | null =>
  BY_POWER.find((role) => roles.includes(role)) ?? null;

/** Whether a site of this kind has this role. */
export const roleExistsIn = (role: Role, kind: SiteKind): boolean => ROLES_OF[kind].includes(role);
