/**
 * What one side of a session knows, what it is told, and what it asks for (docs/protocol.md,
 * "Rounds"). Types only, and the state at the beginning; `step.ts` moves it.
 *
 * 1. A run is sent only of a log that is in scope now and whose position at the peer is known.
 * 2. `positions` never counts a run that the peer could not store.
 * 3. What came from the peer is never sent back: it moves the peer's position.
 * 4. `acknowledged` means that the driver said `stored`.
 */
import type { OperationId } from "../ids.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import { CONTROL } from "../space.ts";
import type { Holding } from "../store/store.ts";
import type { ScopeDigests } from "./digests.ts";
import type { Digest, Listed, Message, Outcome, Purpose, Scope } from "./messages.ts";

/** What the membership says about the peer. Made anew by the driver whenever the membership grows. */
export interface Judgement {
  /** Unknown, unconfirmed or unnamed: exchanges control only, and a bounded amount. */
  readonly stranger: boolean;
  /** Whether both sides keep this log; asked for logs outside `control` only. Must be pure. */
  readonly shares: (log: LogRef) => boolean;
}

/** A run as the driver read it from the store. */
export interface ReadRun {
  readonly bytes: Uint8Array;
  /** Position of its last entry, which carries a seal. */
  readonly to: number;
  readonly entries: number;
  /** The first entry's `prev`. */
  readonly prev: Uint8Array;
}

/** A run that the peer asked for. */
export interface CitedRun extends ReadRun {
  readonly log: LogRef;
  readonly from: number;
}

export type Event =
  /** Join requests to present; none for a member. The first event. */
  | { readonly kind: "start"; readonly requests: readonly Uint8Array[] }
  | { readonly kind: "received"; readonly message: Message }
  | { readonly kind: "judged"; readonly judgement: Judgement }
  /** These logs stand so now; null is held no more. */
  | {
      readonly kind: "changed";
      readonly logs: readonly { readonly log: LogRef; readonly holding: Holding | null }[];
    }
  /** The answer to `read`; null when the log moved meanwhile. */
  | { readonly kind: "read"; readonly transfer: number; readonly run: ReadRun | null }
  /** The answer to `store`. `count`: entries that are new on this disk. */
  | { readonly kind: "stored"; readonly transfer: number; readonly outcome: Outcome; readonly count: number }
  /** The answer to `look`: operations that are nowhere here. */
  | { readonly kind: "missing"; readonly operations: readonly OperationId[] }
  /** The answer to `cite`. */
  | { readonly kind: "cited"; readonly runs: readonly CitedRun[] }
  /** The answer to `present`. */
  | { readonly kind: "presented"; readonly accepted: number };

export type EndReason = "complete" | "malformed" | "refused";

export type Effect =
  | { readonly kind: "send"; readonly message: Message }
  /** Read a run from `from`, whole stretches between seals up to about `RUN_BYTES`, at least one. */
  | {
      readonly kind: "read";
      readonly transfer: number;
      readonly log: LogRef;
      readonly from: number;
      readonly to: number;
    }
  /** Check and store a run, durably. Effects of this kind must be carried out in their order. */
  | {
      readonly kind: "store";
      readonly transfer: number;
      readonly log: LogRef;
      readonly from: number;
      readonly to: number;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "present"; readonly requests: readonly Uint8Array[] }
  /** Look for operations that entries here follow and that are not here, when all that came is stored. */
  | { readonly kind: "look" }
  /** Read the stretches that hold these operations, as far as they are here. */
  | { readonly kind: "cite"; readonly operations: readonly OperationId[] }
  /** Close the channel; no further event is heeded. */
  | { readonly kind: "end"; readonly reason: EndReason };

/** A picture of the holdings in both scopes, as digested for one round. */
export interface Snapshot {
  readonly control: ScopeDigests;
  readonly data: ScopeDigests;
  readonly holdings: ReadonlyMap<string, Holding>;
}

/** Logs of one scope are being compared and completed. */
export interface Comparing {
  readonly kind: "comparing";
  readonly scope: Scope;
  readonly snapshot: Snapshot;
  /** Buckets that differ; null until the peer's digests came. */
  readonly differing: ReadonlySet<number> | null;
  readonly listed: ReadonlyMap<string, Listed>;
  /** Whether the peer's list is complete. */
  readonly heard: boolean;
  readonly doneSent: boolean;
  readonly doneHeard: boolean;
}

export type Stage =
  | { readonly kind: "new" }
  /**
   * Our digest is out. `settled`: a control round went before, so what still differs there is not compared again. `owed`:
   * a round was due when this one opened.
   */
  | {
      readonly kind: "opening";
      readonly snapshot: Snapshot;
      readonly settled: boolean;
      readonly owed: boolean;
    }
  | Comparing
  /** Control is complete but for what must be asked for by name; the peer's next digest may be here. */
  | {
      readonly kind: "filling";
      readonly listed: ReadonlyMap<string, Listed>;
      readonly digest: Digest | null;
    }
  /** Both have what the other could give; what is added is pushed. */
  | { readonly kind: "live" }
  | { readonly kind: "ended" };

/** A run that the driver is reading. */
export interface Reading {
  readonly key: string;
  readonly log: LogRef;
  readonly from: number;
  readonly purpose: Purpose;
  /** What the peer says stands before `from`; null where it was compared already. */
  readonly expected: Uint8Array | null;
  /** The transfer that is answered `fork` once this was sent. */
  readonly answers: number | null;
}

/** A run on its way to the peer. */
export interface Sent {
  readonly key: string;
  readonly log: LogRef;
  readonly from: number;
  readonly entries: number;
  readonly bytes: number;
  readonly purpose: Purpose;
}

/** A run whose parts are coming in, or that is being stored. */
export interface Staged {
  readonly key: string;
  readonly log: LogRef;
  readonly from: number;
  readonly to: number;
  readonly purpose: Purpose;
  readonly parts: readonly Uint8Array[];
  readonly total: number;
  readonly bytes: number;
}

/** Entries and bytes of runs, as far as the other side of the disk confirmed them. */
export interface Progress {
  readonly entriesIn: number;
  readonly entriesOut: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** What this round will have moved in all, as far as both lists tell. */
  readonly expectedIn: number;
  readonly expectedOut: number;
}

export interface State {
  /** Ends when both sides are done, instead of pushing on. */
  readonly once: boolean;
  readonly judgement: Judgement;
  readonly held: ReadonlyMap<string, Holding>;
  readonly epoch: number;
  readonly stage: Stage;
  /** The membership was judged anew: a round is due. */
  readonly due: boolean;
  /** We answered `waiting` or `refused`: worth asking for again when the membership grows. */
  readonly heldBack: boolean;
  /** The highest position of each log that the peer has or is being sent. */
  readonly positions: ReadonlyMap<string, number>;
  /** What the peer says stands at the position that it listed, until compared. */
  readonly expected: ReadonlyMap<string, Uint8Array>;
  /** Logs that the peer does not take, in this round. */
  readonly stuck: ReadonlySet<string>;
  /** Forked logs whose evidence was sent. */
  readonly forked: ReadonlySet<string>;
  /** Logs with something to send, in turn. */
  readonly queue: readonly string[];
  readonly reading: ReadonlyMap<number, Reading>;
  readonly sent: ReadonlyMap<number, Sent>;
  readonly sentBytes: number;
  readonly staged: ReadonlyMap<number, Staged>;
  readonly stagedBytes: number;
  readonly nextTransfer: number;
  /** Whether we look for operations that are missing, or have asked for them. */
  readonly wanting: "nothing" | "looking" | "asked";
  /** What was asked for in this round. */
  readonly wanted: ReadonlySet<OperationId>;
  /** The peer asked for operations and was not answered yet. */
  readonly giving: boolean;
  /** Our requests were presented and not answered. */
  readonly presenting: boolean;
  /** The peer's requests: one message of them per session. */
  readonly answering: "unasked" | "asked" | "answered";
  /** How many of our requests the peer carries. */
  readonly presented: number;
  readonly progress: Progress;
}

export interface StateInit {
  readonly once: boolean;
  readonly judgement: Judgement;
  readonly holdings: readonly Holding[];
}

const NO_PROGRESS: Progress = {
  entriesIn: 0,
  entriesOut: 0,
  bytesIn: 0,
  bytesOut: 0,
  expectedIn: 0,
  expectedOut: 0,
};

/** One side of a session before its first event. */
export const createState = ({ once, judgement, holdings }: StateInit): State => ({
  once,
  judgement,
  held: new Map(holdings.map((holding) => [logKey(holding.log), holding])),
  epoch: 0,
  stage: { kind: "new" },
  due: false,
  heldBack: false,
  positions: new Map(),
  expected: new Map(),
  stuck: new Set(),
  forked: new Set(),
  queue: [],
  reading: new Map(),
  sent: new Map(),
  sentBytes: 0,
  staged: new Map(),
  stagedBytes: 0,
  nextTransfer: 0,
  wanting: "nothing",
  wanted: new Set(),
  giving: false,
  presenting: false,
  answering: "unasked",
  presented: 0,
  progress: NO_PROGRESS,
});

/** The scope that a log belongs to. */
export const scopeOf = (log: LogRef): Scope => (log.space === CONTROL ? "control" : "data");

/** Whether the peer may have this log, as far as we know now. */
export const isShared = (state: State, log: LogRef): boolean =>
  scopeOf(log) === "control" || (!state.judgement.stranger && state.judgement.shares(log));

/** Everything that the peer may have. */
export const sharedHoldings = (state: State): Holding[] =>
  [...state.held.values()].filter((holding) => isShared(state, holding.log));

/** The number of spaces that both sides keep, as far as something is held of them. */
export const sharedSpaces = (state: State): number =>
  new Set(sharedHoldings(state).map(({ log }) => log.space)).size;
