/**
 * Writes changes of records into this device's logs: one atomic append for all of a command, so that
 * a report and its card are both there or neither. Decides under which key, and keeps a copy of what
 * it may post and not read (docs/decisions/0004-copy-of-a-post.md).
 */
import {
  MAX_PLAINTEXT_BYTES,
  toText,
  type DeviceSecrets,
  type RandomBytes,
  type Signatures,
  type SpaceKey,
} from "#crypto";
import {
  appendEntries,
  logKey,
  NO_KEY_ID,
  PAIR,
  parseSpace,
  siteSpace,
  type DeviceId,
  type Keyring,
  type LogHead,
  type LogRef,
  type OperationWriter,
  type Replica,
  type Run,
  type SiteId,
  type SpaceId,
  type WriteKey,
} from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import { createMutex } from "../mutex.ts";
import { encodeContent } from "./content.ts";

/** Changes of one record by this device, to be sealed. */
export interface RecordChanges {
  readonly record: RecordId;
  readonly claim: Uint8Array | null;
  /** The space that the record lives in. */
  readonly home: SpaceId;
  /** The other site of a record in `pair`; null elsewhere. */
  readonly to: SiteId | null;
  /** What a record in `capsule` is sealed under: that of its card. */
  readonly key?: SpaceKey;
  /** With this device and the record it makes the actor of the changes. */
  readonly incarnation: Uint8Array;
  readonly changes: readonly Uint8Array[];
}

export interface WriterOptions {
  readonly replica: Replica;
  readonly keyring: () => Keyring;
  readonly operations: OperationWriter;
  readonly device: DeviceId;
  readonly site: () => SiteId;
  readonly secrets: DeviceSecrets;
  readonly random: RandomBytes;
  readonly signatures: Signatures;
}

export interface Writer {
  /** Seals and appends, all or nothing; resolves when it is on the disk. */
  write(batch: readonly RecordChanges[]): Promise<void>;
}

/** What is to be sealed under one key in one space. */
interface Pile {
  readonly space: SpaceId;
  readonly key: WriteKey;
  readonly plaintexts: Uint8Array[];
}

/** A batch this long keeps an entry far below the largest size, and a conflict of edits small. */
const TARGET_PLAINTEXT_BYTES = 16_384;

export const createWriter = (options: WriterOptions): Writer => new LogWriter(options);

class LogWriter implements Writer {
  readonly #options: WriterOptions;
  readonly #inTurn = createMutex();

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  write(batch: readonly RecordChanges[]): Promise<void> {
    return this.#inTurn(() => this.#append(batch));
  }

  async #append(batch: readonly RecordChanges[]): Promise<void> {
    const { replica, operations, device, secrets: author, random, signatures } = this.#options;
    const piles = await this.#pile(batch);
    const heads = await operations.citableHeads();
    const tips = new Map<string, LogHead>();
    const runs: Run[] = [];
    for (const { space, key, plaintexts } of piles) {
      const log: LogRef = { space, device };
      const head = tips.get(logKey(log)) ?? this.#headOf(log);
      const { mesh } = replica;
      const run = await appendEntries({
        mesh,
        log,
        head,
        heads,
        plaintexts,
        key,
        author,
        random,
        signatures,
      });
      const last = run.entries.at(-1);
      if (last !== undefined) tips.set(logKey(log), { seq: last.header.seq, id: last.id });
      runs.push(run);
    }
    await replica.append(runs);
  }

  #headOf(log: LogRef): LogHead | null {
    const holding = this.#options.replica.holding(log);
    return holding === null ? null : { seq: holding.high, id: holding.head };
  }

  #nextSeq(space: SpaceId): number {
    return (this.#headOf({ space, device: this.#options.device })?.seq ?? -1) + 1;
  }

  async #keyFor(home: SpaceId, to: SiteId | null): Promise<WriteKey> {
    const key = home === PAIR ? await this.#pairKeyFor(to) : this.#options.keyring().writeKey(home);
    if (key === null) throw new EngineError({ code: "no-key", space: home });
    return key;
  }

  async #pairKeyFor(to: SiteId | null): Promise<WriteKey | null> {
    const key = to === null ? null : await this.#options.keyring().pairKey(to);
    return key === null ? null : { kind: "space", key, keyId: NO_KEY_ID };
  }

  /**
   * Where to keep a copy of what can be posted and not read; null where that is not needed, or not possible. Of what is
   * posted to `protected` there is none: all staff would read it (docs/decisions/0029-protected.md).
   */
  #copySpace(home: SpaceId, key: WriteKey): SpaceId | null {
    if (parseSpace(home)?.kind === "protected") return null;
    const own = siteSpace("site", this.#options.site());
    return key.kind === "drop" && home !== own && this.#options.keyring().readable(own) ? own : null;
  }

  async #pile(batch: readonly RecordChanges[]): Promise<readonly Pile[]> {
    const piles = new Map<string, Pile>();
    const pileOf = (space: SpaceId, key: WriteKey): Uint8Array[] => {
      const name = `${space} ${toText(key.kind === "drop" ? key.public : key.key)}`;
      const pile = piles.get(name) ?? { space, key, plaintexts: [] };
      piles.set(name, pile);
      return pile.plaintexts;
    };
    const keys = new Map<string, WriteKey>();
    // one key for the batch: a keyring that grows meanwhile would part a space's pile, and move what is counted in it
    const keyFor = async (space: SpaceId, to: SiteId | null): Promise<WriteKey> => {
      const key = keys.get(`${space} ${to ?? ""}`) ?? (await this.#keyFor(space, to));
      keys.set(`${space} ${to ?? ""}`, key);
      return key;
    };
    for (const { record, claim, home, to, incarnation, changes, key: ofCard } of batch) {
      const key: WriteKey =
        ofCard === undefined ? await keyFor(home, to) : { kind: "space", key: ofCard, keyId: NO_KEY_ID };
      const copy = this.#copySpace(home, key);
      for (const some of inBatches(changes)) {
        const posts = pileOf(home, key);
        posts.push(encodeContent({ record, claim, copyOf: null, incarnation, changes: some }));
        if (copy === null) continue;
        const copyOf = { space: home, seq: this.#nextSeq(home) + posts.length - 1 };
        const copies = pileOf(copy, await keyFor(copy, null));
        copies.push(encodeContent({ record, claim, copyOf, incarnation, changes: some }));
      }
    }
    return [...piles.values()];
  }
}

/** Splits changes into entries; a single change that fits in none is refused. */
function inBatches(changes: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const batches: Uint8Array[][] = [];
  let bytes = Infinity;
  for (const change of changes) {
    const most = MAX_PLAINTEXT_BYTES - 256;
    if (change.length > most) {
      throw new EngineError({ code: "record-too-large", bytes: change.length, most });
    }
    if (bytes + change.length > TARGET_PLAINTEXT_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(change);
    bytes += change.length;
  }
  return batches;
}
