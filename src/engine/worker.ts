/**
 * The engine inside the page's worker: IndexedDB, WebSockets, and comlink to the page. Says `ready`
 * once it listens: what is sent to a module worker before that is lost.
 */
import { createSignatures, systemRandom } from "#crypto";
import { createBrowserTransport, openIndexedDbStore, systemClock } from "#sync/browser";
import { expose, proxy, transferHandlers } from "comlink";
import { EngineError, type Engine, type Fault } from "./api/index.ts";
import { openEngine } from "./engine.ts";
import { storeFault } from "./store-fault.ts";
import { StoreError } from "#sync";

const PROFILE = "vereda";

interface Thrown {
  readonly value: unknown;
}

/** comlink carries message and stack only; the page needs the fault, and nothing that names files. */
function carryFaults(): void {
  const handler = transferHandlers.get("throw");
  if (handler === undefined) throw new TypeError("comlink has a handler for what is thrown");
  transferHandlers.set("throw", {
    ...handler,
    serialize: (thrown: Thrown) => {
      const { value } = thrown;
      if (!(value instanceof EngineError)) return handler.serialize(thrown);
      const { message, name, fault } = value;
      return [{ isError: true, value: { message, name, fault } }, []];
    },
  });
}

/** The profile of this browser; null and the reason when its store cannot be opened. */
async function startEngine(): Promise<Engine> {
  const [signatures, transport, store] = await Promise.all([
    createSignatures(),
    createBrowserTransport(),
    openIndexedDbStore(PROFILE),
  ]);
  return openEngine({ store, transport, signatures, random: systemRandom, clock: systemClock });
}

/** An engine that refuses everything: another tab has the profile, or the disk is full. */
function refusingEngine(cause: unknown): Engine {
  const fault: Fault = cause instanceof StoreError ? storeFault(cause) : { code: "storage-failed" };
  const refuse = (): Promise<never> => Promise.reject(new EngineError(fault, { cause }));
  // not a `then`: it is handed on by promises
  return new Proxy({} as Engine, { get: (_, name) => (name === "then" ? undefined : refuse) });
}

/** What ends a subscription is a function: it stays here, and the page gets a stand-in for it. */
function carrySubscriptions(engine: Engine): Engine {
  const subscribe = engine.subscribe.bind(engine);
  engine.subscribe = async (listener) => proxy(await subscribe(listener));
  return engine;
}

carryFaults();
expose(await startEngine().then(carrySubscriptions, refusingEngine));
postMessage("ready");
