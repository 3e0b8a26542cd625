/**
 * Whether a protected person has left: a pure function of what people of the protection role said, whatever of it is
 * known and in whatever order it came. One person proposes how the person leaves, another one agrees to exactly that;
 * one alone changes nothing. Whoever of them says no ends the proposal for good, also where somebody agreed at the same
 * time: the person is here until two people say otherwise anew. Who said what is what the signed logs tell, never what
 * a field says.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { DEPARTURE_HOWS, type DepartureHow } from "./departure.ts";
import { choice, id, line, objectProblem, value } from "./field-types.ts";

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
export interface ReleaseVoice {
  readonly device: string;
  /** What their person is called, compared; null where it is not known: then they are nobody's second person. */
  readonly person: string | null;
}

interface Statement {
  readonly id: string;
  /**
   * Null where the author did not hold the keys of `protected`, or where more than one device wrote in the record: such a
   * statement lets nobody go, and still refuses.
   */
  readonly by: ReleaseVoice | null;
  readonly at: string;
}

export type ReleaseStatement =
  | (Statement & { readonly says: "propose"; readonly terms: ReleaseTerms })
  | (Statement & { readonly says: "agree"; readonly of: string; readonly terms: ReleaseTerms })
  | (Statement & { readonly says: "refuse"; readonly of: string });

type Saying<S extends ReleaseStatement["says"]> = Extract<ReleaseStatement, { readonly says: S }>;
export type Proposal = Saying<"propose">;

/** `waiting`: for a second person. */
export type ReleaseState =
  | { readonly kind: "here"; readonly waiting: readonly Proposal[] }
  | { readonly kind: "released"; readonly proposal: Proposal; readonly agreement: Saying<"agree"> };

/** Two devices, and two people by name: one person with two devices is one. */
export const areTwoPeople = (one: ReleaseVoice | null, other: ReleaseVoice | null): boolean =>
  one !== null &&
  other !== null &&
  one.device !== other.device &&
  one.person !== null &&
  other.person !== null &&
  one.person !== other.person;

const isSame = (one: ReleaseTerms, other: ReleaseTerms): boolean =>
  one.how === other.how && one.to === other.to;

const byTime = (one: Statement, other: Statement): number =>
  `${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1;

/** Total: for any set of statements. */
export function releaseState(statements: readonly ReleaseStatement[]): ReleaseState {
  const saying = <S extends ReleaseStatement["says"]>(says: S): readonly Saying<S>[] =>
    statements.filter((one): one is Saying<S> => one.says === says).toSorted(byTime);
  const refused = new Set(saying("refuse").map(({ of }) => of));
  const proposals = saying("propose").filter(({ id: own, by }) => by !== null && !refused.has(own));
  for (const proposal of proposals) {
    const agreement = saying("agree").find(
      ({ of, by, terms }) =>
        of === proposal.id && isSame(terms, proposal.terms) && areTwoPeople(by, proposal.by),
    );
    if (agreement !== undefined) return { kind: "released", proposal, agreement };
  }
  return { kind: "here", waiting: proposals };
}

/** What somebody wants to say now. */
export type ReleaseEvent =
  | { readonly says: "propose"; readonly by: ReleaseVoice }
  | { readonly says: "agree" | "refuse"; readonly of: string; readonly by: ReleaseVoice };

export type ReleaseStep =
  | { readonly kind: "ok" }
  | { readonly kind: "refused"; readonly why: "released-already" | "nothing-to-agree" | "another-person" };

const refusedStep = (why: Extract<ReleaseStep, { kind: "refused" }>["why"]): ReleaseStep => ({
  kind: "refused",
  why,
});

/** Whether it may be said: a program says no before it writes what would count for nothing. */
export function stepRelease(state: ReleaseState, event: ReleaseEvent): ReleaseStep {
  if (event.says === "propose")
    return state.kind === "released" ? refusedStep("released-already") : { kind: "ok" };
  const standing = state.kind === "released" ? [state.proposal] : state.waiting;
  const proposal = standing.find(({ id: own }) => own === event.of);
  if (proposal === undefined) return refusedStep("nothing-to-agree");
  if (event.says === "refuse") return { kind: "ok" };
  if (state.kind === "released") return refusedStep("released-already");
  return areTwoPeople(proposal.by, event.by) ? { kind: "ok" } : refusedStep("another-person");
}
