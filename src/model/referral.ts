/**
 * A referral: one house asks another to receive people for one need. What crosses is three kinds of records, each made
 * by one of the two sites alone, which its id proves (docs/decisions/0021-statements-and-halves.md): what is asked,
 * without a name; the steps that either side says, as statements; and, once the receiver accepts and as long as the
 * people agree, the extract that says who they are. Which guests they are stays in the sender's `site`.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, line, lines, objectProblem, text, value, yesNo } from "./field-types.ts";
import { personEntries } from "./person-fields.ts";
import { bad, ok, type Read } from "./read.ts";

export const NEEDS = [
  "shelter",
  "health",
  "psychosocial",
  "legal",
  "protection",
  "material",
  "family",
  "other",
] as const;
export type Need = (typeof NEEDS)[number];

/** How soon it has to be, counted from when it is sent. */
export const URGENCIES = ["24h", "72h", "2w"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const AGE_GROUPS = ["0-5", "6-11", "12-17", "18-59", "60+"] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

export const REFERRAL_STEPS = [
  "receive",
  "accept",
  "decline",
  "arrived",
  "not-arrived",
  "attended",
  "close",
  "cancel",
] as const;
export type ReferralStep = (typeof REFERRAL_STEPS)[number];

export const MOST_PEOPLE = 50;
const MOST_SEEN = 50;

export const readCount = (input: unknown): Read<number> =>
  typeof input === "number" && Number.isInteger(input) && input >= 1 && input <= MOST_PEOPLE
    ? ok(input)
    : bad("wrong-type");

const ids = v.pipe(v.array(id), v.maxLength(MOST_SEEN, "too-many"));

/** What is asked. Lives in `pair`; the sender makes it. No field of it names anybody. */
export const referralSchema = v.strictObject(
  {
    to: id,
    /** With the sender's site it makes the record's id. */
    salt: id,
    need: choice(NEEDS),
    urgency: choice(URGENCIES),
    people: value(readCount),
    ageGroups: v.exactOptional(
      v.pipe(v.array(v.picklist(AGE_GROUPS)), v.maxLength(AGE_GROUPS.length, "too-many")),
    ),
    sexes: v.exactOptional(lines()),
    languages: v.exactOptional(lines()),
    note: v.exactOptional(text),
    /** The sender asks that the receiver follow the case (case-follow.ts). */
    handOver: v.exactOptional(yesNo),
    at: value(readMoment),
  },
  objectProblem,
);

/** That one side did a step: a statement in `pair`. */
export const referralStepSchema = v.strictObject(
  {
    /** The other of the two sites. */
    to: id,
    /** With the site that says it, it makes the record's id. */
    salt: id,
    referral: id,
    step: choice(REFERRAL_STEPS),
    reason: v.exactOptional(line),
    at: value(readMoment),
    /** The steps, of both sides, that stood when it was said. */
    seen: v.exactOptional(ids),
  },
  objectProblem,
);

/** Who the people are, as far as the need needs it: in `pair`, of the sender. */
export const referralExtractSchema = v.strictObject(
  {
    to: id,
    /** With the sender's site it makes the record's id. */
    referral: id,
    people: v.exactOptional(
      v.pipe(v.array(v.strictObject(personEntries, objectProblem)), v.maxLength(MOST_PEOPLE, "too-many")),
    ),
    /** Names of the fields that were told, also after they were taken back. */
    told: v.exactOptional(lines()),
    /** Somebody of them could not be asked: their life is in danger, and this is told for a time. */
    unasked: v.exactOptional(yesNo),
    /** Nothing more is told: somebody no longer agrees, or it came to nothing. */
    withdrawn: v.exactOptional(yesNo),
  },
  objectProblem,
);

/** Which guest a referral is about: stays in the sender's `site`. */
export const referralGuestSchema = v.strictObject(
  {
    referral: id,
    guest: id,
    /** What the guest had said when they were referred; without these at hand nobody judges. */
    consents: ids,
  },
  objectProblem,
);
