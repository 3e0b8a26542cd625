/**
 * Wrong passphrases slow down: how many were typed in a row for each vault, kept in the profile so
 * that neither a reload nor a new process begins anew. The wait is bounded: a lock that somebody
 * teases must not keep a house from its records. On a thief's own machine only Argon2id slows him.
 */
import { Reader, type Clock, type Store, StoreError, Writer } from "#sync";
import { EngineError, type UnixMillis, type VaultId } from "../api/index.ts";

/** Wrong tries in a row, and when the last one began. */
export interface Tries {
  readonly failed: number;
  readonly at: UnixMillis;
}

/** A person who mistypes twice waits for nothing. */
export const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
export const LONGEST_WAIT_MS = 5 * 60_000;

/** How long nothing is tried after so many wrong ones in a row. */
export function waitAfter(failed: number): number {
  if (failed < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failed - FREE_TRIES));
}

/** What is left of the wait. A clock that was set back makes nobody wait longer than the whole of it. */
export function waitLeft({ failed, at }: Tries, now: UnixMillis): number {
  const wait = waitAfter(failed);
  return Math.min(wait, Math.max(0, at + wait - now));
}

const secondsOf = (ms: number): number => Math.ceil(ms / 1000);

const NONE: Tries = { failed: 0, at: 0 };
const MOST_FAILED = 1_000_000;

const keyOf = (vault: VaultId): string => `tries/${vault}`;

const encode = ({ failed, at }: Tries): Uint8Array =>
  new Writer()
    .varint(failed)
    .varint(Math.max(0, Math.floor(at)))
    .finish();

function decode(bytes: Uint8Array): Tries {
  const reader = new Reader(bytes);
  const tries = { failed: reader.varint(), at: reader.varint() };
  return reader.finish() ? tries : NONE;
}

/** Counts the tries of one profile. */
export class TryCounter {
  readonly #store: Store;
  readonly #clock: Clock;
  /** What is true where the disk refuses to keep it: a full disk must lock nobody out. */
  readonly #known = new Map<VaultId, Tries>();

  constructor({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Seconds until a passphrase may be tried. */
  async secondsLeft(vault: VaultId): Promise<number> {
    return secondsOf(waitLeft(await this.#read(vault), this.#clock.now()));
  }

  /**
   * Counts one try before it is made, so that a process that is killed in the middle has made it.
   * Throws `try-later` while the wait lasts. Gives the seconds to wait if the try proves wrong.
   */
  async begin(vault: VaultId): Promise<number> {
    const before = await this.#read(vault);
    const left = waitLeft(before, this.#clock.now());
    if (left > 0) throw new EngineError({ code: "try-later", seconds: secondsOf(left) });
    const failed = Math.min(MOST_FAILED, before.failed + 1);
    await this.#write(vault, { failed, at: this.#clock.now() });
    return secondsOf(waitAfter(failed));
  }

  /** The passphrase was right: whoever comes next begins anew. */
  async passed(vault: VaultId): Promise<void> {
    await this.#write(vault, null);
  }

  /** Of a vault that is no more. */
  forget(vault: VaultId): void {
    this.#known.delete(vault);
  }

  async #read(vault: VaultId): Promise<Tries> {
    const known = this.#known.get(vault);
    const bytes = known === undefined ? await this.#store.get(keyOf(vault)) : null;
    const tries = known ?? (bytes === null ? NONE : decode(bytes));
    const now = this.#clock.now();
    if (tries.failed === 0 || tries.at <= now) return tries;
    // the clock was set back: the wait counts from here, and not from a time that may never come
    const again = { ...tries, at: now };
    await this.#write(vault, again);
    return again;
  }

  async #write(vault: VaultId, tries: Tries | null): Promise<void> {
    this.#known.set(vault, tries ?? NONE);
    try {
      await this.#store.put([{ key: keyOf(vault), value: tries === null ? null : encode(tries) }]);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }
}
