/**
 * Operations that our own logs cite and that no log brings: asked for by name, one message at a time, until
 * the peer has nothing more of them (docs/protocol.md, "Cited operations"). Logs are the fast way; this is
 * the way for what somebody showed to a part of the mesh alone.
 */
import type { OperationId } from "../ids.ts";
import { logKey } from "../log/log-ref.ts";
import { MAX_WANTED, STRANGER_OUT_BYTES } from "./limits.ts";
import type { Want } from "./messages.ts";
import type { Heard } from "./receiving.ts";
import { sendRun } from "./sending.ts";
import type { CitedRun, Effect, State } from "./state.ts";

/** Has the driver look for what is missing, unless we are at it. */
export function lookForMissing(state: State, out: Effect[]): State {
  if (state.wanting !== "nothing") return state;
  out.push({ kind: "look" });
  return { ...state, wanting: "looking" };
}

/** What is missing: asks for what was not asked for in this round. */
export function takeMissing(state: State, operations: readonly OperationId[], out: Effect[]): State {
  if (state.wanting !== "looking") return state;
  const fresh = operations.filter((one) => !state.wanted.has(one)).slice(0, MAX_WANTED);
  if (fresh.length === 0) return { ...state, wanting: "nothing" };
  out.push({ kind: "send", message: { kind: "want", operations: fresh } });
  return { ...state, wanting: "asked", wanted: new Set([...state.wanted, ...fresh]) };
}

/** The peer has sent what it has. What came may follow more that is missing. */
export const hearGave = (state: State, out: Effect[]): Heard =>
  state.wanting === "asked" ? lookForMissing({ ...state, wanting: "nothing" }, out) : "malformed";

/** The peer asks; a second time only after the answer to the first. */
export function hearWant(state: State, { operations }: Want, out: Effect[]): Heard {
  if (state.giving || operations.length === 0) return "malformed";
  out.push({ kind: "cite", operations });
  return { ...state, giving: true };
}

/** What the driver found of what the peer asked for. */
export function takeCited(state: State, runs: readonly CitedRun[], out: Effect[]): State {
  let next = state;
  for (const run of runs) {
    if (next.judgement.stranger && next.progress.bytesOut >= STRANGER_OUT_BYTES) break;
    const transfer = next.nextTransfer;
    const { log, from } = run;
    const reading = { key: logKey(log), log, from, purpose: "cited", expected: null, answers: null } as const;
    next = sendRun({ ...next, nextTransfer: transfer + 1 }, { reading, transfer, run }, out);
  }
  out.push({ kind: "send", message: { kind: "gave" } });
  return { ...next, giving: false };
}
