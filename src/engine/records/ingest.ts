/**
 * Reads what is new in the logs into the catalog: opens entries, sorts their changes by record,
 * reads each record whole again, and keeps the view. Runs after every append and every delivery.
 *
 * Invariants:
 * 1. A kept reading position never runs ahead of the kept records: both go in one write.
 * 2. What cannot be opened is remembered and tried again when the keyring grows; it stops nothing.
 * 3. The catalog depends only on which entries are here, not on their order of arrival.
 */
import { logKey, PAIR, CONTROL, CAPSULE, type Entry, type Holding, type Keyring, type LogRef, type Replica, type Store } from "#sync";
import type { Progress, RecordId } from "../api.ts";
import { createMutex } from "../mutex.ts";
import { type Catalog, type CatalogRecord, type EntryPlace, joinPlaces } from "./catalog.ts";
import type { CatalogStore, LogCursor } from "./catalog-store.ts";
import { type EntryContent, decodeContent } from "./content.ts";
import { readRecord } from "./read-record.ts";

/** Entries opened between two writes: bounds memory, and what a crash repeats. */
const SLICE_ENTRIES = 512;

export interface IngestOptions {
  readonly replica: Replica;
  readonly store: Store;
  readonly catalog: Catalog;
  readonly catalogStore: CatalogStore;
  /** The keyring of now; it grows with the membership. */
  readonly keyring: () => Keyring;
  readonly onProgress: (progress: Progress) => void;
}

export interface Ingest {
  /** Reads all that is new; resolves with the records that changed. Calls queue up. */
  run(): Promise<readonly RecordId[]>;
  /** Entries that no key opens, or that hold nothing readable. */
  unreadable(): number;
  /** Opens the changes of a record again, for an edit or its history. */
  contents(places: readonly EntryPlace[]): Promise<readonly PlacedContent[]>;
}

export interface PlacedContent extends EntryContent {
  readonly place: EntryPlace;
}

interface Slice {
  readonly contents: readonly PlacedContent[];
  readonly unopened: readonly number[];
}

export async function createIngest(options: IngestOptions): Promise<Ingest> {
  const { replica, store, catalog, catalogStore, keyring } = options;
  const inTurn = createMutex();
  const cursors = new Map<string, LogCursor>();
  const kept = await catalogStore.load();
  for (const record of kept?.records ?? []) catalog.set(record);
  for (const [log, cursor] of kept?.cursors ?? []) cursors.set(log, cursor);

  const openOne = async (entry: Entry): Promise<PlacedContent | null> => {
    const plaintext = await keyring().openEntry(entry);
    const content = plaintext === null ? null : decodeContent(plaintext);
    if (content === null) return null;
    const { space, device, seq } = entry.header;
    return { ...content, place: { space, device, seq } };
  };

  const openAll = async (log: LogRef, entries: readonly Entry[]): Promise<Slice> => {
    const contents: PlacedContent[] = [];
    const unopened: number[] = [];
    for (const entry of entries) {
      const content = await openOne(entry);
      if (content !== null) contents.push(content);
      // In `pair`, what is not for this site never opens, and that is as it should be.
      else if (log.space !== PAIR) unopened.push(entry.header.seq);
    }
    return { contents, unopened };
  };

  const contentsAt = async (places: readonly EntryPlace[]): Promise<readonly PlacedContent[]> => {
    const found: PlacedContent[] = [];
    for (const { space, device, seq } of places) {
      const [entry] = await replica.read({ space, device }, seq, seq);
      const content = entry === undefined ? null : await openOne(entry);
      if (content !== null) found.push(content);
    }
    return found;
  };

  const readAgain = async (id: RecordId, fresh: readonly PlacedContent[]): Promise<CatalogRecord | null> => {
    const known = catalog.get(id);
    const places = joinPlaces(known?.entries ?? [], fresh.map(({ place }) => place));
    const older = known === null ? [] : await contentsAt(known.entries);
    return readRecord({ id, places, contents: [...older, ...fresh], membership: replica.membership() });
  };

  const keep = async (slice: Slice, log: LogRef, next: number): Promise<RecordId[]> => {
    const byRecord = new Map<RecordId, PlacedContent[]>();
    for (const content of slice.contents) {
      const same = byRecord.get(content.record);
      if (same === undefined) byRecord.set(content.record, [content]);
      else same.push(content);
    }
    const read: CatalogRecord[] = [];
    for (const [id, fresh] of byRecord) {
      const record = await readAgain(id, fresh);
      if (record !== null) read.push(record);
    }
    cursors.set(logKey(log), { next, unopened: slice.unopened });
    await store.put(catalogStore.puts(read, cursors));
    for (const record of read) catalog.set(record);
    return read.map(({ id }) => id);
  };

  const readLog = async (holding: Holding, onSlice: (entries: number) => void): Promise<RecordId[]> => {
    const { log, high } = holding;
    const changed: RecordId[] = [];
    for (let cursor = cursorOf(holding); cursor.next <= high; cursor = cursorOf(holding)) {
      const to = Math.min(high, cursor.next + SLICE_ENTRIES - 1);
      const slice = await openAll(log, await replica.read(log, cursor.next, to));
      changed.push(...(await keep({ ...slice, unopened: [...cursor.unopened, ...slice.unopened] }, log, to + 1)));
      onSlice(to + 1 - cursor.next);
    }
    return changed;
  };

  const retryUnopened = async (holding: Holding): Promise<RecordId[]> => {
    const { next, unopened } = cursorOf(holding);
    if (unopened.length === 0) return [];
    const entries: Entry[] = [];
    for (const seq of unopened) entries.push(...(await replica.read(holding.log, seq, seq)));
    const slice = await openAll(holding.log, entries);
    return slice.contents.length === 0 ? [] : keep(slice, holding.log, next);
  };

  const cursorOf = ({ log, low }: Holding): LogCursor => cursors.get(logKey(log)) ?? { next: low, unopened: [] };

  let retriedWith: Keyring | null = null;
  const readAll = async (): Promise<readonly RecordId[]> => {
    const logs = replica
      .holdings()
      .filter(({ log }) => log.space !== CONTROL && log.space !== CAPSULE && keyring().readable(log.space));
    const total = logs.reduce((sum, holding) => sum + Math.max(0, holding.high + 1 - cursorOf(holding).next), 0);
    const retry = retriedWith !== keyring();
    retriedWith = keyring();
    let done = 0;
    const changed = new Set<RecordId>();
    for (const holding of logs) {
      const again = retry ? await retryUnopened(holding) : [];
      const fresh = await readLog(holding, (entries) => {
        done += entries;
        if (total > SLICE_ENTRIES) options.onProgress({ task: "load", done, total });
      });
      for (const id of [...again, ...fresh]) changed.add(id);
    }
    return [...changed];
  };

  return {
    run: () => inTurn(readAll),
    unreadable: () => [...cursors.values()].reduce((sum, { unopened }) => sum + unopened.length, 0),
    contents: contentsAt,
  };
}
