/** English: erasing a record, and how far that has come. */
import { counter } from "../formats.ts";

const count = counter("en");

export const erasure = {
  heading: "Erase for good",
  lead: "When the person asks for it, or when there is no reason left to keep it.",
  start: "Erase this record",
  title: "Erase for good",
  counting: "Counting what would be erased…",
  takes: (records: number): string =>
    `This record goes with all that was noted of it: ${count(records, { one: "# record", other: "# records" })}, earlier changes too.`,
  everywhere:
    "It is erased here, at the hub, on the other devices and in the houses that keep it encrypted, when each of them hears. It cannot be undone.",
  told: (sites: string): string =>
    `These houses were told something: ${sites}. What they wrote in records of their own only they can erase: tell them.`,
  copies: "A copy outside Vereda, a photo or a paper is not erased by this.",
  reason: "Who asked for it and why, without names",
  reasonHint: "For example: the person asked. It stays in the house.",
  confirm: "Erase for good",
  cancel: "Do not erase",
  done: "It was ordered. On this device it is gone.",
  progressTitle: "How far the erasure has come",
  progress: (n: number, of: number): string =>
    `${count(n, { one: "#", other: "#" })} of ${count(of, { one: "# house", other: "# houses" })} say that they erased it.`,
  saysErased: "Says that it erased it",
  notHeard: "Not known yet",
  lastHeard: (moment: string): string => `last contact: ${moment}`,
  neverHeard: "no contact yet",
  onlySays: "It is what each house says: nobody can see into another.",
};
