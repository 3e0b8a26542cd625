/**
 * A store that forgets with its process: for tests and simulations. It keeps the whole contract, also
 * the lock. What it is given and what it returns are its own copies of values; entries are shared,
 * because nobody changes an entry.
 */
import type { Entry, EntryName } from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import type { Run } from "../log/run.ts";
import type { Seal } from "../log/seal.ts";
import { type LogChange, type LogCut, planAppend, planCut, stubFor } from "./append-plan.ts";
import {
  type Holding,
  type KeyValue,
  type Store,
  StoreConflict,
  type StoredValue,
  StoreFailed,
  StoreLocked,
} from "./store.ts";

interface MemoryLog {
  readonly entries: Entry[];
  readonly seals: Map<number, Seal>;
}

/** What a memory store keeps when it is closed, as a disk would; a later store may open it. */
export interface MemoryDisk {
  readonly holdings: Map<string, Holding>;
  readonly logs: Map<string, MemoryLog>;
  readonly values: Map<string, Uint8Array>;
  locked: boolean;
}

/** An empty disk. */
export const createMemoryDisk = (): MemoryDisk => ({
  holdings: new Map(),
  logs: new Map(),
  values: new Map(),
  locked: false,
});

function applyChange(disk: MemoryDisk, change: LogChange): void {
  const key = logKey(change.holding.log);
  const log = disk.logs.get(key) ?? { entries: [], seals: new Map<number, Seal>() };
  for (const entry of change.entries) log.entries.push(entry);
  for (const seal of change.seals) log.seals.set(seal.seq, seal);
  if (change.staleSeal !== null) log.seals.delete(change.staleSeal);
  disk.logs.set(key, log);
  disk.holdings.set(key, change.holding);
}

function applyCut(disk: MemoryDisk, kept: MemoryLog, { log, holding, tip, from }: LogCut): void {
  if (holding === null || tip === null) {
    disk.holdings.delete(logKey(log));
    disk.logs.delete(logKey(log));
    return;
  }
  kept.entries.length = from;
  for (const seq of kept.seals.keys()) if (seq >= from) kept.seals.delete(seq);
  kept.seals.set(tip.seq, tip);
  disk.holdings.set(logKey(log), holding);
}

class MemoryStore implements Store {
  readonly #disk: MemoryDisk;
  #closed = false;

  constructor(disk: MemoryDisk) {
    if (disk.locked) throw new StoreLocked();
    disk.locked = true;
    this.#disk = disk;
  }

  // Every method answers by a promise, faults too, as a store with a disk does.
  async #answer<T>(work: (disk: MemoryDisk) => T): Promise<T> {
    await Promise.resolve();
    if (this.#closed) throw new StoreFailed("the store is closed");
    return work(this.#disk);
  }

  holdings(): Promise<readonly Holding[]> {
    return this.#answer(({ holdings }) => [...holdings.values()]);
  }

  append(runs: readonly Run[], puts: readonly KeyValue[] = []): Promise<void> {
    return this.#answer((disk) => {
      const changes = planAppend(disk.holdings, runs);
      for (const change of changes) applyChange(disk, change);
      this.#putAll(puts);
    });
  }

  cut(log: LogRef, tip: Seal | null, puts: readonly KeyValue[]): Promise<void> {
    return this.#answer((disk) => {
      const held = disk.holdings.get(logKey(log));
      const kept = disk.logs.get(logKey(log));
      if (held === undefined || kept === undefined) throw new StoreConflict(log);
      const plan = planCut(held, tip, tip === null ? undefined : kept.entries[tip.seq]);
      if (plan !== null) applyCut(disk, kept, plan);
      this.#putAll(puts);
    });
  }

  erase(names: readonly EntryName[], puts: readonly KeyValue[]): Promise<void> {
    return this.#answer(({ logs }) => {
      for (const name of names) {
        const entries = logs.get(logKey(name.log))?.entries;
        const stub = stubFor(name, entries?.[name.seq]);
        if (entries !== undefined && stub !== null) entries[name.seq] = stub;
      }
      this.#putAll(puts);
    });
  }

  read(log: LogRef, from: number, to: number): Promise<readonly Entry[]> {
    return this.#answer(
      ({ logs }) => logs.get(logKey(log))?.entries.slice(Math.max(from, 0), Math.max(to + 1, 0)) ?? [],
    );
  }

  seals(log: LogRef, from: number, to: number): Promise<readonly Seal[]> {
    return this.#answer(({ logs }) => {
      const seals = [...(logs.get(logKey(log))?.seals.values() ?? [])];
      return seals.filter(({ seq }) => seq >= from && seq <= to).sort((a, b) => a.seq - b.seq);
    });
  }

  get(key: string): Promise<Uint8Array | null> {
    return this.#answer(({ values }) => values.get(key)?.slice() ?? null);
  }

  put(values: readonly KeyValue[]): Promise<void> {
    return this.#answer(() => {
      this.#putAll(values);
    });
  }

  forget(keys: readonly string[]): Promise<void> {
    return this.put(keys.map((key) => ({ key, value: null })));
  }

  #putAll(puts: readonly KeyValue[]): void {
    const { values } = this.#disk;
    for (const { key, value } of puts) {
      if (value === null) values.delete(key);
      else values.set(key, value.slice());
    }
  }

  list(prefix: string): Promise<readonly StoredValue[]> {
    return this.#answer(({ values }) =>
      [...values]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => ({ key, value: value.slice() })),
    );
  }

  async close(): Promise<void> {
    await Promise.resolve();
    if (!this.#closed) this.#disk.locked = false;
    this.#closed = true;
  }
}

/** Opens a store in memory. Throws {@link StoreLocked} when another store has the same disk open. */
export const memoryStore = (disk: MemoryDisk = createMemoryDisk()): Store => new MemoryStore(disk);
