/**
 * What became of a run that was offered to a replica (docs/protocol.md, "Receiving a run"): values, because
 * each is an expected outcome of meeting a stranger.
 */
import type { Hash } from "#crypto";
import type { LogRef } from "../log/log-ref.ts";
import type { Seal } from "../log/seal.ts";

/**
 * Why a run was refused for good: `malformed` (broken chain, wrong ids, seals missing), `other-mesh`,
 * `bad-seal` (not signed by its author), `not-a-member`, `not-allowed` (may not write in that space),
 * `past-cut` (its author was taken out, or nothing of it counts), `over-limit` (its author's house, or its author,
 * fills as much as it may: offered again, it is taken when the limit was raised),
 * `heads-went-back`, `unreadable` (a control entry that the mesh key does not open).
 */
export type RefusedReason =
  | "malformed"
  | "other-mesh"
  | "bad-seal"
  | "not-a-member"
  | "not-allowed"
  | "past-cut"
  | "over-limit"
  | "heads-went-back"
  | "unreadable";

/** What a waiting run waits for: earlier entries of its log, its author, or operations that it names. */
export type WaitingFor = "entries" | "author" | "operations";

/** One branch of a fork: the id at the position, and the author's seal that covers it. */
export interface Branch {
  readonly id: Hash;
  readonly seal: Seal;
}

/** Two entries of one author at one position. */
export interface Fork {
  readonly log: LogRef;
  readonly seq: number;
  readonly ours: Branch;
  readonly theirs: Branch;
}

/**
 * `stored`: everything that the run holds is on our disk; `count` of it is new (0: all was held).
 * `waiting`: `count` entries were stored, the rest cannot be judged yet; `from` is the next position
 * that this log needs. Waiting control runs are staged in memory, others must be offered again when
 * the membership has grown. `refused` and `fork`: nothing was stored.
 */
export type Received =
  | { readonly kind: "stored"; readonly count: number }
  | { readonly kind: "waiting"; readonly for: WaitingFor; readonly from: number; readonly count: number }
  | { readonly kind: "refused"; readonly reason: RefusedReason }
  | ({ readonly kind: "fork" } & Fork);
