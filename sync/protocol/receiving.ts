/**
 * What comes in: parts are staged until their run is whole, the run goes to the driver, and its
 * sender hears what became of it (docs/protocol.md, "Entries"). Upholds invariants 3 and 4 of
 * `state.ts`. Never looks inside a run.
 */
import { concat } from "#crypto";
import { logKey } from "../log/log-ref.ts";
import { MAX_STAGED_BYTES, MAX_STAGED_TRANSFERS, MAX_TRANSFER_BYTES, STRANGER_IN_BYTES } from "./limits.ts";
import type { Outcome, RunPart } from "./messages.ts";
import { owesEvidence, sendEvidence, withEntry, without } from "./sending.ts";
import { type Effect, isShared, type Staged, type State } from "./state.ts";

/** What a part did: a new state, or why the session must end. */
export type Heard = State | "malformed" | "refused";

/** One part of a run. */
export function hearPart(state: State, message: RunPart, out: Effect[]): Heard {
  const staged = state.staged.get(message.transfer);
  if (staged !== undefined) return continues(staged, message) ? add(state, message, out) : "malformed";
  if (message.part > 0) return state;
  if (!isShared(state, message.log)) {
    out.push({ kind: "send", message: { kind: "ack", transfer: message.transfer, outcome: "refused" } });
    return { ...state, heldBack: true };
  }
  return state.staged.size < MAX_STAGED_TRANSFERS ? add(state, message, out) : "malformed";
}

function continues(staged: Staged, message: RunPart): boolean {
  const sameRun =
    staged.key === logKey(message.log) && staged.from === message.from && staged.to === message.to;
  const sameShape = staged.total === message.parts && staged.purpose === message.purpose;
  return sameRun && sameShape && message.part <= staged.parts.length;
}

const nothingOf = ({ log, from, to, purpose, parts }: RunPart): Staged => ({
  key: logKey(log),
  log,
  from,
  to,
  purpose,
  parts: [],
  total: parts,
  bytes: 0,
});

function add(state: State, message: RunPart, out: Effect[]): Heard {
  const staged = state.staged.get(message.transfer) ?? nothingOf(message);
  // A repeated part adds nothing.
  if (message.part < staged.parts.length) return state;
  const bytes = staged.bytes + message.bytes.length;
  const stagedBytes = state.stagedBytes + message.bytes.length;
  const bytesIn = state.progress.bytesIn + message.bytes.length;
  if (bytes > MAX_TRANSFER_BYTES || stagedBytes > MAX_STAGED_BYTES) return "malformed";
  if (state.judgement.stranger && bytesIn > STRANGER_IN_BYTES) return "refused";
  const grown = { ...staged, parts: [...staged.parts, message.bytes], bytes };
  const next: State = {
    ...state,
    staged: withEntry(state.staged, message.transfer, grown),
    stagedBytes,
    progress: { ...state.progress, bytesIn },
  };
  return grown.parts.length < grown.total ? next : complete(next, message.transfer, out);
}

function complete(state: State, transfer: number, out: Effect[]): State {
  const run = state.staged.get(transfer);
  if (run === undefined) return state;
  const { key, log, from, to } = run;
  out.push({ kind: "store", transfer, log, from, to, bytes: concat(...run.parts) });
  if (run.purpose !== "entries") return state;
  const position = Math.max(state.positions.get(key) ?? -1, to);
  // What stood at the position that the peer listed no longer borders on what we would send.
  return {
    ...state,
    positions: withEntry(state.positions, key, position),
    expected: without(state.expected, key),
  };
}

/** The driver stored a run, or could not. */
export function takeStored(
  state: State,
  answer: { readonly transfer: number; readonly outcome: Outcome; readonly count: number },
  out: Effect[],
): State {
  const { transfer, outcome, count } = answer;
  const run = state.staged.get(transfer);
  if (run === undefined) return state;
  const shows = outcome === "fork" && owesEvidence(state, run.log);
  // Before the answer to a fork goes our side of it, or the peer could be done and gone.
  if (!shows) out.push({ kind: "send", message: { kind: "ack", transfer, outcome } });
  const next: State = {
    ...state,
    staged: without(state.staged, transfer),
    stagedBytes: state.stagedBytes - run.bytes,
    heldBack: state.heldBack || outcome === "waiting" || outcome === "refused",
    progress: { ...state.progress, entriesIn: state.progress.entriesIn + count },
  };
  if (!shows) return next;
  // A run that follows another entry than ours shows the fork one position before it begins.
  const at = run.purpose === "evidence" ? run.from : Math.max(0, run.from - 1);
  return sendEvidence(next, { log: run.log, at, answers: transfer }, out);
}
