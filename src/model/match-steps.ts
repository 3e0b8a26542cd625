/**
 * The decisions on a pair and what may follow from each (design sections 1 and 3): a pair is proposed, staff ask the
 * person alone, and only what the person agrees to leaves the house. Pure; who is a minor, who has left and what they
 * consented to is handed in. Every state may follow every other, because people change their minds: what is guarded is
 * not the way but what each state lets out.
 */

import type { Adulthood } from "./adulthood.ts";
import { areTwoPeople } from "./two-words.ts";

/**
 * `open`: nothing decided, or a decision taken back. `rejected`: not the same person. `to-ask`: somebody will ask. The
 * rest is what the person said when asked alone: `yes`, `yes-no-place` (but not where), `self` (will call the family
 * themselves), `no`, `thinking`, `unable` (could not be asked). `passed`: has left, and it may be said that they passed.
 */
export const MATCH_STATES = [
  "open",
  "rejected",
  "to-ask",
  "yes",
  "yes-no-place",
  "self",
  "no",
  "thinking",
  "unable",
  "passed",
] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/** What is noted of asking a person. */
export const SAID = ["yes", "yes-no-place", "self", "no", "thinking", "unable", "passed"] as const;
export type Said = (typeof SAID)[number];

/** From that which tells the family least to that which tells most. */
const NARROWEST_FIRST: readonly MatchState[] = [
  ...(["no", "rejected", "self", "thinking", "unable", "to-ask", "open"] as const),
  ...(["passed", "yes-no-place", "yes"] as const),
];

/** What holds where several were set at once: the one that tells least. `open` for none. */
export const narrowestOf = (states: readonly MatchState[]): MatchState =>
  NARROWEST_FIRST.find((state) => states.includes(state)) ?? "open";

/** Whether the state lets anything be told to who seeks. */
export const tells = (state: MatchState): state is "yes" | "yes-no-place" | "passed" =>
  state === "yes" || state === "yes-no-place" || state === "passed";

/** What a decision depends on, apart from what the person said. */
export interface PersonStanding {
  /** By what is known of their age today. */
  readonly age: Adulthood;
  readonly hasLeft: boolean;
  /** Somebody noted that they died: who seeks is told by people, and by nothing that leaves from here. */
  readonly hasDied: boolean;
  /** There is somebody who must never be told: two people look at what is told, whoever asks. */
  readonly isGuarded: boolean;
  /** What they said to "may we say that you passed?"; `unset` is a no, but for two people who decide otherwise. */
  readonly passed: "yes" | "no" | "unset";
  /** They said no to being compared with who is sought: nothing may be told to anybody who seeks. */
  readonly isNotSought: boolean;
  /** Their record lives in `protected`: whatever is told of them takes two who hold its keys. */
  readonly isProtected: boolean;
  /** A trace is all that is left of them: that they passed is all that can be told, and to nobody if they named somebody. */
  readonly isTrace?: true;
}

/**
 * Who must stand behind what is told. `second`: another person too; one of the two answers for protection. `two`: two
 * people who both hold the keys of `protected`.
 */
export type Release =
  | { readonly kind: "free" }
  | { readonly kind: "second" }
  | { readonly kind: "two" }
  | { readonly kind: "refused"; readonly why: ReleaseRefused };

export type ReleaseRefused =
  "age-unknown" | "person-said-no" | "not-sought" | "still-here" | "died" | "only-passed" | "somebody-named";

/** Why a state that tells something may not be told at all; null where it may. */
function refusalOf(state: MatchState, standing: PersonStanding): ReleaseRefused | null {
  const { age, hasLeft, hasDied, passed, isNotSought } = standing;
  if (hasDied) return "died";
  if (isNotSought) return "not-sought";
  if (state === "passed" && !hasLeft) return "still-here";
  if (state === "passed" && passed === "no") return "person-said-no";
  if (standing.isTrace === true) return refusalOfTrace(state, standing);
  return age === "unknown" ? "age-unknown" : null;
}

/** Nobody can ask them any more, who it was that they named neither; their age changes nothing: it takes two anyway. */
function refusalOfTrace(state: MatchState, { isGuarded }: PersonStanding): ReleaseRefused | null {
  if (isGuarded) return "somebody-named";
  return state === "passed" ? null : "only-passed";
}

/** What it takes for what a person said to be told to who seeks; for states that tell nothing, nothing. */
export function releaseOf(state: MatchState, standing: PersonStanding): Release {
  if (!tells(state)) return { kind: "free" };
  const why = refusalOf(state, standing);
  if (why !== null) return { kind: "refused", why };
  if (standing.isProtected) return { kind: "two" };
  const undecided = state === "passed" && standing.passed === "unset";
  return standing.age === "minor" || standing.isGuarded || undecided ? { kind: "second" } : { kind: "free" };
}

/**
 * So many people of one house are answered for to one other house within a day before a second person looks: no house
 * finds more of its own at one shelter, and who tries a list of names would.
 */
export const ANSWERS_A_DAY = 20;
const DAY_MS = 86_400_000;

/** `answered`: when people were asked of whom the same house was told. Said by clocks of the own house alone. */
export const isSweep = (answered: readonly number[], now: number): boolean =>
  answered.filter((at) => at > now - DAY_MS).length >= ANSWERS_A_DAY;

/** Someone's word for what is told. */
export interface Voice {
  readonly device: string;
  /** Whether their role answers for protection. */
  readonly protects: boolean;
  /** Whether they hold the keys of `protected`. */
  readonly holds: boolean;
  /** What their person is called, compared; null where it is not known. */
  readonly person: string | null;
}

/**
 * Whether what a state tells may leave. `asked` noted it; `second` said yes to exactly that; either is null where it is
 * not known who wrote it, or where what was said has changed since.
 */
export function mayLeave(
  release: Release,
  { asked, second }: { readonly asked: Voice | null; readonly second: Voice | null },
): boolean {
  if (release.kind === "free" || release.kind === "refused") return release.kind === "free";
  if (asked === null || second === null || asked.device === second.device) return false;
  if (release.kind === "second") return asked.protects || second.protects;
  return areTwoPeople(asked, second) && asked.holds && second.holds;
}
