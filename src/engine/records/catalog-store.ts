/**
 * The catalog and the reading positions at rest: each value sealed under a subkey of the vault, in
 * the profile's key-value store. It is a cache: the sealed logs are the truth, and whatever here is
 * missing or damaged is read again from them.
 */
import { fromUtf8, unwrap, utf8, wrap, type RandomBytes } from "#crypto";
import type { KeyValue, Store } from "#sync";
import type { VaultId } from "../api.ts";
import type { CatalogRecord } from "./catalog.ts";

/** How far one log was read. */
export interface LogCursor {
  /** The first position not read yet. */
  readonly next: number;
  /** Positions before it that no key opened; tried again when keys come. */
  readonly unopened: readonly number[];
}

/** Value by log key. */
export type Cursors = ReadonlyMap<string, LogCursor>;

export interface CatalogStore {
  /** What was kept; `null` where it cannot be used, and everything is to be read again. */
  load(): Promise<{ readonly records: readonly CatalogRecord[]; readonly cursors: Cursors } | null>;
  /** Puts to write together, so that positions never run ahead of records. */
  puts(records: readonly CatalogRecord[], cursors: Cursors): readonly KeyValue[];
}

const DOMAIN = "vereda/catalog/1";
/** Raised when the shape of a kept record changes: older ones are read again from the logs. */
const VERSION = 1;

export interface CatalogStoreOptions {
  readonly store: Store;
  readonly vault: VaultId;
  /** Subkey of the vault for views. */
  readonly key: Uint8Array;
  readonly random: RandomBytes;
}

export function createCatalogStore({ store, vault, key, random }: CatalogStoreOptions): CatalogStore {
  const prefix = `view/${vault}/`;
  const cursorsKey = `cursor/${vault}`;

  const seal = (name: string, value: unknown): KeyValue => ({
    key: name,
    value: wrap({ key, domain: DOMAIN, context: utf8(name), plaintext: utf8(JSON.stringify(value)), random }),
  });
  const open = (name: string, wrapped: Uint8Array): unknown => {
    const bytes = unwrap({ key, domain: DOMAIN, context: utf8(name), wrapped });
    const text = bytes === null ? null : fromUtf8(bytes);
    return text === null ? null : (JSON.parse(text) as unknown);
  };

  return {
    async load() {
      const kept = await store.get(cursorsKey);
      const cursors = kept === null ? null : (open(cursorsKey, kept) as { version: number; logs: [string, LogCursor][] } | null);
      if (cursors?.version !== VERSION) return null;
      const records: CatalogRecord[] = [];
      for (const { key: name, value } of await store.list(prefix)) {
        const record = open(name, value) as CatalogRecord | null;
        if (record === null) return null;
        records.push(record);
      }
      return { records, cursors: new Map(cursors.logs) };
    },
    puts(records, cursors) {
      return [
        ...records.map((record) => seal(`${prefix}${record.id}`, record)),
        seal(cursorsKey, { version: VERSION, logs: [...cursors] }),
      ];
    },
  };
}
