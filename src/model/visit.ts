/**
 * A visit of an authority at the door: who came, of which institution, what they showed, what they asked for, and what
 * they were given. Lives in the `site`; whoever stands at the door at night hands it in. Orders are not copied and their
 * numbers not noted: a house needs to know what happened, and holds no file on anybody.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, line, objectProblem, text, value } from "./field-types.ts";

/** What they showed. */
export const VISIT_DOCUMENTS = ["judges-order", "official-letter", "badge-only", "none", "other"] as const;
export type VisitDocument = (typeof VISIT_DOCUMENTS)[number];

export const visitSchema = v.strictObject(
  {
    at: value(readMoment),
    /** As they say it: a name, a rank, how many they were. */
    who: line,
    institution: line,
    document: choice(VISIT_DOCUMENTS),
    /** What they asked for or asked about. */
    asked: text,
    /** What was handed over or told; "nothing" is an answer. */
    handedOver: text,
  },
  objectProblem,
);
