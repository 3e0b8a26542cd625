/**
 * What an append changes, worked out before anything is written; shared by all stores. Throws
 * {@link StoreConflict} on a run that does not continue its log. Pure.
 */
import { equalBytes, type Hash, type Signature, SIGNATURE_BYTES } from "#crypto";
import { Reader, Writer } from "../codec.ts";
import { markOf } from "../ids.ts";
import {
  type Entry,
  ENTRY_ID_BYTES,
  type EntryName,
  NO_ENTRY,
  storedBytes,
  withoutBody,
} from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import type { Run } from "../log/run.ts";
import { isLastingSeal, type Seal } from "../log/seal.ts";
import { type Holding, StoreConflict } from "./store.ts";

/** One log as an append leaves it. */
export interface LogChange {
  readonly holding: Holding;
  readonly entries: readonly Entry[];
  /** Those to keep: each 64th position and the new tip. */
  readonly seals: readonly Seal[];
  /** Position of the former tip's seal, when the new one makes it needless. */
  readonly staleSeal: number | null;
}

/** Holdings by `logKey`. */
export type Holdings = ReadonlyMap<string, Holding>;

const nothingOf = (log: LogRef): Holding => ({ log, low: 0, high: -1, head: NO_ENTRY, bytes: 0 });

function extend(held: Holding, run: Run): Holding {
  const { log } = held;
  let next = held.high + 1;
  let { head } = held;
  for (const { header, id } of run.entries) {
    if (header.seq !== next || !equalBytes(header.prev, head)) throw new StoreConflict(log);
    next += 1;
    head = id;
  }
  return { ...held, high: next - 1, head, bytes: held.bytes + storedBytes(run.entries) };
}

function changeOf(log: LogRef, held: Holding | null, runs: readonly Run[]): LogChange {
  let holding = held ?? nothingOf(log);
  for (const run of runs) holding = extend(holding, run);
  const { high } = holding;
  const seals = runs.flatMap((run) => run.seals).filter(({ seq }) => isLastingSeal(seq) || seq === high);
  const staleSeal = held === null || held.high === high || isLastingSeal(held.high) ? null : held.high;
  return { holding, entries: runs.flatMap((run) => run.entries), seals, staleSeal };
}

/** The changes that appending these runs makes, one for each log. */
export function planAppend(holdings: Holdings, runs: readonly Run[]): LogChange[] {
  const byLog = new Map<string, Run[]>();
  for (const run of runs) {
    const key = logKey(run.log);
    const known = byLog.get(key);
    if (known === undefined) byLog.set(key, [run]);
    else known.push(run);
  }
  const changes: LogChange[] = [];
  for (const [key, same] of byLog) {
    const log = same[0]?.log;
    if (log !== undefined) changes.push(changeOf(log, holdings.get(key) ?? null, same));
  }
  return changes;
}

/** One log as a cut leaves it. */
export interface LogCut {
  readonly log: LogRef;
  /** Null when nothing of the log is left. */
  readonly holding: Holding | null;
  readonly tip: Seal | null;
  /** First and last position that go. */
  readonly from: number;
  readonly to: number;
}

/** What a cut changes; null when the log ends there already. `entry` is what is held at the tip. */
export function planCut(held: Holding, tip: Seal | null, entry: Entry | undefined): LogCut | null {
  const { log, low, high } = held;
  if (tip === null) return { log, holding: null, tip, from: low, to: high };
  if (tip.seq > high || entry === undefined || !equalBytes(entry.id, tip.id)) throw new StoreConflict(log);
  if (tip.seq === high) return null;
  return { log, holding: { ...held, high: tip.seq, head: tip.id }, tip, from: tip.seq + 1, to: high };
}

/** What is to be written where an entry was read that is to lose its body; null for nothing. */
export function stubFor({ mark }: EntryName, held: Entry | null | undefined): Entry | null {
  const isMeant = held !== null && held !== undefined && markOf(held.id) === mark;
  return isMeant && held.body !== null ? withoutBody(held) : null;
}

/**
 * What the entries of a log say about it, where its holding cannot be read; null when the first or the last of them
 * cannot be read either.
 */
export async function holdingOf(log: LogRef, entries: AsyncIterable<Entry | null>): Promise<Holding | null> {
  let low: number | null = null;
  let last: Entry | null = null;
  let bytes = 0;
  let isFirst = true;
  for await (const entry of entries) {
    if (isFirst) low = entry?.header.seq ?? null;
    isFirst = false;
    last = entry;
    if (entry !== null) bytes += storedBytes([entry]);
  }
  return low === null || last === null ? null : { log, low, high: last.header.seq, head: last.id, bytes };
}

/** A holding without its log, which is its key. */
export const encodeHolding = ({ low, high, head, bytes }: Holding): Uint8Array =>
  new Writer().varint(low).varint(high).raw(head).varint(bytes).finish();

/** Reads what {@link encodeHolding} wrote; null on anything else. */
export function decodeHolding(log: LogRef, encoded: Uint8Array): Holding | null {
  const reader = new Reader(encoded);
  const low = reader.varint();
  const high = reader.varint();
  const head = reader.raw(ENTRY_ID_BYTES) as Hash;
  const bytes = reader.varint();
  return reader.finish() && low <= high ? { log, low, high, head, bytes } : null;
}

/** A seal without its position, which is its key. */
export const encodeStoredSeal = (seal: Seal): Uint8Array =>
  new Writer().raw(seal.id).raw(seal.signature).finish();

/** Reads what {@link encodeStoredSeal} wrote; null on anything else. */
export function decodeStoredSeal(seq: number, bytes: Uint8Array): Seal | null {
  const reader = new Reader(bytes);
  const id = reader.raw(ENTRY_ID_BYTES) as Hash;
  const signature = reader.raw(SIGNATURE_BYTES) as Signature;
  return reader.finish() ? { seq, id, signature } : null;
}
