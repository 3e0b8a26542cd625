/** English: a poster of somebody who is sought. */
import type { Texts } from "../es/index.ts";

export const poster: Texts["poster"] = {
  title: "Poster",
  section: "Poster of the search",
  lead: "Anybody reads a poster, and it is never taken down for good. It has the name, the age and the marks; never the telephone or the name of who seeks, nor where anybody is.",
  notAllowed: "Who seeks has not said whether they agree.",
  allowed: "Who seeks agrees to a poster.",
  allow: "The family allows a poster",
  forbid: "The family does not allow it any more",
  forbidden: "Noted: no more posters are made. Take down those that hang.",
  permitted: "Noted: a poster may be made.",
  make: "Make a poster",
  contact: "Whom to call",
  contactHint: "The name and the telephone of the house, not the family's. It is not kept.",
  show: "See the poster",
  print: "Print",
  minor:
    "They are or may be a minor. Before it is hung, ask whoever is in charge of protection: who does them harm reads posters too.",
  heading: "Have you seen this person?",
  since: (when: string): string => `Their family has not heard of them since ${when}.`,
  from: "From",
  call: "If you know something, call:",
  noMoney: "Nobody will ask you for money because of this. Do not give information to who asks for it.",
  command: "Makes the poster of a report, where the family agrees",
  commandContact: "whom to call: the name and the telephone of the house; it is not kept",
};
