/**
 * The part of the engine's contract that is about vaults and locks: who may open what, how wrong
 * tries are slowed, what a locked screen may show, and what waits behind the lock.
 */
import type { Brand } from "#crypto";

/** One vault of a profile. */
export type VaultId = Brand<string, "VaultId">;

/**
 * By which a locked screen tells vaults apart (docs/decisions/0007-badges.md). A closed list: what
 * cannot be typed cannot name anybody.
 */
export const BADGES = [
  ...["star", "moon", "sun", "leaf", "flower", "tree"],
  ...["fish", "bird", "mountain", "bell", "boat", "umbrella"],
] as readonly Badge[];

export type Badge =
  | "star"
  | "moon"
  | "sun"
  | "leaf"
  | "flower"
  | "tree"
  | "fish"
  | "bird"
  | "mountain"
  | "bell"
  | "boat"
  | "umbrella";

/** What may be shown on a locked screen: the house's name and a badge, nobody's name. */
export interface VaultLabel {
  readonly vault: VaultId;
  readonly siteName: string | null;
  readonly badge: Badge;
  /** From 2 on where more vaults than badges are in the profile; else 1. */
  readonly badgeNumber: number;
  /** Seconds until a passphrase may be tried; 0: now. */
  readonly waitSeconds: number;
  /** Tries left of the PIN that opens this vault until the end of the shift; null: passphrase only. */
  readonly pinTries: number | null;
}

/** Why a lock stays as it is. The same for every wrong passphrase, whatever is wrong with it. */
export type LockFault =
  /** `seconds`: until the next try; 0 for at once. */
  | { readonly code: "wrong-passphrase" | "try-later"; readonly seconds: number }
  | { readonly code: "passphrase-too-short"; readonly least: number }
  | { readonly code: "wrong-pin"; readonly left: number }
  | { readonly code: "vault-damaged" | "which-vault" | "same-passphrase" }
  /** What leaving this computer would lose, said before: asked again with `despite`, it is done. */
  | { readonly code: "unsent"; readonly records: number }
  | { readonly code: "only-protection" }
  | { readonly code: "pin-ended" | "pin-format" | "pin-simple" }
  | { readonly code: "draft-too-large"; readonly bytes: number; readonly most: number };

/** Forms that may be left half filled. */
export const DRAFT_NAMES = ["arrival", "report", "report-photo", "paper-list"] as const;
export type DraftName = (typeof DRAFT_NAMES)[number];
export type Drafts = Readonly<Partial<Record<DraftName, string>>>;

export interface DraftWish {
  /** Whose it is. */
  readonly vault: VaultId;
  readonly name: DraftName;
  readonly text: string | null;
}

/** Hours that a PIN may last: a long shift at most. */
export const PIN_HOURS = [4, 8, 12] as const;
export type PinHours = (typeof PIN_HOURS)[number];

export interface LockCommands {
  /**
   * Opens a vault; the only one where none is named. Another open vault is closed once the
   * passphrase has proved right. Wrong passphrases slow down: `try-later` until the wait is over,
   * for the right one too.
   */
  unlock(wish: { readonly vault?: VaultId; readonly passphrase: string }): Promise<void>;
  /** Throws `wrong-pin` with the tries left, `pin-ended` when only the passphrase opens. */
  unlockWithPin(wish: { readonly vault: VaultId; readonly pin: string }): Promise<void>;
  /** Drops what is open. A PIN that was set still opens. */
  lock(): Promise<void>;
  /**
   * Puts the open vault under another passphrase: one write, so that at any moment the old one or
   * the new one opens. Ends the PIN.
   */
  changePassphrase(wish: { readonly current: string; readonly next: string }): Promise<void>;
  /**
   * Lets six digits open this vault until so many hours have passed, five tries have failed, or this
   * engine ends. Asks for the passphrase, so that nobody sets one on a screen that was left open.
   */
  setPin(wish: {
    readonly passphrase: string;
    readonly pin: string;
    readonly hours: PinHours;
  }): Promise<void>;
  endPin(): Promise<void>;
  /**
   * Destroys the open vault: its keys, what it kept sealed for itself, and with the last one all that is
   * in the profile. For a person who no longer works on this computer; the mesh goes on knowing the
   * device until a coordinator takes it out. Unless `despite`: throws `unsent` while records are on
   * this computer alone, `only-protection` for the only keys of what is protected.
   */
  forgetVault(wish: { readonly passphrase: string; readonly despite?: boolean }): Promise<void>;
  /** Chooses the badge of the open vault. */
  setBadge(badge: Badge): Promise<void>;

  /**
   * Keeps what is half typed, sealed for this vault; null forgets it. Blanks at its end are not kept.
   * Throws `locked` when another vault is open: what one person typed never lands with another.
   */
  keepDraft(wish: DraftWish): Promise<void>;
  /** What was half typed in the open vault. */
  drafts(): Promise<Drafts>;
}
