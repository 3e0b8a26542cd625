/**
 * Who is out, and where its logs end (docs/protocol.md, "Removal"). One vote of the own site is enough;
 * other sites must be two.
 */
import type { DeviceId, OperationId, SiteId } from "../ids.ts";
import type { SpaceId } from "../space.ts";
import { precedes } from "./causality.ts";
import { type Tips, tipsOf } from "./control-end.ts";
import { type Cut, type Cuts, endOf, furthest, NOTHING } from "./cut.ts";
import type { Draft, DraftMember, SiteEnding, SiteVote } from "./draft.ts";
import type { Member, Membership, Revocation, RoleChange, Vote } from "./membership.ts";
import { leastOf, type Role } from "./roles.ts";

const NO_VOTES: readonly Vote[] = [];
/** What a vote on a site says of a device that its author did not know of. */
const UNSEEN: SiteEnding = { cuts: [], tips: [] };

/** Sites whose coordinators must agree where one site alone may not decide. */
export const SITES_TO_AGREE = 2;

/** Whether these votes take out a device of this site. */
export function areEnough(votes: readonly Pick<Vote, "from">[], home: SiteId): boolean {
  if (votes.some(({ from }) => from === home)) return true;
  return new Set(votes.map(({ from }) => from)).size >= SITES_TO_AGREE;
}

/** Where the logs of a device end by these votes, and by what was raised since. */
export const endsOf = (votes: readonly Vote[], raises: readonly Cut[]): Cuts =>
  furthest([...votes.flatMap(({ cuts }) => cuts), ...raises]);

/** The same for the control log, on each of its branches. */
export const controlEndsOf = (votes: readonly Vote[], raises: readonly Cut[]): Tips => [
  ...votes.flatMap(({ tips }) => tips),
  ...tipsOf(raises),
];

/** Where reports of a fork freeze a control log: at what they knew of it. */
export const reportedEnds = (forkReports: readonly OperationId[]): Tips =>
  forkReports.map((id) => ({ id, seq: NOTHING }));

/**
 * The votes that count on a device: on itself, and on its site. Its own word that it leaves counts as long
 * as others do not take it out: else it could raise their cut.
 */
export function votesOn(draft: Draft, member: DraftMember): readonly Vote[] {
  // asked for each member at each operation: most of them nobody ever names
  const isNamed = member.votes.length + member.leaving.length > 0 || draft.siteVotes.has(member.site);
  if (!isNamed) return NO_VOTES;
  const others = othersOn(draft, member);
  return areEnough(others, member.site) ? others : [...others, ...ownWordsOf(draft, member)];
}

/** Whether a device is out by its own word alone. */
export const hasLeft = (draft: Draft, member: DraftMember): boolean =>
  !areEnough(othersOn(draft, member), member.site) && ownWordsOf(draft, member).length > 0;

const othersOn = (draft: Draft, member: DraftMember): readonly Vote[] => [
  ...member.votes,
  ...siteVotesOn(draft, member, ({ author }) => author !== member.device),
];

/** The words by which a device said itself that it leaves. */
export const ownWordsOf = (draft: Draft, member: DraftMember): readonly Vote[] => [
  ...member.leaving,
  ...siteVotesOn(draft, member, ({ author }) => author === member.device),
];

const siteVotesOn = (
  draft: Draft,
  { device, site }: DraftMember,
  takes: (vote: SiteVote) => boolean,
): readonly Vote[] =>
  (draft.siteVotes.get(site) ?? [])
    .filter(takes)
    .map(({ by, from, endings }) => ({ by, from, ...(endings.get(device) ?? UNSEEN) }));

/** The role by those changes that apply; of concurrent ones the one that may least. */
export function roleBy(
  { firstRole, roles }: Pick<Member, "firstRole" | "roles">,
  applies: (change: RoleChange) => boolean,
  isBefore: (a: OperationId, b: OperationId) => boolean,
): Role {
  const applied = roles.filter(applies);
  const last = applied.filter(({ by }) => !applied.some((other) => isBefore(by, other.by)));
  return leastOf(last.map(({ role }) => role)) ?? firstRole;
}

/** The role by which an entry of a member is judged. */
export const roleAt = (
  { causality }: Pick<Membership, "causality">,
  member: Member,
  { space, seq }: { readonly space: SpaceId; readonly seq: number },
): Role =>
  roleBy(
    member,
    ({ until }) => seq > endOf(until, space),
    (a, b) => precedes(causality, a, b),
  );

/** A device's membership, also of one that is out: what it wrote before stays. */
export const everMember = ({ devices, removed }: Membership, device: DeviceId): Member | undefined =>
  devices.get(device) ?? removed.get(device)?.member;

/**
 * Where a control log ends that others carry by themselves: before a fork, and at its last cut. What comes
 * after, they carry where somebody cites it. Null for a log that goes on.
 */
export function controlEndOf(
  { forks, removed, causality }: Pick<Membership, "forks" | "removed" | "causality">,
  device: DeviceId,
): { readonly id: OperationId | null; readonly seq: number } | null {
  const fork = forks.get(device);
  const before = fork === undefined ? null : { id: fork.common, seq: fork.seq - 1 };
  const out = removed.get(device);
  if (out === undefined || (before?.seq ?? Infinity) <= lastOf(out.tips).seq) return before;
  const last = lastOf(out.tips);
  return last.id !== null && !causality.position.has(last.id) ? before : last;
}

const lastOf = (tips: Tips): { readonly id: OperationId | null; readonly seq: number } =>
  tips.reduce<{ readonly id: OperationId | null; readonly seq: number }>(
    (last, tip) => (tip.seq > last.seq ? tip : last),
    { id: null, seq: NOTHING },
  );

/** Whether an operation was written by somebody who knew that the votes were enough. */
export const knewOf = (
  { causality }: Pick<Membership, "causality">,
  { votes, site }: Pick<Revocation, "votes" | "site">,
  operation: OperationId,
): boolean =>
  areEnough(
    votes.filter(({ by }) => precedes(causality, by, operation)),
    site,
  );
