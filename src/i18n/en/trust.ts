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
  takeOutMutual:
    "Coordinates the house, as you do. If you two take each other out at once, both are out; if you change each other's role, neither coordinates any more. Where nobody else coordinates, the house does not come back by itself: its people return by another house's invitation, as a new house. First give that role to a third person.",
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
  onlyProtection:
    "This computer is the only one of the house that was given the keys of protected records. If it leaves, or loses that role, nobody will ever read them again. First give somebody else the Protection role, and wait until both computers had contact.",
  onlyProtectionSure: "I understand that the protected records are lost",
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
  alikeTag: (names) => `has almost the same name as: ${names}`,
  alikeHouses:
    "There are houses with almost the same name. On the screen two names can look identical and have different letters: before you trust one of them, ask it by a way that you knew before.",
  alikeApprove: (names) =>
    `It has almost the same name as a house of the network: ${names}. It may be the same, or somebody who poses as it. Before you approve it, call that house by a way that you knew before.`,
  alikeInvite: (names) =>
    `The network has a house with almost the same name: ${names}. If this is another one, give it a name that nobody can mistake; for example with its town.`,
  alikeJudge: (names) =>
    `Another house has almost the same name: ${names}. Make sure that you decide about the right one.`,
  distrustedTag: (names) => `not trusted by: ${names}`,
  distrustTitle: "Stop trusting it",
  distrustWhen:
    "If you believe that somebody in that house changes or passes on what they should not. Your house's word is enough; all houses see it, and it can be taken back.",
  distrustWhat:
    "From then on your house's computers neither give it records nor take any from it, and no messages can be written to it. What it had already cannot be taken back.",
  distrustLimits:
    "Other houses may go on sharing with it what belongs to the whole network: the cards. Tell them, and if you are three or more think of taking it out.",
  distrustNow: "Yes, stop trusting it",
  distrustEnd: "Trust it again",
  distrusting: "Giving the word…",
  distrusted: (name) => `Your house no longer trusts ${name}. Each computer learns it at its next contact.`,
  trusted: (name) => `Your house trusts ${name} again. What was missing is exchanged at the next contact.`,
  houseManage: "Trust…",
  houseOf: (name) => `Trust in ${name}`,
  houseOutTitle: "Take it out of the network",
  houseWhen:
    "Only if the whole house can no longer be trusted, or is no more. All of its computers are out, and receive nothing new from then on.",
  houseRule:
    "No house can take another out alone: it takes the word of two. Until the second word nothing changes. A word cannot be taken back; talk to the other houses first, in person or by telephone.",
  houseNoWord: "So far no house gave its word.",
  houseWords: "These gave their word that it should be out:",
  houseTooFew: "With fewer than three houses in the network, none can take another out.",
  houseGiveWord: "Yes, give my house's word",
  houseTakeOut: "Yes, take it out now",
  houseTaking: "Giving the word…",
  houseKeep: "No, leave it",
  houseOut: (name) => `${name} is out of the network, with all of its computers`,
  houseOneWord: "Your house gave its word. The other house is out once one more house gives its own.",
  houseVotesTag: (n) =>
    count(n, { one: "# house asks to take it out", other: "# houses ask to take it out" }),
  keptTitle: "Waiting: what computers wrote that are out by now",
  keptText:
    "It is kept and does not count: no list or search shows it, and it is passed to nobody. It may be work of before, or of whoever took the computer.",
  keptHouseGone: "A house that is no longer here",
  keptEntries: (n) => count(n, { one: "# thing waiting", other: "# things waiting" }),
  keptSince: (moment) => `Known here to be out: ${moment}`,
  keptByOthers: "Whoever coordinates the house of that computer decides.",
  keptDecide: "Decide",
  keptDecideOf: (name) => `Decide about what was written by: ${name}`,
  admitOf: (name) => `What waits from: ${name}`,
  admitWhat:
    "If you accept it, all that this computer wrote and that is kept here will count in every house, under the name of its person. The computer stays out.",
  admitWhen:
    "Accept it only if you know who wrote it: for example arrivals that this person registered before losing the computer. Ask them in person or by telephone.",
  admitRisk:
    "If it was written by whoever took the computer, false data will come in. Accepting cannot be undone. If you do not accept it nothing is lost: it goes on waiting.",
  admitNow: "Yes, let it count",
  admitting: "Accepting…",
  admitKeep: "No, let it wait",
  admitted: (n) =>
    count(n, { one: "# thing that was waiting counts now.", other: "# things that were waiting count now." }),
  removedTitle: "This computer is no longer part of the network",
  removedText:
    "A coordinator took it out. It receives nothing new, and what is written on it reaches nobody.",
  removedKeeps:
    "Nothing was erased: what was kept here until then is still encrypted on this computer, and your passphrase opens it. Nobody can erase it from afar.",
  removedBack:
    "If it was a mistake, or if you found it: talk to the coordinator. To come back, this computer joins again with another invitation.",
};
