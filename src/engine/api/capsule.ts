/** What the engine offers for what a person carries: a capsule is made with a card, opened by it, and revoked. */
import type { CapsulePart, CapsuleState, CapsuleWords } from "#model";
import type { RecordId, UnixMillis } from "./record-id.ts";
import type { RecordView } from "./record-view.ts";

export interface CapsuleWish {
  readonly guest: RecordId;
  /** What of the guest's record it tells; the names and nothing else unless told. */
  readonly parts?: readonly CapsulePart[];
  readonly words?: CapsuleWords;
  /** For how long it can be opened; 60 days unless told. */
  readonly validMs?: number;
}

export interface CapsuleMade {
  readonly id: RecordId;
  /** Thirteen Spanish words: shown once, kept nowhere. */
  readonly code: string;
  readonly expiresAt: UnixMillis;
}

/** A capsule that the own house gave. */
export interface CapsuleView {
  readonly id: RecordId;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly state: CapsuleState;
  /** Names of the fields that it tells, or told. */
  readonly told: readonly string[];
}

/** What a card opened, for as long as it is looked at. */
export interface CapsuleOpened extends RecordView<"capsule"> {
  readonly siteName: string | null;
  /** When anything was last heard of the house that gave it: what it revoked after that is not known here. */
  readonly lastHeard: UnixMillis | null;
}

export interface CapsuleCommands {
  /** Faults: `not-allowed`, `no-such-record`, `not-agreed-to-carry`, `nothing-to-carry`, `carried-too-long`, `fields`. */
  newCapsule(wish: CapsuleWish): Promise<CapsuleMade>;
  /** Keeps nothing. Faults: `card-mistyped`, `card-not-here`, `card-expired`, `card-revoked`, `card-ahead`. */
  openCapsule(code: string): Promise<CapsuleOpened>;
  /** Faults: `not-allowed`, `no-such-record`. */
  revokeCapsule(id: RecordId): Promise<{ readonly id: RecordId }>;
  /** Those of a guest, newest first. */
  capsules(guest: RecordId): Promise<readonly CapsuleView[]>;
}

export type CapsuleFault =
  | { readonly code: "not-agreed-to-carry" | "nothing-to-carry" | "carried-too-long" }
  | { readonly code: "card-mistyped" | "card-revoked" }
  /** `site`: the house that gave it. */
  | { readonly code: "card-not-here"; readonly site: string }
  /** `on`: the day on which it ended; `today`: by the clock of this device. */
  | { readonly code: "card-expired"; readonly on: string; readonly today: string }
  | { readonly code: "card-ahead"; readonly on: string; readonly today: string };
