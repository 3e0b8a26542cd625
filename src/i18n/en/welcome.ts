/** English: first run, recovery words, joining, waiting, and the lock. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const welcome: Texts["welcome"] = {
  title: "Searching together, along the route",
  lead: "Shelters along the route look for missing people together. No central server: each house keeps its own records, encrypted.",
  foundTitle: "Start a new network",
  foundText: "Your house is the first. Later you can invite other shelters and families' organisations.",
  found: "Start a network",
  joinTitle: "Join with an invitation",
  joinText: "Someone from a house of the network gave you a written code or a square to scan.",
  join: "Use an invitation",
  works: "Works without internet. What you write stays on this computer first.",
  language: "Language",
  theme: "Screen",

  foundHeading: "Start a new network",
  meshName: "Name of the network",
  meshNameHint: "All houses will see it. For example: Southern shelters.",
  siteName: "Name of your house or organisation",
  siteNameHint: "The other houses will see it too.",
  siteKind: "What is it?",
  shelter: "A shelter",
  shelterHint: "Registers arrivals and searches among the people it receives.",
  advocates: "A families' organisation",
  advocatesHint:
    "Committees, consulates or organisations that report missing people. They do not see the shelters' records.",
  personName: "Your name",
  personNameHint: "Only the people of your house see it.",
  passphrase: "Passphrase",
  passphraseHint: "Five unrelated words are easy to remember and hard to guess.",
  passphraseAgain: "The same passphrase again",
  showPassphrase: "Show the passphrase",
  hidePassphrase: "Hide the passphrase",
  suggest: "Suggest five words",
  suggested: "Suggested passphrase. Write it down where nobody else sees it:",
  founding: "Preparing the keys…",

  needMeshName: "Enter the name of the network",
  needSiteName: "Enter the name of your house or organisation",
  needPersonName: "Enter your name",
  needPassphrase: "Enter a passphrase",
  shortPassphrase: (least) =>
    count(least, {
      one: "The passphrase needs at least # letter",
      other: "The passphrase needs at least # letters",
    }),
  differentPassphrase: "The two passphrases are not the same",
  needCode: "Enter or scan the invitation's code",

  sheetHeading: "Recovery sheet",
  sheetLead:
    "With these twelve words your house can recover its records if this computer is lost. They are shown only now.",
  sheetHow:
    "Print them or copy them by hand. Take no photo. Let two trusted people keep them, in different places.",
  sheetList: "The twelve words, in order",
  sheetPrint: "Print the sheet",
  sheetNext: "I have them on paper",
  sheetCheckHeading: "Check the sheet",
  sheetCheckLead: "Type two of the words, reading them from the paper.",
  sheetWord: (n) => `Word ${String(n)}`,
  sheetWordWrong: (n) => `Word ${String(n)} is not the one on the sheet`,
  sheetBack: "See the words again",
  sheetDone: "Finish and go in",
  printTitle: "Vereda: recovery sheet",
  printHouse: "House",
  printDate: "Date",
  printKeepers: "Kept by",
  printWarning:
    "Whoever has this sheet can open the records of the house. Keep it locked away. Do not write the address here.",
  printFold: "Fold here",

  joinHeading: "Join with an invitation",
  code: "Code of the invitation",
  codeHint:
    "Paste the code, or type the 26 letters and digits that you were told. Capitals, spaces and hyphens do not matter.",
  scan: "Scan with the camera",
  scanStop: "Close the camera",
  scanning: "Hold the square in front of the camera.",
  scanFailed: "The camera could not be opened. Type the code by hand.",
  joining: "Preparing the keys…",
  joinButton: "Join",

  waitingHeading: "Waiting to be confirmed",
  waitingWords: "Your four words",
  waitingHow:
    "Read them, in person or by phone, to whoever invited you. That person compares them with what their screen shows, and confirms.",
  waitingRefused:
    "Nobody will confirm this request. If the invitation was for you, tell whoever gave it to you: somebody else may have copied it.",
  waitingNotSent:
    "The request is still only on this computer. It will leave when there is contact with the house's base or another computer of the network.",
  waitingSent: "The request has left this computer. Whoever invited you still has to confirm it.",
  waitingKeep: "You can close this page: the request is kept and goes on when you open again.",
  waitingConnect: "Connect to a base by its address",

  unlock: "Open",
  unlocking: "Opening…",
  capsLock: "Caps lock is on.",
  recoverChoose: "Recover with the 12 words",
  recoverHeading: "Recover the house",
  recoverLead:
    "If all devices of the house are lost, the twelve words of the sheet open its records again here. The house's base must be running.",
  recoverWords: "The twelve words, in order",
  recoverWordsHint: "Capitals and accents do not matter.",
  recoverProtected: "Words of what is protected, if you have them",
  recoverProtectedHint: "Twelve others, on another sheet. Without them, protected records stay shut.",
  recover: "Recover the house",
  recovering: "Looking for the house's records…",
  needWord: (n: number): string => `Type word ${String(n)}`,
  unknownWord: (n: number): string => `Word ${String(n)} is not in the list: check its letters`,
  sheetProtectedHeading: "Sheet of what is protected",
  sheetProtectedLead:
    "These other twelve words open protected records: children alone, trafficking, violence. Those of the house do not. Let another person keep them.",
  printProtectedTitle: "Vereda: sheet of what is protected",
  forgotten: "Forgot the passphrase?",
  forgottenText:
    "Nobody can open this computer without the passphrase. If another computer of the house is open, ask there for a new invitation for this one: the records come back on joining. If none is left, the twelve words of the recovery sheet are needed.",
};
