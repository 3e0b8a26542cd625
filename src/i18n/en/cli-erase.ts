/** English: the commands `erase` and `erasure`. */
import { counter } from "../formats.ts";

const count = counter("en");

export const cliErase = {
  command: "Erases a record and all that was noted of it, here and in the whole network; cannot be undone",
  record: "record of this house",
  reason: "who asked for it and why, without names; stays in the house",
  yes: "without asking",
  willErase: (records: number): string =>
    `The record goes with all that was noted of it: ${count(records, { one: "# record", other: "# records" })}. This cannot be undone.`,
  ask: "Erase? (y/n) ",
  kept: "Nothing was erased.",
  ordered: "It was ordered. Here it is gone; each house erases it when it hears: see how far with erasure.",
  stateCommand: "Says how far an order to erase has come",
  ofRecord: "the record that was erased",
};
