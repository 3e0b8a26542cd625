/** What the engine offers for referrals that are prepared and not sent: one for each guest, seen by the whole house. */
import type { Need, Urgency } from "#model";
import type { RecordId, UnixMillis } from "./record-id.ts";
import type { ReferralTo } from "./referral-to.ts";
import type { ListItem } from "./search.ts";

export interface ReferralDraftWish {
  readonly guest: RecordId;
  /** Who goes too. */
  readonly companions?: readonly RecordId[];
  /** Null while nobody is chosen. */
  readonly to: ReferralTo | null;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note?: string;
  readonly unnamed?: boolean;
  readonly handOver?: boolean;
}

export interface ReferralDraftView extends Required<ReferralDraftWish> {
  /** What was written; empty where nothing was. */
  readonly note: string;
  /** The guest, and who goes too and is still on record. */
  readonly guests: readonly ListItem[];
  /** Null where nobody is chosen, and where that house or service is not known any more. */
  readonly toName: string | null;
  readonly changedAt: UnixMillis | null;
}

export interface ReferralDraftCommands {
  /**
   * Keeps what is prepared for a guest, in the place of what was. Nothing leaves, and nothing of what sending asks for is
   * checked. Faults: `not-allowed`, `no-such-record`, `no-such-site`, `service-closed`, `fields`.
   */
  keepReferralDraft(wish: ReferralDraftWish): Promise<ReferralDraftView>;
  /** Those of the house, or of one guest. */
  referralDrafts(options?: { readonly guest?: RecordId }): Promise<readonly ReferralDraftView[]>;
  /** Throws it away; `refer` with `draftOf` sends it. */
  dropReferralDraft(guest: RecordId): Promise<void>;
}
