/** A store whose writes take a while, as on a disk: what happens meanwhile is what tests want to see. */
import type { Store } from "#sync";

export function slowStore(store: Store, writeMs: number): Store {
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, writeMs));
  return {
    ...store,
    holdings: () => store.holdings(),
    append: async (runs, puts) => {
      await pause();
      await store.append(runs, puts);
    },
    read: (log, from, to) => store.read(log, from, to),
    seals: (log, from, to) => store.seals(log, from, to),
    get: (key) => store.get(key),
    put: async (values) => {
      await pause();
      await store.put(values);
    },
    list: (prefix) => store.list(prefix),
    close: () => store.close(),
  };
}
