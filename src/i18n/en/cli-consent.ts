/** English: the command `consent`. */
import type { cliConsent as es } from "../es/cli-consent.ts";

export const cliConsent: typeof es = {
  command: "Writes down what a person allows or no longer allows; it holds from that moment",
  guest: "person received in the house",
  waiting: "Shows what was noted as a yes at the door and staff have not confirmed yet",
  purpose: "what for: care, search, passed, refer, poster, figures, carry, findable, export",
  said: "what was said: yes, no, unset (takes back what was said)",
  to: "with refer: the house that they may be referred to (see members)",
  basis: "who said it: self (the person), guardian (whoever cares for a child that agrees)",
  language: "in which language it was asked",
  interpreter: "who interpreted",
  referNeedsTo: "--purpose refer and --to go together: which house they may be referred to",
};
