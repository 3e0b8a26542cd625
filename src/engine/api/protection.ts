/**
 * Protected people: registered out of the desk's sight, what is owed to them, and leaving with the word of two. All but
 * the beds is for who holds the keys of `protected`; everybody else is refused with `not-protection`, whatever there is.
 */
import type { DepartureHow, Late, ProtectedStep, ProtectedWhy } from "#model";
import type { RecordId } from "./record-id.ts";
import type { ListItem } from "./search.ts";
import type { TraceCommands, TraceFault } from "./trace.ts";

export type * from "./trace.ts";

/** A bed that the desk keeps, and says no more of. */
export interface ReservedBed {
  readonly id: RecordId;
  readonly number: number;
  readonly bed: string | null;
}

/** Of who may read it the person's record, of everybody else the bed. */
export interface Moved {
  readonly id: RecordId;
  readonly reserved: readonly ReservedBed[];
}

export interface ProtectedStepView {
  readonly step: ProtectedStep;
  readonly done: boolean;
  /** What was said last of it, and when; null where nobody said anything. */
  readonly at: string | null;
  readonly note: string | null;
  readonly interpreter: string | null;
}

/** A proposal that waits for a second person. */
export interface ReleaseProposal {
  readonly id: RecordId;
  readonly how: DepartureHow;
  readonly to: string | null;
  readonly at: string;
  /** Who proposed it; null where the name is not known. */
  readonly by: string | null;
  /** Whether the one at this device may be the second person. */
  readonly mayAgree: boolean;
}

export interface ProtectedView {
  readonly person: ListItem;
  readonly why: readonly ProtectedWhy[];
  readonly arrivedAt: string;
  readonly bed: ReservedBed | null;
  /** False where the desk does not keep the bed any more while the person is here. */
  readonly isBedKept: boolean;
  readonly isHere: boolean;
  /** By when the authority is to be told; `late` is `unsure` where the clocks do not agree. */
  readonly notice: { readonly at: string | null; readonly late: Late };
  readonly steps: readonly ProtectedStepView[];
  readonly waiting: readonly ReleaseProposal[];
  /** With whose two words the person left; null while they are here. */
  readonly left: (Omit<ReleaseProposal, "mayAgree"> & { readonly agreedBy: string | null }) | null;
}

export interface ProtectedStepWish {
  readonly guest: RecordId;
  readonly step: ProtectedStep;
  /** False: it was noted by mistake. */
  readonly done: boolean;
  readonly note?: string;
  readonly interpreter?: string;
}

export interface ReleaseWish {
  readonly guest: RecordId;
  readonly how: DepartureHow;
  readonly to?: string;
}

export interface ProtectionFault {
  readonly code: "not-protection" | "released-already" | "only-protection-frees" | TraceFault["code"];
}

export interface ProtectionCommands extends TraceCommands {
  /**
   * Moves a guest whom the desk registered: a new record in `protected`, and the desk's is emptied; its history stays
   * until it is erased. Faults: `no-such-record`, `not-allowed`, `fields`.
   */
  protectGuest(wish: { readonly guest: RecordId; readonly why: readonly ProtectedWhy[] }): Promise<Moved>;
  /** Those who are here first, the most urgent before the others. */
  protectedPeople(): Promise<readonly ProtectedView[]>;
  protectedPerson(id: RecordId): Promise<ProtectedView>;
  noteProtectedStep(wish: ProtectedStepWish): Promise<ProtectedView>;
  /** Changes nothing before another person agrees. Faults: `released-already`. */
  proposeRelease(wish: ReleaseWish): Promise<ProtectedView>;
  /** The word of a second person: the person has left, and the bed is free. Faults: `nothing-to-agree`, `another-person`. */
  agreeRelease(proposal: RecordId): Promise<ProtectedView>;
  /** Ends a proposal for good, also one that was agreed to: the person is here. Faults: `nothing-to-agree`. */
  refuseRelease(proposal: RecordId): Promise<ProtectedView>;
}
