/** English: the card that a person carries, on the page and on paper. */
import type { Texts } from "../es/index.ts";

export const carrying: Texts["carrying"] = {
  title: "Card to carry",
  intro:
    "A sheet with a code and thirteen words. The shelter that they come to reads it with those, and nothing has to be told all over again. Without the sheet nobody else can read it: other computers carry it shut.",
  askFirst:
    "The person has not yet said yes to carrying a card. Ask them and write it down in “What the person allows”.",
  what: "What the person wants it to say",
  whatHint: "Ask one by one. Only what is ticked or written here goes in.",
  parts: {
    names: "Name",
    nicknames: "Called",
    sex: "Sex",
    age: "Age",
    origin: "Where they are from",
    marks: "Marks",
    relatives: "Relatives",
    language: "Language",
  },
  name: "Another name that they want to use",
  nameHint: "It goes in instead of the name in the record.",
  needs: "What they need",
  attended: "What was seen to already",
  linesHint: "One thing a line.",
  contact: "Whom to tell in an emergency",
  contactHint:
    "Only if the person asks for it. Whoever has the sheet and a computer of the network can read it, also whoever takes it from them.",
  days: "How long it is valid",
  daysOf: (days) => `${String(days)} days`,
  make: "Make the card",
  making: "Making…",
  made: "The card is made. The words are shown only now: print the sheet or copy them.",
  mine: "Cards that they were given",
  none: "They were given none.",
  madeOn: (day) => `Made: ${day}`,
  validUntil: (day) => `Valid until: ${day}`,
  tells: (fields) => `Says: ${fields}`,
  states: { open: "Valid", expired: "Has ended", revoked: "Revoked", ahead: "Of a date that has not come" },
  revoke: "Revoke the card",
  revoked:
    "Revoked. The other shelters will know when there is contact; whoever does not know yet can still open it.",
  print: "Print the sheet",
  done: "Done, they have it",
  qr: "Code of the card",
  words: "Words of the card",
  paperTitle: "Travel card",
  paperUse:
    "Show it at the shelter that you come to. With the code, or with the thirteen words in order, they read what you wanted them to know.",
  paperUntil: (day) => `Valid until ${day}.`,
  paperKeep:
    "Keep it like money. If you lose it, say so at any shelter of the network: the house that gave it to you revokes it.",
  paperFound:
    "If you found this sheet: it does not say whose it is, and it is good for no money and no door. Destroy it or hand it in at a shelter.",
  fold: "Fold here, with the writing inside.",
  openTitle: "Open a card",
  openLink: "They bring a card",
  openIntro:
    "Read the code of the sheet with the camera, or type its thirteen words. Nothing is kept until you register the arrival.",
  scan: "Read with the camera",
  code: "Thirteen words",
  codeHint: "As they stand on the sheet, in order. Accents and capitals do not matter.",
  codeMissing: "Type the thirteen words.",
  open: "Open",
  opening: "Looking…",
  from: (site) => `Given by ${site}`,
  fromUnknown: "Given by a house that is no longer in the network",
  heard: (moment) =>
    `Last heard of that house: ${moment}. If it revoked the card after that, this computer does not know.`,
  heardNever:
    "Nothing was heard of that house directly. If it revoked the card, this computer does not know.",
  ask: "It is what the person wanted to say then. Ask whether it is still so.",
  register: "Register the arrival with these facts",
  close: "Close without keeping",
  needsGo:
    "What they need, what was seen to and whom to tell do not go into the record: write it down where it belongs.",
};
