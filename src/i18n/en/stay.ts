/** English: who is in the house and who left. */
import type { Texts } from "../es/index.ts";

export const stay: Texts["stay"] = {
  title: "Stay",
  here: "In this house",
  hereSince: (moment) => `In this house since ${moment}`,
  left: (moment) => `Left: ${moment}`,
  leftUnknown: "No longer in the house",
  hows: {
    "moved-on": "Went on their way",
    transferred: "Went to another house, which expects them",
    hospital: "Is in a hospital",
    detained: "Is being detained",
    deported: "Was deported",
    "returned-home": "Went back to where they are from",
    "not-returned": "Went out and did not come back",
  },
  before: "Stays before",
  beforeLine: (from, until) => `${from} to ${until}`,
  fromUnknown: "since when is not known",
  depart: "Departure",
  form: "Note a departure",
  how: "How did they leave?",
  needHow: "Choose how they left",
  to: "Where to?",
  toHint: "As the person says it. It does not leave this house.",
  at: "When?",
  atHint: "If it was now, leave this empty. For example: 21/11/2026",
  note: "Note for the team",
  save: "Note the departure",
  saved: "Departure noted.",
  undo: "Noted by mistake: they are still here",
  undone: "The departure was taken back: the person is in the house.",
  nextTitle: "What comes next, today",
  next: {
    detained: "Tell a lawyer: in detention deadlines run by the hour, and the family may not know.",
    "not-returned":
      "First ask those who travelled with them. If nobody knows, tell a lawyer and start a report: the first hours count.",
  },
  report: "Start a report with these facts",
};
