/**
 * Who follows a case that is referred: the house that refers, until the one that receives says by its own act that it
 * takes over, and only where it was asked to. Statements in `pair`, each of the site that its id proves. Narrow: unless
 * all that stands says that the receiver follows, the sender does, so that nobody is dropped between two houses. It is
 * worked out of what both said, whatever of that is known and in whatever order it came (decisions/0021).
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, objectProblem, value } from "./field-types.ts";
import {
  answersDiffer,
  referralState,
  type ReferralSide,
  type SaidStep,
  standingOf,
} from "./referral-state.ts";

/** `take`: the receiver follows from now on. `leave`: it does not, or no longer. `keep`: the sender follows after all. */
export const FOLLOW_WORDS = ["take", "leave", "keep"] as const;
export type FollowWord = (typeof FOLLOW_WORDS)[number];

const MOST_SEEN = 50;

export const caseFollowSchema = v.strictObject(
  {
    /** The other of the two sites. */
    to: id,
    /** With the site that says it, it makes the record's id. */
    salt: id,
    referral: id,
    says: choice(FOLLOW_WORDS),
    at: value(readMoment),
    /** The words, of both sides, that stood when it was said. */
    seen: v.exactOptional(v.pipe(v.array(id), v.maxLength(MOST_SEEN, "too-many"))),
  },
  objectProblem,
);

/** A word as it is worked out. `side`: of the site that said it. */
export interface SaidFollow {
  readonly id: string;
  readonly side: ReferralSide;
  readonly says: FollowWord;
  readonly seen: readonly string[];
}

export interface FollowFacts {
  /** The sender asked for it when it referred. */
  readonly asked: boolean;
  readonly words: readonly SaidFollow[];
  /** What was said of the referral itself. */
  readonly steps: readonly SaidStep[];
}

/** Whether the receiver has the person, or expects them: one who did not arrive is the sender's to look for. */
function isWithReceiver(steps: readonly SaidStep[]): boolean {
  const cancelledOrSaid = referralState(steps.filter(({ step }) => step !== "close"));
  return ["accepted", "arrived", "attended"].includes(cancelledOrSaid) && !answersDiffer(steps);
}

const isKept = ({ words }: FollowFacts): boolean =>
  words.some(({ side, says }) => side === "sender" && says === "keep");

/** The receiver's words that no later one of its own has passed. */
export const standingFollow = <S extends SaidFollow>(words: readonly S[]): readonly S[] =>
  standingOf(
    words.filter(({ says }) => says !== "keep"),
    "receiver",
  );

/** Total: for any words and steps, of whatever side, in any order. */
export function followedBy(facts: FollowFacts): ReferralSide {
  const said = standingFollow(facts.words);
  const takes = said.length > 0 && said.every(({ says }) => says === "take");
  return facts.asked && takes && !isKept(facts) && isWithReceiver(facts.steps) ? "receiver" : "sender";
}

/** What a side may say now. */
export function possibleFollow(facts: FollowFacts, side: ReferralSide): readonly FollowWord[] {
  if (!facts.asked || isKept(facts)) return [];
  if (side === "sender") return ["keep"];
  const said = new Set(standingFollow(facts.words).map(({ says }) => says));
  return [
    ...(followedBy(facts) === "sender" && isWithReceiver(facts.steps) ? (["take"] as const) : []),
    ...(said.size !== 1 || !said.has("leave") ? (["leave"] as const) : []),
  ];
}
