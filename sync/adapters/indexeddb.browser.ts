/**
 * The store on IndexedDB, for browsers (docs/protocol.md, "Store"). Every append is one transaction of
 * strict durability. A Web Lock keeps a second tab out where the browser has locks; without them
 * IndexedDB itself still keeps each append whole, and a log's key keeps two tabs from writing one
 * position twice.
 */
import { openDB } from "idb";
import type { Entry, EntryName } from "../log/entry.ts";
import { type LogRef, logKey, parseLogKey } from "../log/log-ref.ts";
import type { Run } from "../log/run.ts";
import { type Seal } from "../log/seal.ts";
import {
  decodeHolding,
  decodeStoredSeal,
  holdingOf,
  type LogChange,
  planAppend,
  planCut,
  stubFor,
} from "../store/append-plan.ts";
import { decodeStoredEntry, unguard } from "../store/checksum.ts";
import {
  type Holding,
  type KeyValue,
  type Store,
  StoreConflict,
  StoreDamaged,
  type StoredValue,
  StoreError,
  StoreFailed,
  StoreFull,
  StoreLocked,
} from "../store/store.ts";
import { createTurns } from "../store/turns.ts";
import {
  abort,
  beginWriting,
  type Database,
  FORMAT,
  guardKey,
  positionsOf,
  queueChange,
  queueCut,
  queueStubs,
  queueValues,
  type Schema,
  STORES,
  type Writing,
} from "./indexeddb-changes.ts";

/** The part of the Web Locks API that is needed. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable: true },
    callback: (lock: object | null) => Promise<void>,
  ): Promise<unknown>;
}

/** What a test may put in place of the browser. `locks: null` means a browser without them. */
export interface IndexedDbOptions {
  readonly locks?: Locks | null;
}

const browserLocks = (): Locks | null =>
  // Missing outside secure contexts, although the types say otherwise.
  (globalThis as { navigator?: { locks?: Locks } }).navigator?.locks ?? null;

/** Holds the lock until the returned function is called; throws StoreLocked when it is taken. */
function takeLock(locks: Locks, name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const hold = (lock: object | null): Promise<void> =>
      new Promise((release) => {
        if (lock !== null) {
          resolve(release);
          return;
        }
        reject(new StoreLocked());
        release();
      });
    locks.request(name, { ifAvailable: true }, hold).catch(reject);
  });
}

function translate(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return new StoreFull({ cause: error });
  return new StoreFailed("the browser's storage refused", { cause: error });
}

class IndexedDbStore implements Store {
  readonly #database: Database;
  readonly #unlock: () => void;
  readonly #turns = createTurns();
  readonly #holdings = new Map<string, Holding>();
  #closed = false;

  constructor(database: Database, unlock: () => void) {
    this.#database = database;
    this.#unlock = unlock;
  }

  async loadHoldings(): Promise<void> {
    const transaction = this.#database.transaction("holdings");
    const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
    for (const [at, key] of keys.entries()) {
      const log = parseLogKey(key);
      if (log === null) throw new StoreDamaged({ key });
      const value = unguard(guardKey("holdings", key), values[at] ?? new Uint8Array(0));
      const holding = value === null ? null : decodeHolding(log, value);
      this.#holdings.set(key, holding ?? (await this.#rebuildHolding(log)));
    }
  }

  async #rebuildHolding(log: LogRef): Promise<Holding> {
    const holding = await holdingOf(log, this.#entriesOf(log));
    if (holding === null) throw new StoreDamaged({ log, seq: null });
    return holding;
  }

  // A cursor waits for nobody: what is yielded is dealt with before its transaction closes.
  async *#entriesOf(log: LogRef): AsyncGenerator<Entry | null> {
    const { store } = this.#database.transaction("entries");
    const range = positionsOf(log, 0, Number.MAX_SAFE_INTEGER);
    for await (const cursor of store.iterate(range)) yield decodeStoredEntry(cursor.value);
  }

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreFailed("the store is closed");
    try {
      return await work();
    } catch (error) {
      throw translate(error);
    }
  }

  holdings(): Promise<readonly Holding[]> {
    return this.#ask(() => Promise.resolve([...this.#holdings.values()]));
  }

  append(runs: readonly Run[], puts: readonly KeyValue[] = []): Promise<void> {
    return this.#turns(["write"], () =>
      this.#ask(async () => {
        const plan = planAppend(this.#holdings, runs);
        await this.#write(plan, puts);
        for (const { holding } of plan) this.#holdings.set(logKey(holding.log), holding);
      }),
    );
  }

  cut(log: LogRef, tip: Seal | null, puts: readonly KeyValue[]): Promise<void> {
    return this.#turns(["write"], async () => {
      const held = this.#holdings.get(logKey(log));
      if (held === undefined) throw new StoreConflict(log);
      const [entry] = tip === null ? [] : await this.read(log, tip.seq, tip.seq);
      const plan = planCut(held, tip, entry);
      await this.#ask(() =>
        this.#transact((transaction, requests) => {
          if (plan !== null) queueCut(transaction, plan, requests);
          queueValues(transaction, puts, requests);
        }),
      );
      if (plan?.holding === null) this.#holdings.delete(logKey(log));
      else if (plan !== null) this.#holdings.set(logKey(log), plan.holding);
    });
  }

  /** What the browser keeps of a body in its own files, and for how long, is up to the browser. */
  erase(names: readonly EntryName[], puts: readonly KeyValue[]): Promise<void> {
    return this.#turns(["write"], () =>
      this.#ask(async () => {
        const held = await Promise.all(
          names.map(({ log, seq }) => this.#database.get("entries", [logKey(log), seq])),
        );
        const stubs = names.flatMap((name, at) => {
          const stored = held[at];
          return stubFor(name, stored === undefined ? null : decodeStoredEntry(stored)) ?? [];
        });
        await this.#transact((transaction, requests) => {
          queueStubs(transaction, stubs, requests);
          queueValues(transaction, puts, requests);
        });
      }),
    );
  }

  #write(plan: readonly LogChange[], puts: readonly KeyValue[]): Promise<void> {
    return this.#transact((transaction, requests) => {
      for (const change of plan) queueChange(transaction, change, requests);
      queueValues(transaction, puts, requests);
    });
  }

  async #transact(queue: (transaction: Writing, requests: Promise<unknown>[]) => void): Promise<void> {
    const transaction = beginWriting(this.#database);
    const requests: Promise<unknown>[] = [transaction.done];
    try {
      queue(transaction, requests);
      await Promise.all(requests);
    } catch (error) {
      await abort(transaction, requests);
      throw error;
    }
  }

  put(values: readonly KeyValue[]): Promise<void> {
    return this.append([], values);
  }

  /** What the browser keeps of a deleted value in its own files, and for how long, is up to the browser. */
  forget(keys: readonly string[]): Promise<void> {
    return this.put(keys.map((key) => ({ key, value: null })));
  }

  async read(log: LogRef, from: number, to: number): Promise<readonly Entry[]> {
    const holding = this.#holdings.get(logKey(log));
    const first = Math.max(from, holding?.low ?? 0);
    const last = Math.min(to, holding?.high ?? -1);
    if (first > last) return this.#ask(() => Promise.resolve([]));
    const values = await this.#ask(() => this.#database.getAll("entries", positionsOf(log, first, last)));
    return Array.from({ length: last - first + 1 }, (_, at) => {
      const stored = values[at];
      const entry = stored === undefined ? null : decodeStoredEntry(stored);
      const seq = first + at;
      if (entry?.header.seq !== seq || logKey(entry.header) !== logKey(log)) {
        throw new StoreDamaged({ log, seq });
      }
      return entry;
    });
  }

  async seals(log: LogRef, from: number, to: number): Promise<readonly Seal[]> {
    if (from > to) return this.#ask(() => Promise.resolve([]));
    const range = positionsOf(log, from, to);
    return this.#ask(async () => {
      const { store } = this.#database.transaction("seals");
      const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
      return keys.map(([name, seq], at) => {
        const value = unguard(guardKey("seals", name, seq), values[at] ?? new Uint8Array(0));
        const seal = value === null ? null : decodeStoredSeal(seq, value);
        if (seal === null) throw new StoreDamaged({ log, seq });
        return seal;
      });
    });
  }

  async get(key: string): Promise<Uint8Array | null> {
    const stored = await this.#ask(() => this.#database.get("values", key));
    return stored === undefined ? null : unguardValue(key, stored);
  }

  async list(prefix: string): Promise<readonly StoredValue[]> {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, values] = await this.#ask(() => {
      const { store } = this.#database.transaction("values");
      return Promise.all([store.getAllKeys(range), store.getAll(range)]);
    });
    return keys.map((key, at) => ({ key, value: unguardValue(key, values[at] ?? new Uint8Array(0)) }));
  }

  close(): Promise<void> {
    return this.#turns(["write"], async () => {
      await Promise.resolve();
      if (!this.#closed) {
        this.#closed = true;
        this.#database.close();
        this.#unlock();
      }
    });
  }
}

function unguardValue(key: string, stored: Uint8Array): Uint8Array {
  const value = unguard(guardKey("values", key), stored);
  if (value === null) throw new StoreDamaged({ key });
  return value;
}

/**
 * Opens the store of this name. Throws {@link StoreLocked} while another tab has it open,
 * {@link StoreDamaged} when not even its list of logs can be rebuilt.
 */
export async function openIndexedDbStore(name: string, options: IndexedDbOptions = {}): Promise<Store> {
  const locks = options.locks === undefined ? browserLocks() : options.locks;
  const unlock = locks === null ? () => undefined : await takeLock(locks, `vereda/${name}`);
  try {
    const database = await openDB<Schema>(name, FORMAT, {
      upgrade: (upgrading) => {
        for (const store of STORES) upgrading.createObjectStore(store);
      },
    });
    const store = new IndexedDbStore(database, unlock);
    await store.loadHoldings();
    return store;
  } catch (error) {
    unlock();
    throw translate(error);
  }
}
