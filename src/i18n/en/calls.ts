/** English: calls home. */
import type { Texts } from "../es/index.ts";

export const calls: Texts["calls"] = {
  title: "Calls",
  none: "None has been noted yet.",
  add: "Note a call",
  form: "Note a call",
  formText: "Neither the number nor the name of who answers is noted.",
  relation: "Whom did they call?",
  relations: {
    mother: "Their mother",
    father: "Their father",
    sibling: "Their sister or brother",
    child: "Their daughter or son",
    partner: "Their partner",
    "other-relative": "Another relative",
    friend: "A friend",
    other: "Somebody else",
  },
  result: "Did anybody answer?",
  results: { reached: "Yes, they spoke", voicemail: "They left a message", none: "Nobody answered" },
  restored: "They had lost touch and are in touch again",
  restoredTag: "in touch again",
  country: "To which country?",
  needRelation: "Choose whom they called",
  needResult: "Choose whether anybody answered",
  save: "Save the call",
  saved: "Call noted.",
  mistake: "Noted by mistake",
  mistakeOf: (call) => `Noted by mistake: ${call}`,
  takenBack: "The call counts no more.",
};
