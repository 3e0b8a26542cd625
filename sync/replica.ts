/**
 * The replica: a store seen through its mesh's rules, the one object that engine, hub and sessions
 * share (docs/protocol.md, "Receiving a run"). Carries what it cannot read.
 *
 * 1. Nothing is stored of a stranger before its chain, ids, seals, author, permission and membership
 *    heads were checked; what is reported as stored is on the disk.
 * 2. One log is written by one at a time; all of `control` counts as one log.
 * 3. The order in which runs arrive, their cuts and repetitions do not change what is held in the end.
 * 4. Of a forked data log our branch stays, the other is kept as evidence; of a forked control log both count.
 * 5. Of a device that is out no entry past its cut is in a log: it is in quarantine.
 * 6. Of what was ordered to be erased only stubs are here, wherever entries are kept.
 */
import type { Hash, Signatures, SpaceKey } from "#crypto";
import { type DeviceId, idBytes, type MeshId, type OperationId, operationIdOf, type SiteId } from "./ids.ts";
import { isWhole } from "./log/check-run.ts";
import type { Entry } from "./log/entry.ts";
import { type LogRef, logKey } from "./log/log-ref.ts";
import type { Run } from "./log/run.ts";
import type { Seal } from "./log/seal.ts";
import type { Cut } from "./membership/cut.ts";
import type { Membership } from "./membership/membership.ts";
import type { AuthoredOperation } from "./membership/operations.ts";
import { controlEndOf } from "./membership/removal.ts";
import { type Arrival, ControlIntake } from "./replica/control-intake.ts";
import { ControlLog, type ControlKeys, readOperation } from "./replica/control-log.ts";
import { DetachedRuns } from "./replica/detached.ts";
import { DataIntake } from "./replica/data-intake.ts";
import { type CarriedOut, Erasing } from "./replica/erasing.ts";
import { forkedDevices } from "./replica/forks.ts";
import { HeldLogs } from "./replica/holdings.ts";
import { HouseUse, type Use } from "./replica/house-use.ts";
import { LogCuts } from "./replica/log-cuts.ts";
import {
  allQuarantined,
  limitOf,
  quarantinedEntries,
  type QuarantinedLog,
  quarantinedLogs,
} from "./replica/quarantine.ts";
import type { Received } from "./replica/received.ts";
import { stretchAt } from "./replica/stretch.ts";
import { CONTROL } from "./space.ts";
import { type Holding, type KeyValue, type Store, StoreFailed } from "./store/store.ts";
import { createTurns, type Turns } from "./store/turns.ts";

/** What an append or a receipt changed. */
export interface ReplicaChange {
  readonly logs: readonly LogRef[];
  /** Whether control operations are among it. */
  readonly membership: boolean;
}

export interface Replica {
  readonly mesh: MeshId;
  /** What the operations held add up to. The same object until control grows. */
  membership(): Membership;
  /** What is held of each log that the filter takes; all without one. */
  holdings(filter?: (log: LogRef) => boolean): readonly Holding[];
  /** What is held of one log; null for nothing. */
  holding(log: LogRef): Holding | null;
  /** What peers are told of it: of a control log with an end, nothing past that. */
  offer(log: LogRef): Holding | null;
  offers(): readonly Holding[];
  /** Control operations that somebody here follows, and that are nowhere here. */
  missing(): readonly OperationId[];
  /** The stretch between two seals that holds a control operation; null when it is not here. */
  stretchWith(operation: OperationId): Promise<Run | null>;
  /** A device's own seals at the ends of its logs here: of its control log one for each branch. */
  tipsOf(device: DeviceId): Promise<readonly Cut[]>;
  /**
   * Stores runs that this device made, and values with them, all or nothing. Throws what
   * `Store.append` throws, and a TypeError on runs that are not whole or not of this mesh.
   */
  append(runs: readonly Run[], puts?: readonly KeyValue[]): Promise<void>;
  /**
   * Checks a run from elsewhere and stores it; a run may overlap what is held. Throws only what the
   * store throws (full, damaged), never for what the run is.
   */
  receive(run: Run): Promise<Received>;
  /** As the store's. */
  read(log: LogRef, from: number, to: number): Promise<readonly Entry[]>;
  /** As the store's. */
  seals(log: LogRef, from: number, to: number): Promise<readonly Seal[]>;
  /** Members of which two histories were met: somebody runs a copy of the device, or it lies. */
  copiedDevices(): Promise<ReadonlySet<DeviceId>>;
  /** How much of this disk each house fills, its devices that are out too. */
  use(): ReadonlyMap<SiteId, Use>;
  /** Whether a device, or its house, fills as much as it may: nobody takes more of it. */
  isFull(device: DeviceId): boolean;
  /** What stands past a cut here. */
  quarantined(): Promise<readonly QuarantinedLog[]>;
  /** The entries that stand past a cut here: of no log, and of no record. */
  quarantinedEntries(): Promise<readonly Entry[]>;
  /** How far the orders to erase of each device were carried out here, sorted by device. */
  carriedOut(): readonly CarriedOut[];
  /** Calls the listener, which must not throw, after each change; returns how to stop that. */
  onChange(listener: (change: ReplicaChange) => void): () => void;
}

export interface ReplicaOptions {
  readonly store: Store;
  readonly mesh: MeshId;
  /** Opens the control space; a joiner has it from its invite. */
  readonly meshKey: SpaceKey;
  readonly signatures: Signatures;
}

/** What a replica keeps in memory of its store. */
interface Opened {
  readonly control: ControlLog;
  readonly held: HeldLogs;
  readonly detached: DetachedRuns;
  readonly turns: Turns;
  readonly erasing: Erasing;
}

class StoredReplica implements Replica {
  readonly mesh: MeshId;
  readonly #store: Store;
  readonly #keys: ControlKeys;
  readonly #control: ControlLog;
  readonly #held: HeldLogs;
  readonly #detached: DetachedRuns;
  readonly #intake: ControlIntake;
  readonly #cuts: LogCuts;
  readonly #data: DataIntake;
  readonly #use: HouseUse;
  readonly #turns: Turns;
  readonly #erasing: Erasing;
  readonly #listeners = new Set<(change: ReplicaChange) => void>();
  /** The membership whose cuts were made. */
  #enforced: Membership | null = null;

  constructor(options: ReplicaOptions, { control, held, detached, turns, erasing }: Opened) {
    this.mesh = options.mesh;
    this.#turns = turns;
    this.#erasing = erasing;
    this.#detached = detached;
    const { store } = options;
    const membership = (): Membership => control.membership();
    const commit = (arrival: Arrival): Promise<void> => this.#commit(arrival);
    const onCut = (log: LogRef): void => {
      this.#tell({ logs: [log], membership: false });
    };
    this.#use = new HouseUse(control, held);
    const shared = { store, keys: options, held, use: this.#use, commit };
    this.#intake = new ControlIntake({ ...shared, control, detached });
    this.#cuts = new LogCuts({ store, mesh: options.mesh, held, membership, onCut });
    this.#data = new DataIntake({ ...shared, cuts: this.#cuts, membership, erasing });
    this.#store = options.store;
    this.#keys = options;
    this.#control = control;
    this.#held = held;
  }

  membership(): Membership {
    return this.#control.membership();
  }

  holdings(filter: (log: LogRef) => boolean = () => true): readonly Holding[] {
    return this.#held.all(filter);
  }

  holding(log: LogRef): Holding | null {
    return this.#held.get(log);
  }

  offer(log: LogRef): Holding | null {
    const holding = this.#held.get(log);
    if (holding === null || log.space !== CONTROL || !this.#control.hasEnds()) return holding;
    const end = controlEndOf(this.membership(), log.device);
    if (end === null || end.seq >= holding.high) return holding;
    if (end.id === null || end.seq < holding.low) return null;
    return { ...holding, high: end.seq, head: idBytes(end.id) as Hash };
  }

  offers(): readonly Holding[] {
    return this.#held.all(() => true).flatMap(({ log }) => this.offer(log) ?? []);
  }

  missing(): readonly OperationId[] {
    return this.#intake.missing();
  }

  async stretchWith(operation: OperationId): Promise<Run | null> {
    const one = this.#control.get(operation);
    const log = { space: CONTROL, device: one?.author ?? ("" as DeviceId) };
    const holding = this.#held.get(log);
    if (one === undefined || holding === null || one.seq > holding.high)
      return this.#detached.holding(operation);
    const run = await stretchAt({ store: this.#store, mesh: this.mesh }, holding, one.seq);
    const isOurs = run?.entries.some(({ id }) => operationIdOf(id) === operation) === true;
    return isOurs ? run : this.#detached.holding(operation);
  }

  async tipsOf(device: DeviceId): Promise<readonly Cut[]> {
    const cuts: Cut[] = [];
    for (const { log, high } of this.#held.all((one) => one.device === device)) {
      const [seal] = await this.#store.seals(log, high, high);
      if (seal !== undefined) cuts.push({ space: log.space, seal });
    }
    const beside = this.#detached.tipsOf(device, (operation) => this.#control.has(operation));
    return [...cuts, ...beside.map((seal) => ({ space: CONTROL, seal }))];
  }

  read(log: LogRef, from: number, to: number): Promise<readonly Entry[]> {
    return this.#store.read(log, from, to);
  }

  seals(log: LogRef, from: number, to: number): Promise<readonly Seal[]> {
    return this.#store.seals(log, from, to);
  }

  onChange(listener: (change: ReplicaChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Counts what is detached; nothing else is staged when a replica opens. */
  admitDetached(): Promise<void> {
    return this.#turns([CONTROL], () => this.#intake.admitStaged());
  }

  async append(runs: readonly Run[], puts: readonly KeyValue[] = []): Promise<void> {
    await this.#turns(runs.map(turnOf), async () => {
      if (!runs.every((run) => isWhole(run, this.mesh)))
        throw new TypeError("a run is not whole, or of another mesh");
      const operations = await this.#openOwn(runs.filter(isControl));
      await this.#commit({ runs, operations, puts });
      if (operations.length > 0) await this.#intake.admitStaged();
    });
    await this.enforce();
  }

  async #openOwn(runs: readonly Run[]): Promise<AuthoredOperation[]> {
    const operations: AuthoredOperation[] = [];
    for (const entry of runs.flatMap(({ entries }) => entries)) {
      const operation = await readOperation(entry, this.#keys);
      if (operation === null) throw new TypeError("a control entry is sealed under another mesh key");
      operations.push(operation);
    }
    return operations;
  }

  async receive(run: Run): Promise<Received> {
    if (run.mesh !== this.mesh) return { kind: "refused", reason: "other-mesh" };
    const received = await this.#turns([turnOf(run)], () =>
      (isControl(run) ? this.#intake : this.#data).receive(run),
    );
    await this.enforce();
    return received;
  }

  /** Upholds invariants 5 and 6. */
  async enforce(): Promise<void> {
    await this.#enforceCuts();
    if (!this.#control.hasErasures()) return;
    const logs = await this.#erasing.enforce();
    if (logs.length > 0) this.#tell({ logs, membership: false });
  }

  carriedOut(): readonly CarriedOut[] {
    return this.#erasing.carriedOut();
  }

  /**
   * Upholds invariant 5, and lets out of quarantine what counts after all. Control that takes nobody out is not
   * reduced for it: a first sync brings hundreds of such runs.
   */
  async #enforceCuts(): Promise<void> {
    if (!this.#control.hasEnds()) return;
    const membership = this.membership();
    if (membership === this.#enforced) return;
    this.#enforced = membership;
    for (const { log } of this.#held.all((one) => limitOf(membership, one) !== null)) {
      await this.#turns([logKey(log)], () => this.#cuts.enforce(log));
    }
    for (const quarantined of await allQuarantined(this.#store)) {
      await this.#turns([logKey(quarantined.run.log)], () => this.#data.letOut(quarantined));
    }
  }

  async copiedDevices(): Promise<ReadonlySet<DeviceId>> {
    const { forks, devices } = this.membership();
    const forked = [...forks.keys(), ...(await forkedDevices(this.#store))];
    return new Set(forked.filter((device) => devices.has(device)));
  }

  use(): ReadonlyMap<SiteId, Use> {
    return this.#use.all();
  }

  isFull(device: DeviceId): boolean {
    return this.#use.isFull(device) || this.#use.isControlFull(device);
  }

  quarantined(): Promise<readonly QuarantinedLog[]> {
    return quarantinedLogs(this.#store);
  }

  quarantinedEntries(): Promise<readonly Entry[]> {
    return quarantinedEntries(this.#store);
  }

  async #commit({ runs, operations, puts = [] }: Commit): Promise<void> {
    if (runs.length + puts.length > 0) await this.#store.append(runs, puts);
    for (const run of runs) this.#held.add(run);
    this.#control.add(operations);
    this.#tell({ logs: runs.map(({ log }) => log), membership: operations.length > 0 });
  }

  #tell(change: ReplicaChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

interface Commit extends Arrival {
  readonly puts?: readonly KeyValue[];
}

const isControl = (run: Run): boolean => run.log.space === CONTROL;
const turnOf = (run: Run): string => (isControl(run) ? CONTROL : logKey(run.log));

/**
 * Opens a replica on a store, an empty one too: a joiner knows the mesh's id and key, nothing else.
 * Reads the control logs. Throws `StoreDamaged` when one of them cannot be read (`verifyAll` tells
 * what else is wrong), and `StoreFailed` when the mesh key does not open them.
 */
export async function openReplica(options: ReplicaOptions): Promise<Replica> {
  const holdings = await options.store.holdings();
  const control = new ControlLog(options.mesh);
  for (const { log, low, high } of holdings.filter((holding) => holding.log.space === CONTROL)) {
    const entries = await options.store.read(log, low, high);
    control.add(await openAll(entries, options));
  }
  const detached = await DetachedRuns.load(options.store);
  const held = new HeldLogs(holdings);
  const turns = createTurns();
  const membership = (): Membership => control.membership();
  const erasing = await Erasing.open({ store: options.store, membership, turns });
  const replica = new StoredReplica(options, { control, held, detached, turns, erasing });
  await replica.admitDetached();
  await replica.enforce();
  return replica;
}

async function openAll(entries: readonly Entry[], keys: ControlKeys): Promise<AuthoredOperation[]> {
  const operations: AuthoredOperation[] = [];
  for (const entry of entries) {
    const operation = await readOperation(entry, keys);
    if (operation === null) throw new StoreFailed("this data belongs to a mesh with another key");
    operations.push(operation);
  }
  return operations;
}
