/**
 * The locks of the fake engine: a passphrase, tries that are counted, a PIN, badges, drafts. With the
 * faults of the real ones; nothing is sealed and nothing takes time.
 */
import {
  type Badge,
  type Drafts,
  EngineError,
  type LockCommands,
  type VaultLabel,
} from "../../src/engine/api/index.ts";
import type { VaultId } from "./fake-types.ts";

const LEAST_PASSPHRASE = 12;
const FREE_TRIES = 3;
const FIRST_WAIT_S = 5;
const PIN_TRIES = 5;
const HOUR = 60 * 60_000;

export interface FakeLocksOptions {
  readonly vault: VaultId;
  readonly siteName: () => string;
  readonly passphrase: string;
  readonly now: () => number;
  /** Other people with a vault on this computer; their passphrase is the same. */
  readonly others: number;
}

export class FakeLocks {
  readonly drafts = new Map<string, string>();
  private readonly badges = new Map<VaultId, Badge>();
  private readonly options: FakeLocksOptions;
  private passphrase: string;
  private failed = 0;
  private waitUntil = 0;
  private pin: { readonly pin: string; readonly until: number; left: number } | null = null;
  /** Whose vault is open, or was last. */
  current: VaultId;

  constructor(options: FakeLocksOptions) {
    this.options = options;
    this.passphrase = options.passphrase;
    this.current = options.vault;
    this.badges.set(options.vault, "star");
    for (let n = 0; n < options.others; n++)
      this.badges.set(`${options.vault}${n}` as VaultId, n === 0 ? "moon" : "fish");
  }

  badge(): Badge {
    return this.badges.get(this.current) ?? "star";
  }

  setBadge(badge: Badge): void {
    this.badges.set(this.current, badge);
  }

  pinUntil(): number | null {
    return this.pin?.until ?? null;
  }

  private wait(): number {
    return Math.max(0, Math.ceil((this.waitUntil - this.options.now()) / 1000));
  }

  labels(): readonly VaultLabel[] {
    return [...this.badges].map(([vault, badge]) => ({
      vault,
      siteName: this.options.siteName(),
      badge,
      badgeNumber: 1,
      waitSeconds: vault === this.options.vault ? this.wait() : 0,
      pinTries: vault === this.options.vault ? (this.pin?.left ?? null) : null,
    }));
  }

  checkNew(passphrase: string): void {
    if (passphrase.length < LEAST_PASSPHRASE)
      throw new EngineError({ code: "passphrase-too-short", least: LEAST_PASSPHRASE });
    this.passphrase = passphrase;
  }

  prove(passphrase: string): void {
    const left = this.wait();
    if (left > 0) throw new EngineError({ code: "try-later", seconds: left });
    if (passphrase === this.passphrase) {
      this.failed = 0;
      return;
    }
    this.failed += 1;
    const seconds = this.failed < FREE_TRIES ? 0 : FIRST_WAIT_S * 2 ** (this.failed - FREE_TRIES);
    this.waitUntil = this.options.now() + seconds * 1000;
    throw new EngineError({ code: "wrong-passphrase", seconds });
  }

  unlock({ vault, passphrase }: Parameters<LockCommands["unlock"]>[0]): void {
    if (vault === undefined && this.badges.size > 1) throw new EngineError({ code: "which-vault" });
    this.prove(passphrase);
    this.current = vault ?? this.options.vault;
  }

  unlockWithPin({ pin }: Parameters<LockCommands["unlockWithPin"]>[0]): void {
    if (this.pin === null) throw new EngineError({ code: "pin-ended" });
    this.pin.left -= 1;
    if (this.pin.pin === pin) {
      this.pin.left = PIN_TRIES;
      return;
    }
    const { left } = this.pin;
    if (left === 0) this.endPin();
    throw new EngineError(left === 0 ? { code: "pin-ended" } : { code: "wrong-pin", left });
  }

  setPin({ passphrase, pin, hours }: Parameters<LockCommands["setPin"]>[0]): void {
    if (!/^\d{6}$/u.test(pin)) throw new EngineError({ code: "pin-format" });
    if (new Set(pin).size === 1) throw new EngineError({ code: "pin-simple" });
    this.prove(passphrase);
    this.pin = { pin, until: this.options.now() + hours * HOUR, left: PIN_TRIES };
  }

  endPin(): void {
    this.pin = null;
  }

  changePassphrase({ current, next }: Parameters<LockCommands["changePassphrase"]>[0]): void {
    this.prove(current);
    if (current === next) throw new EngineError({ code: "same-passphrase" });
    this.checkNew(next);
    this.endPin();
  }

  keepDraft({ vault, name, text }: Parameters<LockCommands["keepDraft"]>[0]): void {
    if (vault !== this.current) throw new EngineError({ code: "locked" });
    if (text === null) this.drafts.delete(`${vault}/${name}`);
    else this.drafts.set(`${vault}/${name}`, text);
  }

  draftsOfCurrent(): Drafts {
    const own = [...this.drafts].filter(([key]) => key.startsWith(`${this.current}/`));
    return Object.fromEntries(own.map(([key, text]) => [key.slice(this.current.length + 1), text]));
  }
}
