/** What the engine offers for what a guest agrees to: one purpose after the other, taken back at any time. */
import type { ConsentBasis, ConsentPurpose, ConsentWord } from "#model";
import type { SiteId } from "#sync";
import type { RecordId } from "./record-id.ts";
import type { ListItem } from "./search.ts";

/** Whom something may be told: a site of the mesh, or an institution, by its service in the directory. */
export type ToldTo = SiteId | RecordId;

export interface ConsentWish {
  readonly guest: RecordId;
  readonly purpose: ConsentPurpose;
  readonly said: ConsentWord;
  /** The other site, or the service of an institution, for `refer`. */
  readonly to?: ToldTo;
  readonly basis?: ConsentBasis;
  /** In which language it was asked, and who interpreted. */
  readonly language?: string;
  readonly interpreter?: string;
}

/** What was said and stands. */
export interface ConsentStatement {
  readonly id: RecordId;
  readonly said: ConsentWord;
  readonly basis: ConsentBasis;
  readonly language: string | null;
  readonly interpreter: string | null;
  /** As exactly as it was written. */
  readonly at: string;
  /** Noted at the door by somebody who cannot read what stands: a yes of theirs waits, all else holds. */
  readonly isHandedIn: boolean;
}

export interface ConsentView {
  readonly purpose: ConsentPurpose;
  readonly to: ToldTo | null;
  /** Whether that is an institution's service. */
  readonly toService: boolean;
  /** Null where it is not known here any more. */
  readonly toName: string | null;
  /** What holds: the narrowest of what stands. */
  readonly state: ConsentWord;
  /** More than one where devices decided apart; whoever decides next settles it. */
  readonly standing: readonly ConsentStatement[];
}

/** A guest who is here, and what somebody at the door noted as a yes of theirs: it holds once staff ask again. */
export interface WaitingConsent {
  readonly guest: ListItem;
  readonly purposes: readonly ConsentPurpose[];
}

export interface ConsentCommands {
  /** Fault: `not-allowed` for who reads no consents. */
  waitingConsents(): Promise<readonly WaitingConsent[]>;
  /**
   * Writes down what a guest said; it holds at once. A volunteer hands it in: what is not a yes holds where it comes, and a
   * yes once somebody of the staff says it too. Faults: `not-allowed`, `no-such-record`, `no-such-site`, `fields`.
   */
  consent(wish: ConsentWish): Promise<{
    readonly id: RecordId;
    readonly purpose: ConsentPurpose;
    /** What holds now; null where that is not for this device to read. */
    readonly state: ConsentWord | null;
  }>;
  /** Every purpose, also those that nobody asked about; `refer` once for each other site, and for each
   * institution about which anything was said. Not for volunteers. */
  consents(guest: RecordId): Promise<readonly ConsentView[]>;
}

/** What is said once is never changed: something else is said instead. */
export interface ConsentFault {
  readonly code: "said-once";
}
