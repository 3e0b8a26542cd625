/** English: telling a house that could help of somebody whose life is in danger and who cannot be asked. */
import type { vital as es } from "../es/vital.ts";

export const vital: typeof es = {
  title: "Their life is in danger and they cannot be asked",
  lead: (site) =>
    `Only if they cannot answer (unconscious, no interpreter, a very young child alone) and ${site} can save their life. It takes two people of the house, and one is a coordinator or of protection. It holds for three days; ask them as soon as you can.`,
  reason: "What the danger is, and why they cannot be asked",
  claim: "Ask for a second person's word",
  claimed: "Written down. The word of another person of the house is missing, at their device.",
  waiting: "Waits for a second person's word",
  holds: (until) => `They may be told what is needed until: ${until}`,
  by: (person, moment) => `Claimed by ${person}, ${moment}`,
  someone: "somebody of the house",
  agree: "I agree",
  agreed: (until) => `Agreed. They may be told what is needed until: ${until}`,
  end: "No longer needed",
  ended: "Ended. What was told is taken back.",
  none: "Nothing of that is written down of this person.",
  unasked:
    "Somebody of these people could not be asked: their life is in danger. The house that refers them says so for three days; ask them as soon as they can answer.",
};
