/** English: records that do not end by themselves and are to be looked at again. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const review: Texts["review"] = {
  title: "To be looked at again",
  lead: "Records that have not been in use for long. Open and erase them, or keep them a year more if they are still needed. Nothing is erased by itself.",
  none: "Nothing is to be looked at.",
  count: (n) => count(n, { one: "# record", other: "# records" }),
  since: (day) => `Not in use since ${day}`,
  keep: "Keep a year more",
  kept: (day) => `It is kept until ${day}.`,
  untitled: "No name",
  kinds: {
    report: "Search that is over",
    guest: "Person who left, or of whom nothing is noted",
    "protected-guest": "Protected person",
    message: "Message to another house",
    "night-message": "Message from the door",
    "visit-of-authority": "Visit of an authority",
  },
  command: "Records that do not end by themselves: which are to be looked at, and keeping one",
  commandList: "Shows those that have not been in use for long, the oldest first",
  commandKeep: "Keeps a record a year more (to erase it: erase)",
  commandRecord: "record",
};
