/**
 * Writes changes of records into this device's logs: one atomic append for all of a command, so that
 * a report and its card are both there or neither. Decides under which key, and keeps a copy of what
 * it may post and not read (docs/decisions/0004-copy-of-a-post.md).
 */
import { MAX_PLAINTEXT_BYTES, type RandomBytes, type Signatures } from "#crypto";
import {
  appendEntries,
  logKey,
  NO_KEY_ID,
  PAIR,
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
import type { DeviceSecrets } from "#crypto";
import { EngineError, type RecordId } from "../api.ts";
import { createMutex } from "../mutex.ts";
import { encodeContent } from "./content.ts";

/** Changes of one record by this device, to be sealed. */
export interface RecordChanges {
  readonly record: RecordId;
  /** The space that the record lives in. */
  readonly home: SpaceId;
  /** The other site of a record in `pair`; null elsewhere. */
  readonly to: SiteId | null;
  readonly changes: readonly Uint8Array[];
}

export interface WriterOptions {
  readonly replica: Replica;
  readonly keyring: () => Keyring;
  readonly operations: OperationWriter;
  readonly device: DeviceId;
  readonly site: () => SiteId;
  readonly secrets: DeviceSecrets;
  readonly incarnation: Uint8Array;
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

export function createWriter(options: WriterOptions): Writer {
  const { replica, keyring, incarnation } = options;
  const inTurn = createMutex();

  const keyFor = async (home: SpaceId, to: SiteId | null): Promise<WriteKey> => {
    const key = home === PAIR ? await pairKeyFor(to) : keyring().writeKey(home);
    if (key === null) throw new EngineError({ code: "no-key", space: home });
    return key;
  };

  const pairKeyFor = async (to: SiteId | null): Promise<WriteKey | null> => {
    const key = to === null ? null : await keyring().pairKey(to);
    return key === null ? null : { kind: "space", key, keyId: NO_KEY_ID };
  };

  const copySpace = (home: SpaceId, key: WriteKey): SpaceId | null => {
    const own = siteSpace("site", options.site());
    return key.kind === "drop" && home !== own && keyring().readable(own) ? own : null;
  };

  const pile = async (batch: readonly RecordChanges[]): Promise<readonly Pile[]> => {
    const piles = new Map<string, Pile>();
    const add = (space: SpaceId, key: WriteKey, plaintext: Uint8Array): void => {
      const name = `${space} ${key.keyId.join()}`;
      const known = piles.get(name);
      if (known === undefined) piles.set(name, { space, key, plaintexts: [plaintext] });
      else known.plaintexts.push(plaintext);
    };
    for (const { record, home, to, changes } of batch) {
      const key = await keyFor(home, to);
      const copy = copySpace(home, key);
      for (const some of inBatches(changes)) {
        add(home, key, encodeContent({ record, copyOf: null, incarnation, changes: some }));
        if (copy === null) continue;
        add(copy, await keyFor(copy, null), encodeContent({ record, copyOf: home, incarnation, changes: some }));
      }
    }
    return [...piles.values()];
  };

  const headOf = (log: LogRef): LogHead | null => {
    const holding = replica.holding(log);
    return holding === null ? null : { seq: holding.high, id: holding.head };
  };

  const write = async (batch: readonly RecordChanges[]): Promise<void> => {
    await options.operations.mergeHeads();
    const membership = replica.membership();
    const heads = new Map<string, LogHead>();
    const runs: Run[] = [];
    for (const { space, key, plaintexts } of await pile(batch)) {
      const log: LogRef = { space, device: options.device };
      const run = await appendEntries({
        mesh: replica.mesh,
        log,
        head: heads.get(logKey(log)) ?? headOf(log),
        heads: membership.heads,
        plaintexts,
        key,
        author: options.secrets,
        random: options.random,
        signatures: options.signatures,
      });
      const last = run.entries.at(-1);
      if (last !== undefined) heads.set(logKey(log), { seq: last.header.seq, id: last.id });
      runs.push(run);
    }
    await replica.append(runs);
  };

  return { write: (batch) => inTurn(() => write(batch)) };
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
