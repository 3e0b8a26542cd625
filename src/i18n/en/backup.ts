/** English: backups, made and restored. */
import type { Texts } from "../es/index.ts";
import { counter } from "../formats.ts";

const count = counter("en");

export const backup: Texts["backup"] = {
  title: "Backup",
  text: "One encrypted file with everything that this computer keeps, also what no other house has yet. If the computer is lost or breaks, the records come back with it.",
  opens:
    "The house's twelve words open it (what is protected, only its own do), or an invitation of the same network. Your passphrase of today opens it to read and no more, even if you change it later. The file alone does not open.",
  comesBack:
    "Whoever restores it always comes in as a new device. What is written afterwards is not in the file: make another one from time to time.",
  keep: "Move it to a USB stick and keep that in another place than the computer, and in another than the twelve words: who takes one of them must not take all.",
  make: "Make a backup",
  making: "Preparing the backup…",
  made: (size) =>
    `The browser keeps the backup in the downloads: ${size}. Move it to the USB stick, check that it is there, and delete it from the downloads.`,
  onlyHere: (n) =>
    count(n, {
      one: "It carries # record that nobody else says to have.",
      other: "It carries # records that nobody else says to have.",
    }),

  restoreChoose: "Restore from a backup",
  restoreHeading: "Restore from a backup",
  restoreLead:
    "The file's records come back on this computer, which is always a new device to the network. The file does not change.",
  file: "The backup's file",
  fileHint: "It is usually on a USB stick and ends in .respaldo.",
  needFile: "Choose the backup's file",
  by: "What do you open it with?",
  byWords: "With the house's twelve words",
  byWordsHint: "This computer coordinates the house again. No contact with anybody is needed.",
  byInvite: "With an invitation of the same network",
  byInviteHint: "Then somebody confirms you, by four words that are compared.",
  byPassphrase: "With the passphrase of whoever made it",
  byPassphraseHint: "To read and no more. It is the passphrase of the day when the backup was made.",
  passphrase: "The backup's passphrase",
  restore: "Restore",
  restoring: "Reading the backup…",

  readerTitle: "Backup opened to read",
  readerText:
    "Here is what the backup held on the day it was made. This computer is no part of the network: it receives nothing new and nothing is written on it.",
  readerBack:
    "To go back to work, lock. Below the lock you can use an invitation or the house's twelve words; what is here stays.",
  readerRecords: "The backup's records",
  readerKinds: { report: "Reports", guest: "People received", card: "Searches of the network" },
  readerEmpty: "The backup has none of this that you can read.",
};
