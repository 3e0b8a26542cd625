/**
 * How control runs from elsewhere come in (docs/protocol.md, "Receiving control", "Detached runs"): staged
 * until what they follow is here, then put into their logs; or kept beside them where another branch or a cut
 * stands in their place. One at a time: its caller sees to that.
 */
import type { LogHead } from "../log/append.ts";
import type { OperationId } from "../ids.ts";
import { operationIdOf } from "../ids.ts";
import type { LogRef } from "../log/log-ref.ts";
import { type Run, sliceRun } from "../log/run.ts";
import type { AuthoredOperation } from "../membership/operations.ts";
import { controlEndOf } from "../membership/removal.ts";
import type { Store } from "../store/store.ts";
import { admit } from "./admission.ts";
import type { ControlKeys, ControlLog } from "./control-log.ts";
import { type DetachedRuns, missingOperations } from "./detached.ts";
import { findFork } from "./forks.ts";
import type { HeldLogs } from "./holdings.ts";
import type { HouseUse } from "./house-use.ts";
import type { Received, WaitingFor } from "./received.ts";
import { Stage, type Staged, verifySeals } from "./stage.ts";
import { MALFORMED, type Standing, standingOf } from "./standing.ts";

/** Whole runs for their logs, and operations that are new. */
export interface Arrival {
  readonly runs: readonly Run[];
  readonly operations: readonly AuthoredOperation[];
}

interface IntakeParts {
  readonly store: Store;
  readonly keys: ControlKeys;
  readonly control: ControlLog;
  readonly held: HeldLogs;
  readonly detached: DetachedRuns;
  readonly use: HouseUse;
  /** Stores the runs, all or nothing, and counts the operations. */
  readonly commit: (arrival: Arrival) => Promise<void>;
}

export class ControlIntake {
  readonly #parts: IntakeParts;
  readonly #stage = new Stage();

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  async receive(whole: Run): Promise<Received> {
    const run = this.#upToEnd(whole);
    const standing = await this.#stand(run);
    if (standing.kind === "answered") return standing.received;
    const isBeside = standing.kind === "forked" || this.#isPastEnd(run.log) || this.#isOverLimit(run.log);
    if (isBeside) return this.#receiveDetached(run, standing);
    const { held } = this.#parts;
    const before = held.next(run.log);
    const staged = this.#stage.add(standing.kind === "next" ? standing.rest : run);
    await this.admitStaged();
    if (staged.refused !== null) return { kind: "refused", reason: staged.refused };
    const after = await this.#stand(run);
    if (after.kind === "forked") return this.#receiveDetached(run, after);
    const count = held.next(run.log) - before;
    if (after.kind === "answered") return { kind: "stored", count };
    return { kind: "waiting", for: this.#waitsFor(run, after), from: held.next(run.log), count };
  }

  #stand(run: Run): Promise<Standing> {
    const { store, keys, held } = this.#parts;
    return standingOf(run, { store, mesh: keys.mesh, holding: held.get(run.log) });
  }

  #endOf(log: LogRef): number {
    const { control } = this.#parts;
    if (!control.hasEnds()) return Infinity;
    return controlEndOf(control.membership(), log.device)?.seq ?? Infinity;
  }

  /** Whether we hold all that counts of a log by itself: more of it only where somebody cites it. */
  #isPastEnd(log: LogRef): boolean {
    return this.#parts.held.next(log) > this.#endOf(log);
  }

  #isOverLimit({ device }: LogRef): boolean {
    return this.#parts.use.isControlFull(device);
  }

  /** A run to the first seal at or behind the end of its log. */
  #upToEnd(run: Run): Run {
    const end = this.#endOf(run.log);
    const seal = run.seals.find(({ seq }) => seq >= end);
    return (seal && sliceRun(run, run.entries[0]?.header.seq ?? 0, seal.seq)) ?? run;
  }

  #waitsFor(run: Run, standing: Standing): WaitingFor {
    if (standing.kind === "ahead") return "entries";
    return this.#parts.control.authors.keyOf(run.log.device) === null ? "author" : "operations";
  }

  /**
   * A run that goes into no log: kept when something here cites an operation of it, or when it is the first
   * that tells of a fork. Anything else could be sent without end.
   */
  async #receiveDetached(run: Run, { kind }: Standing): Promise<Received> {
    const { control, store, detached, keys } = this.#parts;
    const key = control.authors.keyOf(run.log.device);
    if (key === null || !(await verifySeals(keys.signatures, key, run)))
      return { kind: "refused", reason: "bad-seal" };
    const ids = run.entries.map(({ id }) => operationIdOf(id));
    if (ids.every((id) => this.#knows(id))) return { kind: "stored", count: 0 };
    const missing = new Set(this.missing());
    const isNews = kind === "forked" && !this.#isKnownFork(run.log);
    if (!isNews && !ids.some((id) => missing.has(id)))
      return { kind: "refused", reason: this.#isOverLimit(run.log) ? "over-limit" : "past-cut" };
    await store.put(detached.putsFor(run));
    detached.add(run);
    await this.admitStaged();
    return isNews ? this.#describeFork(run) : { kind: "stored", count: 0 };
  }

  #isKnownFork({ device }: LogRef): boolean {
    const { control, detached } = this.#parts;
    return detached.has(device) || control.membership().forks.has(device);
  }

  async #describeFork(run: Run): Promise<Received> {
    const { store, held } = this.#parts;
    const holding = held.get(run.log);
    const fork = holding === null ? null : await findFork(store, run, holding);
    return fork === null ? { kind: "stored", count: 0 } : { kind: "fork", ...fork };
  }

  #knows(operation: OperationId): boolean {
    return this.#parts.control.has(operation);
  }

  /** Operations that somebody here follows and that are nowhere here: a peer may have them. */
  missing(): readonly OperationId[] {
    const { detached } = this.#parts;
    const isBound = (log: LogRef): boolean => this.#isOverLimit(log);
    return missingOperations({ staged: this.#stage.all(), detached, isBound }, (id) => this.#knows(id));
  }

  /** Takes off the stage, and counts of what is detached, whatever can be admitted now. */
  async admitStaged(): Promise<void> {
    const { control, keys, held, detached, commit } = this.#parts;
    const headOf = (log: LogRef): LogHead | null => {
      const holding = held.get(log);
      return holding === null ? null : { seq: holding.high, id: holding.head };
    };
    for (;;) {
      const [staged, beside] = [this.#stage.all(), detached.pending((id) => this.#knows(id))];
      if (staged.length + beside.length === 0) return;
      const arrival = await admit({ staged, detached: beside, control, keys, headOf });
      const isNew = arrival.runs.length + arrival.operations.length > 0;
      if (isNew) await commit(arrival);
      // Where nothing was stored, only a refusal can have changed how a staged run stands.
      for (const one of staged) if (isNew || one.refused !== null) await this.#settle(one);
      if (!isNew) return;
    }
  }

  /** Takes a staged run off the stage when it is stored, refused or a fork. */
  async #settle(staged: Staged): Promise<void> {
    const standing = staged.refused === null ? await this.#stand(staged.run) : MALFORMED;
    if (standing.kind !== "forked" && standing.kind !== "answered") return;
    this.#stage.remove(staged);
    if (standing.kind === "forked") await this.#receiveDetached(staged.run, standing);
  }
}
