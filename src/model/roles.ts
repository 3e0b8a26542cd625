/**
 * Roles of a mesh and what each may do with a kind of record (design section 6, "Roles"). What a
 * key can enforce, a key does; this table is what an opened entry is checked against for the rest.
 */

export const ROLES = ["coordinator", "staff", "protection", "volunteer", "advocate", "hub"] as const;
export type Role = (typeof ROLES)[number];

/** The audiences that records live in; `control` holds no records. */
export type RecordSpace = "network" | "desk" | "site" | "protected" | "pair" | "capsule";

/** `write`: make and change. `drop`: hand in to a space that one cannot read, and nothing after. */
export type Access = "write" | "drop" | "none";

/** What each role may do; a role that is not named may do nothing. */
export type Writers = Readonly<Partial<Record<Role, Exclude<Access, "none">>>>;
