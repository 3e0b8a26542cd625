/**
 * From a decision on a pair to what its seeker may be told: the one way by which anything of a guest reaches who seeks
 * (design section 3, "the query travels, the data stays"). It names what it takes; all else stays.
 */
import type { Answer } from "./answer.ts";
import type { MatchState } from "./match-steps.ts";

/** What was decided, and may leave. */
export interface Told {
  readonly state: MatchState;
  /** Where the person is, or passed; told only where they agreed to it. */
  readonly place: string;
  /** The day of asking, or of leaving. */
  readonly on: string | undefined;
  readonly message: string | undefined;
  readonly proof: string | undefined;
}

const ISO_DAY_LENGTH = 10;

/** The answer to a card; an empty, withdrawn one for a state that tells nothing. */
export function extractAnswer(address: Pick<Answer, "to" | "card">, told: Told): Answer {
  const { to, card } = address;
  const { state, place, message, proof } = told;
  if (state !== "yes" && state !== "yes-no-place" && state !== "passed")
    return { to, card, state: "withdrawn" };
  // the hour says more of a place's day than anybody agreed to
  const on = told.on?.slice(0, ISO_DAY_LENGTH);
  return {
    ...{ to, card, state: "given", said: state === "passed" ? "passed" : "alive" },
    ...(on === undefined ? {} : { on }),
    ...(state === "yes-no-place" ? {} : { place }),
    ...(message === undefined ? {} : { message }),
    ...(proof === undefined ? {} : { proof }),
  };
}
