/**
 * Control entries kept beside their log, because another branch or a cut stands where they would
 * (docs/protocol.md, "Detached runs"). What honest devices cited must be known everywhere, or they would wait
 * for ever for what somebody showed to them alone. Kept as runs, each of which proves itself.
 */
import { toText } from "#crypto";
import type { DeviceId, OperationId } from "../ids.ts";
import { operationIdOf } from "../ids.ts";
import type { Entry } from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import { decodeRun, encodeRun, type Run } from "../log/run.ts";
import type { Seal } from "../log/seal.ts";
import type { KeyValue, Store } from "../store/store.ts";
import { Staged } from "./stage.ts";

const PREFIX = "detached/";
/** Missing operations that are named at once. */
const MAX_MISSING = 256;

const keyOf = ({ log, entries }: Run): string => {
  const last = entries.at(-1);
  return `${PREFIX}${logKey(log)}/${last === undefined ? "" : toText(last.id)}`;
};

const idsOf = ({ entries }: Run): OperationId[] => entries.map(({ id }) => operationIdOf(id));

/** Whether an operation is known already. */
type Knows = (operation: OperationId) => boolean;

/** The detached runs of one replica. */
export class DetachedRuns {
  readonly #runs = new Map<string, Staged>();

  static async load(store: Pick<Store, "list">): Promise<DetachedRuns> {
    const detached = new DetachedRuns();
    for (const { key, value } of await store.list(PREFIX)) {
      const run = decodeRun(value);
      if (run !== null) detached.#runs.set(key, new Staged(run));
    }
    return detached;
  }

  /** What must be on the disk before {@link add}: the run, in place of those that it holds whole. */
  putsFor(run: Run): KeyValue[] {
    const gone = this.#heldBy(run).map((key) => ({ key, value: null }));
    return [...gone, { key: keyOf(run), value: encodeRun(run) }];
  }

  add(run: Run): void {
    for (const key of this.#heldBy(run)) this.#runs.delete(key);
    this.#runs.set(keyOf(run), new Staged(run));
  }

  #heldBy(run: Run): string[] {
    const ids = new Set(idsOf(run));
    return [...this.#runs].flatMap(([key, { run: other }]) =>
      key !== keyOf(run) && idsOf(other).every((id) => ids.has(id)) ? [key] : [],
    );
  }

  /** Those with an operation that is not known yet. */
  pending(knows: Knows): Staged[] {
    return [...this.#runs.values()].filter(({ run }) => !idsOf(run).every(knows));
  }

  has(device: DeviceId): boolean {
    return [...this.#runs.values()].some(({ run }) => run.log.device === device);
  }

  /** The run that holds an operation. */
  holding(operation: OperationId): Run | null {
    for (const { run } of this.#runs.values()) if (idsOf(run).includes(operation)) return run;
    return null;
  }

  /** The seals at the ends of a device's detached runs, as far as all that they cover is known. */
  tipsOf(device: DeviceId, knows: Knows): Seal[] {
    return [...this.#runs.values()].flatMap(({ run }) => {
      const tip = run.seals.at(-1);
      return run.log.device === device && tip !== undefined && idsOf(run).every(knows) ? [tip] : [];
    });
  }

  /** The ids of all entries. */
  get ids(): ReadonlySet<OperationId> {
    return new Set([...this.#runs.values()].flatMap(({ run }) => idsOf(run)));
  }
}

interface Waiting {
  readonly staged: readonly Staged[];
  readonly detached: DetachedRuns;
  /** Whether of a log only that is wanted which others cite: else its authors could ask for one another's without end. */
  readonly isBound: (log: LogRef) => boolean;
}

/**
 * Operations that staged and detached entries follow and that are nowhere here. Of a staged run only what it
 * cites: what comes before it in its log, whoever holds that log will bring.
 */
export function missingOperations(
  { staged, detached, isBound }: Waiting,
  knows: Knows,
): readonly OperationId[] {
  const pending = detached.pending(knows);
  const runs = [...staged, ...pending].map(({ run }) => run);
  const free = [...staged, ...pending].filter(({ run }) => !isBound(run.log));
  const bound = new Map(
    runs.filter(({ log }) => isBound(log)).flatMap(({ entries }) => entries.map((one) => [idOf(one), one])),
  );
  const queue = [
    ...free.flatMap(({ run }) => run.entries.flatMap(({ header }) => header.heads)),
    ...pending.filter(({ run }) => !isBound(run.log)).flatMap(({ run }) => precedingOf(run.entries[0])),
  ];
  const here = new Set([...detached.ids, ...staged.flatMap(({ run }) => idsOf(run))]);
  const missing = new Set<OperationId>();
  const seen = new Set<OperationId>();
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next) || knows(next)) continue;
    seen.add(next);
    const entry = bound.get(next);
    if (entry !== undefined) queue.push(...entry.header.heads, ...precedingOf(entry));
    else if (!here.has(next)) missing.add(next);
  }
  return [...missing].slice(0, MAX_MISSING);
}

const idOf = ({ id }: Entry): OperationId => operationIdOf(id);

const precedingOf = (entry: Entry | undefined): OperationId[] =>
  entry === undefined || entry.header.seq === 0 ? [] : [operationIdOf(entry.header.prev)];
