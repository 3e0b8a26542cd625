/** English: reporting a person who is sought. */
import type { Texts } from "../es/index.ts";

export const report: Texts["report"] = {
  title: "Report a missing person",
  lead: "The whole report stays in this house. The shelters receive a card without anything about who seeks.",
  step: (n, of) => `Step ${String(n)} of ${String(of)}`,
  steps: ["The person", "What was last known", "Who seeks", "Check"],
  next: "Continue",
  back: "Previous step",
  save: "Save the report",
  saving: "Saving…",

  name: "Full name, as the family says it",
  nameHint: "It is kept as typed. A single word is fine.",
  alternateNames: "What people call them",
  alternateNamesHint: "Nicknames or other names, one per line.",
  age: "Age",
  ageHint: "For example: 17, about 17, 15-17.",
  birthDate: "Date of birth",
  birthDateHint: "As much as is known: 2009, March 2009 or 21/03/2009.",
  sex: "Sex",
  country: "Country they are from",
  town: "Municipality or town of origin",
  marks: "Distinguishing marks",
  marksHint: "Scars, tattoos, moles, height. No phone numbers or addresses.",
  relatives: "The person's relatives",
  relativesHint: "One per line. Helps to tell similar names apart.",

  lastAt: "When was the last news of them?",
  lastAtHint: "As much as is known: 2026, March 2026 or 14/03/2026.",
  lastPlace: "Where were they?",
  lastPlaceHint: "Town or municipality. No street needed.",
  circumstances: "What happened, who were they with, which way did they mean to go?",
  circumstancesHint: "Stays in this house.",

  seekerLead:
    "This stays in this house, encrypted. No other shelter receives it. Your organisation gives any news, nobody else.",
  seekerName: "Name of who seeks",
  seekerRelation: "What are they to the person?",
  seekerRelationHint: "For example: mother, brother, friend.",
  seekerPhone: "Telephone",
  seekerPhoneHint: "Write it as they say it. It is for this house to call them.",
  seekerEmail: "E-mail",
  seekerNotes: "How and when to tell them?",

  checkLead: "Read the answers with the family. Everything can be changed later.",
  toShelters: "What the shelters receive",
  staysHere: "Stays in this house",
  needName: "Enter the name or what people call them",
  phoneWarning: "It looks like a telephone, an e-mail or a link",
  phoneWarningText:
    "The card that shelters receive has none: they are taken out. Write them in the step “Who seeks”.",
  saved: "Report saved here.",
  savedText: "The card goes out to the shelters when there is contact. Today it counts in this house.",
  restored: "Recovered: a report that was being filled in, not saved.",
  discard: "Start again",
  beginWithSearch: "Start with what was searched for",
};
