/**
 * Who was who to the author of one operation: the devices, roles and sites of its past. What happened
 * elsewhere at the same time gives nobody authority; what takes authority from the author itself does
 * (`strikes.ts`).
 */
import type { DeviceId, OperationId } from "../ids.ts";
import { standingAuditors } from "./auditors.ts";
import { precedes } from "./causality.ts";
import { isWithin } from "./control-end.ts";
import type { Draft, DraftMember, Strikes } from "./draft.ts";
import type { Roster } from "./groups.ts";
import type { Member, RoleChange, Site } from "./membership.ts";
import { areEnough, roleBy, votesOn } from "./removal.ts";
import { leastOf, type Role } from "./roles.ts";

export interface Viewpoint {
  readonly draft: Draft;
  readonly strikes: Strikes;
  readonly author: DeviceId;
  readonly id: OperationId;
  readonly seq: number;
  readonly knows: (operation: OperationId) => boolean;
}

/** The roster as the author of an operation knew it. */
export const rosterOf = (view: Viewpoint): Roster => ({
  sites: { get: (site) => knownSite(view, view.draft.sites.get(site)) },
  devices: { get: (device) => knownMember(view, view.draft.devices.get(device)) },
  auditors: { get: (site) => standingAuditors(view.draft, site, ({ by }) => view.knows(by)) },
});

/** How many sites the author knew. */
export const sitesKnown = (view: Viewpoint): number =>
  [...view.draft.sites.values()].filter((site) => knownSite(view, site) !== undefined).length;

function knownSite({ draft, knows }: Viewpoint, site: Site | undefined): Site | undefined {
  if (site === undefined || !knows(site.by)) return undefined;
  const votes = (draft.siteVotes.get(site.site) ?? []).filter(({ by }) => knows(by));
  return areEnough(votes, site.site) ? undefined : site;
}

function knownMember(view: Viewpoint, draft: DraftMember | undefined): Member | undefined {
  if (draft === undefined || !view.knows(draft.by)) return undefined;
  const own = draft.device === view.author;
  // Of its author's removal an operation is judged by the cut alone, which may be raised above it.
  const votes = votesOn(view.draft, draft).filter(({ by }) => view.knows(by));
  if (!own && areEnough(votes, draft.site)) return undefined;
  const role = own ? ownRole(view, draft) : knownRole(view, draft);
  return role === draft.role ? draft : { ...draft, role };
}

function knownRole({ draft: { causality }, knows }: Viewpoint, member: DraftMember): Role {
  if (member.roles.length === 0) return member.firstRole;
  const isKnown = ({ by }: RoleChange): boolean => knows(by);
  return roleBy(member, isKnown, (a, b) => precedes(causality, a, b));
}

/** A role that the author did not know of can only take from it. */
function ownRole(view: Viewpoint, member: DraftMember): Role {
  const { strikes, author, id, seq, knows } = view;
  const struck = strikes.roles.get(author);
  const after = ({ tips }: RoleChange): boolean => !isWithin(view.draft.causality, tips, { id, seq });
  const isBefore = (a: OperationId, b: OperationId): boolean => precedes(view.draft.causality, a, b);
  const asKnown = roleBy(member, (change) => knows(change.by) && after(change), isBefore);
  // where nothing is taken, what it was given since it came counts as it knew it
  if (struck === undefined) return asKnown;
  return (
    leastOf([asKnown, roleBy({ firstRole: member.firstRole, roles: struck }, after, isBefore)]) ?? asKnown
  );
}
