/** What the engine offers against the loss of devices: twelve words, backups. */
import type { DeviceId } from "#sync";

/** Which of a house's two sets of words. */
export type WordsKind = "site" | "protected";

export interface Recovering {
  /** The twelve words of the house, however they are typed. */
  readonly words: string;
  /** The words of `protected`; null or absent: its records stay shut. */
  readonly protectedWords?: string | null;
  readonly personName: string;
  readonly passphrase: string;
  /** Where to ask; absent: whoever the local network announces. */
  readonly peers?: readonly string[];
}

/** What a restored profile is let in by. `passphrase`: by nothing yet, it only reads. */
export type Restoring =
  | ({ readonly by: "words" } & Recovering)
  | {
      readonly by: "invite";
      readonly code: string;
      readonly personName: string;
      readonly passphrase: string;
      /** As for joining: whom to ask for the letter of a seed. */
      readonly peers?: readonly string[];
    }
  | { readonly by: "passphrase"; readonly passphrase: string };

export interface Restored {
  readonly device: DeviceId;
  /** Four words to compare, for an invite; else null. */
  readonly words: string | null;
}

export type RecoveryFault =
  /** Not twelve words of the list, or one of them is another. */
  | { readonly code: "recovery-words-mistyped" }
  /** Nobody who answers knows these words: another house's, or no longer the house's. */
  | { readonly code: "recovery-words-unknown" }
  | { readonly code: "recovery-words-void" }
  | { readonly code: "not-a-backup" | "backup-not-yours" }
  /** This profile is a copy: the same device wrote elsewhere. */
  | { readonly code: "copied" };

export interface RecoveryCommands {
  /**
   * Makes a new device coordinator of the house whose words these are, in a profile that is empty or locked.
   * Faults: `recovery-words-mistyped`, `recovery-words-unknown`, `recovery-words-void`, `no-peer`.
   */
  recover(wish: Recovering): Promise<{ readonly device: DeviceId }>;
  /** New words of the own house in place of the old ones. Faults: `not-allowed`. */
  newWords(kind: WordsKind): Promise<{ readonly recoveryWords: string }>;
  /** Everything that this profile holds, as one sealed file. */
  backup(): Promise<Uint8Array>;
  /** Makes a new device from a backup, in an empty profile. Faults: `not-a-backup`, `backup-not-yours`. */
  restore(file: Uint8Array, wish: Restoring): Promise<Restored>;
}
