/** English: somebody who may be registered or reported already. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const duplicates: Texts["duplicates"] = {
  word: "possible duplicate",
  waiting: {
    guest: "A single word is fine. If the person may be registered already, it is said here.",
    report: "If there may be a report of the person already, it is said here.",
  },
  maybe: {
    guest: "May be registered already:",
    report: "There may be a report already:",
    card: "Another shelter may already seek this person:",
  },
  more: (n) => count(n, { one: "and # more", other: "and # more" }),
  arrived: (day) => `came on ${day}`,
  left: (day) => `left on ${day}`,
  compare: "Compare",
  hide: "Hide",
  list: "May be the same person",
  ask: "Before saving: is it the same person?",
  same: "It is the same person",
  other: "It is somebody else",
  otherAndSave: "It is somebody else: save",
  openReport: "Open that report",
  openCard: "Open that card",
  sameText: "The arrival is noted on the record that exists, and the facts of that record stay as they are.",
  reportText:
    "If it is the same person, open that report and add what is missing there. What you have typed stays as a draft.",
  cardText:
    "Another shelter may already seek this person. This report is saved all the same: families may report at several houses, and this one needs a way to tell them.",
  unchanged: "The facts of the record stay as they were.",
  notThere: "The facts of the record stay as they were. You typed, and it is not so there:",
};
