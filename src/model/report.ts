/**
 * A report: a person who is sought, who seeks, and how to reach them. Lives in the `site` space of
 * the house that took it and never leaves it; what the other shelters receive is its card
 * (extract-card.ts). Everything that an imported file says beyond the person is kept here.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, line, MAX_NOTES, objectProblem, text, value, yesNo } from "./field-types.ts";
import { hasName, personEntries } from "./person-fields.ts";

const REPORT_STATUSES = ["open", "closed", "withdrawn"] as const;

/**
 * Why a report is closed. `answered`: the person let it be told. `contact-restored`: they are in touch again. `given-up`:
 * the family seeks no longer.
 */
export const REPORT_OUTCOMES = [
  "answered",
  "contact-restored",
  "found-otherwise",
  "given-up",
  "duplicate",
] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

const NOTE_STATUSES = [
  "information-sought",
  "is-note-author",
  "believed-alive",
  "believed-missing",
  "believed-dead",
] as const;

const MAX_SEEKERS = 20;

const moment = value(readMoment);

/** Someone with a name who can be reached: the seeker, or the author of a note. */
const reachable = { name: v.exactOptional(line), phone: v.exactOptional(line), email: v.exactOptional(line) };

const seeker = v.strictObject(
  { ...reachable, relation: v.exactOptional(line), notes: v.exactOptional(text) },
  objectProblem,
);

/** When and where the person was last heard of. */
export const lastContact = v.strictObject(
  { at: v.exactOptional(moment), place: v.exactOptional(line) },
  objectProblem,
);

/**
 * Against extortion: a question that only the person can answer, and the answer that the family expects. The question
 * goes out with the card, and what the person says to it comes back with their answer.
 */
const proof = v.strictObject(
  { question: v.exactOptional(line), answer: v.exactOptional(line) },
  objectProblem,
);

/** Where an imported report comes from; `recordId` names it there. */
const source = v.strictObject(
  {
    format: v.exactOptional(line),
    recordId: v.exactOptional(line),
    name: v.exactOptional(line),
    url: v.exactOptional(line),
    date: v.exactOptional(moment),
    photoUrl: v.exactOptional(line),
    profileUrls: v.exactOptional(line),
  },
  objectProblem,
);

/** What somebody added to an imported report, as the file says it. Hearsay, and never in a card. */
const note = v.strictObject(
  {
    recordId: v.exactOptional(line),
    at: v.exactOptional(moment),
    author: v.exactOptional(v.strictObject(reachable, objectProblem)),
    status: v.exactOptional(choice(NOTE_STATUSES)),
    madeContact: v.exactOptional(yesNo),
    foundPhone: v.exactOptional(line),
    foundEmail: v.exactOptional(line),
    place: v.exactOptional(line),
    text: v.exactOptional(text),
    photoUrl: v.exactOptional(line),
    sameAs: v.exactOptional(line),
  },
  objectProblem,
);

export const reportSchema = v.pipe(
  v.strictObject(
    {
      ...personEntries,
      seeker: v.exactOptional(seeker),
      /** Others who ask for the same person at this house. */
      seekers: v.exactOptional(v.pipe(v.array(seeker, "wrong-type"), v.maxLength(MAX_SEEKERS, "too-many"))),
      lastContact: v.exactOptional(lastContact),
      circumstances: v.exactOptional(text),
      address: v.exactOptional(line),
      source: v.exactOptional(source),
      notes: v.exactOptional(v.pipe(v.array(note, "wrong-type"), v.maxLength(MAX_NOTES, "too-many"))),
      status: v.optional(choice(REPORT_STATUSES), "open"),
      expiresAt: v.exactOptional(moment),
      /** The `expiresAt` that it ended by (report-end.ts). */
      ended: v.exactOptional(moment),
      proof: v.exactOptional(proof),
      /** Who seeks agreed to a poster, which anybody reads. */
      posterAllowed: v.exactOptional(yesNo),
      outcome: v.exactOptional(choice(REPORT_OUTCOMES)),
      closedAt: v.exactOptional(moment),
    },
    objectProblem,
  ),
  v.check((report) => hasName(report), "needs-name"),
);

export type Report = v.InferOutput<typeof reportSchema>;
