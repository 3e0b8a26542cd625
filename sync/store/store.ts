/**
 * The port behind which a profile keeps its ciphertext: logs, their seals, and small values by key
 * (docs/protocol.md, "Store"). Three adapters pass one contract test. A store checks that a run
 * continues its log, and nothing else: signatures and members are the replica's.
 *
 * 1. What `append` or `put` acknowledged is on the disk, and survives a kill at any moment.
 * 2. A failed `append` or `put` leaves nothing behind, and the store stays usable.
 * 3. A damaged value is never returned: the read throws {@link StoreDamaged}.
 */
import type { Hash } from "#crypto";
import type { Entry, EntryName } from "../log/entry.ts";
import type { LogRef } from "../log/log-ref.ts";
import { logKey } from "../log/log-ref.ts";
import type { Run } from "../log/run.ts";
import type { Seal } from "../log/seal.ts";

/**
 * What is held of one log: positions `low` to `high`, the id at `high`, and about how many bytes its entries take
 * up: those too that a cut took out of it.
 */
export interface Holding {
  readonly log: LogRef;
  readonly low: number;
  readonly high: number;
  readonly head: Hash;
  readonly bytes: number;
}

/** A value to be put under a key; null deletes. Keys begin with a prefix: `register/`, `view/`, `blob/`. */
export interface KeyValue {
  readonly key: string;
  readonly value: Uint8Array | null;
}

/** A value as it lies in the store. */
export interface StoredValue {
  readonly key: string;
  readonly value: Uint8Array;
}

export interface Store {
  /** All logs held, in no particular order; a snapshot. */
  holdings(): Promise<readonly Holding[]>;
  /**
   * Appends runs and puts values, all or nothing; resolves when they are on the disk. Runs of one log
   * may follow one another. Throws {@link StoreConflict} when a run does not continue its log exactly
   * (then the log moved on: read `holdings` again), {@link StoreFull} when there is no room.
   */
  append(runs: readonly Run[], puts?: readonly KeyValue[]): Promise<void>;
  /**
   * Makes a position that is held the tip of its log, by its author's seal, or (null) forgets the log;
   * what came after is gone. Puts values with it, all or nothing. Throws {@link StoreConflict} when the
   * log holds another entry there, or none.
   */
  cut(log: LogRef, tip: Seal | null, puts: readonly KeyValue[]): Promise<void>;
  /**
   * Drops the bodies of entries: a stub stays of each. What is not held, or is marked otherwise there, is left alone. Puts
   * values with it, all or nothing; resolves when older copies are dropped too, as far as the platform lets them.
   */
  erase(entries: readonly EntryName[], puts: readonly KeyValue[]): Promise<void>;
  /** Entries `from` to `to`, both included, as far as they are held. Throws {@link StoreDamaged}. */
  read(log: LogRef, from: number, to: number): Promise<readonly Entry[]>;
  /** Seals that stand at `from` to `to`: each 64th position and the tip. Others may be gone. */
  seals(log: LogRef, from: number, to: number): Promise<readonly Seal[]>;
  get(key: string): Promise<Uint8Array | null>;
  /** Puts and deletes all or nothing; resolves when that is on the disk. */
  put(values: readonly KeyValue[]): Promise<void>;
  /** Deletes values, and older copies of them as far as the platform lets them be dropped at once. */
  forget(keys: readonly string[]): Promise<void>;
  /** All values whose key begins with `prefix`, by key. */
  list(prefix: string): Promise<readonly StoredValue[]>;
  close(): Promise<void>;
}

/** What every fault of a store is: `code` tells which, `cause` what the platform said. */
export abstract class StoreError extends Error {
  abstract readonly code: "store-conflict" | "store-full" | "store-locked" | "store-damaged" | "store-failed";
}

/** A run does not continue its log. */
export class StoreConflict extends StoreError {
  readonly code = "store-conflict";
  override readonly name = "StoreConflict";
  readonly log: LogRef;

  constructor(log: LogRef) {
    super(`the run does not continue the log ${logKey(log)}: read the holdings again`);
    this.log = log;
  }
}

/** The disk or the browser's quota is full. Nothing was written; free some space and try again. */
export class StoreFull extends StoreError {
  readonly code = "store-full";
  override readonly name = "StoreFull";

  constructor(options?: ErrorOptions) {
    super("there is no room left on the disk: free some space and try again", options);
  }
}

/** Another process or tab has this store open. */
export class StoreLocked extends StoreError {
  readonly code = "store-locked";
  override readonly name = "StoreLocked";

  constructor(options?: ErrorOptions) {
    super("this data is open in another window or program: close that one first", options);
  }
}

/** Bytes on the disk are not those that were written. `log` is null where a value by key is meant. */
export class StoreDamaged extends StoreError {
  readonly code = "store-damaged";
  override readonly name = "StoreDamaged";
  readonly log: LogRef | null;
  /** Position of the entry, where one is known. */
  readonly seq: number | null;

  constructor(
    what: { readonly log: LogRef; readonly seq: number | null } | { readonly key: string },
    options?: ErrorOptions,
  ) {
    super(`the data on this disk is damaged at ${"key" in what ? what.key : logKey(what.log)}`, options);
    this.log = "key" in what ? null : what.log;
    this.seq = "key" in what ? null : what.seq;
  }
}

/** The platform refused for another reason, or the store is closed. */
export class StoreFailed extends StoreError {
  readonly code = "store-failed";
  override readonly name = "StoreFailed";
}
