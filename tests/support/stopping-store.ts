/** A store of a device that stops in the middle: from `stop` on it takes no more operations, and the rest as before. */
import { CONTROL, type Store } from "#sync";
import { StoreFull } from "../../sync/store/store.ts";
import { slowStore } from "./slow-store.ts";

export interface StoppingStore extends Store {
  stop(): void;
}

export function stoppingStore(store: Store): StoppingStore {
  let isStopped = false;
  return {
    ...slowStore(store, 0),
    append: async (runs, puts) => {
      if (isStopped && runs.some(({ log }) => log.space === CONTROL)) throw new StoreFull();
      await store.append(runs, puts);
    },
    // another engine goes on with it
    close: () => Promise.resolve(),
    stop() {
      isStopped = true;
    },
  };
}
