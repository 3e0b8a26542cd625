/**
 * How data runs from elsewhere come in (docs/protocol.md, "Receiving a run"): judged by the membership, sealed by
 * their author, up to its cut; of a fork our branch stays. One at a time for each log: its caller sees to that.
 */
import type { Entry } from "../log/entry.ts";
import type { LogRef } from "../log/log-ref.ts";
import type { Run } from "../log/run.ts";
import type { Membership } from "../membership/membership.ts";
import type { Store } from "../store/store.ts";
import type { Arrival } from "./control-intake.ts";
import type { ControlKeys } from "./control-log.ts";
import type { Erasing } from "./erasing.ts";
import { findFork, keepEvidence } from "./forks.ts";
import type { HeldLogs } from "./holdings.ts";
import type { HouseUse } from "./house-use.ts";
import { judgeData } from "./judge-data.ts";
import type { LogCuts } from "./log-cuts.ts";
import { countedPart, type Quarantined, quarantinePut, restAfter } from "./quarantine.ts";
import type { Received, WaitingFor } from "./received.ts";
import { verifySeals } from "./stage.ts";
import { standingOf } from "./standing.ts";

interface IntakeParts {
  readonly store: Store;
  readonly keys: ControlKeys;
  readonly held: HeldLogs;
  readonly cuts: LogCuts;
  readonly use: HouseUse;
  readonly erasing: Erasing;
  readonly membership: () => Membership;
  /** Stores the runs, all or nothing. */
  readonly commit: (arrival: Arrival) => Promise<void>;
}

export class DataIntake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  async receive(received: Run): Promise<Received> {
    const { store, keys, held, erasing } = this.#parts;
    const run = erasing.strip(received);
    const standing = await standingOf(run, { store, mesh: keys.mesh, holding: held.get(run.log) });
    if (standing.kind === "answered") return standing.received;
    if (standing.kind === "ahead") return this.#waiting(run, "entries");
    const forked = standing.kind === "forked";
    const rest = this.#counted(forked ? run : standing.rest);
    if (rest === null) return { kind: "refused", reason: "past-cut" };
    if (this.#parts.use.isFull(run.log.device)) return { kind: "refused", reason: "over-limit" };
    const refusal = await this.#judge(run, rest, forked ? [] : await this.#headsAt(run.log));
    if (refusal !== null) return refusal;
    return forked ? this.#takeBranch(run) : this.#store(rest);
  }

  async #judge(run: Run, rest: Run, heads: Entry["header"]["heads"]): Promise<Received | null> {
    const verdict = judgeData(rest, this.#parts.membership(), heads);
    if (this.#parts.erasing.lacksOrder(rest)) return this.#waiting(run, "operations");
    if (verdict.kind === "waiting") return this.#waiting(run, verdict.for);
    if (verdict.kind === "refused") return verdict;
    const isSealed = await verifySeals(this.#parts.keys.signatures, verdict.key, rest);
    return isSealed ? null : { kind: "refused", reason: "bad-seal" };
  }

  async #store(run: Run): Promise<Received> {
    await this.#parts.commit({ runs: [run], operations: [] });
    return { kind: "stored", count: run.entries.length };
  }

  async #takeBranch(run: Run): Promise<Received> {
    const { store, held, cuts } = this.#parts;
    if (await cuts.giveWay(run.log)) return this.receive(run);
    const holding = held.get(run.log);
    const fork = holding === null ? null : await findFork(store, run, holding);
    if (fork === null) return { kind: "refused", reason: "malformed" };
    await keepEvidence(store, run, fork);
    return { kind: "fork", ...fork };
  }

  /** Takes out of quarantine what counts after all. */
  async letOut({ key, run }: Quarantined): Promise<void> {
    const { store, held, membership } = this.#parts;
    const counted = countedPart(membership(), run);
    // It may be held already: a crash came between storing it and taking it out of quarantine.
    if (counted === null || held.next(run.log) < (run.entries[0]?.header.seq ?? 0)) return;
    if ((await this.receive(counted)).kind !== "stored") return;
    const rest = restAfter(run, held.next(run.log) - 1);
    await store.put([{ key, value: null }, ...(rest === null ? [] : [quarantinePut(rest)])]);
  }

  /** What of a run counts. Of strangers all: whether they are let in, others may tell later. */
  #counted(run: Run): Run | null {
    const membership = this.#parts.membership();
    return membership.removed.has(run.log.device) ? countedPart(membership, run) : run;
  }

  /** Membership heads that the last entry of a log names. */
  async #headsAt(log: LogRef): Promise<Entry["header"]["heads"]> {
    const { store, held } = this.#parts;
    const holding = held.get(log);
    if (holding === null) return [];
    const [last] = await store.read(log, holding.high, holding.high);
    return last?.header.heads ?? [];
  }

  #waiting(run: Run, what: WaitingFor): Received {
    return { kind: "waiting", for: what, from: this.#parts.held.next(run.log), count: 0 };
  }
}
