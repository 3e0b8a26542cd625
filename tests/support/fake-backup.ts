/** Backups of the fake engine: one file, opened by what the real ones are opened by, with the same faults. */
import { EngineError, type Restoring } from "../../src/engine/api/index.ts";

/** What the fake engine gives for a backup, and takes back. */
export const BACKUP = new TextEncoder().encode("vereda backup 1\nnothing is sealed in here");

export interface BackupSecrets {
  readonly recoveryWords: string;
  readonly passphrase: string;
}

const isBackup = (file: Uint8Array): boolean =>
  file.length === BACKUP.length && file.every((byte, at) => byte === BACKUP[at]);

/** As what the profile is open then; throws as the engine does. */
export function standingAfter(
  file: Uint8Array,
  wish: Restoring,
  { recoveryWords, passphrase }: BackupSecrets,
): "open" | "waiting" | "reader" {
  if (!isBackup(file)) throw new EngineError({ code: "not-a-backup" });
  const notYours = new EngineError({ code: "backup-not-yours" });
  switch (wish.by) {
    case "words":
      if (wish.words !== recoveryWords) throw notYours;
      return "open";
    case "invite":
      if (!/^[a-z2-7]{40,}$/u.test(wish.code.replace(/[\s-]/gu, ""))) throw notYours;
      return "waiting";
    case "passphrase":
      if (wish.passphrase !== passphrase) throw notYours;
      return "reader";
  }
}
