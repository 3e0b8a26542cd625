/**
 * What leaves this side: which log is next, the window, the parts of a run, answers to them, and the
 * evidence of a fork (docs/protocol.md, "Entries"). Upholds invariants 1 and 2 of `state.ts`.
 */
import { equalBytes } from "#crypto";
import { type LogRef, logKey } from "../log/log-ref.ts";
import { shortHash } from "./digests.ts";
import { PART_BYTES, RUN_BYTES, STRANGER_OUT_BYTES, WINDOW_BYTES } from "./limits.ts";
import type { Ack } from "./messages.ts";
import { type Effect, isShared, type Reading, type ReadRun, type State } from "./state.ts";

export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value);

export function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}

/** Puts logs at the end of the queue, each once. */
export function enqueue(state: State, keys: readonly string[]): State {
  const waiting = new Set([...state.queue, ...keys]);
  return waiting.size === state.queue.length ? state : { ...state, queue: [...waiting] };
}

/** Whether something of this log can be sent now. */
function isSendable(state: State, key: string): boolean {
  const holding = state.held.get(key);
  const position = state.positions.get(key);
  if (holding === undefined || position === undefined || state.stuck.has(key)) return false;
  // Entries below `low` are gone here, and the peer cannot do without them.
  const follows = holding.high > position && holding.low <= position + 1;
  return follows && isShared(state, holding.log) && !isBeingRead(state, key);
}

const isBeingRead = (state: State, key: string): boolean =>
  [...state.reading.values()].some((reading) => reading.key === key);

function hasRoom(state: State): boolean {
  if (state.judgement.stranger && state.progress.bytesOut >= STRANGER_OUT_BYTES) return false;
  return state.sentBytes + state.reading.size * RUN_BYTES < WINDOW_BYTES;
}

/** Asks for reads until the window is full or nothing is left to send. */
export function pump(state: State, out: Effect[]): State {
  let next = state;
  while (next.queue.length > 0 && hasRoom(next)) next = readNext(next, out);
  const spent = next.judgement.stranger && next.progress.bytesOut >= STRANGER_OUT_BYTES;
  return spent && next.queue.length > 0 ? { ...next, queue: [] } : next;
}

function readNext(state: State, out: Effect[]): State {
  const [key = "", ...queue] = state.queue;
  const holding = state.held.get(key);
  if (holding === undefined || !isSendable(state, key)) return { ...state, queue };
  const from = (state.positions.get(key) ?? -1) + 1;
  const expected = state.expected.get(key) ?? null;
  const reading: Reading = { key, log: holding.log, from, purpose: "entries", expected, answers: null };
  return read({ ...state, queue }, reading, out);
}

function read(state: State, reading: Reading, out: Effect[]): State {
  const transfer = state.nextTransfer;
  const to = state.held.get(reading.key)?.high ?? reading.from;
  out.push({ kind: "read", transfer, log: reading.log, from: reading.from, to });
  return { ...state, nextTransfer: transfer + 1, reading: withEntry(state.reading, transfer, reading) };
}

/** The driver read a run, or found nothing to read. */
export function takeRead(
  state: State,
  answer: { transfer: number; run: ReadRun | null },
  out: Effect[],
): State {
  const reading = state.reading.get(answer.transfer);
  if (reading === undefined) return state;
  const next = sendWhatWasRead(state, { ...answer, reading }, out);
  const transfer = reading.answers;
  if (transfer !== null) out.push({ kind: "send", message: { kind: "ack", transfer, outcome: "fork" } });
  return next;
}

interface Answer {
  readonly reading: Reading;
  readonly transfer: number;
  readonly run: ReadRun | null;
}

function sendWhatWasRead(state: State, answer: Answer, out: Effect[]): State {
  const { reading } = answer;
  const next = { ...state, reading: without(state.reading, answer.transfer) };
  const { key, log, purpose } = reading;
  if (answer.run === null) return { ...next, stuck: new Set(next.stuck).add(key) };
  if (!isShared(next, log)) return next;
  if (purpose === "entries" && next.stuck.has(key)) return next;
  if (branches(reading, answer.run))
    return sendEvidence(next, { log, at: reading.from - 1, answers: null }, out);
  return sendRun(next, { ...answer, run: answer.run }, out);
}

/** Whether the peer's log parted from ours before the run. */
const branches = ({ purpose, expected }: Reading, run: ReadRun): boolean =>
  purpose === "entries" && expected !== null && !equalBytes(shortHash(run.prev), expected);

type Outgoing = Answer & { readonly run: ReadRun };

/** Sends a run in parts. */
export function sendRun(state: State, { reading, transfer, run }: Outgoing, out: Effect[]): State {
  const { key, log, from, purpose } = reading;
  const parts = Math.ceil(run.bytes.length / PART_BYTES);
  for (let part = 0; part < parts; part++) {
    const bytes = run.bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    out.push({
      kind: "send",
      message: { kind: "run", transfer, purpose, log, from, to: run.to, part, parts, bytes },
    });
  }
  const sent = { key, log, from, entries: run.entries, bytes: run.bytes.length, purpose };
  const next: State = {
    ...state,
    sent: withEntry(state.sent, transfer, sent),
    sentBytes: state.sentBytes + sent.bytes,
    progress: { ...state.progress, bytesOut: state.progress.bytesOut + sent.bytes },
  };
  if (purpose !== "entries") return next;
  const moved = {
    ...next,
    positions: withEntry(next.positions, key, run.to),
    expected: without(next.expected, key),
  };
  return enqueue(moved, [key]);
}

/** The peer answered a run. Answers to runs that we did not send, or sent long ago, mean nothing. */
export function hearAck(state: State, { transfer, outcome }: Ack): State {
  const run = state.sent.get(transfer);
  if (run === undefined) return state;
  const sentBytes = state.sentBytes - run.bytes;
  const next: State = { ...state, sent: without(state.sent, transfer), sentBytes };
  if (run.purpose !== "entries") return next;
  if (outcome === "stored") {
    return { ...next, progress: { ...next.progress, entriesOut: next.progress.entriesOut + run.entries } };
  }
  // Where the peer stands is unknown again: the next round tells.
  const stuck = new Set(next.stuck).add(run.key);
  return { ...next, stuck, positions: without(next.positions, run.key) };
}

export interface Evidence {
  readonly log: LogRef;
  /** A position where both have an entry. */
  readonly at: number;
  /** The peer's run that showed the fork, answered when our side of it was sent; null where none did. */
  readonly answers: number | null;
}

/** Whether our side of a fork is still to be shown. */
export const owesEvidence = (state: State, log: LogRef): boolean =>
  !state.forked.has(logKey(log)) && state.held.has(logKey(log));

/**
 * Shows the peer our side of a fork, once per session: the run from a position where both have an
 * entry to the next seal. Nothing else of this log is sent.
 */
export function sendEvidence(state: State, { log, at, answers }: Evidence, out: Effect[]): State {
  const key = logKey(log);
  const holding = state.held.get(key);
  if (state.forked.has(key) || holding === undefined) return state;
  const next: State = {
    ...state,
    forked: new Set(state.forked).add(key),
    stuck: new Set(state.stuck).add(key),
    expected: without(state.expected, key),
  };
  const from = Math.max(holding.low, Math.min(at, holding.high));
  return read(next, { key, log, from, purpose: "evidence", expected: null, answers }, out);
}
