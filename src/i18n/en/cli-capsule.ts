/** English: the command `capsule`. */
import type { cliCapsule as es } from "../es/cli-capsule.ts";

export const cliCapsule: typeof es = {
  command: "The card that a person carries to the next house: making, opening, revoking it",
  new: "Makes a card of what the person wants known; prints its thirteen words, which are not kept",
  open: "Reads a card by its thirteen words; keeps nothing",
  revoke: "Revokes a card that this house gave",
  guest: "person received in the house",
  code: "the thirteen words, together in quotes or one after the other",
  id: "card (as capsule new said)",
  tell: (parts) => `what it says of their record, parted by commas: ${parts}`,
  name: "another name that they want to use",
  needs: "what they need, parted by semicolons",
  attended: "what was seen to already, parted by semicolons",
  contact: "whom to tell in an emergency, only if the person asks for it",
  expires: "how long it is valid, such as 60d",
  from: (site) => `Given by: ${site}`,
  unknownSite: "a house that is no longer in the network",
  validUntil: (day) => `Valid until: ${day}`,
  revoked: "Revoked. Others will know when there is contact.",
};
