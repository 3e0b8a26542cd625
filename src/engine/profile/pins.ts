/**
 * PINs until the end of a shift: per vault the master key sealed under six digits, in this program's
 * memory and nowhere else. A box is overwritten when its hours are over, after five wrong tries, and
 * when the program closes; then only the passphrase opens.
 */
import {
  asMasterKey,
  openUnderPin,
  sealUnderPin,
  wipePinBox,
  type MasterKey,
  type PinBox,
  type RandomBytes,
} from "#crypto";
import type { Clock } from "#sync";
import { EngineError, PIN_HOURS, type PinHours, type UnixMillis, type VaultId } from "../api/index.ts";

export const PIN_TRIES = 5;
const HOUR_MS = 60 * 60_000;
const RUNS = ["0123456789", "9876543210"];

interface Pin {
  readonly box: PinBox;
  readonly until: UnixMillis;
  readonly timer: AbortController;
  left: number;
}

export interface PinsOptions {
  readonly random: RandomBytes;
  readonly clock: Clock;
  readonly unsafeTestingLowCost?: boolean;
}

/** Six equal digits, or six in a row up or down, are the first that anybody tries. */
const isSimple = (pin: string): boolean =>
  new Set(pin).size === 1 || RUNS.some((digits) => digits.includes(pin));

/** Throws `pin-format` and `pin-simple`. */
export function checkPin(pin: string): void {
  if (!/^\d{6}$/u.test(pin)) throw new EngineError({ code: "pin-format" });
  if (isSimple(pin)) throw new EngineError({ code: "pin-simple" });
}

export class Pins {
  readonly #options: PinsOptions;
  readonly #pins = new Map<VaultId, Pin>();

  constructor(options: PinsOptions) {
    this.#options = options;
  }

  /** Sets the PIN of a vault, in place of the one before. */
  async set(
    vault: VaultId,
    wish: { readonly master: MasterKey; readonly pin: string; readonly hours: PinHours },
  ): Promise<void> {
    const { random, clock, unsafeTestingLowCost = false } = this.#options;
    checkPin(wish.pin);
    const hours = PIN_HOURS.find((one) => one === wish.hours) ?? PIN_HOURS[0];
    const box = await sealUnderPin({ pin: wish.pin, secret: wish.master, random, unsafeTestingLowCost });
    this.end(vault);
    const timer = new AbortController();
    this.#pins.set(vault, { box, until: clock.now() + hours * HOUR_MS, timer, left: PIN_TRIES });
    clock.sleep(hours * HOUR_MS, timer.signal).then(
      () => {
        this.end(vault);
      },
      () => undefined,
    );
  }

  /** The vault's master key. Throws `wrong-pin` with the tries left, and `pin-ended`. */
  async open(vault: VaultId, pin: string): Promise<MasterKey> {
    const kept = this.#current(vault);
    if (kept === null) throw new EngineError({ code: "pin-ended" });
    // counted before the answer is known: no two guesses share a try
    kept.left -= 1;
    const { unsafeTestingLowCost = false } = this.#options;
    // an empty PIN takes the same time as any other wrong one
    const secret = await openUnderPin({ pin: pin === "" ? " " : pin, box: kept.box, unsafeTestingLowCost });
    if (secret !== null) {
      kept.left = PIN_TRIES;
      return asMasterKey(secret);
    }
    if (kept.left > 0) throw new EngineError({ code: "wrong-pin", left: kept.left });
    this.end(vault);
    throw new EngineError({ code: "pin-ended" });
  }

  triesLeft(vault: VaultId): number | null {
    return this.#current(vault)?.left ?? null;
  }

  until(vault: VaultId): UnixMillis | null {
    return this.#current(vault)?.until ?? null;
  }

  end(vault: VaultId): void {
    const kept = this.#pins.get(vault);
    if (kept === undefined) return;
    this.#pins.delete(vault);
    kept.timer.abort();
    wipePinBox(kept.box);
  }

  endAll(): void {
    for (const vault of [...this.#pins.keys()]) this.end(vault);
  }

  /** The PIN, unless its hours are over. */
  #current(vault: VaultId): Pin | null {
    const kept = this.#pins.get(vault);
    if (kept === undefined) return null;
    if (kept.until > this.#options.clock.now() && kept.left > 0) return kept;
    this.end(vault);
    return null;
  }
}
