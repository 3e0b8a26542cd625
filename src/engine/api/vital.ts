/** What the engine offers for a vital interest: telling a house that could help of somebody who cannot be asked. */
import type { SiteId } from "#sync";
import type { RecordId } from "./record-id.ts";

export interface VitalWish {
  readonly guest: RecordId;
  readonly to: SiteId;
  /** Why their life is in danger, and why they cannot be asked. */
  readonly reason: string;
}

export interface VitalClaim {
  readonly id: RecordId;
  readonly reason: string;
  readonly at: string;
  /** Whose it is; null where that is not known. */
  readonly by: string | null;
  /** Whether the one at this device can be the second person. */
  readonly mayAgree: boolean;
}

/** Of one guest and one other site. */
export interface VitalView {
  readonly to: SiteId;
  readonly toName: string | null;
  /** `waiting`: for a second person. */
  readonly state: "waiting" | "holds";
  /** Until when, in UTC; null while it waits. */
  readonly until: string | null;
  readonly claims: readonly VitalClaim[];
}

export interface VitalCommands {
  /** Claims it; nothing may be told before a second person agrees. Faults: `not-allowed`, `no-such-record`, `no-such-site`, `said-no-there`, `fields`. */
  claimVital(wish: VitalWish): Promise<{ readonly id: RecordId }>;
  /** Until three days after the claim. Faults: `not-allowed`, `no-such-record`, `nothing-to-agree`, `second-must-answer`, `said-no-there`. */
  agreeVital(claim: RecordId): Promise<{ readonly until: string }>;
  /** Ends it for everybody: what was told is taken back. Faults: `not-allowed`, `no-such-record`. */
  endVital(claim: RecordId): Promise<{ readonly id: RecordId }>;
  /** What stands or waits for a guest. */
  vitalInterests(guest: RecordId): Promise<readonly VitalView[]>;
}

/** `said-no-there`: they were asked, and said no. */
export interface VitalFault {
  readonly code: "said-no-there" | "second-must-answer";
}
