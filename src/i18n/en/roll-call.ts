/** English: the roll call of a night. */
import type { Texts } from "../es/index.ts";
import { counter } from "../formats.ts";

const count = counter("en");

export const rollCall: Texts["rollCall"] = {
  title: "Roll call",
  open: "Roll call",
  night: (date) => `Night of ${date}`,
  intro: "Marking that somebody is not there notes no departure: that is decided apart.",
  present: "Is there",
  absent: "Is not there",
  markPresent: (who) => `${who}: is there`,
  markAbsent: (who) => `${who}: is not there`,
  person: (n) => `Person ${String(n)}`,
  unmarked: "Not marked",
  apart: "Marked differently on two computers: look again.",
  noBed: "no bed noted",
  empty: "Nobody is noted in the house.",
  counts: (present, absent, open) =>
    [
      count(present, { one: "# is there", other: "# are there" }),
      count(absent, { one: "# is not there", other: "# are not there" }),
      count(open, { one: "# not marked", other: "# not marked" }),
    ].join(" · "),
  notReturned: "Note that they went out and did not come back",
  notReturnedOf: (who) => `${who}: note that they went out and did not come back`,
  sheet: "Sheet to print",
  sheetText: "The sheet has beds and names only. Destroy it when you are done.",
};
