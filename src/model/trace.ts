/**
 * A trace: what stays of a guest who left, ninety days later. Most of those who are sought have already moved on, so names,
 * age, origin and the days of their stay are kept, in `protected`, and compared with reports alone; everything else goes
 * (docs/decisions/0034-traces.md). Its id follows from the guest's, so that devices that shrink apart write one record.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, objectProblem, value, yesNo } from "./field-types.ts";
import { hasName, type PersonFields, personEntries } from "./person-fields.ts";
import { overAt } from "./report-end.ts";
import type { Stay } from "./stay.ts";

const { name, givenNames, surnames, alternateNames, sex, age, birthDate, country, state, town } =
  personEntries;
const keptEntries = {
  ...{ name, givenNames, surnames, alternateNames, sex, age, birthDate },
  ...{ country, state, town },
};
type Kept = Pick<PersonFields, keyof typeof keptEntries>;

export const traceSchema = v.pipe(
  v.strictObject(
    {
      ...keptEntries,
      arrivedAt: v.exactOptional(value(readMoment)),
      leftAt: value(readMoment),
      /** What they said to "may it be said that you passed"; absent: nothing. */
      passed: v.exactOptional(choice(["yes", "no"] as const)),
      /** They named somebody who must never be told: so nobody is. */
      silent: v.exactOptional(yesNo),
      expiresAt: value(readMoment),
    },
    objectProblem,
  ),
  // whom only marks tell apart is found by nobody any more
  v.check((trace) => hasName(trace), "needs-name"),
);

const DAY = 86_400_000;
export const TRACE_AFTER_DAYS = 90;
const DAY_LENGTH = "2026-11-23".length;

/** Since when somebody has been gone who is not here; null for who is here, or never was. */
function goneSince(stays: readonly Stay[]): string | null {
  if (stays.some(({ until }) => until === null)) return null;
  return stays.at(-1)?.until ?? null;
}

/** From when on a guest is to shrink, in milliseconds; null for who is here, and where no day can be told. */
export function shrinksAt(stays: readonly Stay[]): number | null {
  const since = goneSince(stays);
  const left = since === null ? null : overAt(since);
  return left === null ? null : left + TRACE_AFTER_DAYS * DAY;
}

export interface Leaver {
  readonly person: PersonFields;
  /** In their order. */
  readonly stays: readonly Stay[];
  readonly passed: "yes" | "no" | "unset";
  readonly isGuarded: boolean;
  /** They said no to being compared with who is sought, which is all that a trace is for. */
  readonly isNotSought: boolean;
  /** For how many the house keeps traces. */
  readonly years: number;
}

export type Trace = v.InferOutput<typeof traceSchema>;

function keptOf(person: PersonFields): Kept {
  const kept = Object.keys(keptEntries).flatMap((field) => {
    const said = person[field as keyof Kept];
    return said === undefined ? [] : [[field, said] as const];
  });
  return Object.fromEntries(kept);
}

/** A day, so many years after a moment in milliseconds. */
export function yearsAfter(moment: number, years: number): string {
  const day = new Date(moment);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return day.toISOString().slice(0, DAY_LENGTH);
}

const mayStay = ({ person, isNotSought }: Pick<Leaver, "person" | "isNotSought">): boolean =>
  !isNotSought && hasName(person);

/** What stays of somebody who left; null for who is here, for whom no name is known, and who said no: of them nothing stays. */
export function traceOf({ person, stays, passed, isGuarded, isNotSought, years }: Leaver): Trace | null {
  const left = mayStay({ person, isNotSought }) ? goneSince(stays) : null;
  const over = left === null ? null : overAt(left);
  if (left === null || over === null) return null;
  const from = stays[0]?.from;
  return {
    ...keptOf(person),
    ...(from === null || from === undefined ? {} : { arrivedAt: from }),
    leftAt: left,
    ...(passed === "unset" ? {} : { passed }),
    ...(isGuarded ? { silent: true } : {}),
    expiresAt: yearsAfter(over, years),
  };
}
