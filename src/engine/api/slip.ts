/** What the engine offers for slips: the paper that a person carries to an institution, and its way back by the code. */
import type { Need, PersonFields, ReferralState, ReferralStep, Urgency } from "#model";
import type { RecordId } from "./record-id.ts";

/** The institution, as the directory says it now. */
export interface SlipTo {
  readonly name: string;
  readonly place: string | null;
  readonly address: string | null;
  readonly hours: string | null;
  readonly entry: string | null;
  readonly phone: string | null;
  /** Houses do not say the same of where it is or how to reach it, or it is old or closed: call before anybody goes. */
  readonly doubtful: boolean;
}

/** What a slip says, and no more. */
export interface SlipView {
  readonly id: RecordId;
  readonly code: string;
  readonly state: ReferralState;
  /** The own house, and its telephone as its own entry in the directory says it. Never where it is. */
  readonly from: { readonly name: string; readonly phone: string | null };
  readonly to: SlipTo;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note: string | null;
  readonly sentAt: string;
  /** How many were referred. */
  readonly count: number;
  /** Those who agree now. */
  readonly people: readonly PersonFields[];
  /** What may be ticked on it: what the house types in. */
  readonly answers: readonly ReferralStep[];
}

export interface SlipCommands {
  /** Whose slip it is, however the code is spaced and cased. Faults: `not-allowed`, `slip-mistyped`, `slip-unknown`. */
  findSlip(code: string): Promise<{ readonly id: RecordId }>;
  /** What is printed now: nobody who took back what they said. Faults: `not-allowed`, `no-such-record`, `slip-over`, `needs-consent`. */
  slip(id: RecordId): Promise<SlipView>;
}

export interface SlipFault {
  /** `needs-heard`: how the house heard what an institution says. */
  readonly code: "slip-mistyped" | "slip-unknown" | "slip-over" | "service-closed" | "needs-heard";
}
