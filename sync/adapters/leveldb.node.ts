/**
 * The store on LevelDB, for hubs and the command line (docs/protocol.md, "Store"). Every append is one
 * synced batch. Node only.
 *
 * After a failed write the rest of LevelDB's own log cannot be relied on: a half-written record hides
 * what follows it at the next recovery, and a whole one may come back. So before the next write the
 * database is reopened, which starts a new log, and the failed write is undone by name. Reads go on
 * from the old handle until there is room for that.
 */
import { statfs } from "node:fs/promises";
import { ClassicLevel } from "classic-level";
import type { Entry, EntryName } from "../log/entry.ts";
import { type LogRef, logKey, parseLogKey } from "../log/log-ref.ts";
import type { Run } from "../log/run.ts";
import { type Seal } from "../log/seal.ts";
import {
  decodeHolding,
  decodeStoredSeal,
  holdingOf,
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
  type Change,
  changesOf,
  cutChanges,
  entryChange,
  entryKey,
  put,
  sealKey,
  SEQ_DIGITS,
  valueChange,
  valueKey,
} from "./leveldb-changes.ts";

type Database = ClassicLevel<string, Uint8Array>;
/** What a test may put in place of the platform. */
export interface LevelOptions {
  readonly createDatabase?: (directory: string) => Database;
  readonly freeBytes?: (directory: string) => Promise<number>;
}

const FORMAT_KEY = "format";
const FORMAT = 1;
/** Reopening writes what LevelDB holds in memory (4 MiB) and a new log. */
const BYTES_TO_REOPEN = 16 * 1024 * 1024;
const LAST = "\u{10ffff}";

const viewsOf = { keyEncoding: "utf8", valueEncoding: "view", compression: false } as const;
const createDatabase = (directory: string): Database =>
  new ClassicLevel<string, Uint8Array>(directory, viewsOf);

async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

function* reasons(error: unknown): Generator<Error & { readonly code?: unknown }> {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) yield at;
}

// LevelDB passes on the platform's own words: strerror on POSIX, FormatMessage on Windows.
const NO_ROOM = /ENOSPC|EDQUOT|EFBIG|no space left|quota exceeded|file too large|not enough space/i;

function translate(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  for (const { code, message } of reasons(error)) {
    if (NO_ROOM.test(message)) return new StoreFull({ cause: error });
    if (code === "LEVEL_LOCKED") return new StoreLocked({ cause: error });
    if (code === "LEVEL_CORRUPTION") return new StoreDamaged({ key: "the database" }, { cause: error });
  }
  return new StoreFailed("the disk refused", { cause: error });
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translate(error);
  }
}

/** LevelDB hands out Buffers, whose `slice` shares memory with them where a Uint8Array's copies. */
const plain = (value: Uint8Array): Uint8Array =>
  new Uint8Array(value.buffer, value.byteOffset, value.byteLength);

class LevelStore implements Store {
  readonly #directory: string;
  readonly #options: Required<LevelOptions>;
  readonly #turns = createTurns();
  #database: Database;
  #holdings = new Map<string, Holding>();
  /** What takes a failed write back; null when all is well. */
  #undo: Change[] | null = null;
  #reopened: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(directory: string, options: Required<LevelOptions>) {
    this.#directory = directory;
    this.#options = options;
    this.#database = options.createDatabase(directory);
  }

  async open(): Promise<void> {
    await this.#database.open();
    try {
      await this.#checkFormat();
      this.#holdings = await this.#readHoldings();
    } catch (error) {
      await this.#database.close();
      throw error;
    }
  }

  async #checkFormat(): Promise<void> {
    const format = await this.#database.get(FORMAT_KEY);
    if (format === undefined) await this.#database.put(FORMAT_KEY, Uint8Array.of(FORMAT), { sync: true });
    else if (format[0] !== FORMAT)
      throw new StoreFailed("this data was written by another version of the program");
  }

  async #readHoldings(): Promise<Map<string, Holding>> {
    const holdings = new Map<string, Holding>();
    const start = "holding/";
    for await (const [key, stored] of this.#database.iterator({ gte: start, lt: start + LAST })) {
      const log = parseLogKey(key.slice(start.length));
      if (log === null) throw new StoreDamaged({ key });
      const value = unguard(key, plain(stored));
      const holding = value === null ? null : decodeHolding(log, value);
      holdings.set(logKey(log), holding ?? (await this.#rebuildHolding(log)));
    }
    return holdings;
  }

  async #rebuildHolding(log: LogRef): Promise<Holding> {
    const holding = await holdingOf(log, this.#entriesOf(log));
    if (holding === null) throw new StoreDamaged({ log, seq: null });
    return holding;
  }

  async *#entriesOf(log: LogRef): AsyncGenerator<Entry | null> {
    const range = { gte: entryKey(log, 0), lte: entryKey(log, Number.MAX_SAFE_INTEGER) };
    for await (const value of this.#database.values(range)) yield decodeStoredEntry(plain(value));
  }

  async #ask<T>(work: (database: Database) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreFailed("the store is closed");
    return translated(async () => {
      await this.#reopened.catch(() => undefined);
      // A reopening that failed half-way left it closed.
      if (this.#database.status === "closed") await this.#database.open();
      return work(this.#database);
    });
  }

  async #recover(): Promise<void> {
    if (this.#undo === null) return;
    if ((await this.#options.freeBytes(this.#directory)) < BYTES_TO_REOPEN) throw new StoreFull();
    this.#reopened = this.#reopen();
    await this.#reopened;
    await this.#database.batch(this.#undo, { sync: true });
    this.#undo = null;
  }

  async #reopen(): Promise<void> {
    await this.#database.close();
    await this.#database.open();
  }

  async #write(database: Database, changes: Change[]): Promise<void> {
    await this.#recover();
    try {
      await database.batch(changes, { sync: true });
    } catch (error) {
      const keys = changes.map(({ key }) => key);
      const before = await database.getMany(keys);
      this.#undo = keys.map((key, at) => {
        const value = before[at];
        return value === undefined ? { type: "del", key } : put(key, value);
      });
      throw error;
    }
  }

  holdings(): Promise<readonly Holding[]> {
    return this.#ask(() => Promise.resolve([...this.#holdings.values()]));
  }

  append(runs: readonly Run[], puts: readonly KeyValue[] = []): Promise<void> {
    return this.#turns(["write"], () =>
      this.#ask(async (database) => {
        const plan = planAppend(this.#holdings, runs);
        const changes = [...plan.flatMap(changesOf), ...puts.map(valueChange)];
        if (changes.length > 0) await this.#write(database, changes);
        for (const { holding } of plan) this.#holdings.set(logKey(holding.log), holding);
      }),
    );
  }

  cut(log: LogRef, tip: Seal | null, puts: readonly KeyValue[]): Promise<void> {
    return this.#turns(["write"], () =>
      this.#ask(async (database) => {
        const held = this.#holdings.get(logKey(log));
        if (held === undefined) throw new StoreConflict(log);
        const isHeld = tip !== null && tip.seq <= held.high;
        const [entry] = isHeld ? await this.#read(database, log, [tip.seq, tip.seq]) : [];
        const plan = planCut(held, tip, entry);
        const changes = [...(plan === null ? [] : cutChanges(plan)), ...puts.map(valueChange)];
        if (changes.length > 0) await this.#write(database, changes);
        if (plan?.holding === null) this.#holdings.delete(logKey(log));
        else if (plan !== null) this.#holdings.set(logKey(log), plan.holding);
      }),
    );
  }

  put(values: readonly KeyValue[]): Promise<void> {
    return this.append([], values);
  }

  async erase(names: readonly EntryName[], puts: readonly KeyValue[]): Promise<void> {
    await this.#rewrite("", LAST);
    await this.#turns(["write"], () =>
      this.#ask(async (database) => {
        const stubs = await this.#stubsFor(database, names);
        const changes = [...stubs.map(entryChange), ...puts.map(valueChange)];
        if (changes.length > 0) await this.#write(database, changes);
      }),
    );
    await this.#rewrite("", LAST);
  }

  async #stubsFor(database: Database, names: readonly EntryName[]): Promise<Entry[]> {
    const stored = await database.getMany(names.map(({ log, seq }) => entryKey(log, seq)));
    return names.flatMap((name, at) => {
      const bytes = stored[at];
      return stubFor(name, bytes === undefined ? null : decodeStoredEntry(plain(bytes))) ?? [];
    });
  }

  /**
   * What was deleted or written over lies in the older files until they are written anew, which compacting does now.
   * Once before too: what is still in LevelDB's own log and its deletion would land in one file, side by side.
   */
  #rewrite(from: string, to: string): Promise<void> {
    return this.#turns(["write"], () => this.#ask((database) => database.compactRange(from, to)));
  }

  async forget(keys: readonly string[]): Promise<void> {
    await this.#rewrite(valueKey(""), valueKey(LAST));
    await this.put(keys.map((key) => ({ key, value: null })));
    await this.#rewrite(valueKey(""), valueKey(LAST));
  }

  async read(log: LogRef, from: number, to: number): Promise<readonly Entry[]> {
    const holding = this.#holdings.get(logKey(log));
    const first = Math.max(from, holding?.low ?? 0);
    const last = Math.min(to, holding?.high ?? -1);
    if (first > last) return this.#ask(() => Promise.resolve([]));
    return this.#ask((database) => this.#read(database, log, [first, last]));
  }

  async #read(
    database: Database,
    log: LogRef,
    [first, last]: readonly [number, number],
  ): Promise<readonly Entry[]> {
    const range = { gte: entryKey(log, first), lte: entryKey(log, last) };
    const values = await database.values(range).all();
    return Array.from({ length: last - first + 1 }, (_, at) => {
      const stored = values[at];
      const entry = stored === undefined ? null : decodeStoredEntry(plain(stored));
      const seq = first + at;
      if (entry?.header.seq !== seq || logKey(entry.header) !== logKey(log)) {
        throw new StoreDamaged({ log, seq });
      }
      return entry;
    });
  }

  async seals(log: LogRef, from: number, to: number): Promise<readonly Seal[]> {
    const range = { gte: sealKey(log, Math.max(from, 0)), lte: sealKey(log, Math.max(to, 0)) };
    if (to < 0) return this.#ask(() => Promise.resolve([]));
    const stored = await this.#ask((database) => database.iterator(range).all());
    return stored.map(([key, bytes]) => {
      const seq = Number(key.slice(-SEQ_DIGITS));
      const value = unguard(key, plain(bytes));
      const seal = value === null ? null : decodeStoredSeal(seq, value);
      if (seal === null) throw new StoreDamaged({ log, seq });
      return seal;
    });
  }

  async get(key: string): Promise<Uint8Array | null> {
    const stored = await this.#ask((database) => database.get(valueKey(key)));
    return stored === undefined ? null : this.#unguardValue(valueKey(key), stored);
  }

  #unguardValue(key: string, stored: Uint8Array): Uint8Array {
    const value = unguard(key, plain(stored));
    if (value === null) throw new StoreDamaged({ key });
    return value;
  }

  async list(prefix: string): Promise<readonly StoredValue[]> {
    const start = valueKey(prefix);
    const stored = await this.#ask((database) => database.iterator({ gte: start, lt: start + LAST }).all());
    return stored.map(([key, bytes]) => ({
      key: key.slice(valueKey("").length),
      value: this.#unguardValue(key, bytes),
    }));
  }

  close(): Promise<void> {
    return this.#turns(["write"], async () => {
      this.#closed = true;
      await translated(() => this.#database.close());
    });
  }
}

/**
 * Opens the store in a directory, which it makes when missing. Throws {@link StoreLocked} while
 * another process has it open, {@link StoreDamaged} when not even its list of logs can be rebuilt.
 */
export async function openLevelStore(directory: string, options: LevelOptions = {}): Promise<Store> {
  const store = new LevelStore(directory, { createDatabase, freeBytes, ...options });
  await translated(() => store.open());
  return store;
}
