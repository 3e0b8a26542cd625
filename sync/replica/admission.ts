/**
 * Which staged control runs can be accepted now (docs/protocol.md, "Receiving control"). Logs cite one
 * another both ways, so runs may only be acceptable together: operations are judged one by one, then
 * put together into runs that end in a seal; what a cut takes away is taken from the rest too.
 *
 * An operation is admitted when its predecessor and its heads are, when its author was let
 * in by admitted operations (`authors.ts`), and when a seal of its author covers it.
 */
import { compareBytes, type SignPublicKey } from "#crypto";
import { operationIdOf, type OperationId } from "../ids.ts";
import type { LogHead } from "../log/append.ts";
import { type Entry, NO_ENTRY } from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import { isFounding, type Run } from "../log/run.ts";
import { type Seal, sealPositions } from "../log/seal.ts";
import { deviceIdOf } from "../membership/join-request.ts";
import type { AuthoredOperation } from "../membership/operations.ts";
import { Authors } from "./authors.ts";
import type { ControlKeys, ControlLog } from "./control-log.ts";
import type { Staged } from "./stage.ts";

/** What can be stored at once: whole runs, and all operations that are new, those of detached runs too. */
export interface Admission {
  readonly runs: readonly Run[];
  readonly operations: readonly AuthoredOperation[];
}

export interface AdmissionOptions {
  readonly staged: readonly Staged[];
  /** Runs that count as operations and belong into no log (`detached.ts`). */
  readonly detached: readonly Staged[];
  readonly control: ControlLog;
  readonly keys: ControlKeys;
  readonly headOf: (log: LogRef) => LogHead | null;
}

interface Admitted {
  readonly entry: Entry;
  readonly operation: AuthoredOperation;
  /** Whether it belongs into its log. */
  inLog: boolean;
}

interface Place {
  readonly staged: Staged;
  readonly inLog: boolean;
  next: number;
}

/** One attempt: walks every staged run as far as its operations can be admitted. */
class Attempt {
  readonly admitted = new Map<OperationId, Admitted>();
  readonly #options: AdmissionOptions;
  readonly #authors: Authors;
  /** What a former attempt could put into runs; null for the first. */
  readonly #within: ReadonlySet<OperationId> | null;

  constructor(options: AdmissionOptions, within: ReadonlySet<OperationId> | null) {
    this.#options = options;
    this.#authors = new Authors(options.control.authors);
    this.#within = within;
  }

  async run(): Promise<void> {
    const { staged: runs, detached } = this.#options;
    const placed = (inLog: boolean) => (staged: Staged) => ({ staged, inLog, next: 0 });
    const places: Place[] = [...runs.map(placed(true)), ...detached.map(placed(false))];
    for (let before = -1; before < this.admitted.size;) {
      before = this.admitted.size;
      for (const place of places) await this.#walk(place);
    }
  }

  #knows(operation: OperationId): boolean {
    return this.admitted.has(operation) || this.#options.control.has(operation);
  }

  async #walk(place: Place): Promise<void> {
    const { entries } = place.staged.run;
    for (let entry = entries[place.next]; entry !== undefined; entry = entries[place.next]) {
      if (!this.#isDone(place, entry) && !(await this.#admit(place, entry))) break;
      place.next += 1;
    }
  }

  /** Whether nothing is left to do for an entry: an operation that is known may still lack in its log. */
  #isDone({ inLog }: Place, { id, header }: Entry): boolean {
    const operation = operationIdOf(id);
    const admitted = this.admitted.get(operation);
    if (admitted !== undefined) admitted.inLog ||= inLog;
    if (admitted !== undefined) return true;
    const stored = header.seq <= (this.#options.headOf(header)?.seq ?? -1);
    return this.#options.control.has(operation) && (stored || !inLog);
  }

  async #admit({ staged, inLog }: Place, entry: Entry): Promise<boolean> {
    const { header, id } = entry;
    if (staged.refused !== null || this.#within?.has(operationIdOf(id)) === false) return false;
    const past = header.seq === 0 ? header.heads : [...header.heads, operationIdOf(header.prev)];
    if (!past.every((operation) => this.#knows(operation))) return false;
    const operation = await this.#judge(staged, entry);
    if (operation === null) return false;
    this.admitted.set(operation.id, { entry, operation, inLog });
    this.#authors.add(operation);
    return true;
  }

  async #judge(staged: Staged, entry: Entry): Promise<AuthoredOperation | null> {
    const { keys } = this.#options;
    if (isFounding(entry, keys.mesh)) return this.#judgeFounding(staged, entry);
    const key = this.#authors.keyOf(entry.header.device) ?? (await this.#enrolledKey(staged, entry));
    if (key === null || !(await staged.verify(keys.signatures, key))) return null;
    return staged.operation(entry, keys);
  }

  // Recovery words vouch for the first operation of a log, which brings its own author's keys.
  async #enrolledKey(staged: Staged, entry: Entry): Promise<SignPublicKey | null> {
    if (entry.header.seq !== 0) return null;
    const operation = await staged.operation(entry, this.#options.keys);
    return operation === null ? null : this.#authors.enrolledBy(operation);
  }

  // The mesh id vouches for the founding operation, which brings its own author's keys.
  async #judgeFounding(staged: Staged, entry: Entry): Promise<AuthoredOperation | null> {
    const { keys } = this.#options;
    const operation = await staged.operation(entry, keys);
    if (operation?.operation.kind !== "found") return null;
    const { device } = operation.operation;
    const isOwn = deviceIdOf(device) === entry.header.device;
    return isOwn && (await staged.verify(keys.signatures, device.sign)) ? operation : null;
  }
}

/** The seals of the verified runs of one log, by position; several where a log forks. */
function sealsOf(staged: readonly Staged[], log: LogRef): Map<number, Seal[]> {
  const seals = new Map<number, Seal[]>();
  for (const { run, sealed, refused } of staged) {
    if (!sealed || refused !== null || logKey(run.log) !== logKey(log)) continue;
    for (const seal of run.seals) seals.set(seal.seq, [...(seals.get(seal.seq) ?? []), seal]);
  }
  return seals;
}

const isAt = (seal: Seal, entry: Entry | undefined): boolean =>
  entry !== undefined && compareBytes(seal.id, entry.id) === 0;

/** Follows one log from its head through admitted entries, as far as a seal reaches. */
function assemble(options: AdmissionOptions, log: LogRef, admitted: readonly Admitted[]): Run | null {
  const head = options.headOf(log);
  const first = head === null ? 0 : head.seq + 1;
  const byPrev = new Map<OperationId, Entry>();
  for (const { entry } of admitted) {
    const prev = operationIdOf(entry.header.prev);
    if (!byPrev.has(prev)) byPrev.set(prev, entry);
  }
  const chain: Entry[] = [];
  const start = head === null ? NO_ENTRY : head.id;
  for (let at = byPrev.get(operationIdOf(start)); at !== undefined; at = byPrev.get(operationIdOf(at.id)))
    chain.push(at);
  const seals = sealsOf(options.staged, log);
  const sealAt = (seq: number): Seal | undefined =>
    seals.get(seq)?.find((seal) => isAt(seal, chain[seq - first]));
  const sealed = chain.findLastIndex((entry) => sealAt(entry.header.seq) !== undefined);
  if (sealed < 0) return null;
  const places = sealPositions(first, first + sealed).map(sealAt);
  const whole = places.filter((seal) => seal !== undefined);
  if (whole.length < places.length) return null;
  return { mesh: options.keys.mesh, log, entries: chain.slice(0, sealed + 1), seals: whole };
}

function assembleAll(options: AdmissionOptions, admitted: Iterable<Admitted>): Run[] {
  const byLog = new Map<string, Admitted[]>();
  for (const one of admitted) {
    const key = logKey(one.entry.header);
    byLog.set(key, [...(byLog.get(key) ?? []), one]);
  }
  return [...byLog.values()].flatMap((ofLog) => {
    const header = ofLog[0]?.entry.header;
    if (header === undefined) return [];
    return assemble(options, { space: header.space, device: header.device }, ofLog) ?? [];
  });
}

/** Finds what can be accepted now; marks those staged runs that never can. */
export async function admit(options: AdmissionOptions): Promise<Admission> {
  let within: Set<OperationId> | null = null;
  for (;;) {
    const attempt: Attempt = new Attempt(options, within);
    await attempt.run();
    const admitted = [...attempt.admitted.values()];
    const runs = assembleAll(
      options,
      admitted.filter(({ inLog }) => inLog),
    );
    const kept = new Set(runs.flatMap(({ entries }) => entries.map(({ id }) => operationIdOf(id))));
    for (const { operation, inLog } of admitted) if (!inLog) kept.add(operation.id);
    if (kept.size === admitted.length) {
      const operations = admitted.map(({ operation }) => operation);
      return { runs, operations: operations.filter(({ id }) => !options.control.has(id)) };
    }
    within = kept;
  }
}
