/**
 * Walks everything that a store holds and checks it as if it came from a stranger: ids, chain, seals,
 * authors (docs/protocol.md, "Store"). Reports, never repairs.
 */
import { equalBytes, type Hash, type SignPublicKey } from "#crypto";
import { type Entry, hasTrueId, NO_ENTRY } from "../log/entry.ts";
import type { LogRef } from "../log/log-ref.ts";
import { isFounding } from "../log/run.ts";
import { isLastingSeal, sealPositions, SEAL_EVERY, verifySeal } from "../log/seal.ts";
import type { ReplicaOptions } from "../replica.ts";
import { CONTROL } from "../space.ts";
import { type Holding, type Store, StoreDamaged } from "../store/store.ts";
import { Authors } from "./authors.ts";
import { readOperation } from "./control-log.ts";
import { DetachedRuns } from "./detached.ts";

/**
 * `damaged`: bytes changed on the disk, or are gone. `chain`: an entry does not follow the one before.
 * `mesh`: an entry of another mesh. `unsealed`, `bad-seal`: no seal of its author covers a position.
 * `unknown-author`: nobody let its author in. `unreadable`: the mesh key does not open it.
 */
export type ProblemKind =
  "damaged" | "chain" | "mesh" | "unsealed" | "bad-seal" | "unknown-author" | "unreadable";

export interface Problem {
  readonly kind: ProblemKind;
  readonly log: LogRef;
  /** Position of the entry; null when the whole log is meant. */
  readonly seq: number | null;
}

export interface Verified {
  /** Entries that were read. */
  readonly entries: number;
  readonly problems: readonly Problem[];
}

const BATCH = SEAL_EVERY * 4;

/** Reads a batch, entry by entry where the batch is damaged, so that one bad entry hides no other. */
async function readBatch(
  store: Store,
  log: LogRef,
  range: readonly [number, number],
): Promise<(Entry | null)[]> {
  const [from, to] = range;
  try {
    return [...(await store.read(log, from, to))];
  } catch (error) {
    if (!(error instanceof StoreDamaged)) throw error;
    if (from === to) return [null];
    const middle = Math.floor((from + to) / 2);
    const left = await readBatch(store, log, [from, middle]);
    return [...left, ...(await readBatch(store, log, [middle + 1, to]))];
  }
}

interface Place {
  readonly log: LogRef;
  readonly seq: number;
  readonly before: Hash | null;
}

class Check {
  entries = 0;
  readonly problems: Problem[] = [];
  readonly #options: ReplicaOptions;
  readonly #authors = new Authors();
  /** Ids at the positions that need a seal. */
  readonly #seen: { readonly holding: Holding; readonly ids: ReadonlyMap<number, Hash> }[] = [];

  constructor(options: ReplicaOptions) {
    this.#options = options;
  }

  #report(kind: ProblemKind, log: LogRef, seq: number | null): void {
    this.problems.push({ kind, log, seq });
  }

  async log(holding: Holding): Promise<void> {
    const { log, low, high, head } = holding;
    const ids = new Map<number, Hash>();
    let before: Hash | null = NO_ENTRY;
    for (let from = low; from <= high; from += BATCH) {
      const batch = await readBatch(this.#options.store, log, [from, Math.min(from + BATCH - 1, high)]);
      for (const [at, entry] of batch.entries()) {
        const seq = from + at;
        before = await this.#place(entry, { log, seq, before });
        if (before !== null && (isLastingSeal(seq) || seq === high)) ids.set(seq, before);
      }
    }
    if (before !== null && !equalBytes(before, head)) this.#report("chain", log, high);
    this.#seen.push({ holding, ids });
  }

  /** Checks what was read for one position; the id there, or null when that is not known. */
  async #place(entry: Entry | null, { log, seq, before }: Place): Promise<Hash | null> {
    if (entry === null) this.#report("damaged", log, seq);
    else await this.#entry(entry, log, before);
    return entry?.id ?? null;
  }

  async #entry(entry: Entry, log: LogRef, before: Hash | null): Promise<void> {
    const { header } = entry;
    this.entries += 1;
    if (!hasTrueId(entry)) this.#report("damaged", log, header.seq);
    if (before !== null && !equalBytes(header.prev, before)) this.#report("chain", log, header.seq);
    if (header.mesh !== this.#options.mesh && !isFounding(entry, this.#options.mesh))
      this.#report("mesh", log, header.seq);
    if (log.space !== CONTROL) return;
    const operation = await readOperation(entry, this.#options);
    if (operation === null) this.#report("unreadable", log, header.seq);
    else this.#authors.add(operation);
  }

  /** What counts beside the logs lets people in too. */
  async detached(): Promise<void> {
    const runs = await DetachedRuns.load(this.#options.store);
    for (const { run } of runs.pending(() => false)) {
      for (const entry of run.entries) {
        const operation = await readOperation(entry, this.#options);
        if (operation !== null) this.#authors.add(operation);
      }
    }
  }

  /** After all logs: the authors may stand in any of them. */
  async seals(): Promise<void> {
    for (const { holding, ids } of this.#seen) {
      const key = this.#authors.keyOf(holding.log.device);
      if (key === null) this.#report("unknown-author", holding.log, null);
      else await this.#sealsOf(holding, ids, key);
    }
  }

  async #sealsOf(
    { log, low, high }: Holding,
    ids: ReadonlyMap<number, Hash>,
    key: SignPublicKey,
  ): Promise<void> {
    const { mesh, signatures } = this.#options;
    for (const seq of sealPositions(low, high)) {
      const id = ids.get(seq);
      if (id === undefined) continue;
      const seal = await this.#sealAt(log, seq);
      if (seal === null) continue;
      const isTrue = equalBytes(seal.id, id) && (await verifySeal(signatures, key, { mesh, log, seal }));
      if (!isTrue) this.#report("bad-seal", log, seq);
    }
  }

  async #sealAt(log: LogRef, seq: number): Promise<Awaited<ReturnType<Store["seals"]>>[number] | null> {
    try {
      const [seal] = await this.#options.store.seals(log, seq, seq);
      if (seal === undefined) this.#report("unsealed", log, seq);
      return seal ?? null;
    } catch (error) {
      if (!(error instanceof StoreDamaged)) throw error;
      this.#report("damaged", log, seq);
      return null;
    }
  }
}

/** Checks every log of a store. Throws only what the store throws beside damage. */
export async function verifyAll(options: ReplicaOptions): Promise<Verified> {
  const check = new Check(options);
  for (const holding of await options.store.holdings()) await check.log(holding);
  await check.detached();
  await check.seals();
  return { entries: check.entries, problems: check.problems };
}
