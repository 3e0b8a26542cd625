/** The stores of the database, and what appends and cuts change of them in one transaction. */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from "idb";
import type { Entry } from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import { encodeHolding, encodeStoredSeal, type LogChange, type LogCut } from "../store/append-plan.ts";
import { encodeStoredEntry, guard } from "../store/checksum.ts";
import type { KeyValue } from "../store/store.ts";

type LogPosition = [log: string, seq: number];

export interface Schema extends DBSchema {
  entries: { key: LogPosition; value: Uint8Array };
  seals: { key: LogPosition; value: Uint8Array };
  holdings: { key: string; value: Uint8Array };
  values: { key: string; value: Uint8Array };
}

export type Database = IDBPDatabase<Schema>;
export const STORES = ["entries", "seals", "holdings", "values"] as const;
export const FORMAT = 1;

export const guardKey = (store: string, ...key: readonly (string | number)[]): string =>
  [store, ...key].join("/");
export const positionsOf = (log: LogRef, from: number, to: number): IDBKeyRange =>
  IDBKeyRange.bound([logKey(log), from], [logKey(log), to]);

export type Writing = IDBPTransaction<Schema, typeof STORES, "readwrite">;
export const beginWriting = (database: Database): Writing =>
  database.transaction(STORES, "readwrite", { durability: "strict" });

/** Adds its requests to `requests` one by one: those made before one that throws must be settled too. */
export function queueChange(transaction: Writing, change: LogChange, requests: Promise<unknown>[]): void {
  const { holding, entries, seals, staleSeal } = change;
  const name = logKey(holding.log);
  const sealStore = transaction.objectStore("seals");
  const entryStore = transaction.objectStore("entries");
  for (const entry of entries) {
    // `add` and not `put`: a position that another tab wrote must never be written over.
    requests.push(entryStore.add(encodeStoredEntry(entry), [name, entry.header.seq]));
  }
  for (const seal of seals) {
    const value = guard(guardKey("seals", name, seal.seq), encodeStoredSeal(seal));
    requests.push(sealStore.put(value, [name, seal.seq]));
  }
  if (staleSeal !== null) requests.push(sealStore.delete([name, staleSeal]));
  const held = guard(guardKey("holdings", name), encodeHolding(holding));
  requests.push(transaction.objectStore("holdings").put(held, name));
}

export function queueValues(
  transaction: Writing,
  puts: readonly KeyValue[],
  requests: Promise<unknown>[],
): void {
  const values = transaction.objectStore("values");
  for (const { key, value } of puts) {
    requests.push(
      value === null ? values.delete(key) : values.put(guard(guardKey("values", key), value), key),
    );
  }
}

export function queueCut(transaction: Writing, cut: LogCut, requests: Promise<unknown>[]): void {
  const { log, holding, tip, from, to } = cut;
  const name = logKey(log);
  const gone = positionsOf(log, from, to);
  const seals = transaction.objectStore("seals");
  const holdings = transaction.objectStore("holdings");
  requests.push(transaction.objectStore("entries").delete(gone), seals.delete(gone));
  if (holding === null || tip === null) {
    requests.push(holdings.delete(name));
    return;
  }
  const seal = guard(guardKey("seals", name, tip.seq), encodeStoredSeal(tip));
  const held = guard(guardKey("holdings", name), encodeHolding(holding));
  requests.push(seals.put(seal, [name, tip.seq]), holdings.put(held, name));
}

export function queueStubs(
  transaction: Writing,
  stubs: readonly Entry[],
  requests: Promise<unknown>[],
): void {
  const entries = transaction.objectStore("entries");
  for (const stub of stubs)
    requests.push(entries.put(encodeStoredEntry(stub), [logKey(stub.header), stub.header.seq]));
}

export async function abort(transaction: Writing, requests: readonly Promise<unknown>[]): Promise<void> {
  try {
    transaction.abort();
  } catch {
    // It is over already: a request that failed aborts its transaction.
  }
  await Promise.allSettled(requests);
}
