/** What the engine offers for referrals: asking another house, or an institution, to receive people, and how far that is. */
import type {
  Heard,
  Late,
  Need,
  PersonFields,
  PeopleSummary,
  ReferralSide,
  ReferralState,
  ReferralStep,
  SharingClosed,
  Urgency,
} from "#model";
import type { SiteId } from "#sync";
import type { ReferralTo } from "./referral-to.ts";
import type { RecordId, UnixMillis } from "./record-id.ts";
import type { ListItem } from "./search.ts";
import type { ReferralDraftCommands } from "./referral-draft.ts";
import type { FollowCommands, FollowFault, FollowView } from "./follow.ts";
import type { SlipCommands, SlipFault } from "./slip.ts";

export interface ReferralWish {
  readonly guests: readonly RecordId[];
  readonly to: ReferralTo;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note?: string;
  /** Of an institution: the slip has the code in the place of names. */
  readonly unnamed?: boolean;
  /** Of a house: asks it to follow the case from then on. */
  readonly handOver?: boolean;
  /** Whose draft it is that is sent: it ends with it. */
  readonly draftOf?: RecordId;
}

export interface ReferralOutcome {
  readonly id: RecordId;
  readonly state: ReferralState;
  /** Until when, in UTC; null where nothing is due, or nobody knows when. */
  readonly due: string | null;
}

export interface ReferralDeed {
  readonly step: ReferralStep;
  readonly side: ReferralSide;
  readonly reason: string | null;
  /** By the clock of whoever did it. */
  readonly at: string;
  /** Of an institution, which signs nothing: how the own house heard it. Else null. */
  readonly heard: Heard | null;
  /** Who of the own house typed in what an institution said; null for all else, and where that is not known. */
  readonly typedBy: string | null;
}

export interface ReferralView extends ReferralOutcome, PeopleSummary {
  /** Which side the own house is. */
  readonly side: ReferralSide;
  /** To talk about it on the telephone: part of the id; to an institution, what its slip says. */
  readonly code: string;
  /** Null: an institution. */
  readonly other: SiteId | null;
  /** The institution's service; null: a house. */
  readonly service: RecordId | null;
  /** Null where that house is not in the mesh any more. */
  readonly otherName: string | null;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note: string | null;
  readonly late: Late;
  readonly sentAt: string;
  readonly steps: readonly ReferralDeed[];
  /** What the own house may do now. */
  readonly possible: readonly ReferralStep[];
  /** What the own house may type in of what an institution says; empty for a house. */
  readonly answers: readonly ReferralStep[];
  /** Two devices typed in what cannot both be so: somebody has to ask again. */
  readonly differ: boolean;
  /** Who follows the case; null where the receiver was not asked to. */
  readonly follow: FollowView | null;
  /** The own house's people; empty on the receiver's side. */
  readonly guests: readonly ListItem[];
  /** What the receiver may know of the people now; empty before it accepted, and after it was taken back. */
  readonly who: readonly PersonFields[];
  /** Somebody of them could not be asked, and a vital interest stands in the place of their word. */
  readonly unasked: boolean;
  /** Names of the fields that were told, also where they were taken back since. Of an institution: what its slip says. */
  readonly told: readonly string[];
  /** Why the other house is not told who they are, though it accepted: what the own house agreed with it; null where nothing stops it. */
  readonly closed: SharingClosed | null;
  readonly changedAt: UnixMillis | null;
}

export interface ReferralCommands extends SlipCommands, FollowCommands, ReferralDraftCommands {
  /**
   * Asks a house to receive guests, without their names; or an institution, by a slip. Faults: `not-allowed`,
   * `no-such-record`, `no-such-site`, `service-closed`, `hand-over-to-house`, `distrusted`, `needs-consent`, `gives-away`, `fields`.
   */
  refer(wish: ReferralWish): Promise<ReferralOutcome>;
  /**
   * `heard`: the institution said so. Faults: `not-allowed`, `no-such-record`, `step-not-now`, `needs-reason`,
   * `needs-heard`, `gives-away`, `fields`.
   */
  referStep(wish: {
    readonly id: RecordId;
    readonly step: ReferralStep;
    readonly reason?: string;
    readonly heard?: Heard;
  }): Promise<ReferralOutcome>;
  /** Who came with a guest, as one group, and is here; without themselves. Faults: `no-such-record`. */
  companions(guest: RecordId): Promise<readonly ListItem[]>;
  /** Those of the house, both ways; late ones first. `guest`: only those that are about them. */
  referrals(options?: { readonly guest?: RecordId }): Promise<readonly ReferralView[]>;
  referral(id: RecordId): Promise<ReferralView>;
}

export type ReferralFault =
  /** Somebody did not say that this may be told to that house. */
  | { readonly code: "needs-consent" | "needs-reason" | "gives-away" | "too-many-people" }
  | { readonly code: "step-not-now"; readonly possible: readonly ReferralStep[] }
  | SlipFault
  | FollowFault;
