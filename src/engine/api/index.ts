/**
 * What the engine offers to a screen or a command line: commands and live views, as plain values
 * that can cross from a worker. No keys, no Automerge, no sockets in here. Texts for people are not
 * made here: results carry codes and data, and `#i18n` words them.
 */
import type { KindName as Kind } from "#model";
import type { DeviceId, SiteId } from "#sync";
import type { FileCommands } from "./file.ts";
import type { FoundCommands } from "./found.ts";
import type { FiguresCommands } from "./figures.ts";
import type { ConsentCommands } from "./consent.ts";
import type { CopyCommands } from "./copy.ts";
import type { DirectoryCommands } from "./directory.ts";
import type { ErasureCommands } from "./erasure.ts";
import type { CareCommands } from "./care.ts";
import type { CallCommands } from "./call.ts";
import type { CapsuleCommands } from "./capsule.ts";
import type { MembershipCommands } from "./membership.ts";
import type { LockCommands } from "./lock.ts";
import type { MatchCommands } from "./match.ts";
import type { RecoveryCommands } from "./recovery.ts";
import type { CheckReport, StatusView, SyncReport } from "./network.ts";
import type { Progress } from "./progress.ts";
import type { RecordId, UnixMillis } from "./record-id.ts";
import type { RecordView } from "./record-view.ts";
import type { ReferralCommands } from "./referral.ts";
import type { PhotoCommands } from "./photo.ts";
import type { PosterCommands } from "./poster.ts";
import type { SharingCommands } from "./sharing.ts";
import type { ListItem, SearchCommands } from "./search.ts";
import type { RollCallCommands } from "./roll-call.ts";
import type { VitalCommands } from "./vital.ts";
import type { Added, StayCommands } from "./stay.ts";
import type { ReviewCommands } from "./review.ts";
import type { SamePersonCommands } from "./same-person.ts";
import type { ProfileState, Founding, Founded, Joining, Joined } from "./profile.ts";
import type { InviteWish, InviteView, DeviceState, MembersView } from "./members.ts";
import type { Fault } from "./fault.ts";

export type * from "./call.ts";
export type * from "./capsule.ts";
export * from "./lock.ts";
export type * from "./recovery.ts";
export type * from "./membership.ts";
export type * from "./consent.ts";
export type * from "./vital.ts";
export type * from "./referral.ts";
export type * from "./slip.ts";
export type * from "./referral-draft.ts";
export type * from "./referral-to.ts";
export type * from "./follow.ts";
export type * from "./copy.ts";
export type * from "./directory.ts";
export type * from "./sharing.ts";
export type * from "./poster.ts";
export type * from "./photo.ts";
export type * from "./erasure.ts";
export type * from "./network.ts";
export type * from "./search.ts";
export type * from "./roll-call.ts";
export type * from "./stay.ts";
export type * from "./care.ts";
export type * from "./same-person.ts";
export type * from "./review.ts";
export type * from "./match.ts";
export type * from "./figures.ts";
export type * from "./record-view.ts";
export type * from "./file.ts";
export type * from "./found.ts";
export * from "./fault.ts";
export type * from "./profile.ts";
export type * from "./members.ts";
export type { Progress, RecordId, UnixMillis };

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
 * Every command rejects with `EngineError` (fault `locked` when no vault is open).
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
    ReviewCommands,
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
