/**
 * One step of a session after the handshake: a pure function of what is known and what happened
 * (docs/protocol.md, "Session"). The same on both sides. Knows no clock, no socket, no store and no
 * key: the driver (`../session.ts`) carries out the effects and reports back.
 */
import { logKey } from "../log/log-ref.ts";
import { hearGave, hearWant, lookForMissing, takeCited, takeMissing } from "./filling.ts";
import { MAX_REQUESTS } from "./limits.ts";
import type { Message, Scope } from "./messages.ts";
import { type Heard, hearPart, takeStored } from "./receiving.ts";
import {
  hearBuckets,
  hearDigest,
  hearDone,
  hearHoldings,
  isIdle,
  openRound,
  openWhenDue,
  settleRound,
} from "./round.ts";
import { enqueue, hearAck, pump, takeRead } from "./sending.ts";
import {
  type Effect,
  type EndReason,
  type Event,
  isShared,
  type Judgement,
  scopeOf,
  type State,
} from "./state.ts";

/** The next state, and what must be done, in this order. */
export type Step = readonly [State, readonly Effect[]];

/** Takes one event. After an `end` nothing changes any more. */
export function step(state: State, event: Event): Step {
  if (state.stage.kind === "ended") return [state, []];
  const out: Effect[] = [];
  const heard = take(state, event, out);
  if (typeof heard === "string") return end(state, heard, []);
  const settled = settleRound(pump(heard, out), out);
  if (typeof settled === "string") return end(state, settled, []);
  const next = openWhenDue(settled, out);
  return isComplete(next) ? end(next, "complete", out) : [next, out];
}

const end = (state: State, reason: EndReason, out: readonly Effect[]): Step => [
  { ...state, stage: { kind: "ended" } },
  [...out, { kind: "end", reason }],
];

function take(state: State, event: Event, out: Effect[]): Heard {
  switch (event.kind) {
    case "start":
      return start(state, event.requests, out);
    case "received":
      return receive(state, event.message, out);
    case "judged":
      return judge(state, event.judgement);
    case "changed":
      return change(state, event.logs);
    case "read":
      return takeRead(state, event, out);
    case "stored":
      return takeStored(lookWhenLive(state, event, out), event, out);
    case "presented":
      return answer(state, event.accepted, out);
    case "missing":
      return takeMissing(state, event.operations, out);
    case "cited":
      return takeCited(state, event.runs, out);
  }
}

/** In a round what is missing is looked for when control is done; between rounds, when something waits. */
function lookWhenLive(
  state: State,
  { transfer, outcome }: Extract<Event, { readonly kind: "stored" }>,
  out: Effect[],
): State {
  const run = state.staged.get(transfer);
  const waits = outcome === "waiting" || outcome === "fork";
  const isControl = run !== undefined && scopeOf(run.log) === "control";
  return state.stage.kind === "live" && waits && isControl ? lookForMissing(state, out) : state;
}

function start(state: State, requests: readonly Uint8Array[], out: Effect[]): State {
  const presenting = requests.length > 0;
  if (presenting)
    out.push({ kind: "send", message: { kind: "present", requests: requests.slice(0, MAX_REQUESTS) } });
  return openRound({ ...state, presenting }, false, out);
}

type RoundMessage = Extract<Message, { readonly kind: "digest" | "buckets" | "holdings" | "done" }>;
type Unheeded = Extract<
  Message,
  { readonly kind: "hello" | "proof" | "name" | "seek" | "lifeline" | "marks" | "receipts" | "alive" }
>;
type OtherMessage = Exclude<Message, RoundMessage | Unheeded>;

function receive(state: State, message: Message, out: Effect[]): Heard {
  if (isOfRound(message)) return receiveRound(state, message, out);
  if (isUnheeded(message)) return BORNE[message.kind] ? state : "malformed";
  return receiveOther(state, message, out);
}

const ROUND_KINDS: readonly Message["kind"][] = ["digest", "buckets", "holdings", "done"];
const isOfRound = (message: Message): message is RoundMessage => ROUND_KINDS.includes(message.kind);

/**
 * Messages that change nothing here: out of place after the handshake, a sign of life, or receipts,
 * which are registers beside the logs and the driver's.
 */
const BORNE: Readonly<Record<Unheeded["kind"], boolean>> = {
  hello: false,
  proof: false,
  name: false,
  seek: false,
  lifeline: false,
  marks: true,
  receipts: true,
  alive: true,
};
const isUnheeded = (message: Message): message is Unheeded => message.kind in BORNE;

function receiveRound(state: State, message: RoundMessage, out: Effect[]): Heard {
  switch (message.kind) {
    case "digest":
      return hearDigest(state, message, out);
    case "buckets":
      return hearBuckets(state, message, out);
    case "holdings":
      return hearHoldings(state, message, out);
    case "done":
      return hearDone(state, message);
  }
}

function receiveOther(state: State, message: OtherMessage, out: Effect[]): Heard {
  switch (message.kind) {
    case "run":
      return hearPart(state, message, out);
    case "ack":
      return hearAck(state, message);
    case "want":
      return hearWant(state, message, out);
    case "gave":
      return hearGave(state, out);
    case "present":
      return hearRequests(state, message.requests, out);
    case "presented":
      return state.presenting ? { ...state, presenting: false, presented: message.accepted } : "malformed";
  }
}

/** Requests come in one message per session. */
function hearRequests(state: State, requests: readonly Uint8Array[], out: Effect[]): Heard {
  if (requests.length === 0 || state.answering !== "unasked") return "malformed";
  out.push({ kind: "present", requests });
  return { ...state, answering: "asked" };
}

function answer(state: State, accepted: number, out: Effect[]): State {
  if (state.answering !== "asked") return state;
  out.push({ kind: "send", message: { kind: "presented", accepted: Math.min(accepted, MAX_REQUESTS) } });
  return { ...state, answering: "answered" };
}

/** The membership grew. A round is due when the peer may have more or less than before, or was refused something. */
function judge(state: State, judgement: Judgement): State {
  const next = { ...state, judgement };
  const moved = [...state.held.values()].some(({ log }) => isShared(state, log) !== isShared(next, log));
  const due = moved || state.heldBack || judgement.stranger !== state.judgement.stranger;
  return due ? { ...next, due: true, heldBack: false } : next;
}

type Changes = Extract<Event, { readonly kind: "changed" }>["logs"];

/** Logs grew, appeared or went. What is new is pushed as soon as the peer's position is known. */
function change(state: State, logs: Changes): State {
  const held = new Map(state.held);
  const positions = new Map(state.positions);
  for (const { log, holding } of logs) {
    const key = logKey(log);
    // A log that we never held was in no digest of ours: the peer's list, if there is one, is all it has.
    if (!held.has(key) && !positions.has(key) && isPlaced(state, scopeOf(log))) {
      positions.set(key, listedHigh(state, key));
    }
    if (holding === null) held.delete(key);
    else held.set(key, holding);
  }
  const grown = logs.map(({ log }) => logKey(log)).filter((key) => positions.has(key));
  return enqueue({ ...state, held, positions }, grown);
}

/** Whether the positions of this scope's logs are known in this round. */
function isPlaced({ stage }: State, scope: Scope): boolean {
  if (stage.kind === "live") return true;
  if (stage.kind === "filling") return scope === "control";
  if (stage.kind !== "comparing") return false;
  return stage.scope === scope ? stage.heard : scope === "control";
}

const listedHigh = ({ stage }: State, key: string): number =>
  stage.kind === "comparing" || stage.kind === "filling" ? (stage.listed.get(key)?.high ?? -1) : -1;

function isComplete(state: State): boolean {
  if (!state.once || state.stage.kind !== "live" || state.due) return false;
  const answered = !state.presenting && state.answering !== "asked";
  if (state.wanting !== "nothing" || state.giving) return false;
  return answered && isIdle(state, "data") && state.staged.size === 0;
}
