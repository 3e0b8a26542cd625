/**
 * Whether a protected person has left: what people of the protection role said (two-words.ts). One proposes how the
 * person leaves, another one agrees to exactly that; after a no the person is here until two people say otherwise anew.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { DEPARTURE_HOWS, type DepartureHow } from "./departure.ts";
import { choice, id, line, objectProblem, value } from "./field-types.ts";
import {
  stepWords,
  type TwoWords,
  twoWords,
  type WordEvent,
  type WordProposal,
  type WordStatement,
  type WordVoice,
} from "./two-words.ts";

export const protectedReleaseSchema = v.pipe(
  v.strictObject(
    {
      guest: id,
      says: choice(["propose", "agree", "refuse"] as const),
      /** What is agreed to or refused. */
      of: v.exactOptional(id),
      how: v.exactOptional(choice(DEPARTURE_HOWS)),
      /** With whom, and where to. */
      to: v.exactOptional(line),
      at: value(readMoment),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ says, of }) => (says === "propose") === (of === undefined), "required"),
    ["of"],
  ),
  // who agrees says again what they agree to
  v.forward(
    v.check(({ says, how }) => says === "refuse" || how !== undefined, "required"),
    ["how"],
  ),
);

/** What is agreed on. */
export interface ReleaseTerms {
  readonly how: DepartureHow;
  readonly to: string | null;
}

/** Who stands behind a statement. */
export type ReleaseVoice = WordVoice;
export type ReleaseStatement = WordStatement<ReleaseTerms>;
export type Proposal = WordProposal<ReleaseTerms>;

/** `waiting`: for a second person. */
export type ReleaseState =
  | { readonly kind: "here"; readonly waiting: readonly Proposal[] }
  | (Omit<Extract<TwoWords<ReleaseTerms>, { readonly kind: "agreed" }>, "kind"> & {
      readonly kind: "released";
    });

const isSame = (one: ReleaseTerms, other: ReleaseTerms): boolean =>
  one.how === other.how && one.to === other.to;

/** Total: for any set of statements. */
export function releaseState(statements: readonly ReleaseStatement[]): ReleaseState {
  const state = twoWords(statements, isSame);
  return state.kind === "waiting" ? { ...state, kind: "here" } : { ...state, kind: "released" };
}

/** What somebody wants to say now. */
export type ReleaseEvent = WordEvent;

export type ReleaseStep =
  | { readonly kind: "ok" }
  | { readonly kind: "refused"; readonly why: "released-already" | "nothing-to-agree" | "another-person" };

/** Whether it may be said: a program says no before it writes what would count for nothing. */
export function stepRelease(state: ReleaseState, event: ReleaseEvent): ReleaseStep {
  const step = stepWords<ReleaseTerms>(
    state.kind === "here" ? { ...state, kind: "waiting" } : { ...state, kind: "agreed" },
    event,
  );
  if (step === "ok") return { kind: "ok" };
  return { kind: "refused", why: step === "agreed-already" ? "released-already" : step };
}
