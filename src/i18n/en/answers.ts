/** English: what a person says when asked, and the answer for who seeks. */
import type { Texts } from "../es/index.ts";

export const answers: Texts["answers"] = {
  states: {
    open: "Not asked",
    rejected: "Not the same person",
    "to-ask": "Somebody will ask them",
    yes: "Yes: it may be told, and where they are",
    "yes-no-place": "Yes: that they are alive, and not where",
    self: "Will call by themselves",
    no: "Do not want anything told",
    thinking: "Are thinking about it",
    unable: "Could not be asked",
    passed: "Have left: say that they passed",
  },
  ask: "Note that somebody will ask",
  note: "Note what they said",
  howTo:
    "Ask them alone, never in front of those they travel with. If they do not want it, nobody will know that they are here: who seeks cannot tell a “no” from nobody being here.",
  howToGone:
    "They are no longer here to be asked. Say only what they allowed when they left. If they have been in touch with the house since, note what they said then.",
  allowed: {
    yes: "When leaving they said yes: it may be told that they passed, on which day and how they were.",
    no: "When leaving they said no: nothing may be told.",
    unset: "They were not asked when leaving: it takes the word of two people of the house to tell it.",
  },
  script:
    "“Somebody is looking for you and says they are family. Do you want us to tell them something? You may say yes, yes but not where you are, that you will call yourself, or no. Whatever you decide is right, and you can change it later.”",
  said: "What they said",
  message: "What the family may be told",
  messageHint: "In the person's own words. No names, no travel plans, no telephones of others.",
  question: "The family asks, to know that it is true",
  proof: "What the person answered",
  save: "Note it",
  sent: "Who seeks was answered.",
  takenBack:
    "The answer that had left was taken back: since then somebody was named who must never be told, or what the person allows has changed. What somebody has read, they have read. If it may still be told, write down again what they said, or confirm it.",
  waits:
    "It waits for another person of the house, who answers for protection or coordinates, at their own device. So minors are looked after, and who named somebody never to be told; and it is asked when one house is answered very often in a day.",
  agree: "Confirm that it be told",
  agreed: "Your word was noted, and who seeks was answered.",
  noted: "Noted in this house. Nothing left it.",
  asking: "Noted that somebody will ask them.",
  decided: "Already asked",
  changed: "Change what was noted",

  title: "Answers",
  alive: (day) => (day === "" ? "Alive: the person said so." : `Alive: the person said so on ${day}.`),
  passed: (day) =>
    day === ""
      ? "Passed through that house. Nothing is known since."
      : `Passed through that house and left on ${day}. Nothing is known since.`,
  from: (site) => `Answered by: ${site}`,
  fromUntold: (site) => `Answered by: ${site}. For you alone: it would say where they are.`,
  noPlace: "The person does not want it known where they are. Do not say it.",
  place: (place) => `They are at: ${place}`,
  passedPlace: (place) => `Passed through: ${place}`,
  proofGiven: (proof) => `To the family's question they answered: ${proof}`,
  proofExpected: (answer) => `The family expects: ${answer}`,
  toCopy: "Message for the family",
  forFamily: {
    alive: (day) =>
      `We have news of the person you are looking for. They are alive: they said so themselves${day === "" ? "" : ` on ${day}`}.`,
    passed: (day) =>
      `We have news of the person you are looking for: they came through one of our houses${day === "" ? "" : ` and went on their way on ${day}`}.`,
    asks: (message) => `They ask us to tell you: “${message}”`,
    place: (place) => `Place: ${place}.`,
    noPlace: "We do not say where.",
    careful:
      "We will never ask you for money. If somebody calls and says that they hold the person, hang up, do not pay, and tell us.",
  },
  why: "Why it is closed",
  outcomes: {
    answered: "The family has been told",
    "contact-restored": "They are in touch again",
    "found-otherwise": "Turned up elsewhere",
    "given-up": "The family looks no more",
    duplicate: "It was there twice",
  },
  reopened: "The search is open again.",
  closed: "The search is closed.",
  none: "Nobody has answered yet. That does not say that the person is in no house: perhaps nobody has seen them, or they prefer not to say.",
};
