/**
 * The page's end of the engine. The engine lives in a worker; comlink carries calls and answers.
 * The worker posts the string `ready` when it can take messages: what is sent before is lost
 * in some browsers. A refused command arrives as an error that carries its `fault`.
 */
import { proxy, wrap } from "comlink";
import type { Engine, EngineEvent, Fault } from "#engine";

/** The engine, and its events for any number of listeners. */
export interface EngineClient {
  readonly engine: Engine;
  /** Calls the listener for each event; returns what ends that. */
  listen(listener: (event: EngineEvent) => void): () => void;
}

/** Joins one subscription of the engine to many listeners. */
export async function createClient(
  engine: Engine,
  carry: (listener: (event: EngineEvent) => void) => (event: EngineEvent) => void,
): Promise<EngineClient> {
  const listeners = new Set<(event: EngineEvent) => void>();
  const forward = (event: EngineEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  await engine.subscribe(carry(forward));
  return {
    engine,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function whenReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (event: MessageEvent): void => {
      if (event.data !== "ready") return;
      worker.removeEventListener("message", hear);
      resolve();
    };
    worker.addEventListener("message", hear);
    worker.addEventListener("error", (event) => {
      reject(new Error("the engine's worker did not start", { cause: event.message }));
    });
  });
}

/** Starts the engine in its worker; rejects when the worker cannot start. */
export async function startEngine(): Promise<EngineClient> {
  const worker = new Worker(new URL("../engine/worker.ts", import.meta.url), { type: "module" });
  await whenReady(worker);
  // every method of the engine is asynchronous already: its remote has the same shape
  const engine = wrap<Engine>(worker) as unknown as Engine;
  return createClient(engine, (listener) => proxy(listener));
}

/** The fault that a refused command carries; null for any other error. */
export function faultOf(error: unknown): Fault | null {
  if (typeof error !== "object" || error === null || !("fault" in error)) return null;
  const fault = error.fault;
  return typeof fault === "object" && fault !== null && "code" in fault ? (fault as Fault) : null;
}
