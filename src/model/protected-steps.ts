/**
 * What is owed to a protected person, as a list that is worked off: statements in `protected`, each said once. Of two that
 * were said apart, "not done" counts: who reads it too early asks once more, and nobody is forgotten. The notice to the
 * authority that answers for children has a day; clocks of devices may be wrong (referral-clock.ts), so where nobody
 * knows since when it is owed, it is shown as unsure, and never as on time.
 */
import * as v from "valibot";
import { standing } from "./consent.ts";
import { readMoment } from "./dates.ts";
import { choice, id, line, objectProblem, text, value } from "./field-types.ts";
import { firstNear, type Late } from "./referral-clock.ts";

/** `authority`: notice to the authority that protects children (in Mexico the PPNNA). */
export const PROTECTED_STEPS = ["authority", "interview", "medical", "legal", "best-interest"] as const;
export type ProtectedStep = (typeof PROTECTED_STEPS)[number];

const MOST_REPLACED = 50;
const SAID = ["done", "not-done"] as const;

export const protectedStepSchema = v.strictObject(
  {
    guest: id,
    step: choice(PROTECTED_STEPS),
    said: choice(SAID),
    /** Of an interview: who interpreted. */
    interpreter: v.exactOptional(line),
    note: v.exactOptional(text),
    at: value(readMoment),
    /** The statements that whoever said it had before them. */
    replaces: v.exactOptional(v.pipe(v.array(id), v.maxLength(MOST_REPLACED, "too-many"))),
  },
  objectProblem,
);

/** A statement on one step of one person. */
export interface StepStatement {
  readonly id: string;
  /** More than one where devices changed the record itself, which ours never do. */
  readonly said: readonly unknown[];
  readonly replaces: readonly string[];
}

/** Done only where everything that stands says so. */
export function isDone(statements: readonly StepStatement[]): boolean {
  const words = standing(statements).flatMap(({ said }) => said);
  return words.length > 0 && words.every((word) => word === "done");
}

const HOUR = 3_600_000;
const NOTICE_MS = 24 * HOUR;

export interface NoticeDue {
  /** Milliseconds; null where it is done, or nobody knows since when it is owed. */
  readonly at: number | null;
  readonly late: Late;
}

/**
 * By when the authority is to be told. `since`: when the person came, and then when anything was noted of them, by the
 * clocks of whoever did; the first that is near the reader's clock counts.
 */
export function noticeDue(
  { done, since }: { readonly done: boolean; readonly since: readonly string[] },
  now: number,
): NoticeDue {
  if (done) return { at: null, late: "no" };
  const began = firstNear(since, now);
  if (began === null) return { at: null, late: "unsure" };
  const at = began + NOTICE_MS;
  return { at, late: now > at ? "yes" : "no" };
}
