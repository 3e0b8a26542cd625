/** What the engine offers for who follows a case: asked with a referral, taken over by the receiving house, given back. */
import type { FollowWord, ReferralSide } from "#model";
import type { SiteId } from "#sync";
import type { RecordId } from "./record-id.ts";

/** Of one referral for which it was asked. */
export interface FollowView {
  readonly by: ReferralSide;
  readonly site: SiteId;
  /** Null where that house is not in the mesh any more. */
  readonly siteName: string | null;
  /** Since the receiver said so, by its clock; null while the sender follows. */
  readonly since: string | null;
  /** What the receiver answered; null before it said anything, and where its devices differ. */
  readonly answered: FollowWord | null;
  /** What the own house may say now. */
  readonly possible: readonly FollowWord[];
}

/** A guest of the own house whose case another house follows. */
export interface Follower {
  readonly guest: RecordId;
  readonly referral: RecordId;
  readonly site: SiteId;
  readonly siteName: string | null;
  readonly since: string | null;
}

export interface FollowCommands {
  /** Says who follows from now on. Faults: `not-allowed`, `no-such-record`, `follow-not-now`. */
  follow(wish: { readonly id: RecordId; readonly says: FollowWord }): Promise<FollowView>;
  /** Whom others follow; nobody of whom two houses say that they do. */
  followers(): Promise<readonly Follower[]>;
}

export type FollowFault =
  /** `hand-over-to-house`: an institution has no app to follow a case in. */
  | { readonly code: "hand-over-to-house" }
  | { readonly code: "follow-not-now"; readonly allowed: readonly FollowWord[] };
