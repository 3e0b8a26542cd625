/** English: how long a report holds, who else asks for the same person, what is pasted or said at the door. */
import type { Texts } from "../es/index.ts";
import { counter } from "../formats.ts";

const count = counter("en");

export const seek: Texts["seek"] = {
  endTitle: "Until when they are sought",
  until: (day) => `Sought until ${day}. On that day shelters stop seeing the card, without being told why.`,
  soon: (day) => `Ends on ${day}. Ask the family whether they still seek.`,
  over: (day) =>
    `Its time passed on ${day} by this computer's clock. It ends when another device says so too, so that a wrong clock ends nothing early. Ask the family.`,
  ended: (day) =>
    `Ended on ${day}: shelters do not see the card any more. If the family still seeks, it comes back.`,
  renew: "The family still seeks",
  renewed: (day) => `Sought until ${day}.`,
  toRenew: (n) =>
    count(n, {
      one: "Ask # family whether they still seek",
      other: "Ask # families whether they still seek",
    }),
  toRenewText:
    "These searches end in less than 30 days, or have ended. None ends in silence: call whoever seeks.",
  noneToRenew: "No search ends in the next 30 days.",

  seekersTitle: "Also asks for the person",
  seekersText:
    "Everyone gets their answer from this house. Do not tell anybody who else asks: it may not be family.",
  join: "It is the same: add who seeks",
  joinText:
    "Whoever seeks is added to that report, in this house only. No other report is made, and the rest that you typed stays as a draft.",
  joined: "Whoever seeks was added to the report that was there.",
  alsoTitle: "Another house may seek the same person",
  alsoText:
    "Compare them. If it is the same person, talk to that house. Do not tell one family that another one seeks too: who asks may not be family.",
  here: "This one",
  there: "The other one",
};
