/**
 * A view that stays true: asks the engine, and asks again when an event concerns it. The last
 * answer stays on screen while the next is on its way, so nothing flickers; answers that arrive
 * out of order are dropped.
 */
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { EngineEvent } from "#engine";
import { useApp } from "./app-context.ts";

/** Events come in bursts while things arrive; one question answers a burst. */
const SETTLE_MS = 80;

export interface Live<T> {
  /** The last answer; undefined before the first. */
  readonly value: Accessor<T | undefined>;
  /** What the last question failed with; undefined when it did not. */
  readonly error: Accessor<unknown>;
  /** A question is on its way. */
  readonly asking: Accessor<boolean>;
  readonly again: () => void;
}

export interface LiveOptions<K, T> {
  /** Asks anew whenever this changes. Null asks nothing and forgets the answer. */
  readonly key: Accessor<K | null>;
  readonly ask: (key: K) => Promise<T>;
  readonly concerns: (event: EngineEvent, key: K) => boolean;
}

/** Makes a live view that ends with its owner. */
export function createLive<K, T>(options: LiveOptions<K, T>): Live<T> {
  const app = useApp();
  const [value, setValue] = createSignal<T>();
  const [error, setError] = createSignal<unknown>();
  const [asking, setAsking] = createSignal(false);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (): Promise<void> => {
    const key = options.key();
    const mine = ++turn;
    if (key === null) {
      setValue(undefined);
      return;
    }
    setAsking(true);
    try {
      const answer = await options.ask(key);
      if (mine !== turn) return;
      setValue(() => answer);
      setError(undefined);
    } catch (caught) {
      if (mine === turn) setError(caught);
    } finally {
      if (mine === turn) setAsking(false);
    }
  };

  createEffect(on(options.key, () => void ask()));
  const quiet = app.listen((event) => {
    const key = options.key();
    if (key === null || !options.concerns(event, key)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), SETTLE_MS);
  });
  onCleanup(() => {
    turn += 1;
    clearTimeout(timer);
    quiet();
  });
  return { value, error, asking, again: () => void ask() };
}
