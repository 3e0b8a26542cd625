/**
 * What takes the word of two people: a pure function of what was said, whatever of it is known and in whatever order it
 * came. One person proposes, another one agrees to exactly that; one alone changes nothing. Whoever of them says no ends
 * the proposal for good, also where somebody agreed at the same time. Who said what is what the signed logs tell, never
 * what a field says.
 */

/** Who stands behind a statement. */
export interface WordVoice {
  readonly device: string;
  /** What their person is called, compared; null where it is not known: then they are nobody's second person. */
  readonly person: string | null;
}

interface Statement {
  readonly id: string;
  /**
   * Null where the author did not hold the keys of `protected`, or where more than one device wrote in the record: such a
   * statement permits nothing, and still refuses.
   */
  readonly by: WordVoice | null;
  readonly at: string;
}

/** `T`: what is agreed on. */
export type WordStatement<T> =
  | (Statement & { readonly says: "propose"; readonly terms: T })
  | (Statement & { readonly says: "agree"; readonly of: string; readonly terms: T })
  | (Statement & { readonly says: "refuse"; readonly of: string });

type Saying<T, S extends WordStatement<T>["says"]> = Extract<WordStatement<T>, { readonly says: S }>;
export type WordProposal<T> = Saying<T, "propose">;

/** `waiting`: for a second person. */
export type TwoWords<T> =
  | { readonly kind: "waiting"; readonly waiting: readonly WordProposal<T>[] }
  | { readonly kind: "agreed"; readonly proposal: WordProposal<T>; readonly agreement: Saying<T, "agree"> };

/** Two devices, and two people by name: one person with two devices is one. */
export const areTwoPeople = (one: WordVoice | null, other: WordVoice | null): boolean =>
  one !== null &&
  other !== null &&
  one.device !== other.device &&
  one.person !== null &&
  other.person !== null &&
  one.person !== other.person;

const byTime = (one: Statement, other: Statement): number =>
  `${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1;

/** Total: for any set of statements. */
export function twoWords<T>(
  statements: readonly WordStatement<T>[],
  isSame: (one: T, other: T) => boolean,
): TwoWords<T> {
  const saying = <S extends WordStatement<T>["says"]>(says: S): readonly Saying<T, S>[] =>
    statements.filter((one): one is Saying<T, S> => one.says === says).toSorted(byTime);
  const refused = new Set(saying("refuse").map(({ of }) => of));
  const proposals = saying("propose").filter(({ id, by }) => by !== null && !refused.has(id));
  for (const proposal of proposals) {
    const agreement = saying("agree").find(
      ({ of, by, terms }) =>
        of === proposal.id && isSame(terms, proposal.terms) && areTwoPeople(by, proposal.by),
    );
    if (agreement !== undefined) return { kind: "agreed", proposal, agreement };
  }
  return { kind: "waiting", waiting: proposals };
}

/** What somebody wants to say now. */
export type WordEvent =
  | { readonly says: "propose"; readonly by: WordVoice }
  | { readonly says: "agree" | "refuse"; readonly of: string; readonly by: WordVoice };

/** Whether it may be said: a program says no before it writes what would count for nothing. */
export type WordStep = "ok" | "agreed-already" | "nothing-to-agree" | "another-person";

export function stepWords<T>(state: TwoWords<T>, event: WordEvent): WordStep {
  if (event.says === "propose") return state.kind === "agreed" ? "agreed-already" : "ok";
  const standing = state.kind === "agreed" ? [state.proposal] : state.waiting;
  const proposal = standing.find(({ id }) => id === event.of);
  if (proposal === undefined) return "nothing-to-agree";
  if (event.says === "refuse") return "ok";
  if (state.kind === "agreed") return "agreed-already";
  return areTwoPeople(proposal.by, event.by) ? "ok" : "another-person";
}
