/**
 * That something was erased, and why: what stays in the `site` of the house that ordered it. It names the record as the
 * order does, by a hash of its id: who asks for the record again finds it, and nobody reads from it what it was.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { line, objectProblem, value } from "./field-types.ts";
import { bad, ok } from "./read.ts";

const wholeNumber = value((input) =>
  typeof input === "number" && Number.isSafeInteger(input) && input > 0 ? ok(input) : bad("wrong-type"),
);

/** 8 bytes as lower-case base32. */
const recordTag: v.GenericSchema<unknown, string> = value((input) =>
  typeof input === "string" && /^[a-z2-7]{12}[acegikmoqsuwy246]$/u.test(input) ? ok(input) : bad("bad-id"),
);

export const erasureSchema = v.strictObject(
  {
    /** The hash that the order names it by. */
    record: recordTag,
    /** Who asked for it and on what ground, without a name. */
    reason: line,
    at: value(readMoment),
    /** Records that were erased with it, itself among them. */
    records: wholeNumber,
  },
  objectProblem,
);
