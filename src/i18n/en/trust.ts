/** English: taking back what was given: devices, roles, houses. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const trust: Texts["trust"] = {
  manage: "Change",
  manageOf: (name) => `Change the access of ${name}`,
  takeOut: "Take this computer out of the network",
  takeOutWhen:
    "If it was stolen or lost, or whoever used it must no longer get in. From now on it receives nothing new: the house changes its keys.",
  takeOutKeeps:
    "What it already had cannot be taken back. At the end you will see which records it could read.",
  takeOutNow: "Yes, take it out now",
  takingOut: "Taking it out and changing keys…",
  keep: "No, leave it",
  takenOut: (name) => `${name}: the computer is out of the network`,
  spread:
    "The other computers will know when there is contact. Bring this one near the base, or connect to another house.",
  couldRead: (n) =>
    count(n, {
      one: "It could read # record, and may keep it. Think of whom to warn.",
      other: "It could read # records, and may keep them. Think of whom to warn.",
    }),
  showRecords: "See which",
  oneWord: "This house gave its word. The computer is out once another house gives its own.",
  role: "Its role in the house",
  giveRole: "Change the role",
  givingRole: "Changing…",
  roleGiven: "Role changed. It holds on each computer once there is contact.",
  renew: "Renew for two weeks",
  renewing: "Renewing…",
  wordsNeeded:
    "The house needs new recovery words: those of the sheet no longer count, because somebody left who may know them. Make them now and keep them on paper.",
  protectedWordsNeeded:
    "What is protected needs new recovery words: those of the sheet no longer count. Make them now and keep them on paper.",
  makeWords: "Make new words",
  enrolled: (moment: string): string => `Came in with the house's twelve words: ${moment}`,
  endsAt: (moment) => `Access ends: ${moment}`,
  renewed: (moment) => `Access renewed until ${moment}`,
  outsideTag: "out of the network",
  endedTag: "access ended",
  copiedTag: "copied: take it out and invite it again",
  votesTag: (n) => count(n, { one: "# house asks to take it out", other: "# houses ask to take it out" }),
  approveTitle: "New houses that wait for your word",
  approveText:
    "From three houses on, a new one comes in by the word of two. Approve it only if you know it by another way than this network.",
  approveOf: (name, kind, by) => `${name} (${kind}), invited by ${by}`,
  approve: "Approve",
  approving: "Approving…",
  removedTitle: "This computer is no longer part of the network",
  removedText:
    "Whoever coordinates its house took it out. What was kept on it is still encrypted here and is no longer shared. Nothing new will come.",
  removedBack:
    "If it was a mistake, or if you found it: talk to the coordinator. To come back, this computer joins again with another invitation.",
};
