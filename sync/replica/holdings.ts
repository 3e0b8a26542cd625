/**
 * What a replica holds of each log, kept beside the store so that comparing with a peer needs no
 * disk (docs/protocol.md, "Holdings").
 */
import type { DeviceId } from "../ids.ts";
import { storedBytes } from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import type { Run } from "../log/run.ts";
import type { Seal } from "../log/seal.ts";
import type { Holding } from "../store/store.ts";

/** Holdings by log; changes only after the store has acknowledged. */
export class HeldLogs {
  readonly #byLog: Map<string, Holding>;
  readonly #byDevice = new Map<DeviceId, number>();
  #bytes = 0;

  constructor(holdings: readonly Holding[]) {
    this.#byLog = new Map(holdings.map((holding) => [logKey(holding.log), holding]));
    for (const { log, bytes } of holdings) this.#count(log.device, bytes);
  }

  /** Bytes of all logs together, and by device. */
  get bytes(): number {
    return this.#bytes;
  }

  get byDevice(): ReadonlyMap<DeviceId, number> {
    return this.#byDevice;
  }

  bytesOf(device: DeviceId): number {
    return this.#byDevice.get(device) ?? 0;
  }

  #count(device: DeviceId, bytes: number): void {
    this.#bytes += bytes;
    this.#byDevice.set(device, this.bytesOf(device) + bytes);
  }

  get(log: LogRef): Holding | null {
    return this.#byLog.get(logKey(log)) ?? null;
  }

  /** The position that a log needs next. */
  next(log: LogRef): number {
    const holding = this.get(log);
    return holding === null ? 0 : holding.high + 1;
  }

  all(filter: (log: LogRef) => boolean): Holding[] {
    return [...this.#byLog.values()].filter(({ log }) => filter(log));
  }

  /** Takes a log as a cut left it; null when nothing is left. */
  cut(log: LogRef, tip: Seal | null): void {
    const held = this.get(log);
    if (tip === null) this.#byLog.delete(logKey(log));
    else if (held !== null) this.#byLog.set(logKey(log), { ...held, high: tip.seq, head: tip.id });
  }

  /** Takes a run that was stored. */
  add({ log, entries }: Run): void {
    const last = entries.at(-1);
    if (last === undefined) return;
    const held = this.get(log);
    const bytes = storedBytes(entries);
    const low = held?.low ?? 0;
    this.#byLog.set(logKey(log), {
      log,
      low,
      high: last.header.seq,
      head: last.id,
      bytes: (held?.bytes ?? 0) + bytes,
    });
    this.#count(log.device, bytes);
  }
}
