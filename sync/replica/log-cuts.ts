/** Ends logs where the membership cuts them: what stands past the cut goes to quarantine (docs/protocol.md, "Cuts"). */
import { equalBytes } from "#crypto";
import type { MeshId } from "../ids.ts";
import type { LogRef } from "../log/log-ref.ts";
import type { Seal } from "../log/seal.ts";
import type { Membership } from "../membership/membership.ts";
import type { Holding, Store } from "../store/store.ts";
import type { HeldLogs } from "./holdings.ts";
import { limitOf, takeOut } from "./quarantine.ts";

interface CutParts {
  readonly store: Store;
  readonly mesh: MeshId;
  readonly held: HeldLogs;
  readonly membership: () => Membership;
  /** Told of each log that was cut. */
  readonly onCut: (log: LogRef) => void;
}

export class LogCuts {
  readonly #parts: CutParts;

  constructor(parts: CutParts) {
    this.#parts = parts;
  }

  /** Ends a log at its cut; leaves it alone where it has none, or ends before. */
  async enforce(log: LogRef): Promise<void> {
    const { membership, held } = this.#parts;
    const limit = limitOf(membership(), log);
    const holding = held.get(log);
    if (limit === null || holding === null) return;
    const tip = await this.#heldTip(holding, limit.tip);
    if (tip?.seq === holding.high || (limit.tip?.seq ?? -1) > holding.high) return;
    await this.#cutAt(holding, tip);
  }

  /**
   * Sets our branch of a forked log aside where a cut names an entry that it does not hold: the other may be the
   * one that counts. Says whether it did. Who holds the named entry never gives way, so this ends.
   */
  async giveWay(log: LogRef): Promise<boolean> {
    const { membership, held } = this.#parts;
    const tip = limitOf(membership(), log)?.tip;
    const holding = held.get(log);
    if (tip === undefined || holding === null || (await this.#heldTip(holding, tip)) !== null) return false;
    await this.#cutAt(holding, null);
    return true;
  }

  async #cutAt(holding: Holding, tip: Seal | null): Promise<void> {
    const { store, held, onCut } = this.#parts;
    const { log } = holding;
    await store.cut(log, tip, await takeOut(this.#parts, holding, tip));
    held.cut(log, tip);
    onCut(log);
  }

  /** The tip when its entry is the one that we hold. Of another branch nothing counts: peers bring the right one. */
  async #heldTip({ log, high }: Holding, tip: Seal | undefined): Promise<Seal | null> {
    if (tip === undefined || tip.seq > high) return null;
    const [entry] = await this.#parts.store.read(log, tip.seq, tip.seq);
    return entry !== undefined && equalBytes(entry.id, tip.id) ? tip : null;
  }
}
