/**
 * Compares without being asked, from `start` until `stop`: whenever records came or changed, and with each hour. So a
 * house says that it has compared also while nobody looks at the list, and what it says of an hour tells that somebody
 * of its staff was at work, and not that somebody came.
 *
 * Nobody begins it but the open page and `sync --watch`: a command that opens a house for a moment neither does this
 * work nor waits for it. One comparison at a time, in the slices of the comparer.
 */
import type { Clock } from "#sync";
import { HOUR_MS } from "./say-compared.ts";

export interface SteadyComparisonOptions {
  readonly clock: Clock;
  /** Whether the one at this device may compare for the house now. */
  readonly may: () => boolean;
  readonly compare: () => Promise<unknown>;
}

/** What comes together is compared together. */
const PAUSE_MS = 1000;

export class SteadyComparison {
  readonly #options: SteadyComparisonOptions;
  readonly #stopping = new AbortController();
  #rest = new AbortController();
  #running: Promise<void> | null = null;

  constructor(options: SteadyComparisonOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something came or changed. */
  changed(): void {
    this.#rest.abort(new Error("there is something to compare"));
  }

  /** Resolves when nothing is at work any more. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error("stopped"));
    await this.#running;
  }

  async #run(): Promise<void> {
    const { clock } = this.#options;
    const stopped = this.#stopping.signal;
    while (!stopped.aborted) {
      await this.#sleep(PAUSE_MS, stopped);
      this.#rest = new AbortController();
      await this.#compare();
      await this.#sleep(HOUR_MS - (clock.now() % HOUR_MS), AbortSignal.any([stopped, this.#rest.signal]));
    }
  }

  async #compare(): Promise<void> {
    if (this.#stopping.signal.aborted || !this.#options.may()) return;
    // what fails stays to be compared, and fails before whoever asks for the pairs
    await this.#options.compare().catch(() => undefined);
  }

  async #sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (!signal.aborted) await this.#options.clock.sleep(ms, signal).catch(() => undefined);
  }
}
