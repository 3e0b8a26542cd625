/**
 * Carries out what was ordered to be erased (docs/protocol.md, "Erasure"): drops bodies that are here, in logs, in
 * quarantine and among the evidence of forks, and of whatever comes later before it is stored. An order that was carried
 * out is noted in the same write, so that the next start looks for no more.
 */
import type { DeviceId, OperationId } from "../ids.ts";
import { type Entry, withoutBody } from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import { decodeRun, encodeRun, type Run } from "../log/run.ts";
import { isErasedEntry, isExcused, namedBy, standingOrders } from "../membership/erasures.ts";
import type { Erasure, Membership } from "../membership/membership.ts";
import type { KeyValue, Store } from "../store/store.ts";
import { createTurns, type Turns } from "../store/turns.ts";
import { FORKS_PREFIX } from "./forks.ts";
import { QUARANTINE_PREFIX } from "./quarantine.ts";

const DONE_PREFIX = "erasure/";

interface ErasingParts {
  readonly store: Store;
  readonly membership: () => Membership;
  /** Of the replica: nothing is appended to a log while bodies of it are dropped. */
  readonly turns: Turns;
}

/** How far the orders of one device were carried out here: a position in its control log. */
export interface CarriedOut {
  readonly device: DeviceId;
  readonly seq: number;
}

export class Erasing {
  readonly #parts: ErasingParts;
  readonly #done: Set<OperationId>;
  readonly #oneByOne = createTurns();

  private constructor(parts: ErasingParts, done: Set<OperationId>) {
    this.#parts = parts;
    this.#done = done;
  }

  static async open(parts: ErasingParts): Promise<Erasing> {
    const done = await parts.store.list(DONE_PREFIX);
    return new Erasing(parts, new Set(done.map(({ key }) => key.slice(DONE_PREFIX.length) as OperationId)));
  }

  /** A run without the bodies that were ordered to be erased. */
  strip(run: Run): Run {
    const { erasures } = this.#parts.membership();
    const isNamed = (entry: Entry): boolean => entry.body !== null && isErasedEntry(erasures, entry);
    if (!run.entries.some(isNamed)) return run;
    return { ...run, entries: run.entries.map((entry) => (isNamed(entry) ? withoutBody(entry) : entry)) };
  }

  /** Whether bodies are missing from a run that nobody ordered to be erased, as far as is known. */
  lacksOrder({ entries }: Run): boolean {
    const { erasures } = this.#parts.membership();
    return entries.some((entry) => entry.body === null && !isExcused(erasures, entry));
  }

  /** Carries out what is new of the orders; the logs that they name. */
  async enforce(): Promise<readonly LogRef[]> {
    if (this.#due().length === 0) return [];
    return this.#oneByOne(["erase"], () => this.#carryOut(this.#due()));
  }

  async #carryOut(due: readonly Erasure[]): Promise<readonly LogRef[]> {
    if (due.length === 0) return [];
    const names = namedBy(due);
    const logs = new Map(names.map(({ log }) => [logKey(log), log]));
    const { store, turns } = this.#parts;
    await turns([...logs.keys()], async () => {
      const done = due.map(({ by }) => ({ key: DONE_PREFIX + by, value: new Uint8Array(0) }));
      await store.erase(names, [...(await this.#keptBeside()), ...done]);
    });
    for (const { by } of due) this.#done.add(by);
    return [...logs.values()];
  }

  carriedOut(): readonly CarriedOut[] {
    const highs = new Map<DeviceId, number>();
    for (const { by, author, seq } of standingOrders(this.#parts.membership().erasures))
      if (this.#done.has(by)) highs.set(author, Math.max(seq, highs.get(author) ?? 0));
    return [...highs]
      .map(([device, seq]) => ({ device, seq }))
      .sort((a, b) => (a.device < b.device ? -1 : 1));
  }

  #due(): readonly Erasure[] {
    return standingOrders(this.#parts.membership().erasures).filter(({ by }) => !this.#done.has(by));
  }

  /** Runs that lie beside the logs and hold what was erased, as they are kept from now on. */
  async #keptBeside(): Promise<KeyValue[]> {
    const { store } = this.#parts;
    const values = [...(await store.list(QUARANTINE_PREFIX)), ...(await store.list(FORKS_PREFIX))];
    return values.flatMap(({ key, value }) => {
      const run = decodeRun(value);
      const stripped = run === null ? null : this.strip(run);
      return stripped === null || stripped === run ? [] : [{ key, value: encodeRun(stripped) }];
    });
  }
}
