/**
 * The page's end of the engine, wherever that runs: its commands, its events for any number of
 * listeners, and the fault that a refused command carries across.
 */
import type { Engine, EngineEvent, Fault } from "#engine";

/** The engine, and its events for any number of listeners. */
export interface EngineClient {
  readonly engine: Engine;
  /** Calls the listener for each event; returns what ends that. */
  listen(listener: (event: EngineEvent) => void): () => void;
  /** Ends the engine at once, and with it every key in its memory; nothing answers after that. */
  end(): void;
}

/** What depends on where the engine runs. */
export interface ClientEnds {
  /** Makes a listener that the engine can call. */
  readonly carry: (listener: (event: EngineEvent) => void) => (event: EngineEvent) => void;
  readonly end: () => void;
}

/** Joins one subscription of the engine to many listeners. */
export async function createClient(engine: Engine, { carry, end }: ClientEnds): Promise<EngineClient> {
  const listeners = new Set<(event: EngineEvent) => void>();
  const forward = (event: EngineEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  await engine.subscribe(carry(forward));
  return {
    engine,
    end,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The fault that a refused command carries; null for any other error. */
export function faultOf(error: unknown): Fault | null {
  if (typeof error !== "object" || error === null || !("fault" in error)) return null;
  const fault = error.fault;
  return typeof fault === "object" && fault !== null && "code" in fault ? (fault as Fault) : null;
}
