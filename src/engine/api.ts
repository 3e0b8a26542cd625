/**
 * What the engine offers to a screen or a command line: commands and live views, as plain values
 * that can cross from a worker. No keys, no Automerge, no sockets in here. Texts for people are not
 * made here: results carry codes and data, and `#i18n` words them.
 */
import type { ImportCode } from "#formats";
import type { KindName as Kind, Problem as FieldProblem } from "#model";
import type { DeviceId, InviteId, MeshId, Role, SiteId, SiteKind, SpaceId } from "#sync";
import type { FileCommands } from "./file-api.ts";
import type { FoundCommands } from "./found-api.ts";
import type { FiguresCommands, FiguresFault } from "./figures-api.ts";
import type { ConsentCommands, ConsentFault } from "./consent-api.ts";
import type { CopyCommands } from "./copy-api.ts";
import type { DirectoryCommands } from "./directory-api.ts";
import type { ErasureCommands, ErasureFault } from "./erasure-api.ts";
import type { CareCommands, CareFault } from "./care-api.ts";
import type { CallCommands } from "./call-api.ts";
import type { CapsuleCommands, CapsuleFault } from "./capsule-api.ts";
import type { LimitFault, MembershipCommands, NamedSite, NewSiteView, SiteTrust } from "./membership-api.ts";
import type { Badge, LockCommands, LockFault, VaultId, VaultLabel } from "./lock-api.ts";

import type { MatchCommands, MatchFault } from "./match-api.ts";
import type { RecoveryCommands, RecoveryFault, WordsKind } from "./recovery-api.ts";
import type { CheckReport, StatusView, SyncReport } from "./network-api.ts";
import type { Progress } from "./progress.ts";
import type { RecordId, UnixMillis } from "./record-id.ts";
import type { RecordView } from "./record-view.ts";
import type { ReferralCommands, ReferralFault } from "./referral-api.ts";
import type { PhotoCommands, PhotoFault } from "./photo-api.ts";
import type { PosterCommands, PosterFault } from "./poster-api.ts";
import type { SharingCommands, SharingFault } from "./sharing-api.ts";
import type { ListItem, SearchCommands } from "./search-api.ts";
import type { RollCallCommands } from "./roll-call-api.ts";
import type { VitalCommands, VitalFault } from "./vital-api.ts";
import type { Added, StayCommands, StayFault } from "./stay-api.ts";
import type { SamePersonCommands, SamePersonFault } from "./same-person-api.ts";

export type * from "./call-api.ts";
export type * from "./capsule-api.ts";
export * from "./lock-api.ts";
export type * from "./recovery-api.ts";
export type * from "./membership-api.ts";
export type * from "./consent-api.ts";
export type * from "./vital-api.ts";
export type * from "./referral-api.ts";
export type * from "./slip-api.ts";
export type * from "./follow-api.ts";
export type * from "./copy-api.ts";
export type * from "./directory-api.ts";
export type * from "./sharing-api.ts";
export type * from "./poster-api.ts";
export type * from "./photo-api.ts";
export type * from "./erasure-api.ts";
export type * from "./network-api.ts";
export type * from "./search-api.ts";
export type * from "./roll-call-api.ts";
export type * from "./stay-api.ts";
export type * from "./care-api.ts";
export type * from "./same-person-api.ts";
export type * from "./match-api.ts";
export type * from "./figures-api.ts";
export type * from "./record-view.ts";
export type * from "./file-api.ts";
export type * from "./found-api.ts";
export type { Progress, RecordId, UnixMillis };

/** Why a command was not done. `code` is worded by `#i18n`; the data holds nothing personal. */
export type Fault =
  | LockFault
  | RecoveryFault
  | LimitFault
  | StayFault
  | MatchFault
  | FiguresFault
  | ConsentFault
  | VitalFault
  | CapsuleFault
  | ReferralFault
  | SharingFault
  | CareFault
  | PosterFault
  | PhotoFault
  | ErasureFault
  | SamePersonFault
  | { readonly code: "no-profile" | "already-founded" | "locked" }
  | { readonly code: "profile-in-use" | "storage-full" | "storage-failed" | "storage-damaged" }
  | { readonly code: "code-mistyped" | "code-unknown" | "invite-expired" | "invite-used" | "other-mesh" }
  | { readonly code: "seed-unknown" | "seed-no-hub" }
  | { readonly code: "words-differ" | "no-such-request" | "not-your-invite" }
  | { readonly code: "not-a-member-yet" | "not-allowed"; readonly role?: Role }
  | {
      readonly code:
        | "removed"
        | "copied"
        | "access-ended"
        | "no-such-device"
        | "too-few-sites"
        | "role-not-here"
        | "needs-second-site";
    }
  | { readonly code: "no-such-record" | "no-such-kind" | "no-such-site" | "distrusted" }
  | { readonly code: "not-by-hand" | "not-yours" }
  | { readonly code: "fields"; readonly problems: readonly FieldProblem[] }
  | { readonly code: "record-too-large"; readonly bytes: number; readonly most: number }
  | { readonly code: "file-not-understood"; readonly detail: ImportCode }
  | { readonly code: "no-peer" | "peer-unreachable" | "peer-refused" }
  | { readonly code: "no-key"; readonly space: SpaceId };

/** Thrown by every command of the engine that is refused or fails in a way that was foreseen. */
export class EngineError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault.code, options);
    this.name = "EngineError";
    this.fault = fault;
  }
}

/** A profile before and after its vault is opened. */
export type ProfileState =
  | { readonly kind: "empty" }
  | { readonly kind: "locked"; readonly vaults: readonly VaultLabel[] }
  | {
      readonly kind: "open";
      readonly vault: VaultId;
      readonly badge: Badge;
      /** Until when a PIN opens this vault; null: passphrase only. */
      readonly pinUntil: UnixMillis | null;
      readonly standing: Standing;
    };

/** Where this device stands in its mesh. */
export type Standing =
  | {
      readonly kind: "waiting";
      readonly device: DeviceId;
      readonly words: string;
      readonly presented: boolean;
      /** Why nobody will confirm it any more; null while somebody may. */
      readonly refused: "invite-used" | "invite-expired" | null;
    }
  /** Was a member and was taken out: what it kept is still there, and nothing more comes. */
  | { readonly kind: "removed"; readonly device: DeviceId }
  /** Came out of a backup by its passphrase: reads what that held, and nobody let it in. */
  | { readonly kind: "reader"; readonly device: DeviceId }
  | {
      readonly kind: "member";
      readonly device: DeviceId;
      readonly role: Role;
      readonly personName: string;
      readonly mesh: MeshId;
      readonly meshName: string;
      readonly site: SiteId;
      readonly siteName: string;
      readonly siteKind: SiteKind;
    };

export interface Founding {
  readonly meshName: string;
  readonly siteName: string;
  readonly siteKind: SiteKind;
  readonly personName: string;
  readonly passphrase: string;
}

export interface Founded {
  readonly mesh: MeshId;
  readonly device: DeviceId;
  /** Twelve Spanish words; shown once, never stored. */
  readonly recoveryWords: string;
  /** Twelve others for what is protected; null where the house has no such records. */
  readonly protectedWords: string | null;
}

export interface Joining {
  /** The whole code, or the seed alone, whose letter is then asked for: that takes a network. */
  readonly code: string;
  readonly personName: string;
  readonly passphrase: string;
  /** Whom to ask for the letter of a seed; without any, whoever the local network announces. */
  readonly peers?: readonly string[];
}

export interface Joined {
  readonly device: DeviceId;
  /** Four words to compare with the person who invited. */
  readonly words: string;
  /** As for a founder, when the joiner is the first of a new site; else null. */
  readonly recoveryWords: string | null;
  readonly protectedWords: string | null;
  /** The whole code, for the hub that serves the page; the same secret as the seed that was typed. */
  readonly code: string;
}

export interface InviteWish {
  readonly role: Role;
  /** The first device of a new site; null for a device of one's own site. */
  readonly newSite: { readonly name: string; readonly kind: SiteKind } | null;
  readonly validMs: number;
}

export interface InviteView {
  readonly invite: InviteId;
  readonly code: string;
  /** 26 characters to read aloud or to type: they join as the code does, where a hub is in reach. */
  readonly seed: string;
  readonly expiresAt: UnixMillis;
}

/** `removed`: was a member; what it wrote before stays. */
export type DeviceState = "member" | "waiting" | "removed";

export interface DeviceView {
  readonly device: DeviceId;
  /** Null where this device may not know it (another site's people). */
  readonly person: string | null;
  readonly role: Role;
  readonly state: DeviceState;
  /** Four words to compare before confirming; null for members, and for requests that another one must confirm. */
  readonly words: string | null;
  readonly lastHeard: UnixMillis | null;
  readonly thisDevice: boolean;
  /** Two histories of what it wrote were met: somebody runs a copy of it, or it lies. */
  readonly copied: boolean;
  /** When its access ends by itself: volunteers'. */
  readonly endsAt: UnixMillis | null;
  /** When it came in by recovery words, as it says itself; null for all others. */
  readonly enrolledAt: UnixMillis | null;
  /** Houses that gave their word that it should be out, while one word is not enough. */
  readonly votes: number;
  /** Nobody else of its shelter was given the keys of what is protected: without it nobody reads that again. */
  readonly onlyProtection: boolean;
}

export interface SiteView extends SiteTrust {
  readonly site: SiteId;
  readonly name: string;
  readonly kind: SiteKind;
  readonly ownSite: boolean;
  readonly lastHeard: UnixMillis | null;
  readonly devices: readonly DeviceView[];
  /** Other houses whose names can be taken for its own. */
  readonly alike: readonly NamedSite[];
}

export interface MembersView {
  readonly mesh: MeshId;
  readonly meshName: string;
  readonly sites: readonly SiteView[];
  /** New houses that others invite and that wait for a second house's word; this device may give it. */
  readonly toApprove: readonly NewSiteView[];
  /** Who asked to join with an invite of this house that had been used: its code was copied. */
  readonly late: readonly LateRequest[];
  /** The sets of recovery words that the own house lacks, and that this device may make. */
  readonly wordsNeeded: readonly WordsKind[];
}

/** A request that came too late and cannot be confirmed. */
export interface LateRequest {
  readonly device: DeviceId;
  /** The name that the joiner gave itself, where this device made the invite. */
  readonly person: string | null;
  readonly role: Role;
}

export interface HistoryItem {
  /** Dotted path of the field. */
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly site: SiteId | null;
  readonly siteName: string | null;
  readonly device: DeviceId | null;
  readonly at: UnixMillis | null;
}

/** Something changed; listeners ask again for what they show (a signal, not the data). */
export type EngineEvent =
  | { readonly kind: "profile" }
  | { readonly kind: "members" }
  | { readonly kind: "records"; readonly ids: readonly RecordId[] }
  | { readonly kind: "peers" }
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "storage"; readonly fault: Fault };

/**
 * One profile: one store, any number of vaults, at most one open.
 * Every command rejects with {@link EngineError} (fault `locked` when no vault is open).
 */
export interface Engine
  extends
    CallCommands,
    CapsuleCommands,
    LockCommands,
    MembershipCommands,
    RecoveryCommands,
    SearchCommands,
    MatchCommands,
    RollCallCommands,
    FiguresCommands,
    FileCommands,
    FoundCommands,
    ConsentCommands,
    VitalCommands,
    StayCommands,
    CopyCommands,
    DirectoryCommands,
    SharingCommands,
    PosterCommands,
    PhotoCommands,
    ErasureCommands,
    SamePersonCommands,
    CareCommands,
    ReferralCommands {
  state(): Promise<ProfileState>;
  found(founding: Founding): Promise<Founded>;
  /** In a profile that has vaults: makes one more, of the same mesh, once the others are closed. */
  join(joining: Joining): Promise<Joined>;

  invite(wish: InviteWish): Promise<InviteView>;
  confirm(wish: {
    readonly device: DeviceId;
    readonly words?: string;
  }): Promise<{ readonly device: DeviceId; readonly state: DeviceState }>;
  members(): Promise<MembersView>;

  add(kind: Kind, fields: unknown): Promise<Added>;
  edit(id: RecordId, patch: unknown): Promise<{ readonly id: RecordId }>;
  show(id: RecordId): Promise<RecordView>;
  list(kind: Kind): Promise<readonly ListItem[]>;
  history(id: RecordId): Promise<readonly HistoryItem[]>;
  sync(wish: { readonly peer?: string }): Promise<SyncReport>;
  /**
   * Keeps talking to these addresses until `lock` or `close`. `reachable`: addresses of the own hub
   * that others can dial; they go into invites.
   */
  connect(peers: readonly string[], reachable?: readonly string[]): Promise<void>;
  status(): Promise<StatusView>;
  check(): Promise<CheckReport>;

  /** Hands a hub that has no mesh yet what it needs to join this house (a hub invite of this device's own). */
  hubInvite(): Promise<InviteView>;

  subscribe(listener: (event: EngineEvent) => void): Promise<() => void>;
  close(): Promise<void>;
}
