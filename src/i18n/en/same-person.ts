/** English: several records of one person. */
import type { Texts } from "../es/index.ts";
import { counter } from "../formats.ts";

const count = counter("en");

export const samePerson: Texts["samePerson"] = {
  title: "Several records of the same person",
  text: "They are shown as one: stays, calls, permissions and matches of all. Each record stays as it is.",
  own: "This record",
  differing: "What they do not say alike",
  part: "Part this record",
  partOf: (name) => `Part the record: ${name}`,
  parted: "The records are parted. What was noted in each is still there.",
  contested: "It is not known whether they are the same person",
  contestedText:
    "On two devices it was said at once that they are and that they are not. Meanwhile each record stands alone, and a “no” of one holds for all.",
  ask: "Join with another record",
  askText: "It is the same person as … Choose the other record. It can be undone.",
  alike: "Alike in this house",
  nobodyAlike: "No record of this house is like it. Search for it by name.",
  search: "Search for another record",
  find: "Search",
  found: "What was found",
  nobodyFound: "No other record of this house was found.",
  join: "Join",
  joinWith: (name) => `Join with the record: ${name}`,
  joined: "The records are shown as one person.",
  records: (n) => count(n, { one: "# record", other: "# records of the same person" }),
};
