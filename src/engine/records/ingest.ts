/**
 * Reads what is new in the logs into the catalog: opens entries, sorts their changes by record,
 * reads each record whole again, and keeps the view. Runs after every append and every delivery.
 *
 * Invariants:
 * 1. A kept reading position never runs ahead of the kept records: both go in one write.
 * 2. What cannot be opened is remembered and tried again when the keyring grows; it stops nothing.
 * 3. The catalog depends only on which entries are here, not on their order of arrival.
 * 4. Of what was ordered to be erased no view is kept, also of other vaults of the profile.
 */
import {
  logKey,
  PAIR,
  CONTROL,
  CAPSULE,
  parseSpace,
  type Entry,
  type Holding,
  type Keyring,
  type DeviceId,
  type LogRef,
  type ReceiptPosition,
  type Replica,
  type SpaceId,
  type Store,
} from "#sync";
import type { Progress, RecordId } from "../api/index.ts";
import { goneIn } from "../erasure/gone.ts";
import { createMutex } from "../mutex.ts";
import { type Catalog, type CatalogRecord, type EntryPlace, joinPlaces } from "./catalog.ts";
import type { CatalogStore, LogCursor, Reading } from "./catalog-store.ts";
import { decodeContent } from "./content.ts";
import { Authority } from "./authority.ts";
import { lightOf } from "./heavy.ts";
import { type PlacedContent, readRecord } from "./read-record.ts";

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
  /** How far each log of a space was read without leaving anything out, sorted by device. */
  reached(space: SpaceId): readonly ReceiptPosition[];
  /** Opens the changes of a record again, for an edit or its history. */
  contents(places: readonly EntryPlace[]): Promise<readonly PlacedContent[]>;
  /** Entries that are here of records whose view is not: their beginning has not come, or they were erased. */
  incomplete(): ReadonlyMap<RecordId, readonly EntryPlace[]>;
  /** Opens what stands past a cut: it is in no record, and others may have built on it. */
  quarantined(): Promise<readonly PlacedContent[]>;
}

/** Pages of an audit are no records; `audit/read-audit.ts` reads them when somebody asks. */
const holdsRecords = (space: SpaceId): boolean =>
  space !== CONTROL && space !== CAPSULE && parseSpace(space)?.kind !== "audit";

interface Slice {
  readonly contents: readonly PlacedContent[];
  readonly unopened: readonly number[];
}

/** Loads what was kept of the catalog and the reading positions, and reads on from there. */
export async function createIngest(options: IngestOptions): Promise<Ingest> {
  const kept = await options.catalogStore.load();
  for (const record of kept?.records ?? []) options.catalog.set(record);
  return new LogReader(options, kept?.reading ?? { cursors: new Map(), incomplete: new Map() });
}

function byRecord(contents: readonly PlacedContent[]): ReadonlyMap<RecordId, readonly PlacedContent[]> {
  const groups = new Map<RecordId, PlacedContent[]>();
  for (const content of contents) {
    const group = groups.get(content.record);
    if (group === undefined) groups.set(content.record, [content]);
    else group.push(content);
  }
  return groups;
}

class LogReader implements Ingest {
  readonly #options: IngestOptions;
  #reading: Reading;
  readonly #inTurn = createMutex();
  #retriedWith: Keyring | null = null;
  readonly #authority = new Authority();
  /** How many orders to erase were heeded. */
  #heeded = 0;

  constructor(options: IngestOptions, reading: Reading) {
    this.#options = options;
    this.#reading = reading;
  }

  run(): Promise<readonly RecordId[]> {
    return this.#inTurn(() => this.#readAll());
  }

  unreadable(): number {
    return [...this.#reading.cursors.values()].reduce((sum, { unopened }) => sum + unopened.length, 0);
  }

  reached(space: SpaceId): readonly ReceiptPosition[] {
    return [...this.#reading.cursors]
      .filter(([log]) => log.startsWith(`${space}/`))
      .map(([log, { next, unopened }]) => ({
        device: log.slice(space.length + 1) as DeviceId,
        seq: unopened.reduce((least, seq) => Math.min(least, seq), next) - 1,
      }))
      .filter(({ seq }) => seq >= 0)
      .sort((one, other) => (one.device < other.device ? -1 : 1));
  }

  incomplete(): ReadonlyMap<RecordId, readonly EntryPlace[]> {
    return this.#reading.incomplete;
  }

  async contents(places: readonly EntryPlace[]): Promise<readonly PlacedContent[]> {
    const found: PlacedContent[] = [];
    for (const { space, device, seq } of places) {
      const [entry] = await this.#options.replica.read({ space, device }, seq, seq);
      const content = entry === undefined ? null : await this.#open(entry);
      if (content !== null) found.push(content);
    }
    return found;
  }

  async quarantined(): Promise<readonly PlacedContent[]> {
    const contents: PlacedContent[] = [];
    for (const entry of await this.#options.replica.quarantinedEntries()) {
      const content = await this.#open(entry);
      if (content !== null) contents.push(content);
    }
    return contents;
  }

  async #readAll(): Promise<readonly RecordId[]> {
    const { replica, keyring, onProgress } = this.#options;
    const logs = replica
      .holdings()
      .filter(({ log: { space } }) => holdsRecords(space) && keyring().readable(space));
    const total = logs.reduce(
      (sum, holding) => sum + Math.max(0, holding.high + 1 - this.#cursor(holding).next),
      0,
    );
    const retry = this.#retriedWith !== keyring();
    this.#retriedWith = keyring();
    let done = 0;
    const onSlice = (entries: number): void => {
      done += entries;
      if (total > SLICE_ENTRIES) onProgress({ task: "load", done, total });
    };
    const changed = new Set<RecordId>(await this.#readOthersAgain());
    for (const holding of logs) {
      const again = retry ? await this.#retryUnopened(holding) : [];
      for (const id of [...again, ...(await this.#readLog(holding, onSlice))]) changed.add(id);
    }
    return [...changed];
  }

  /**
   * Records that hold entries which were cut since they were read, or whose author's role changed: what
   * counts of them is not what counted then.
   */
  async #readOthersAgain(): Promise<readonly RecordId[]> {
    const { replica, catalog, catalogStore } = this.#options;
    const ends = new Map(replica.holdings().map(({ log, high }) => [logKey(log), high]));
    const cut = new Map<string, number>();
    for (const [log, { next }] of this.#reading.cursors) {
      const end = ends.get(log) ?? -1;
      if (next > end + 1) cut.set(log, end);
    }
    const membership = replica.membership();
    const rejudged = this.#authority.changed(membership);
    const gone = goneIn(membership);
    const hasOrders = membership.erasures.length > this.#heeded;
    if (cut.size === 0 && rejudged.size === 0 && !hasOrders) return [];
    const isCut = ({ space, device, seq }: EntryPlace): boolean =>
      seq > (cut.get(logKey({ space, device })) ?? Infinity);
    const concerned = [...catalog.all()].filter(({ id, entries }) =>
      entries.some((place) => isCut(place) || rejudged.has(place.device) || gone.isHidden(id, place)),
    );
    await this.#keepWithout(concerned, { cut, isGone: (place) => isCut(place) || gone.isErased(place) });
    if (hasOrders)
      await catalogStore.forgetEverywhere((id) => gone.erasersOf(id).size > 0 && catalog.get(id) === null);
    this.#heeded = membership.erasures.length;
    return concerned.map(({ id }) => id);
  }

  /** Upholds invariant 1 for what is taken away. */
  async #keepWithout(
    records: readonly CatalogRecord[],
    { cut, isGone }: { cut: ReadonlyMap<string, number>; isGone: (place: EntryPlace) => boolean },
  ): Promise<void> {
    const { store, catalog, catalogStore, replica } = this.#options;
    const cursors = new Map(this.#reading.cursors);
    for (const [log, end] of cut) {
      const unopened = cursors.get(log)?.unopened.filter((seq) => seq <= end) ?? [];
      cursors.set(log, { next: end + 1, unopened });
    }
    const incomplete = new Map(
      [...this.#reading.incomplete].map(([id, places]) => [id, places.filter((place) => !isGone(place))]),
    );
    const read: CatalogRecord[] = [];
    const gone: RecordId[] = [];
    const membership = replica.membership();
    const erased = goneIn(membership);
    for (const { id, entries } of records) {
      const places = entries.filter((place) => !isGone(place));
      const counted = places.filter((place) => !erased.isHidden(id, place));
      const contents = await this.contents(counted);
      const record = readRecord({ id, places: counted, contents, membership });
      if (record === null) gone.push(id);
      else read.push(lightOf(record));
      if (record === null && places.length > 0) incomplete.set(id, places);
    }
    const reading = { cursors, incomplete };
    await store.put([...catalogStore.puts(read, reading), ...gone.map((id) => catalogStore.forget(id))]);
    this.#reading = reading;
    for (const record of read) catalog.set(record);
    for (const id of gone) catalog.delete(id);
  }

  #cursor({ log, low }: Holding): LogCursor {
    return this.#reading.cursors.get(logKey(log)) ?? { next: low, unopened: [] };
  }

  async #readLog(holding: Holding, onSlice: (entries: number) => void): Promise<RecordId[]> {
    const { log, high } = holding;
    const changed: RecordId[] = [];
    for (let cursor = this.#cursor(holding); cursor.next <= high; cursor = this.#cursor(holding)) {
      const to = Math.min(high, cursor.next + SLICE_ENTRIES - 1);
      const slice = await this.#openAll(log, await this.#options.replica.read(log, cursor.next, to));
      const unopened = [...cursor.unopened, ...slice.unopened];
      changed.push(...(await this.#keep(log, slice.contents, { next: to + 1, unopened })));
      onSlice(to + 1 - cursor.next);
    }
    return changed;
  }

  async #retryUnopened(holding: Holding): Promise<RecordId[]> {
    const { next, unopened } = this.#cursor(holding);
    const entries: Entry[] = [];
    for (const seq of unopened) entries.push(...(await this.#options.replica.read(holding.log, seq, seq)));
    const slice = await this.#openAll(holding.log, entries);
    if (slice.contents.length === 0) return [];
    return this.#keep(holding.log, slice.contents, { next, unopened: slice.unopened });
  }

  async #open(entry: Entry): Promise<PlacedContent | null> {
    const plaintext = await this.#options.keyring().openEntry(entry);
    const content = plaintext === null ? null : decodeContent(plaintext);
    if (content === null) return null;
    const { space, device, seq } = entry.header;
    const { copyOf } = content;
    return { ...content, place: { space, device, seq, ...(copyOf === null ? {} : { copyOf }) } };
  }

  async #openAll(log: LogRef, entries: readonly Entry[]): Promise<Slice> {
    const contents: PlacedContent[] = [];
    const unopened: number[] = [];
    for (const entry of entries) {
      const content = await this.#open(entry);
      if (content !== null) contents.push(content);
      // In `pair`, what is not for this site never opens, and that is as it should be; a stub is nothing to open.
      else if (log.space !== PAIR && entry.body !== null) unopened.push(entry.header.seq);
    }
    return { contents, unopened };
  }

  /** Upholds invariant 1. */
  async #keep(log: LogRef, contents: readonly PlacedContent[], cursor: LogCursor): Promise<RecordId[]> {
    const { store, catalog, catalogStore } = this.#options;
    const incomplete = new Map(this.#reading.incomplete);
    const read: CatalogRecord[] = [];
    for (const [id, fresh] of byRecord(contents)) {
      const { record, places } = await this.#readAgain(id, fresh);
      if (record === null) incomplete.set(id, places);
      else {
        incomplete.delete(id);
        read.push(lightOf(record));
      }
    }
    const reading = { cursors: new Map(this.#reading.cursors).set(logKey(log), cursor), incomplete };
    await store.put(catalogStore.puts(read, reading));
    this.#reading = reading;
    for (const record of read) catalog.set(record);
    return read.map(({ id }) => id);
  }

  /** The record with what is new of it; null while its beginning has not come. */
  async #readAgain(
    id: RecordId,
    fresh: readonly PlacedContent[],
  ): Promise<{ readonly record: CatalogRecord | null; readonly places: readonly EntryPlace[] }> {
    const { catalog, replica } = this.#options;
    const known = catalog.get(id)?.entries ?? this.#reading.incomplete.get(id) ?? [];
    const places = joinPlaces(
      known,
      fresh.map(({ place }) => place),
    );
    const membership = replica.membership();
    const gone = goneIn(membership);
    const counts = (place: EntryPlace): boolean => !gone.isHidden(id, place);
    const older = await this.contents(known.filter(counts));
    const contents = [...older, ...fresh.filter(({ place }) => counts(place))];
    return { record: readRecord({ id, places: places.filter(counts), contents, membership }), places };
  }
}
