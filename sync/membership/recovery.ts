/**
 * Which recovery words count (docs/protocol.md, "Recovery"). Words end when new ones take their place, and
 * when somebody who may have known them loses that place: what was enrolled with them before stays, what
 * was enrolled at the same time does not.
 */
import type { DeviceId, OperationId, SiteId } from "../ids.ts";
import { type Causality, precedes } from "./causality.ts";
import type { Draft, DraftMember, WordsEnd } from "./draft.ts";
import { groupsHeld } from "./groups.ts";
import { WORDS_FOR, type WordsFor } from "./key-codec.ts";
import type { Membership, Recovery } from "./membership.ts";
import { areEnough, votesOn } from "./removal.ts";
import type { Group, Role } from "./roles.ts";

/** The groups that each set of words opens. */
export const GROUPS_OF_WORDS: Readonly<Record<WordsFor, readonly Group[]>> = {
  site: ["desk", "staff", "coordination"],
  protected: ["protection"],
};

/** The set of words that opens a group. */
export const wordsForGroup = (group: Group): WordsFor => (group === "protection" ? "protected" : "site");

/** Everything that made words void, in a reduction so far. */
export const wordsEnds = (draft: Draft): readonly WordsEnd[] => [
  ...replacements(draft),
  ...[...draft.devices.values()].flatMap((member) => lossesOf(draft, member)),
];

const replacements = (draft: Draft): WordsEnd[] =>
  [...draft.recoveries].flatMap(([site, recoveries]) =>
    recoveries.map(({ words, by }) => ({ site, words, by, replaces: true })),
  );

/** By what a device lost the place in which it may have known words: a removal, or another role. */
function lossesOf(draft: Draft, member: DraftMember): WordsEnd[] {
  const { site } = member;
  const votes = votesOn(draft, member);
  const out = areEnough(votes, site) ? votes.map(({ by }) => by) : [];
  if (out.length === 0 && member.roles.length === 0) return [];
  return WORDS_FOR.flatMap((words) => {
    const knew = (role: Role): boolean => mayKnow(draft, { ...member, role }, words);
    const since = knew(member.firstRole) ? [member.by] : [];
    const grants = [...since, ...member.roles.filter(({ role }) => knew(role)).map(({ by }) => by)];
    if (grants.length === 0) return [];
    const isLoss = (by: OperationId): boolean =>
      grants.some((grant) => !precedes(draft.causality, by, grant));
    const changes = member.roles.filter(({ role, by }) => !knew(role) && isLoss(by)).map(({ by }) => by);
    return [...out, ...changes].map((by) => ({ site, words, by, replaces: false }));
  });
}

/** Coordinators may know the words of their site, and who holds `protection` those of it. */
function mayKnow(draft: Draft, member: DraftMember, words: WordsFor): boolean {
  const home = draft.sites.get(member.site);
  if (words === "site") return member.role === "coordinator";
  return home !== undefined && groupsHeld(member, home).includes("protection");
}

/** Whether something ended these words. */
function isEnd(causality: Causality, end: WordsEnd, { site, recovery }: Placed): boolean {
  if (end.site !== site || end.words !== recovery.words) return false;
  return end.replaces ? precedes(causality, recovery.by, end.by) : !precedes(causality, end.by, recovery.by);
}

interface Placed {
  readonly site: SiteId;
  readonly recovery: Recovery;
}

/** Whether an enrolment by these words stands against what ended them: it does against what came after it. */
export const outlives = (
  causality: Causality,
  enrolment: OperationId,
  { ends, ...placed }: Placed & { readonly ends: readonly WordsEnd[] },
): boolean => ends.every((end) => !isEnd(causality, end, placed) || precedes(causality, enrolment, end.by));

/** The words that count, by site. */
export function currentRecoveries(draft: Draft): Membership["recoveries"] {
  const ends = wordsEnds(draft);
  const counts = (site: SiteId, recovery: Recovery): boolean =>
    !ends.some((end) => isEnd(draft.causality, end, { site, recovery }));
  return new Map(
    [...draft.recoveries].map(([site, recoveries]) => [
      site,
      recoveries.filter((recovery) => counts(site, recovery)),
    ]),
  );
}

/** The devices whose enrolment an operation voids: none that it knew of. */
export function enrolmentsVoidedBy(draft: Draft, operation: OperationId): readonly DeviceId[] {
  const enrolled = [...draft.devices.values()].filter((member) => member.enrolled !== null);
  if (enrolled.length === 0) return [];
  const ends = wordsEnds(draft).filter(({ by }) => by === operation);
  const isVoid = (member: DraftMember): boolean =>
    (draft.recoveries.get(member.site) ?? [])
      .filter(({ by }) => member.enrolled?.published.includes(by) === true)
      .some((recovery) => !outlives(draft.causality, member.by, { site: member.site, recovery, ends }));
  return enrolled.filter(isVoid).map(({ device }) => device);
}
