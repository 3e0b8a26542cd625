/**
 * A referral to an institution of the directory, which has no app: the person carries a paper slip there, and what the
 * institution says, on the slip or by telephone, is typed in by the house that refers. So all of it lives in that house's
 * `site`, and a step of the institution says how it was heard: it is nobody's signature (docs/decisions/0035-slips-and-hand-over.md).
 * Stages, clocks and needs are those of a referral to a house. What the slip says of the people is not kept: it is taken
 * from their own records whenever it is printed, and never more than the fields that are named here.
 */
import * as v from "valibot";
import { withoutContact } from "./contact.ts";
import { readMoment } from "./dates.ts";
import { choice, id, line, lines, objectProblem, text, value, yesNo } from "./field-types.ts";
import type { PersonFields } from "./person-fields.ts";
import { bad, ok } from "./read.ts";
import { type Need, NEEDS, readCount, REFERRAL_STEPS, type ReferralStep, URGENCIES } from "./referral.ts";
import { toldOf } from "./referral-told.ts";
import { readSlipCode } from "./slip-code.ts";
import { cleanLine } from "./text.ts";

/** How the house heard what an institution says. */
export const HEARD = ["slip", "phone"] as const;
export type Heard = (typeof HEARD)[number];

/** What the house that refers says itself. */
const OWN_STEPS: readonly ReferralStep[] = ["close", "cancel"];
export const isOwnStep = (step: ReferralStep): boolean => OWN_STEPS.includes(step);

const MOST_SEEN = 50;

const slipCode = value((input) => {
  const code = typeof input === "string" ? readSlipCode(input) : null;
  return code === null ? bad("bad-id") : ok(code);
});

/** What is asked of an institution. Lives in `site`; no field of it names anybody. */
export const serviceReferralSchema = v.strictObject(
  {
    /** The service of the directory, and what it was called when the person was asked. */
    service: id,
    serviceName: line,
    code: slipCode,
    need: choice(NEEDS),
    urgency: choice(URGENCIES),
    people: value(readCount),
    note: v.exactOptional(text),
    /** Names of the fields that the slip says; of each person as far as they are known. None: the code alone. */
    told: v.exactOptional(lines()),
    /** The slip has the code in the place of names. */
    unnamed: v.exactOptional(yesNo),
    at: value(readMoment),
  },
  objectProblem,
);

/** That somebody of the house closed or cancelled it, or typed in what the institution said: a statement. */
export const serviceStepSchema = v.pipe(
  v.strictObject(
    {
      referral: id,
      step: choice(REFERRAL_STEPS),
      /** Of what the institution said: how that was heard. */
      heard: v.exactOptional(choice(HEARD)),
      reason: v.exactOptional(line),
      at: value(readMoment),
      /** The steps that stood when it was said. */
      seen: v.exactOptional(v.pipe(v.array(id), v.maxLength(MOST_SEEN, "too-many"))),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ step, heard }) => isOwnStep(step) === (heard === undefined), "required"),
    ["heard"],
  ),
);

/** Of the fields that a need needs, those that paper says to whoever finds it, and a person can say themselves. */
const NOT_ON_PAPER: readonly string[] = ["relatives", "state", "town", "marks", "photo"];
const NAMES: readonly string[] = ["name", "givenNames", "surnames", "alternateNames"];

const clean = (text: string): string => withoutContact(cleanLine(text));

/** Read by their own rules: a day of birth has as many digits as a telephone. */
const NO_FREE_TEXT: readonly string[] = ["sex", "age", "birthDate", "country"];

/** A value without what lets a stranger reach anybody; undefined where nothing is left. */
function cleaned(field: unknown): unknown {
  if (typeof field === "string") return clean(field) === "" ? undefined : clean(field);
  if (!Array.isArray(field)) return field;
  const items = field.filter((item) => typeof item === "string").map(clean);
  const left = items.filter((item) => item !== "");
  return left.length === 0 ? undefined : left;
}

/** What a slip says of one person: what the need needs, less than a house that accepted is told, and nobody's telephone. */
export function slipToldOf(
  person: PersonFields,
  { need, unnamed }: { readonly need: Need; readonly unnamed: boolean },
): PersonFields {
  const left = Object.entries(toldOf(person, need))
    .filter(([field]) => !NOT_ON_PAPER.includes(field) && !(unnamed && NAMES.includes(field)))
    .map(([field, told]) => [field, NO_FREE_TEXT.includes(field) ? told : cleaned(told)] as const)
    .filter(([, told]) => told !== undefined);
  return Object.fromEntries(left);
}
