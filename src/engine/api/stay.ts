/** Who comes and who leaves: what the engine offers for the stays of a guest. */
import type { DepartureHow, Stay } from "#model";
import type { ProtectionCommands, ProtectionFault, ReservedBed } from "./protection.ts";
import type { RecordId } from "./record-id.ts";

export type * from "./protection.ts";

/** What was added; of several people who came together all of them, in the order of the list. */
export interface Added {
  readonly id: RecordId;
  readonly ids?: readonly RecordId[];
  /** The beds that are kept for those among them whom the desk does not see. */
  readonly reserved?: readonly ReservedBed[];
}

/** One leaving, as the desk notes it. */
export interface DepartureWish {
  readonly guest: RecordId;
  readonly how: DepartureHow;
  /** Where to, as the person says it; stays in the house. */
  readonly to?: string;
  /** Now, unless told. */
  readonly at?: string;
  readonly note?: string;
}

export interface StaysView {
  /** False once a departure was noted, until the guest comes again. */
  readonly isHere: boolean;
  /** Earliest first. */
  readonly stays: readonly Stay[];
}

/** Somebody of whom no departure is noted. */
export type StayFault = { readonly code: "not-left" } | ProtectionFault;

/** Those of people whom the desk does not see have commands of their own. */
export interface StayCommands extends ProtectionCommands {
  /** Notes a departure, and that the guest is not here. Faults: `no-such-record`, `not-allowed`, `fields`. */
  depart(wish: DepartureWish): Promise<{ readonly id: RecordId }>;
  /** The last departure of a guest was noted wrongly: they are here. Faults: `no-such-record`, `not-left`. */
  takeBackDeparture(guest: RecordId): Promise<{ readonly id: RecordId }>;
  stays(guest: RecordId): Promise<StaysView>;
}
