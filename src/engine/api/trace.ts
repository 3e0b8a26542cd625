/**
 * Traces of who left, for who holds the keys of `protected`: how many there are, and opening one with the word of two.
 * Everybody else is refused with `not-protection`, whatever there is (docs/decisions/0034-traces.md).
 */
import type { OpeningRefused } from "#model";
import type { PlainMap } from "../documents/plain.ts";
import type { RecordId } from "./record-id.ts";

/** A wish to open a trace, that waits for a second person. */
export interface TraceOpening {
  readonly id: RecordId;
  readonly reason: string;
  readonly at: string;
  /** Who said it; null where the name is not known. */
  readonly by: string | null;
  /** Whether the one at this device may be the second person. */
  readonly mayAgree: boolean;
}

export interface TraceView {
  readonly id: RecordId;
  /** Empty while it is sealed. */
  readonly title: string;
  /** Null while it is sealed. */
  readonly fields: PlainMap | null;
  readonly waiting: readonly TraceOpening[];
  /** With whose two words it is open. */
  readonly opened: (Omit<TraceOpening, "mayAgree"> & { readonly agreedBy: string | null }) | null;
}

export interface TracesView {
  readonly count: number;
  /** For how many years the house keeps them. */
  readonly years: number;
  /** On which day the next guest shrinks, or will have been due; null where nobody who left is on record. */
  readonly next: string | null;
  /** Guests whose day has passed, and who wait for something: a second clock, a month, what was begun with them. */
  readonly due: number;
  /** Traces that somebody wants to open, and those that are open. */
  readonly touched: readonly TraceView[];
}

/** What a change of the years does to traces that are kept. */
export interface TraceYearsPreview {
  /** So many more than now end within the day: that cannot be taken back. */
  readonly ending: number;
}

export interface TraceFault {
  readonly code: OpeningRefused;
}

export interface TraceCommands {
  /** In numbers, and whatever was asked to be opened. */
  traces(): Promise<TracesView>;
  trace(id: RecordId): Promise<TraceView>;
  /** What setting the years to this would do. Faults: `fields`. */
  traceYearsPreview(years: number): Promise<TraceYearsPreview>;
  /** From 1 to 30. Fewer end what is kept; more prolong nothing. Faults: `fields`. */
  setTraceYears(years: number): Promise<TracesView>;
  /** Shows nothing before another person agrees. Faults: `opened-already`, `fields`. */
  proposeOpening(wish: { readonly trace: RecordId; readonly reason: string }): Promise<TraceView>;
  /** The word of a second person for exactly that. Faults: `nothing-to-agree`, `another-person`, `opened-already`. */
  agreeOpening(opening: RecordId): Promise<TraceView>;
  /** Ends it: what was asked for, or what is open, is closed again. Faults: `nothing-to-agree`. */
  closeOpening(opening: RecordId): Promise<TraceView>;
}
