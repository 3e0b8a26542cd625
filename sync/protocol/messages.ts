/**
 * The messages of a session and their bytes (docs/protocol.md, "Messages"). One frame is one message:
 * a type byte, then the fields in the order given here; integers are shortest varints unless a width
 * is stated, `n * x` is a count and so many `x`, `length | bytes` is a count and so many bytes. Types
 * only; `message-codec.ts` reads and writes them.
 */
import type { DeviceKeys, Hash, Signature } from "#crypto";
import type { OperationId } from "../ids.ts";
import type { LogRef } from "../log/log-ref.ts";
import type { Register } from "../register.ts";

/** Which logs a round compares: all of `control`, or those that both peers keep of everything else. */
export type Scope = "control" | "data";
export const SCOPES: readonly Scope[] = ["control", "data"];

/** What a run is sent for: to be stored, to prove that its author wrote two histories, or because it was asked for. */
export type Purpose = "entries" | "evidence" | "cited";
export const PURPOSES: readonly Purpose[] = ["entries", "evidence", "cited"];

/**
 * What became of a run: on the disk; not now, its author or its operations are unknown; never; or it
 * contradicts what is held.
 */
export type Outcome = "stored" | "waiting" | "refused" | "fork";
export const OUTCOMES: readonly Outcome[] = ["stored", "waiting", "refused", "fork"];

/** `01` | version, 1 byte | nonce, 32. The first message of each side. */
export interface Hello {
  readonly kind: "hello";
  readonly nonce: Uint8Array;
}

/** `02` | mac, 32. Knowledge of the mesh key (`handshake.ts`). */
export interface Proof {
  readonly kind: "proof";
  readonly mac: Hash;
}

/** `03` | 0, or 1 and: sign key, 32 | agree key, 32 | signature, 64. Null names no device. */
export interface Name {
  readonly kind: "name";
  readonly device: { readonly keys: DeviceKeys; readonly signature: Signature } | null;
}

/** `04` | nonce, 32 | mac, 32. In place of `hello`, by who has nothing but twelve words (`lifeline.ts`). */
export interface Seek {
  readonly kind: "seek";
  readonly nonce: Uint8Array;
  readonly mac: Hash;
}

/** `05` | length | bytes up to 256. The answer to `seek`; after it the channel is closed. */
export interface LifelineMessage {
  readonly kind: "lifeline";
  readonly box: Uint8Array;
}

/** `10` | n * (length | bytes): join requests, n up to 8, each up to 1024 bytes. */
export interface Present {
  readonly kind: "present";
  readonly requests: readonly Uint8Array[];
}

/** `11` | how many of the presented requests are carried now. */
export interface Presented {
  readonly kind: "presented";
  readonly accepted: number;
}

/** `20` | epoch | control, 32 | data, 32. Opens a round: digests over all holdings of both scopes. */
export interface Digest {
  readonly kind: "digest";
  readonly epoch: number;
  readonly control: Hash;
  readonly data: Hash;
}

/** `21` | epoch | scope, 1 byte | 64 digests of 16. */
export interface Buckets {
  readonly kind: "buckets";
  readonly epoch: number;
  readonly scope: Scope;
  readonly digests: readonly Uint8Array[];
}

/** One holding on the wire: log, 33 | low | high - low | head, 16. */
export interface Listed {
  readonly log: LogRef;
  readonly low: number;
  readonly high: number;
  /** The first 16 bytes of the id at `high`. */
  readonly head: Uint8Array;
}

/** `22` | epoch | scope, 1 byte | last, 1 byte | n * holding, n up to 1024. The buckets that differ. */
export interface Holdings {
  readonly kind: "holdings";
  readonly epoch: number;
  readonly scope: Scope;
  readonly last: boolean;
  readonly holdings: readonly Listed[];
}

/** `23` | epoch. The sender's entries of this round are all on the receiver's disk, or cannot be. */
export interface Done {
  readonly kind: "done";
  readonly epoch: number;
}

/** `24` | n * operation, 32, n up to 64. Operations that the sender's entries follow and that it lacks. */
export interface Want {
  readonly kind: "want";
  readonly operations: readonly OperationId[];
}

/** `25`. All that the sender has of what was wanted went before, as runs with the purpose `cited`. */
export interface Gave {
  readonly kind: "gave";
}

/**
 * `30` | transfer | purpose, 1 byte | log, 33 | from | to - from | part | parts - 1 | length | bytes.
 * A piece of an encoded run; the bytes of all parts, joined, are the run (`log/run.ts`).
 */
export interface RunPart {
  readonly kind: "run";
  /** Number of the run in its sender's count; the answer names it. */
  readonly transfer: number;
  readonly purpose: Purpose;
  readonly log: LogRef;
  readonly from: number;
  readonly to: number;
  /** From 0. */
  readonly part: number;
  readonly parts: number;
  readonly bytes: Uint8Array;
}

/** `31` | transfer | outcome, 1 byte. Sent when the run is durable or cannot be. */
export interface Ack {
  readonly kind: "ack";
  readonly transfer: number;
  readonly outcome: Outcome;
}

/** `40`. Nothing but a sign of life on an idle link. */
export interface Alive {
  readonly kind: "alive";
}

/** One receipt's register and age: site, 16 | space, 17 | says, 1 byte | counter. */
export interface Mark extends Register {
  readonly counter: number;
}

/** `50` | n * mark, n up to 4096. The receipts that the sender has; the answer is `receipts`. */
export interface Marks {
  readonly kind: "marks";
  readonly marks: readonly Mark[];
}

/**
 * `51` | last, 1 byte | n * (length | bytes), n up to 64. Receipts that the peer lacks
 * (`receipts/receipt.ts`); `last` ends the answer to `marks`. Pushed ones have it too.
 */
export interface ReceiptsMessage {
  readonly kind: "receipts";
  readonly last: boolean;
  readonly receipts: readonly Uint8Array[];
}

export type Message =
  | Hello
  | Proof
  | Name
  | Seek
  | LifelineMessage
  | Present
  | Presented
  | Digest
  | Buckets
  | Holdings
  | Done
  | Want
  | Gave
  | RunPart
  | Ack
  | Alive
  | Marks
  | ReceiptsMessage;

export const NONCE_BYTES = 32;
