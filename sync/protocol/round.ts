/**
 * Rounds (docs/protocol.md, "Rounds"): both sides send a digest of each scope; where they differ,
 * 64 bucket digests, then what is held in the buckets that differ. Control is completed before data
 * is compared. A round has a number, the epoch; messages of an older one are stale and mean nothing.
 */
import { equalBytes } from "#crypto";
import { logKey } from "../log/log-ref.ts";
import type { Holding } from "../store/store.ts";
import { bucketOf, digestHoldings, shortHash } from "./digests.ts";
import { MAX_HOLDINGS, MAX_LISTED } from "./limits.ts";
import type { Buckets, Digest, Done, Holdings, Listed, Scope } from "./messages.ts";
import type { Heard } from "./receiving.ts";
import { lookForMissing } from "./filling.ts";
import { enqueue, sendEvidence } from "./sending.ts";
import {
  type Comparing,
  type Effect,
  isShared,
  scopeOf,
  sharedHoldings,
  type Snapshot,
  type Stage,
  type State,
} from "./state.ts";

function takeSnapshot(state: State): Snapshot {
  const shared = sharedHoldings(state);
  const of = (scope: Scope): Holding[] => shared.filter(({ log }) => scopeOf(log) === scope);
  const holdings = new Map(shared.map((holding) => [logKey(holding.log), holding]));
  return { control: digestHoldings(of("control")), data: digestHoldings(of("data")), holdings };
}

/** Opens the next round. `settled` when the round before completed control. */
export function openRound(state: State, settled: boolean, out: Effect[]): State {
  const snapshot = takeSnapshot(state);
  const epoch = state.epoch + 1;
  const { control, data } = snapshot;
  out.push({ kind: "send", message: { kind: "digest", epoch, control: control.whole, data: data.whole } });
  return {
    ...state,
    epoch,
    stage: { kind: "opening", snapshot, settled, owed: state.due },
    due: false,
    wanted: new Set(),
    stuck: new Set(state.forked),
  };
}

// While control is being completed neither side opens a round: both do when it is done.
const mayBeOvertaken = (stage: Stage): boolean =>
  stage.kind === "live" || (stage.kind === "comparing" && stage.scope === "data");

/** Opens a round when one is due and nothing stands in its way. */
export const openWhenDue = (state: State, out: Effect[]): State =>
  state.due && mayBeOvertaken(state.stage) ? openRound(state, false, out) : state;

/** The peer's digest: the answer to ours, or the first of a round that the peer opens. */
export function hearDigest(state: State, digest: Digest, out: Effect[]): Heard {
  if (digest.epoch === state.epoch) return compare(state, digest, out);
  const { stage } = state;
  if (stage.kind === "filling" && stage.digest === null && digest.epoch === state.epoch + 1)
    return { ...state, stage: { ...stage, digest } };
  if (digest.epoch !== state.epoch + 1 || !mayBeOvertaken(state.stage)) return "malformed";
  return compare(openRound(state, false, out), digest, out);
}

function compare(state: State, digest: Digest, out: Effect[]): Heard {
  if (state.stage.kind !== "opening") return "malformed";
  const { snapshot, settled } = state.stage;
  const sameControl = equalBytes(snapshot.control.whole, digest.control);
  if (!sameControl && !settled) return begin(state, "control", out);
  const placed = sameControl ? placeEqual(state, "control", snapshot) : leaveControl(state, state.stage);
  if (!equalBytes(snapshot.data.whole, digest.data)) return begin(placed, "data", out);
  return { ...placeEqual(placed, "data", snapshot), stage: { kind: "live" } };
}

function begin(state: State, scope: Scope, out: Effect[]): State {
  if (state.stage.kind !== "opening") return state;
  const { snapshot } = state.stage;
  const digests = snapshot[scope].buckets;
  out.push({ kind: "send", message: { kind: "buckets", epoch: state.epoch, scope, digests } });
  const listed = new Map<string, Listed>();
  const open = { differing: null, heard: false, doneSent: false, doneHeard: false };
  return { ...state, stage: { kind: "comparing", scope, snapshot, listed, ...open } };
}

/** Gives the peer's position to every shared log of a scope for which `positionOf` knows one. */
function place(state: State, scope: Scope, positionOf: (key: string) => number | null): State {
  const positions = new Map(state.positions);
  const keys: string[] = [];
  for (const [key, { log }] of state.held) {
    if (scopeOf(log) !== scope || !isShared(state, log)) continue;
    const position = positionOf(key);
    if (position === null) continue;
    // What is on its way counts, though the peer's list may be older.
    positions.set(key, Math.max(positions.get(key) ?? -1, position));
    keys.push(key);
  }
  const grown = keys.filter((key) => (state.held.get(key)?.high ?? -1) > (positions.get(key) ?? -1));
  return enqueue({ ...state, positions }, grown);
}

type Opening = Extract<Stage, { readonly kind: "opening" }>;

const placeEqual = (state: State, scope: Scope, snapshot: Snapshot): State =>
  place(state, scope, (key) => snapshot.holdings.get(key)?.high ?? -1);

/**
 * Control that still differs after it was completed: what grew meanwhile is on its way. Of logs that appeared since the
 * snapshot the peer had nothing either. But where a round was due, the peer may have been answered `waiting` for what is
 * stored now, and does not know where we stand: then control is compared once more.
 */
const leaveControl = (state: State, { snapshot, owed }: Opening): State => {
  const placed = place(state, "control", (key) => (snapshot.holdings.has(key) ? null : -1));
  return { ...placed, due: placed.due || owed };
};

type Filling = Extract<Stage, { readonly kind: "filling" }>;

type Current =
  { readonly kind: "current"; readonly stage: Comparing } | { readonly kind: "stale" | "malformed" };

/** Whether a message belongs to the comparison that is going on. */
function currentOf(state: State, message: { readonly epoch: number; readonly scope?: Scope }): Current {
  const { stage } = state;
  if (message.epoch < state.epoch) return { kind: "stale" };
  if (message.epoch > state.epoch || stage.kind !== "comparing") return { kind: "malformed" };
  const sameScope = message.scope === undefined || message.scope === stage.scope;
  return sameScope ? { kind: "current", stage } : { kind: "malformed" };
}

/** The peer's bucket digests: we list what we hold where they differ. */
export function hearBuckets(state: State, message: Buckets, out: Effect[]): Heard {
  const current = currentOf(state, message);
  if (current.kind !== "current") return current.kind === "stale" ? state : "malformed";
  const { stage } = current;
  if (stage.differing !== null) return "malformed";
  const own = stage.snapshot[stage.scope].buckets;
  const differing = new Set<number>();
  message.digests.forEach((digest, bucket) => {
    if (!equalBytes(digest, own[bucket] ?? new Uint8Array())) differing.add(bucket);
  });
  list(state.epoch, { ...stage, differing }, out);
  return { ...state, stage: { ...stage, differing } };
}

function list(epoch: number, { scope, snapshot, differing }: Comparing, out: Effect[]): void {
  const holdings = [...snapshot.holdings.values()]
    .filter(({ log }) => scopeOf(log) === scope && differing?.has(bucketOf(log)) === true)
    .map(({ log, low, high, head }) => ({ log, low, high, head: shortHash(head) }));
  for (let from = 0, last = false; !last; from += MAX_HOLDINGS) {
    last = from + MAX_HOLDINGS >= holdings.length;
    const some = holdings.slice(from, from + MAX_HOLDINGS);
    out.push({ kind: "send", message: { kind: "holdings", epoch, scope, last, holdings: some } });
  }
}

/** What the peer holds in the buckets that differ. */
export function hearHoldings(state: State, message: Holdings, out: Effect[]): Heard {
  const current = currentOf(state, message);
  if (current.kind !== "current") return current.kind === "stale" ? state : "malformed";
  const { stage } = current;
  const listed = addListed(stage, message);
  if (listed === null) return "malformed";
  const next = { ...state, stage: { ...stage, listed, heard: message.last } };
  return message.last ? completeList(next, next.stage, out) : next;
}

/** The list with what was added; null for a list that no honest peer sends. */
function addListed(stage: Comparing, message: Holdings): ReadonlyMap<string, Listed> | null {
  const { differing, scope } = stage;
  if (differing === null || stage.heard) return null;
  const listed = new Map(stage.listed);
  for (const item of message.holdings) {
    const key = logKey(item.log);
    const fits = scopeOf(item.log) === scope && differing.has(bucketOf(item.log)) && !listed.has(key);
    if (!fits || listed.size >= MAX_LISTED) return null;
    listed.set(key, item);
  }
  return listed;
}

function completeList(state: State, stage: Comparing, out: Effect[]): State {
  const { snapshot, scope, listed, differing } = stage;
  const forked: Holding[] = [];
  const expected = new Map(state.expected);
  const next = place(state, scope, (key) => {
    const holding = state.held.get(key);
    const theirs = listed.get(key);
    if (holding === undefined) return null;
    if (theirs === undefined)
      return differing?.has(bucketOf(holding.log)) === true ? -1 : highOf(snapshot, key);
    if (isFork(holding, theirs)) forked.push(holding);
    // Entries on their way, or come from there, move the position past what was listed.
    if ((state.positions.get(key) ?? -1) <= theirs.high) expected.set(key, theirs.head);
    else expected.delete(key);
    return theirs.high;
  });
  const evidenced = forked.reduce(
    (before, { log, high }) => sendEvidence(before, { log, at: high, answers: null }, out),
    next,
  );
  return expect({ ...evidenced, expected: withoutForked(expected, evidenced) }, stage);
}

const highOf = (snapshot: Snapshot, key: string): number => snapshot.holdings.get(key)?.high ?? -1;

const isFork = (ours: Holding, theirs: Listed): boolean =>
  ours.high === theirs.high && !equalBytes(shortHash(ours.head), theirs.head);

const withoutForked = (
  expected: ReadonlyMap<string, Uint8Array>,
  state: State,
): ReadonlyMap<string, Uint8Array> => new Map([...expected].filter(([key]) => !state.forked.has(key)));

/** How many entries this round will move, for the screen. */
function expect(state: State, { listed, scope }: Comparing): State {
  let { entriesIn: expectedIn, entriesOut: expectedOut } = state.progress;
  for (const [key, { log, high }] of listed) {
    if (isShared(state, log)) expectedIn += Math.max(0, high - (state.held.get(key)?.high ?? -1));
  }
  for (const [key, { log, high }] of state.held) {
    const position = state.positions.get(key);
    if (scopeOf(log) === scope && position !== undefined) expectedOut += Math.max(0, high - position);
  }
  return { ...state, progress: { ...state.progress, expectedIn, expectedOut } };
}

/** The peer has given what it had to give in this round. */
export function hearDone(state: State, message: Done): Heard {
  const current = currentOf(state, message);
  if (current.kind !== "current") return current.kind === "stale" ? state : "malformed";
  const { stage } = current;
  return stage.heard && !stage.doneHeard ? { ...state, stage: { ...stage, doneHeard: true } } : "malformed";
}

/** Says `done` when everything is sent and answered, and goes on when both have said it. */
export function settleRound(state: State, out: Effect[]): Heard {
  if (state.stage.kind === "filling")
    return state.wanting === "nothing" ? goOn(state, state.stage, out) : state;
  if (state.stage.kind !== "comparing" || !state.stage.heard) return state;
  const { doneSent, doneHeard, scope, listed } = state.stage;
  if (!doneSent) {
    if (!isIdle(state, scope)) return state;
    out.push({ kind: "send", message: { kind: "done", epoch: state.epoch } });
    return settleRound({ ...state, stage: { ...state.stage, doneSent: true } }, out);
  }
  if (!doneHeard) return state;
  if (scope === "data") return { ...state, stage: { kind: "live" } };
  const filling = { ...state, stage: { kind: "filling", listed, digest: null } as const };
  return settleRound(lookForMissing(filling, out), out);
}

/** Control is as complete as the two of us can make it. */
function goOn(state: State, { digest }: Filling, out: Effect[]): Heard {
  const next = openRound(state, true, out);
  return digest === null ? next : compare(next, digest, out);
}

/** Whether nothing is left to send of a scope; `data` means of everything. */
export function isIdle(state: State, scope: Scope): boolean {
  const counts = (key: string): boolean => scope === "data" || key.startsWith("control/");
  const keys = [...state.queue, ...[...state.reading.values(), ...state.sent.values()].map(({ key }) => key)];
  return !keys.some(counts);
}
