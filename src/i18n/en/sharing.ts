/** English: whom the house shares with, what, and until when. */
import type { Texts } from "../es/index.ts";
import { counter } from "../formats.ts";

const count = counter("en");

export const sharing: Texts["sharing"] = {
  title: "Whom we share with",
  link: "Whom we share with, and in which country",
  lead: "Here the house says what it tells each house. It only takes away: what a person does not allow is told to nobody.",
  notForYou: "What the house agreed with others is read by the house's team.",
  onlyCoordinators: "Whoever coordinates changes it.",
  shared: {
    referral: "Referrals",
    answer: "Answers to who seeks",
    message: "Messages",
    news: "Asking them to call about news",
  },
  whys: {
    "not-agreed": "the house shares only where there is an agreement, and with that house there is none",
    "not-this": "the agreement with that house does not include it",
    over: "the agreement with that house has ended",
    "country-closed": "the house does not share with that country",
    "country-unknown": "nobody knows in which country it is, and the house closed some countries",
  },
  told: (what: string): string => `It is told, where the person allows it: ${what}`,
  nothingTold: "It is told nothing",
  closedFor: (what: string, why: string): string => `Not: ${what} (${why})`,
  agreed: "With an agreement",
  agreedUntil: (day: string): string => `Agreement until ${day}`,
  noAgreement: "No agreement noted",
  country: "Country",
  countryBy: {
    "own-house": (country: string): string => `${country}, noted by this house`,
    "that-house": (country: string): string => `${country}, as that house says`,
  },
  countryUnknown: "Nobody knows in which country it is",
  countryHint: "Left empty, what that house says on its board counts.",
  ownCountry: "Country of your house",
  ownCountryHint: "The other houses decide by it whether they tell you anything.",
  noCountry: "Not noted",

  cardsTitle: "Cards go to all",
  cardsReach:
    "Cards of who is sought, and of who agrees to be found, are read by all shelters of the network.",
  cardsIn: (countries: string): string => `They are in: ${countries}.`,
  cardsUnknown: (n: number): string =>
    count(n, {
      one: "Of # shelter nobody knows the country.",
      other: "Of # shelters nobody knows the country.",
    }),

  rulesTitle: "Rules of the house",
  onlyAgreed: "Share only with houses that have an agreement",
  onlyAgreedOn: "It shares only with houses that have an agreement.",
  onlyAgreedOff: "It shares with houses without an agreement too.",
  closedCountries: "Countries that are told nothing",
  closedCountriesHint:
    "Close a country, and houses of which nobody knows the country are told nothing either.",
  noClosedCountries: "No country is closed.",
  closeCountry: "Close another country",
  chooseCountry: "Choose a country",
  changeRules: "Change the rules",
  saveRules: "Save the rules",
  rulesSaved:
    "Rules saved. They hold from now on at this computer, and at the others once they are up to date.",

  housesTitle: "The other houses",
  alone: "The network has no other houses yet.",
  advocates: "Families' advocates",
  change: "Change",
  changeOf: (house: string): string => `Change what was agreed with ${house}`,
  agreement: "What was agreed?",
  agreementWords: {
    none: "Nothing: the rules of the house hold",
    some: "There is an agreement",
  },
  allows: "It is told",
  allowsHint: "With nothing ticked, it is told nothing.",
  until: "Until",
  untilHint: "A whole day, such as 21/03/2027. Left empty, it has no end.",
  save: "Save",
  saved: (house: string): string => `What was agreed with ${house} is saved.`,
  before: "What was told before stays there. To take it away, cancel the referral or take the answer back.",
};
