/** English: finding a person. Nothing here may claim that somebody is not there. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const search: Texts["search"] = {
  title: "Find",
  box: "Name, nickname or marks",
  boxHint: "In any order, age, country or town too. Accents and capitals do not matter.",
  understood: "Understood",
  understoodHint: "Tap one to leave it out.",
  notCounted: (told) => `${told} (left out)`,
  parts: {
    name: "name",
    alternateNames: "known as",
    sex: "sex",
    age: "age",
    birthDate: "born",
    place: "place",
    relatives: "relatives",
    marks: "marks",
    lastContact: "last contact",
  },
  waiting: "Type at least two letters.",
  found: (n) => count(n, { one: "# record looks alike", other: "# records look alike" }),
  none: "Does not appear in the data held here.",
  noneYet: "Does not appear yet.",
  indexing: (done, total) => `${done} of ${total} records were looked at; the list completes itself.`,
  noneText: "They may be at another house, or may not have agreed to be found.",
  report: "Report a missing person",
  strengths: { much: "Very likely", some: "Possible", little: "Unlikely" },
  strengthTitle: "What does “very likely” mean?",
  strengthText:
    "That going by what was typed it is the person, 9 times of 10 or more. “Unlikely”: fewer than 1 of 10. If several people have one name, by the name alone none comes out as very likely: add the age, the place or marks. Before you decide, read what speaks for and against.",
  kinds: {
    guest: "Person received in this house",
    report: "Report taken here",
    card: "Sought by the network",
    arrival: "Arrival",
    departure: "Departure",
    call: "Call",
    "roll-call": "Roll call",
    person: "Person of the team",
    match: "Decision on a match",
    answer: "Answer for who seeks",
    referral: "Referral",
    "referral-step": "Step of a referral",
    "referral-extract": "Data of a referral",
    "referral-guest": "Person of a referral",
    "found-card": "Person at another shelter",
    capsule: "Card to carry",
    "capsule-guest": "Person of a card",
    consent: "Permission",
    message: "Message",
  },
  elsewhere: (site) =>
    `At another shelter: ${site ?? "a house that is no longer in the network"}. They agreed to be found.`,
  elsewhereTitle: "May be at another shelter",
  elsewhereText:
    "These people agreed to it being known where they are. Call the shelter and ask them to speak with the person before you say anything to the family.",
  where: "Where the search looked",
  coverage: (n, of) =>
    `Searched in this house and in what ${String(n)} of ${count(of, { one: "# shelter shares", other: "# shelters share" })}.`,
  coverageAlone: "Searched in this house. The network has no other shelters yet.",
  coverageDesk: "Searched only among the people whom this house received.",
  coverageAdvocates: "Searched only in your organisation's reports.",
  coverageConsent: "People who did not agree to be found do not appear.",
  coverageReport: "To ask along the whole route: make a report.",
  coverageOldest: (moment) => `The oldest data: ${moment}.`,
  coverageDetail: "See how old each shelter's data is",
  coverageNever: "nothing heard yet",
  failed: "The list could not be read. What you typed is still in the box.",
};
