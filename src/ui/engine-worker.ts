/**
 * Starts the engine in its worker; comlink carries calls and answers. The worker posts the string
 * `ready` when it can take messages: what is sent before is lost in some browsers.
 */
import { proxy, wrap } from "comlink";
import type { Engine } from "#engine";
import { createClient, type EngineClient } from "./engine-client.ts";

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
  return createClient(engine, {
    carry: (listener) => proxy(listener),
    end: () => {
      worker.terminate();
    },
  });
}
