/**
 * What the control operations add up to: sites, devices, invites, requests, key generations
 * (docs/protocol.md, "Membership"). Plain values that any two devices with the same operations
 * share. Types and their smallest questions: `reducer.ts` makes one.
 */
import type { AgreePublicKey, Brand, DeviceKeys, KeyId, SignPublicKey } from "#crypto";
import type { DeviceId, InviteId, MeshId, OperationId, RecordTag, SiteId } from "../ids.ts";
import type { SpaceId } from "../space.ts";
import type { Causality } from "./causality.ts";
import type { Tips } from "./control-end.ts";
import type { Cut, Cuts } from "./cut.ts";
import type { Fork } from "./forks.ts";
import type { VerifiedRequest } from "./join-request.ts";
import type { RecoveryKeys, WordsFor } from "./key-codec.ts";
import type { Limits } from "./limit-values.ts";
import type { Destination, ErasedEntries, GroupBox, Predecessors, RecoveryBox } from "./operations.ts";
import type { Group, Role, SiteKind } from "./roles.ts";

/** `desk.SITE`, `staff.SITE` or `protection.SITE`. */
export type GroupId = Brand<string, "GroupId">;

/** The group of a site. */
export const groupId = (group: Group, site: SiteId): GroupId => `${group}.${site}` as GroupId;

export interface Site {
  readonly site: SiteId;
  readonly name: string;
  readonly kind: SiteKind;
  /** The device that made the first generation of all its groups, `protection` too. */
  readonly first: DeviceId;
  /** The operation that made it count: the founding, or the confirmation of its first device. */
  readonly by: OperationId;
}

/** Twelve words of a site, as far as the mesh may know them. */
export interface Recovery {
  readonly words: WordsFor;
  readonly keys: RecoveryKeys;
  /** The operation that published them: what made the site, or a `recovery`. */
  readonly by: OperationId;
}

/** How a device came in that was let in by words and by nobody. */
export interface Enrolment {
  /** Milliseconds since 1970, as the device said. */
  readonly at: number;
  /** Whether the words of `protected` were given too. */
  readonly protection: boolean;
  /** The operations that published the words. */
  readonly published: readonly OperationId[];
}

export interface Member {
  readonly device: DeviceId;
  readonly keys: DeviceKeys;
  readonly site: SiteId;
  readonly role: Role;
  /** The operation that admitted it. */
  readonly by: OperationId;
  /** The role that it came with, and those that it was given since: `roleAt` tells which one counts where. */
  readonly firstRole: Role;
  readonly roles: readonly RoleChange[];
  /** Null for all but devices that came in by recovery words. */
  readonly enrolled: Enrolment | null;
  /** Milliseconds since 1970: when its access ends by itself; null for all but volunteers. */
  readonly endsAt: number | null;
}

/** A role given by an operation, and the last entries that are judged by the role before. */
export interface RoleChange {
  readonly by: OperationId;
  readonly role: Role;
  readonly until: Cuts;
  /** The same for its control log. */
  readonly tips: Tips;
}

/** One coordinator's word that a device should be out. */
export interface Vote {
  readonly by: OperationId;
  /** The site of who says so. */
  readonly from: SiteId;
  readonly cuts: readonly Cut[];
  /** Where its control log ends. */
  readonly tips: Tips;
}

/** A member that was taken out. What it wrote up to the ends of its logs stays. */
export interface RemovedMember {
  readonly member: Member;
  readonly votes: readonly Vote[];
  readonly ends: Cuts;
  /** Where its control log ends. */
  readonly tips: Tips;
}

/** A site's consent to an invite that makes a new site. */
export interface Approval {
  readonly by: OperationId;
  readonly from: SiteId;
}

export interface Invite {
  readonly invite: InviteId;
  readonly seedKey: SignPublicKey;
  readonly role: Role;
  readonly destination: Destination;
  /** The site that the joiner will belong to: for a new one, the id that it will have. */
  readonly site: SiteId;
  readonly inviter: DeviceId;
  readonly expiresAt: number;
  /** For whoever types the seed alone. */
  readonly letter: Uint8Array | null;
  readonly by: OperationId;
  readonly cancelledBy: readonly OperationId[];
  /** Who joined with it; null while nobody has. */
  readonly usedBy: DeviceId | null;
  /** Consents of other sites to a new one. */
  readonly approvals: readonly Approval[];
}

/** Why nobody can join with this invite any more; null while somebody can, before it expires. */
export function lateness(invite: Pick<Invite, "usedBy" | "cancelledBy">): Refusal | null {
  if (invite.usedBy !== null) return "used";
  return invite.cancelledBy.length > 0 ? "cancelled" : null;
}

/** An order to erase. */
export interface Erasure {
  /** False where its author was out: it binds nobody, and excuses who obeyed. */
  readonly counts: boolean;
  readonly by: OperationId;
  /** Who ordered it, and where in its control log. */
  readonly author: DeviceId;
  readonly seq: number;
  readonly site: SiteId;
  readonly records: readonly RecordTag[];
  readonly logs: readonly ErasedEntries[];
}

/** A device that asks to join and is no member. */
export interface PendingRequest {
  readonly device: DeviceId;
  readonly request: VerifiedRequest;
  readonly invite: InviteId;
  /** The operations that carry it, in causal order; a confirmation names one of them. */
  readonly carriedBy: readonly OperationId[];
  /** Other requests of the same device, with other codes. */
  readonly others: readonly VerifiedRequest[];
  /** Why it can no longer be confirmed: shown to the inviter, for a code that was copied. */
  readonly refused: Refusal | null;
}

export interface GroupGeneration {
  readonly site: SiteId;
  readonly group: Group;
  readonly generation: number;
  readonly public: AgreePublicKey;
  /** The operation that made it. */
  readonly by: OperationId;
  /** Every box that was given: one bad box must not lock a device out. */
  readonly boxes: ReadonlyMap<DeviceId, readonly Uint8Array[]>;
  readonly recoveryBoxes: readonly RecoveryBox[];
  readonly previous: Predecessors<AgreePublicKey> | null;
}

export interface SpaceGeneration {
  readonly space: SpaceId;
  readonly generation: number;
  readonly keyId: KeyId;
  readonly drop: AgreePublicKey | null;
  /** The operation that made it. */
  readonly by: OperationId;
  readonly boxes: readonly GroupBox[];
  readonly previous: Predecessors<KeyId> | null;
}

/** A forked log, and the operations that say so: until there is one, both branches go on. */
export interface ReportedFork extends Fork {
  readonly reports: readonly OperationId[];
}

/** A device lost groups of its site, by leaving or by another role, or words did: `generations.ts` asks for them. */
export interface Revocation {
  readonly site: SiteId;
  readonly siteKind: SiteKind;
  readonly groups: readonly Group[];
  /** The one space that a whole site lost, of which it keeps the group; null where a group was lost. */
  readonly space: SpaceId | null;
  /** Whoever knows enough of these knows that it lost them (`removal.ts`). */
  readonly votes: readonly Pick<Vote, "by" | "from">[];
}

/** Why an operation has no effect. */
export type Refusal =
  | "invalid"
  | "bad-name"
  | "not-the-founding"
  | "unknown-author"
  | "not-allowed"
  | "role-not-of-this-site"
  | "unknown-site"
  | "unknown-invite"
  | "duplicate-invite"
  | "unknown-request"
  | "other-mesh"
  | "incomplete-request"
  | "already-member"
  | "not-the-inviter"
  | "expired"
  | "cancelled"
  | "used"
  | "wrong-device"
  | "wrong-generation"
  | "contradicts"
  | "not-a-reader"
  | "removed"
  | "unknown-device"
  | "too-few-sites"
  | "needs-second-site"
  | "lower-cut"
  | "no-fork"
  | "void-words"
  | "limit-too-low"
  | "house-full";

export interface Membership {
  readonly mesh: MeshId;
  /** Empty until the founding operation is known. */
  readonly meshName: string;
  readonly sites: ReadonlyMap<SiteId, Site>;
  readonly devices: ReadonlyMap<DeviceId, Member>;
  /** Who was a member and is not. */
  readonly removed: ReadonlyMap<DeviceId, RemovedMember>;
  /** Votes to remove that wait for a second site, by device. */
  readonly votes: ReadonlyMap<DeviceId, readonly Vote[]>;
  /** Houses whose word that a whole site should be out waits for another's, by site. */
  readonly siteVotes: ReadonlyMap<SiteId, ReadonlySet<SiteId>>;
  /** Sites that a site does not trust, by who says so; none for the others. */
  readonly distrusts: ReadonlyMap<SiteId, readonly SiteId[]>;
  /** Other sites whose coordinators read a site's audit, by that site; none for the others. */
  readonly auditors: ReadonlyMap<SiteId, readonly SiteId[]>;
  /** How much one site may fill. */
  readonly limits: Limits;
  /** What sites would have, by who says so; none for the others. */
  readonly wantedLimits: ReadonlyMap<SiteId, Limits>;
  readonly invites: ReadonlyMap<InviteId, Invite>;
  readonly requests: ReadonlyMap<DeviceId, PendingRequest>;
  /** By generation, then lowest public key. */
  readonly groups: ReadonlyMap<GroupId, readonly GroupGeneration[]>;
  /** By generation, then lowest key id. */
  readonly spaces: ReadonlyMap<SpaceId, readonly SpaceGeneration[]>;
  readonly revocations: readonly Revocation[];
  /** Devices whose control log has two histories, and the reports that freeze them. */
  readonly forks: ReadonlyMap<DeviceId, ReportedFork>;
  /** The words that count, by site; none of a kind: new ones are needed. */
  readonly recoveries: ReadonlyMap<SiteId, readonly Recovery[]>;
  /** What was ordered to be erased, in causal order. */
  readonly erasures: readonly Erasure[];
  /** Operations that no other one follows, sorted: what the next entry must cite (`heads.ts`). */
  readonly heads: readonly OperationId[];
  /** Operations without effect, and why. They stay in the causal order. */
  readonly refused: ReadonlyMap<OperationId, Refusal>;
  /** Operations that cite one that is not here yet, sorted. */
  readonly waiting: readonly OperationId[];
  readonly causality: Causality;
}
