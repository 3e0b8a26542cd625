/** English: news of who is sought. What is told of a death is told by people, in person; no text here tells it. */
import type { Texts } from "../es/index.ts";

export const news: Texts["news"] = {
  title: "News",
  call: (who, site) => `Call ${who}, of ${site}. There is something to talk about in person.`,
  callSite: (site) => `Call ${site}. There is something to talk about in person.`,
  callText:
    "That house does not write what it is, whatever it is: do not ask for it by message, and tell the family nothing ahead. Call first.",
  none: "This house has noted no news.",
  inPerson: "Spoken of in person",
  inPersonText:
    "It is not written and not sent. To say who a person was is for the forensic authority, not for a house. It is told in person, with somebody to stand by the family.",
  closed: (why: string): string =>
    `The other house is not asked to call: ${why}. Who coordinates can change it.`,
  states: {
    noted: "Noted",
    "to-confirm": "Another person of the house has to note it too, by themselves, on a device of their own",
    confirmed: "Two people noted it",
  },
  kinds: {
    seen: "Was seen",
    hospital: "Is or was in a hospital",
    detained: "Is held by an authority",
    deported: "Was deported or returned",
    forensic: "Forensic service: spoken of in person",
    death: "A death: spoken of in person",
    other: "Other",
  },
  sources: {
    consulate: "Consulate",
    hospital: "Hospital",
    "migration-authority": "Migration authority",
    prosecutor: "Prosecutor",
    "forensic-service": "Forensic service",
    witness: "Witness",
    other: "Other source",
  },
  agreedKinds: {
    person: "The person said that their family may be told",
    authority: "The authority that holds them informs their consulate and the family",
  },
  notAgreed: "Not known",
  add: "Note news",
  what: "What news",
  heardFrom: "From whom",
  confirmedBy: "Who confirms it",
  on: "When it was",
  agreed: "Why the family may be told",
  agreedHint:
    "Of a living person nothing leaves without their yes. A house does not say where somebody is because somebody saw them.",
  whom: "Who of this house is to be called",
  whomHint: "A name and the house's telephone. It is all that the other house can read. Nothing of the news.",
  save: "Note",
  saved: "Noted in this house.",
  savedWaits:
    "Noted. Nothing leaves until another person of the house has noted it too, by themselves and on a device of their own. Talk about it with them in person.",
  takeBack: "Undo: noted by mistake",
  takenBack: "The news counts no more.",
  stays:
    "News stay in this house. The house that seeks reads only whom to call, and always the same, whatever the news is.",
};
