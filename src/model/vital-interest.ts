/**
 * A vital interest: what a house that could help must know of somebody whose life is in danger and who cannot be asked.
 * Statements in `site`: one person claims it and says why, another one agrees, one of the two a coordinator or of
 * protection; anybody ends it. It stands in the place of an answer that nobody could give, never of a no; it is about one
 * other site, and holds for three days (docs/decisions/0032-vital-interest.md). Pure: the time is handed in.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, objectProblem, text, value } from "./field-types.ts";
import type { ReleaseVoice } from "./protected-release.ts";
import { areTwoPeople } from "./two-words.ts";

const VITAL_WORDS = ["claim", "agree", "end"] as const;
export type VitalWord = (typeof VITAL_WORDS)[number];

export const vitalInterestSchema = v.pipe(
  v.strictObject(
    {
      guest: id,
      /** The other site that is told. */
      to: id,
      says: choice(VITAL_WORDS),
      /** Whom an agreement agrees with, and what an end ends: the claim. */
      of: v.exactOptional(id),
      /** Why their life is in danger, and why they cannot be asked. */
      reason: v.exactOptional(text),
      at: value(readMoment),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ says, reason }) => says !== "claim" || reason !== undefined, "required"),
    ["reason"],
  ),
  v.forward(
    v.check(({ says, of }) => (says === "claim") === (of === undefined), "required"),
    ["of"],
  ),
);

const HOUR = 3_600_000;
export const VITAL_HOURS = 72;
/** Clocks that are set by hand differ by hours; what is dated further ahead would hold for years. */
const AHEAD_MS = 24 * HOUR;

/** Who said it; `answers`: a coordinator, or of protection. */
export interface VitalVoice extends ReleaseVoice {
  readonly answers: boolean;
}

/** One statement. `by`: null where who wrote it could not claim it. `at`: milliseconds; NaN for what is no moment. */
export interface VitalStatement {
  readonly id: string;
  readonly by: VitalVoice | null;
  readonly says: VitalWord;
  readonly of: string | null;
  readonly at: number;
}

/** `waiting`: the claims that nobody agreed with yet. `until`: in milliseconds. */
export type VitalState =
  | { readonly kind: "none" }
  | { readonly kind: "waiting"; readonly claims: readonly string[] }
  | { readonly kind: "holds"; readonly claim: string; readonly until: number };

const mayAgree = (claim: VitalVoice | null, other: VitalVoice | null): boolean =>
  areTwoPeople(claim, other) && (claim?.answers === true || other?.answers === true);

/** When it is over, of a claim that two people stand behind now; null for any other. */
function overAt(claim: VitalStatement, statements: readonly VitalStatement[], now: number): number | null {
  const agreed = statements
    .filter(
      ({ says, of, by, at }) =>
        says === "agree" && of === claim.id && mayAgree(claim.by, by) && at <= now + AHEAD_MS,
    )
    .map(({ at }) => at);
  if (agreed.length === 0) return null;
  return Math.min(...agreed, claim.at) + VITAL_HOURS * HOUR;
}

/** Total: for any set of statements about one guest and one site, in any order. `now`: no earlier than what the house wrote. */
export function vitalState(statements: readonly VitalStatement[], now: number): VitalState {
  const ended = new Set(statements.flatMap(({ says, of }) => (says === "end" && of !== null ? [of] : [])));
  const claims = statements
    .filter(
      ({ says, by, id: own, at }) =>
        says === "claim" && by !== null && !ended.has(own) && at <= now + AHEAD_MS,
    )
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const judged = claims.map((claim) => ({ claim, until: overAt(claim, statements, now) }));
  const running = judged.flatMap(({ claim, until }) =>
    until !== null && until > now ? [{ claim: claim.id, until }] : [],
  );
  const [longest] = running.toSorted((one, other) => other.until - one.until);
  if (longest !== undefined) return { kind: "holds", ...longest };
  const waiting = judged.flatMap(({ claim, until }) =>
    until === null && claim.at + VITAL_HOURS * HOUR > now ? [claim.id] : [],
  );
  return waiting.length === 0 ? { kind: "none" } : { kind: "waiting", claims: waiting };
}
