/**
 * Runs targets in a thread of their own and watches it from this one: a decoder that does not come back
 * cannot tell so itself. The thread is ended, the input is taken from the memory that both see, and a new
 * thread goes on with the next target.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { MAX_INPUT_BYTES } from "./mutate.ts";
import { type Failure, type Limits, type Outcome, toHex } from "./run-target.ts";

export interface Task {
  readonly target: string;
  readonly runs: number;
}

/** What the thread is given. */
export interface Orders {
  readonly tasks: readonly Task[];
  readonly seed: string;
  readonly limits: Limits;
  readonly shared: SharedArrayBuffer;
}

/** What the thread says. */
export type Told =
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | { readonly kind: "failure"; readonly failure: Failure };

export interface Report {
  readonly outcomes: readonly Outcome[];
  readonly failures: readonly Failure[];
}

export interface Supervision {
  /** The program whose thread side takes {@link Orders}. */
  readonly program: URL;
  readonly tasks: readonly Task[];
  readonly seed: string;
  readonly limits: Limits;
  readonly hangMs: number;
  readonly onOutcome: (outcome: Outcome) => void;
}

const POLL_MS = 100;
const HEAP_MB = 512;
/** The count of inputs, the index of the task, the length of the input; then its bytes. */
const FRONT = 3;
const FRONT_BYTES = FRONT * 4;

/** The memory that both threads see. */
export class Shared {
  readonly #front: Int32Array;
  readonly #bytes: Uint8Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(FRONT_BYTES + MAX_INPUT_BYTES + 4096)) {
    this.#front = new Int32Array(buffer, 0, FRONT);
    this.#bytes = new Uint8Array(buffer, FRONT_BYTES);
  }

  get buffer(): SharedArrayBuffer {
    return this.#front.buffer as SharedArrayBuffer;
  }

  about(task: number, input: Uint8Array): void {
    const known = input.subarray(0, this.#bytes.length);
    this.#bytes.set(known);
    Atomics.store(this.#front, 2, known.length);
    Atomics.store(this.#front, 1, task);
    Atomics.add(this.#front, 0, 1);
  }

  get count(): number {
    return Atomics.load(this.#front, 0);
  }

  get task(): number {
    return Atomics.load(this.#front, 1);
  }

  get input(): Uint8Array {
    return this.#bytes.slice(0, Atomics.load(this.#front, 2));
  }
}

type Ending = { readonly kind: "whole" } | { readonly kind: "hung" | "died"; readonly detail: string };

/** Until the thread ends, or has been at one input for too long. */
async function watch(worker: Worker, shared: Shared, hangMs: number): Promise<Ending> {
  const endings: Ending[] = [];
  worker.on("error", (error) => endings.push({ kind: "died", detail: String(error) }));
  worker.on("exit", (code) =>
    endings.push(code === 0 ? { kind: "whole" } : { kind: "died", detail: `exit ${code}` }),
  );
  let seen = { count: -1, at: performance.now() };
  for (;;) {
    await sleep(POLL_MS);
    // what went wrong is told before the exit
    const [ending] = endings;
    if (ending !== undefined) return ending;
    if (shared.count !== seen.count) seen = { count: shared.count, at: performance.now() };
    // nothing is timed before the first input: the thread is still loading
    else if (seen.count > 0 && performance.now() - seen.at > hangMs) {
      await worker.terminate();
      return { kind: "hung", detail: `no answer within ${hangMs} ms` };
    }
  }
}

/** Runs every task, with as many threads in a row as it takes. */
export async function supervise(wish: Supervision): Promise<Report> {
  const outcomes: Outcome[] = [];
  const failures: Failure[] = [];
  let tasks = wish.tasks;
  while (tasks.length > 0) {
    const shared = new Shared();
    const orders: Orders = { tasks, seed: wish.seed, limits: wish.limits, shared: shared.buffer };
    const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB };
    const worker = new Worker(wish.program, { workerData: orders, resourceLimits });
    worker.on("message", (told: Told) => {
      if (told.kind === "failure") failures.push(told.failure);
      else {
        outcomes.push(told.outcome);
        wish.onOutcome(told.outcome);
      }
    });
    const ending = await watch(worker, shared, wish.hangMs);
    if (ending.kind === "whole") break;
    const at = shared.task;
    const target = tasks[at]?.target ?? "";
    failures.push({ target, kind: ending.kind, detail: ending.detail, input: toHex(shared.input) });
    tasks = tasks.slice(at + 1);
  }
  return { outcomes, failures };
}
