/** Who is in and who is out at the end of a reduction, and which groups were lost on the way. */
import type { DeviceId, OperationId, SiteId } from "../ids.ts";
import { auditorsOf, auditorsLost } from "./auditors.ts";
import { precedes } from "./causality.ts";
import { distrustsOf } from "./distrust.ts";
import type { Draft, DraftMember } from "./draft.ts";
import { groupsHeld } from "./groups.ts";
import { limitsOf, wantedLimits } from "./limits.ts";
import type { Member, Membership, RemovedMember, Revocation, Site, Vote } from "./membership.ts";
import { areEnough, controlEndsOf, endsOf, roleBy, votesOn } from "./removal.ts";
import { currentRecoveries, GROUPS_OF_WORDS } from "./recovery.ts";
import type { Group } from "./roles.ts";

type Members = Pick<
  Membership,
  | "sites"
  | "devices"
  | "removed"
  | "votes"
  | "siteVotes"
  | "distrusts"
  | "auditors"
  | "limits"
  | "wantedLimits"
  | "revocations"
  | "recoveries"
>;

/** The members of a reduced draft. */
export function membersOf(draft: Draft): Members {
  const devices = new Map<DeviceId, Member>();
  const removed = new Map<DeviceId, RemovedMember>();
  const pending = new Map<DeviceId, readonly Vote[]>();
  const revocations: Revocation[] = [];
  for (const one of draft.devices.values()) {
    const member = memberOf(draft, one);
    const votes = votesOn(draft, one);
    const out = areEnough(votes, one.site);
    if (out) {
      const { raises } = one;
      const [ends, tips] = [endsOf(votes, raises), controlEndsOf(votes, raises)];
      removed.set(one.device, { member, votes, ends, tips });
    } else devices.set(one.device, member);
    if (!out && votes.length > 0) pending.set(one.device, votes);
    revocations.push(...lossesOf(draft, one, out ? votes : []));
  }
  revocations.push(...replacedWords(draft), ...leaked(draft), ...auditorsLost(draft));
  const recoveries = currentRecoveries(draft);
  const sites = sitesOf(draft);
  return {
    sites,
    devices,
    removed,
    votes: pending,
    siteVotes: siteVotesOf(draft, sites),
    distrusts: distrustsOf(draft, sites),
    auditors: auditorsOf(draft, sites),
    limits: limitsOf(draft, sites.values()),
    wantedLimits: wantedLimits(draft, sites),
    revocations,
    recoveries,
  };
}

function memberOf(draft: Draft, one: DraftMember): Member {
  const { device, keys, site, by, firstRole, roles, enrolled, endsAt } = one;
  const role = roleBy(
    one,
    () => true,
    (a, b) => precedes(draft.causality, a, b),
  );
  return {
    device,
    keys,
    site,
    role,
    by,
    firstRole,
    roles,
    enrolled,
    endsAt: role === "volunteer" ? endsAt : null,
  };
}

function sitesOf(draft: Draft): ReadonlyMap<SiteId, Site> {
  const stands = ({ site }: Site): boolean => !areEnough(draft.siteVotes.get(site) ?? [], site);
  return new Map([...draft.sites].filter(([, site]) => stands(site)));
}

function siteVotesOf(draft: Draft, sites: Membership["sites"]): Membership["siteVotes"] {
  const waiting = [...draft.siteVotes].filter(([site]) => sites.has(site));
  return new Map(waiting.map(([site, votes]) => [site, new Set(votes.map(({ from }) => from))]));
}

/** Groups that a device had and may no longer have: by leaving, or by a role with fewer of them. */
function lossesOf(draft: Draft, one: DraftMember, votes: readonly Vote[]): Revocation[] {
  const home = draft.sites.get(one.site);
  if (home === undefined) return [];
  const member = memberOf(draft, one);
  const groupsIn = (role: Member["role"]): readonly Group[] => groupsHeld({ ...member, role }, home);
  const had = [...new Set([one.firstRole, ...one.roles.map(({ role }) => role)].flatMap(groupsIn))];
  const gone = had.filter((group) => !groupsIn(member.role).includes(group));
  const left: Revocation = { site: home.site, siteKind: home.kind, groups: had, space: null, votes };
  const byRole = one.roles.map(({ by }) => lossBy(by, home, gone));
  return [...(votes.length === 0 ? [] : [left]), ...byRole].filter(({ groups }) => groups.length > 0);
}

/** What somebody was given who may not have it is not written with any more. */
function leaked(draft: Draft): Revocation[] {
  return draft.leaks.flatMap(({ site, group, by }) => {
    const home = draft.sites.get(site);
    return home === undefined ? [] : [lossBy(by, home, [group])];
  });
}

/** Whoever has old words opens what was boxed to them: with new words comes the next generation. */
function replacedWords(draft: Draft): Revocation[] {
  return [...draft.recoveries].flatMap(([site, recoveries]) => {
    const home = draft.sites.get(site);
    if (home === undefined) return [];
    return recoveries
      .filter(({ by }) => by !== home.by)
      .map(({ words, by }) => lossBy(by, home, GROUPS_OF_WORDS[words]));
  });
}

/** What one operation of a site takes from somebody there. */
const lossBy = (by: OperationId, { site, kind }: Site, groups: readonly Group[]): Revocation => ({
  site,
  siteKind: kind,
  groups,
  space: null,
  votes: [{ by, from: site }],
});
