/**
 * The catalog and the reading positions at rest: each value sealed under a subkey of the vault, in
 * the profile's key-value store. It is a cache: the sealed logs are the truth, and whatever here is
 * missing or damaged is read again from them.
 */
import { fromUtf8, unwrap, utf8, wrap, type RandomBytes } from "#crypto";
import type { KeyValue, Store } from "#sync";
import type { RecordId, VaultId } from "../api/index.ts";
import type { CatalogRecord, EntryPlace } from "./catalog.ts";

/** How far one log was read. */
export interface LogCursor {
  /** The first position not read yet. */
  readonly next: number;
  /** Positions before it that no key opened; tried again when keys come. */
  readonly unopened: readonly number[];
}

export interface Reading {
  /** By log key. */
  readonly cursors: ReadonlyMap<string, LogCursor>;
  /** Places of records whose beginning has not come: another log brings it. */
  readonly incomplete: ReadonlyMap<RecordId, readonly EntryPlace[]>;
}

export interface CatalogStore {
  /** What was kept; `null` where it cannot be used, and everything is to be read again. */
  load(): Promise<{ readonly records: readonly CatalogRecord[]; readonly reading: Reading } | null>;
  /** Puts to write together, so that positions never run ahead of records. */
  puts(records: readonly CatalogRecord[], reading: Reading): readonly KeyValue[];
  /** Forgets the view of a record of which nothing counts any more. */
  forget(record: RecordId): KeyValue;
  /**
   * Forgets these views for good, those of the profile's other vaults too, which read their logs again when they are
   * opened: whether something of such a record counts for them, only they can tell.
   */
  forgetEverywhere(isMeant: (record: RecordId) => boolean): Promise<void>;
}

interface KeptReading {
  readonly version: number;
  readonly cursors: readonly [string, LogCursor][];
  readonly incomplete: readonly [RecordId, readonly EntryPlace[]][];
}

const DOMAIN = "vereda/catalog/1";
const VIEWS = "view/";
/** Raised when the shape of a kept record changes: older ones are read again from the logs. */
const VERSION = 2;

export interface CatalogStoreOptions {
  readonly store: Store;
  readonly vault: VaultId;
  /** Subkey of the vault for views. */
  readonly key: Uint8Array;
  readonly random: RandomBytes;
}

export function createCatalogStore({ store, vault, key, random }: CatalogStoreOptions): CatalogStore {
  const prefix = `${VIEWS}${vault}/`;
  const readingKey = `reading/${vault}`;

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
      const wrapped = await store.get(readingKey);
      const kept = wrapped === null ? null : (open(readingKey, wrapped) as KeptReading | null);
      if (kept?.version !== VERSION) return null;
      const records: CatalogRecord[] = [];
      for (const { key: name, value } of await store.list(prefix)) {
        const record = open(name, value) as CatalogRecord | null;
        if (record === null) return null;
        records.push(record);
      }
      return { records, reading: { cursors: new Map(kept.cursors), incomplete: new Map(kept.incomplete) } };
    },
    puts(records, { cursors, incomplete }) {
      const reading: KeptReading = { version: VERSION, cursors: [...cursors], incomplete: [...incomplete] };
      return [...records.map((record) => seal(`${prefix}${record.id}`, record)), seal(readingKey, reading)];
    },
    forget: (record) => ({ key: `${prefix}${record}`, value: null }),
    async forgetEverywhere(isMeant) {
      const views = (await store.list(VIEWS)).map(({ key: name }) => name);
      const meant = views.filter((name) => isMeant(name.slice(name.lastIndexOf("/") + 1) as RecordId));
      const vaults = new Set(meant.map((name) => name.slice(VIEWS.length, name.lastIndexOf("/"))));
      const readings = [...vaults].filter((other) => other !== vault).map((other) => `reading/${other}`);
      // also where none is left here: what was forgotten with a record may still lie in the store's older files
      await store.forget([...meant, ...readings]);
    },
  };
}
