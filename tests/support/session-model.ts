/**
 * A dull replica for tests of the pure protocol: a map of logs whose entries are 32-byte ids, and
 * links between two of them on which a script decides what happens next: delivery, a slow disk,
 * repetition, overtaking between logs, a cut. Knows neither keys nor real entries.
 */
import { concat, equalBytes, type Hash, hash, uint32, utf8 } from "#crypto";
import type { DeviceId, OperationId } from "../../sync/ids.ts";
import { type LogRef, logKey } from "../../sync/log/log-ref.ts";
import { decodeMessage, encodeMessage } from "../../sync/protocol/message-codec.ts";
import type { Message, Outcome } from "../../sync/protocol/messages.ts";
import {
  type CitedRun,
  createState,
  type Effect,
  type Event,
  type Judgement,
  type State,
} from "../../sync/protocol/state.ts";
import { step } from "../../sync/protocol/step.ts";
import { CONTROL, type SpaceId } from "../../sync/space.ts";
import type { Holding } from "../../sync/store/store.ts";
import { toText } from "#crypto";

const ID_BYTES = 32;
const START = new Uint8Array(ID_BYTES);

/** A made-up device. */
export const deviceOf = (name: string): DeviceId =>
  toText(hash("test/device", utf8(name)).subarray(0, 16)) as DeviceId;
export const logOf = (space: SpaceId, name: string): LogRef => ({ space, device: deviceOf(name) });

export type Judge = (model: Model) => Judgement;

/** Which log must be here before another one's entries can be stored; null where none must. */
export type Awaits = (log: LogRef) => LogRef | null;

export class Model {
  readonly logs = new Map<string, { log: LogRef; ids: Uint8Array[] }>();
  readonly listeners = new Set<(log: LogRef) => void>();
  forks = 0;
  /** Ids that something here follows: of another branch than ours, or of nobody. */
  readonly follows = new Set<OperationId>();
  /** Ids of other branches, kept beside the logs. */
  readonly beside = new Set<OperationId>();
  readonly #awaits: Awaits;
  readonly #staged: { readonly log: LogRef; readonly from: number; readonly bytes: Uint8Array }[] = [];

  constructor(awaits: Awaits = () => null) {
    this.#awaits = awaits;
  }

  idsOf(log: LogRef): Uint8Array[] {
    return this.logs.get(logKey(log))?.ids ?? [];
  }

  /** Writes as the log's own device. `branch` makes another history. */
  write(log: LogRef, count: number, branch = ""): void {
    const ids = [...this.idsOf(log)];
    for (let index = 0; index < count; index++) {
      ids.push(hash("test/entry", utf8(logKey(log)), ids.at(-1) ?? START, utf8(branch)));
    }
    this.#set(log, ids);
  }

  #set(log: LogRef, ids: Uint8Array[]): void {
    this.logs.set(logKey(log), { log, ids });
    for (const listener of this.listeners) listener(log);
  }

  holding(log: LogRef): Holding | null {
    const ids = this.idsOf(log);
    const head = ids.at(-1);
    return head === undefined ? null : { log, low: 0, high: ids.length - 1, head: head as Hash, bytes: 0 };
  }

  holdings(): Holding[] {
    return [...this.logs.values()].flatMap(({ log }) => this.holding(log) ?? []);
  }

  /** What is compared at the end: every log and its head. */
  summary(): string[] {
    return this.holdings()
      .map(({ log, high, head }) => `${logKey(log)} ${String(high)} ${toText(head)}`)
      .sort();
  }

  missing(): OperationId[] {
    const here = new Set([...this.logs.values()].flatMap(({ ids }) => ids.map(toText)));
    return [...this.follows].filter((one) => !here.has(one) && !this.beside.has(one));
  }

  /** The log up to an id, when it holds it. */
  cited(operation: OperationId): CitedRun | null {
    for (const { log, ids } of this.logs.values()) {
      const to = ids.findIndex((id) => toText(id) === operation);
      const some = ids.slice(0, to + 1);
      if (to >= 0) return { log, from: 0, to, entries: to + 1, prev: START, bytes: concat(START, ...some) };
    }
    return null;
  }

  receive(log: LogRef, from: number, bytes: Uint8Array): { outcome: Outcome; count: number } {
    const awaited = this.#awaits(log);
    if (awaited !== null && this.idsOf(awaited).length === 0) {
      this.#staged.push({ log, from, bytes });
      return { outcome: "waiting", count: 0 };
    }
    const received = this.#store(log, from, bytes);
    // what waited for it, like control of an author who was not known
    if (received.count > 0)
      for (const one of this.#staged.splice(0)) this.receive(one.log, one.from, one.bytes);
    return received;
  }

  #store(log: LogRef, from: number, bytes: Uint8Array): { outcome: Outcome; count: number } {
    const [prev, ...added] = split(bytes);
    const ids = this.idsOf(log);
    if (from > ids.length) return { outcome: "waiting", count: 0 };
    const joins = equalBytes(prev ?? START, ids[from - 1] ?? START);
    const agrees = added.every(
      (id, at) => ids[from + at] === undefined || equalBytes(ids[from + at] ?? START, id),
    );
    if (!joins || !agrees) {
      const missing = new Set(this.missing());
      if (added.some((id) => missing.has(toText(id) as OperationId))) {
        for (const id of added) this.beside.add(toText(id) as OperationId);
        return { outcome: "stored", count: 0 };
      }
      this.forks += 1;
      return { outcome: "fork", count: 0 };
    }
    const news = added.slice(ids.length - from);
    if (news.length > 0) this.#set(log, [...ids, ...news]);
    return { outcome: "stored", count: news.length };
  }
}

const split = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: bytes.length / ID_BYTES }, (_, at) => bytes.slice(at * ID_BYTES, (at + 1) * ID_BYTES));

type Task = Extract<Effect, { readonly kind: "read" | "store" | "present" | "look" | "cite" }>;

export interface EndpointInit {
  readonly model: Model;
  readonly judge: Judge;
  readonly once: boolean;
  readonly requests?: readonly Uint8Array[];
  /** Called when the peer's requests arrive. */
  readonly onRequests?: (requests: readonly Uint8Array[]) => number;
  /** Entries per run. */
  readonly stretch?: number;
}

/** One end of a session: the pure state, what the driver still has to do, and what is on the wire to the other end. */
export class Endpoint {
  readonly init: EndpointInit;
  readonly wire: Message[] = [];
  readonly tasks: Task[] = [];
  readonly log: Message[] = [];
  state: State;
  end: string | null = null;
  bytes = 0;
  readonly #listener = (log: LogRef): void => {
    this.#onChange(log);
  };

  constructor(init: EndpointInit) {
    this.init = init;
    this.state = createState({
      once: init.once,
      judgement: init.judge(init.model),
      holdings: init.model.holdings(),
    });
    init.model.listeners.add(this.#listener);
    this.feed({ kind: "start", requests: init.requests ?? [] });
  }

  stop(): void {
    this.init.model.listeners.delete(this.#listener);
  }

  #onChange(log: LogRef): void {
    if (log.space === CONTROL) this.feed({ kind: "judged", judgement: this.init.judge(this.init.model) });
    this.feed({ kind: "changed", logs: [{ log, holding: this.init.model.holding(log) }] });
  }

  feed(event: Event): void {
    const [next, effects] = step(this.state, event);
    this.state = next;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: Effect): void {
    if (effect.kind === "send") {
      const frame = encodeMessage(effect.message);
      const message = decodeMessage(frame);
      if (message === null) throw new Error("what is sent must decode");
      this.bytes += frame.length;
      this.log.push(message);
      this.wire.push(message);
    } else if (effect.kind === "end") {
      this.end = effect.reason;
      this.stop();
    } else this.tasks.push(effect);
  }

  /** Does the task at `index` of the driver: reads in any order, stores in theirs. */
  work(index: number): void {
    const chosen = this.tasks[index % this.tasks.length];
    if (chosen === undefined) return;
    const task =
      chosen.kind === "store" ? (this.tasks.find(({ kind }) => kind === "store") ?? chosen) : chosen;
    this.tasks.splice(this.tasks.indexOf(task), 1);
    this.#do(task);
  }

  #do(task: Task): void {
    const { model, stretch = 3, onRequests } = this.init;
    if (task.kind === "look") {
      this.feed({ kind: "missing", operations: model.missing() });
    } else if (task.kind === "cite") {
      this.feed({ kind: "cited", runs: task.operations.flatMap((one) => model.cited(one) ?? []) });
    } else if (task.kind === "present") {
      this.feed({ kind: "presented", accepted: onRequests?.(task.requests) ?? 0 });
    } else if (task.kind === "store") {
      const { outcome, count } = model.receive(task.log, task.from, task.bytes);
      this.feed({ kind: "stored", transfer: task.transfer, outcome, count });
    } else {
      const ids = model.idsOf(task.log);
      const to = Math.min(task.to, task.from + stretch - 1, ids.length - 1);
      const some = ids.slice(task.from, to + 1);
      const prev = ids[task.from - 1] ?? START;
      const run = { bytes: concat(prev, ...some), to, entries: some.length, prev };
      this.feed({ kind: "read", transfer: task.transfer, run: some.length === 0 ? null : run });
    }
  }
}

const isRun = (message: Message | undefined): message is Extract<Message, { kind: "run" }> =>
  message?.kind === "run";

/** Takes a message off the wire: the first, or a run that overtakes runs of other logs only. */
function takeOff(wire: Message[], choice: number): Message | undefined {
  const front = wire.findIndex((message) => !isRun(message));
  const runs = wire.slice(0, front < 0 ? wire.length : front).filter(isRun);
  const free = runs.filter(
    (run, at) => !runs.slice(0, at).some((before) => logKey(before.log) === logKey(run.log)),
  );
  const chosen = free[choice % Math.max(1, free.length)] ?? wire[0];
  if (chosen !== undefined) wire.splice(wire.indexOf(chosen), 1);
  return chosen;
}

/** A session between two endpoints, moved by a script of numbers. */
export class Link {
  readonly a: Endpoint;
  readonly b: Endpoint;

  constructor(a: EndpointInit, b: EndpointInit) {
    this.a = new Endpoint(a);
    this.b = new Endpoint(b);
  }

  /** Does one thing that can be done; false when there is nothing to do. */
  move(choice: number, repeat = false): boolean {
    const actions: (() => void)[] = [];
    for (const [from, to] of [
      [this.a, this.b],
      [this.b, this.a],
    ] as const) {
      if (from.tasks.length > 0) {
        actions.push(() => {
          from.work(choice >> 4);
        });
      }
      if (from.wire.length > 0) {
        actions.push(() => {
          const message = takeOff(from.wire, choice >> 4);
          if (message === undefined) return;
          to.feed({ kind: "received", message });
          if (repeat && (message.kind === "run" || message.kind === "ack"))
            to.feed({ kind: "received", message });
        });
      }
    }
    actions[choice % Math.max(1, actions.length)]?.();
    return actions.length > 0;
  }

  /** Until nothing is left to do. Throws when that takes suspiciously long. */
  settle(): void {
    for (let count = 0; this.move(count * 7); count++)
      if (count > 100_000) throw new Error("does not come to rest");
  }

  /** The cable is pulled: what is on the wire or not yet on a disk is lost. */
  cut(): void {
    this.a.stop();
    this.b.stop();
  }
}

/** Everything shared with everybody. */
export const friends: Judge = () => ({ stranger: false, shares: () => true });
/** Nothing but control. */
export const strangers: Judge = () => ({ stranger: true, shares: () => true });

/** A small integer as bytes, for requests. */
export const request = (value: number): Uint8Array => uint32(value);
