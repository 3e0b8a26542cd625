/** English: pairs of who is sought and who came. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const matches: Texts["matches"] = {
  title: "Matches",
  tab: (n) => (n === 0 ? "Matches" : `Matches (${String(n)})`),
  intro:
    "People who are sought and who may have come to this house. The program only proposes. Before you say anything to anybody, talk to the person alone: it is for them to decide.",
  proposed: (n) => count(n, { one: "# proposal", other: "# proposals" }),
  inNavigation: (n) => count(n, { one: "match proposed", other: "matches proposed" }),
  possible: "Others who are less alike",
  none: "From what is known so far, nobody is alike.",
  noneText: "It is compared again whenever a person or a search comes.",
  ofGuest: "Is somebody looking for this person?",
  ofSought: "Was the person in this house?",
  sought: "Sought",
  here: "In this house",
  left: "Was in this house",
  isBack: "It was noted that this is not the same person; what is known has changed since.",
  reject: "Not the same person",
  rejectReason: "Why not (if you want to say)",
  rejectReasonHint: "It is kept in this house and does not leave it.",
  rejectSend: "Note that it is not the same",
  rejected: "Noted that it is not the same person. Not proposed again unless what is known changes.",
  rejectedUndone: "The proposal is in the list again.",
  undo: "Undo",
  comparing: "Comparing…",
  compared: "Where it was compared",
  comparedAt: (hour) => `compared on ${hour}`,
  comparedNever: "has not said yet that it compared",
  coverage: {
    text: "Each shelter says this of the report as it is now: if you change it, it is compared again.",
    says: (held, compared) => `${held}; ${compared}`,
    held: "has it",
    notHeld: "has not said yet that it has it",
    compared: (hour) => `compared on ${hour}`,
    blind:
      "Nobody can tell from this whether somebody was found: each house notes it before it sees the result, and notes the same whether there is a match or not.",
  },
};
