/** What the engine offers for referrals: asking another house to receive people, and how far that is. */
import type {
  Late,
  Need,
  PersonFields,
  PeopleSummary,
  ReferralSide,
  ReferralState,
  ReferralStep,
  Urgency,
} from "#model";
import type { SiteId } from "#sync";
import type { RecordId, UnixMillis } from "./record-id.ts";
import type { ListItem } from "./search-api.ts";

/** To whom: a site of the mesh. Institutions of the directory come later. */
export interface ReferralTo {
  readonly site: SiteId;
}

export interface ReferralWish {
  readonly guests: readonly RecordId[];
  readonly to: ReferralTo;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note?: string;
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
}

export interface ReferralView extends ReferralOutcome, PeopleSummary {
  /** Which side the own house is. */
  readonly side: ReferralSide;
  /** To talk about it on the telephone: part of the id. */
  readonly code: string;
  readonly other: SiteId;
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
  /** The own house's people; empty on the receiver's side. */
  readonly guests: readonly ListItem[];
  /** What the receiver may know of the people now; empty before it accepted, and after it was taken back. */
  readonly who: readonly PersonFields[];
  /** Somebody of them could not be asked, and a vital interest stands in the place of their word. */
  readonly unasked: boolean;
  /** Names of the fields that were told, also where they were taken back since. */
  readonly told: readonly string[];
  readonly changedAt: UnixMillis | null;
}

export interface ReferralCommands {
  /**
   * Asks a house to receive guests; without their names. Faults: `not-allowed`, `no-such-record`, `no-such-site`,
   * `distrusted`, `needs-consent`, `gives-away`, `fields`.
   */
  refer(wish: ReferralWish): Promise<ReferralOutcome>;
  /** Faults: `not-allowed`, `no-such-record`, `step-not-now`, `needs-reason`, `gives-away`, `fields`. */
  referStep(wish: {
    readonly id: RecordId;
    readonly step: ReferralStep;
    readonly reason?: string;
  }): Promise<ReferralOutcome>;
  /** Those of the house, both ways; late ones first. `guest`: only those that are about them. */
  referrals(options?: { readonly guest?: RecordId }): Promise<readonly ReferralView[]>;
  referral(id: RecordId): Promise<ReferralView>;
}

export type ReferralFault =
  /** Somebody did not say that this may be told to that house. */
  | { readonly code: "needs-consent" | "needs-reason" | "gives-away" | "too-many-people" }
  | { readonly code: "step-not-now"; readonly possible: readonly ReferralStep[] };
