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
  isOver: "Its time is over",
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
  door: "Somebody asks for a person",
  say: "Say this, and nothing else",
  script: "“We neither confirm nor deny who is here, or was. I can take your message, or make a report.”",
  scriptWhy:
    "Say it the same whether the person is here, is not, or you do not know. Look nobody up while you are asked, do not say “let me see”, and give no telephone numbers. Whoever insists, offers money or claims to be an authority gets the same answer; tell whoever coordinates.",
  doorReport: "Make a report",
  takeMessage: "Take a message",
  messageText:
    "The staff of the house read it, and not whoever takes it. Do not promise that the person will receive it.",
  messageLines: {
    for: "For whom they ask",
    askedBy: "Who asks",
    relation: "What they are to the person",
    phone: "Telephone to call back",
  },
  message: "Message, as it is said",
  saveMessage: "Save the message",
  messageTaken: "The message was saved for the staff of the house.",
  reportTaken: "The report was saved for the staff of the house.",
  messages: (n) => count(n, { one: "# message taken at the door", other: "# messages taken at the door" }),
  messagesText: "Of people who asked for somebody. Do not tell a caller whether the person is or was here.",

  paste: "Paste a message",
  pasteLead:
    "Paste the text of a message or of a search post. Vereda proposes the fields; you go through them with the family before saving.",
  pasted: "Text of the message",
  noPublishing:
    "Do not ask the family to publish the photo: a photo and a telephone number on social networks are used by extortionists.",
  read: "Read the message",
  understood: "What was understood",
  understoodText:
    "Check it: it may be wrong. The whole message goes to “What is told”, which stays in this house, with the telephone of whoever seeks.",
  goOn: "Go on with the report",
  here: "This one",
  there: "The other one",
};
