/** What the engine offers for taking back what was given: devices, roles, houses, keys. */
import type { KindName as Kind } from "#model";
import type { DeviceId, InviteId, Limits, Role, SiteId, SiteKind } from "#sync";
import type { AuditCommands } from "./audit.ts";
import type { RecordId, UnixMillis } from "./record-id.ts";

export type * from "./audit.ts";

/** A record that a device could read, as far as this device can tell. */
export interface ReadableRecord {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly title: string;
}

/** What came of a word that somebody should be out. */
export interface TakenOut {
  /** False while another house must give its word too. */
  readonly done: boolean;
  /** What it could read and keeps: nobody can take that back. */
  readonly records: readonly ReadableRecord[];
}

export interface Revoked extends TakenOut {
  readonly device: DeviceId;
}

export interface RemovedSite extends TakenOut {
  readonly site: SiteId;
}

export interface NamedSite {
  readonly site: SiteId;
  readonly name: string;
}

/** What houses say of a house, and it of others. */
export interface SiteTrust {
  /** Houses that gave their word that this one should be out, while one word is not enough. */
  readonly votes: readonly NamedSite[];
  /** Houses that this one says it does not trust. */
  readonly distrusts: readonly SiteId[];
  /** Houses that say they do not trust this one. */
  readonly distrustedBy: readonly SiteId[];
}

/** A house that another one invites. */
export interface NewSiteView {
  readonly invite: InviteId;
  readonly name: string;
  readonly kind: SiteKind;
  readonly invitedBy: string;
  /** Houses of the mesh whose names can be taken for its own. */
  readonly alike: readonly NamedSite[];
}

/** Whether this house distrusts another one. */
export interface DistrustWord {
  readonly site: SiteId;
  readonly on: boolean;
}

/** Entries of one device that do not count, and are kept here. */
export interface QuarantineView {
  readonly device: DeviceId;
  readonly person: string | null;
  readonly siteName: string | null;
  /** Of this house: its coordinators may let it count. */
  readonly ownSite: boolean;
  readonly entries: number;
  /** When this profile learned that the device is out; null where it knew before it kept such times. */
  readonly since: UnixMillis | null;
}

/** What one house takes up on everybody's disk. */
export interface HouseUseView {
  readonly site: SiteId;
  readonly name: string;
  readonly ownSite: boolean;
  readonly devices: number;
  readonly operations: number;
  readonly bytes: number;
  /** The limits that it asked for; null where it never did. */
  readonly wanted: Limits | null;
  /** Limits of which it fills four fifths or more. */
  readonly near: readonly ("devices" | "operations" | "siteBytes")[];
}

/** How much one house may fill, and how much each does; the own one first. */
export interface LimitsView {
  readonly limits: Limits;
  readonly houses: readonly HouseUseView[];
}

export type WantedLimits = { readonly [Name in keyof Limits]?: number | undefined };

/** A house that has, or asks for, more or less than it may. */
export interface LimitFault {
  readonly code: "limit-too-low" | "house-full" | "house-limit";
}

export interface MembershipCommands extends AuditCommands {
  /** Takes a device out of the mesh, and makes new keys. Faults: `not-allowed`, `no-such-device`, `too-few-sites`. */
  revoke(device: DeviceId): Promise<Revoked>;
  /** Gives a device of the own house another role. */
  giveRole(wish: {
    readonly device: DeviceId;
    readonly role: Role;
  }): Promise<{ readonly device: DeviceId; readonly role: Role }>;
  /** Lets a volunteer stay for two weeks from now. */
  renew(device: DeviceId): Promise<{ readonly device: DeviceId; readonly endsAt: UnixMillis }>;
  /** Gives this house's word that a whole house should be out. */
  removeSite(site: SiteId): Promise<RemovedSite>;
  /** Says for this house that it does not trust another one, or does again. Faults: `not-allowed`, `no-such-site`. */
  distrust(word: DistrustWord): Promise<DistrustWord>;
  /**
   * How much each house fills of what it may. With a wish, says first what limits this house would have: from three
   * houses on they change when a second house wants as much. Faults: `not-allowed`, `limit-too-low`.
   */
  limits(wish?: WantedLimits): Promise<LimitsView>;
  /** Houses of the mesh whose names can be taken for this one: for a warning, before somebody is called so. */
  housesLike(name: string): Promise<readonly NamedSite[]>;
  /** Gives this house's word for a new house that another one invites. */
  approve(invite: InviteId): Promise<{ readonly invite: InviteId }>;
  /** Makes new keys of everything that this device reads. */
  rotate(): Promise<{ readonly groups: number; readonly spaces: number }>;
  /** What stands past a cut on this device. */
  quarantine(): Promise<readonly QuarantineView[]>;
  /** Lets everything count that is kept here of a device that is out. */
  admit(device: DeviceId): Promise<{ readonly device: DeviceId; readonly entries: number }>;
}
