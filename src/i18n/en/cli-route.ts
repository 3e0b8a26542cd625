/** English: the commands `directory`, `board` and `notices`. */
import type { cliRoute as es } from "../es/cli-route.ts";

export const cliRoute: typeof es = {
  directory: "The directory of the route's services; a new one: add service",
  list: "Shows services, those confirmed lately first",
  need: (needs) => `what it helps with: ${needs}`,
  place: "town or part of the address",
  accepts: (groups) => `who is accepted: ${groups}`,
  text: "words of the name, the place or the note",
  allServices: "also what is closed and what nobody confirmed for a year",
  confirm: "Says that this house made sure of a service, another house's too, and that it is as it reads",
  service: "service (directory list says it)",
  closed: "says that it closed",
  on: "the day on which somebody made sure, if not today",
  correct: 'says also what is different; read as JSON from the input, such as {"phone": "…"}',
  differ: (values) =>
    `Houses do not say the same, and confirming would say that both are true: ${values}. Find out, and say it again with --correct and the value that holds, even if it is the one that stands.`,
  stands: (label, value) => `${label}, as it stands: ${value}`,
  board: "What shelters say of today: free beds, what is needed, alerts",
  boards: "Shows each shelter's board",
  setBoard:
    "Says something on this house's board, as of now; read as JSON from the input (place, beds, needs, alerts), and null takes off",
  repeatBoard: "Says again, as of now, what this house's board still tells",
  notices: "The notices to the route; a new one: add notice",
  listNotices: "Shows the notices that stand",
  allNotices: "also those that are over",
  endNotice: "Takes a notice of this house off",
  notice: "notice (notices list says it)",
};
