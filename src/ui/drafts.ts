/**
 * What was being typed, kept in the page's memory per vault, so that a lock (by hand or by itself)
 * never eats it. Nothing is written to storage; another vault's drafts are never shown.
 */
import { createStore, type SetStoreFunction, unwrap } from "solid-js/store";
import { useApp } from "./app-context.ts";

const drafts = new Map<string, object>();

export interface Draft<T extends object> {
  readonly values: T;
  readonly set: SetStoreFunction<T>;
  /** True when what was typed before the lock came back. */
  readonly restored: boolean;
  /** Forgets what was typed and starts from the first values, with these changed. */
  readonly reset: (change?: Partial<T>) => void;
}

/** The draft of this name in the open vault; `first` makes the values of an empty form. */
export function createDraft<T extends object>(name: string, first: () => T): Draft<T> {
  const state = useApp().state();
  const key = `${state?.kind === "open" ? state.vault : ""}/${name}`;
  const kept = drafts.get(key) as T | undefined;
  const start = kept ?? first();
  drafts.set(key, start);
  const [values, set] = createStore<T>(start);
  const empty = JSON.stringify(first());
  return {
    values,
    set,
    restored: kept !== undefined && JSON.stringify(unwrap(kept)) !== empty,
    reset: (change) => {
      set({ ...first(), ...change });
    },
  };
}

let carried = "";

/** Hands a name that was searched for to the form that comes next; in memory, not in an address. */
export const carryName = (name: string): void => {
  carried = name;
};

/** The name that was handed over, once. */
export const takeCarriedName = (): string => {
  const name = carried;
  carried = "";
  return name;
};
