/** English: what is left of who left long ago, and opening it with the word of two. */
import { counter } from "../formats.ts";
import type { traces as es } from "../es/traces.ts";

const count = counter("en");

export const traces: typeof es = {
  title: "Who has left",
  lead: "Ninety days after somebody leaves, a sealed trace of them stays: names, age, origin and the days. It is compared with reports; nobody sees it in lists.",
  count: (n) => count(n, { one: "# trace", other: "# traces" }),
  none: "There are no traces",
  next: (day) => `The next person shrinks to a trace from ${day} on.`,
  due: (n) =>
    count(n, {
      one: "# person is due, and waits: for another device, for a month to be counted, or for something open with them.",
      other:
        "# people are due, and wait: for another device, for a month to be counted, or for something open with them.",
    }),
  keptFor: (n) => count(n, { one: "They are kept for # year.", other: "They are kept for # years." }),
  changeYears: "Change for how long",
  years: "Years",
  yearsHint:
    "From 1 to 30. Fewer years also erase those that are past them; more keep none longer that are there already.",
  ending: (n) =>
    count(n, {
      one: "This erases # trace that is there. It cannot be undone.",
      other: "This erases # traces that are there. It cannot be undone.",
    }),
  noneEnding: "This erases no trace today.",
  setYears: "Save the years",
  eraseAndSet: "Erase them and save the years",
  yearsSet: "Noted. The other devices of protection will hear of it.",
  yearsKept: "Nothing was changed.",
  sealed: "Sealed trace",
  sealedText:
    "It is of somebody who left. Their name is shown when two people of protection, each at their own device, agree to open it for the same reason.",
  reason: "Who asks to open it and why (without names)",
  propose: "Ask for another person's word",
  proposed: "Noted. The word of another person of protection is missing, at their device.",
  waiting: "Waits for another person's word",
  by: (person, moment) => `Asked for by ${person}, ${moment}`,
  someone: "somebody of the house",
  agree: "I agree",
  agreed: "Opened with the word of two people.",
  byTwo: (one, other) => `Opened by ${one} and ${other}`,
  close: "Close",
  closed: "Closed. The name is not shown any more.",
  touched: "To be opened, or open",
  eraseHint: "If the person asks to be erased, that is done in History.",
};
