/**
 * Who is in the mesh, and letting others in: invites, the words to compare, confirmations. What a
 * member may do is decided by the membership's own rules; here their refusals become faults.
 */
import { sameWords } from "#crypto";
import {
  approveRefusal,
  confirmRequest,
  createInvite,
  distrusts,
  encodeInviteCode,
  encodeSeed,
  type Invite,
  type InviteCode,
  inviteIdOf,
  isLastHolder,
  lateness,
  openJoinerName,
  type DeviceId,
  type Member,
  type PendingRequest,
  type Refusal,
  sealLetter,
  secondSiteRefusal,
  type SiteId,
} from "#sync";
import {
  EngineError,
  type DeviceState,
  type DeviceView,
  type Fault,
  type InviteView,
  type InviteWish,
  type MembersView,
  type NewSiteView,
  type SiteView,
} from "../api/index.ts";
import { memberOf, type House } from "../house/house.ts";
import { alikeAmong } from "./alike-houses.ts";
import { lateRequests } from "./late-requests.ts";
import { checkRoom } from "./limits.ts";
import { peopleOf } from "../house/people-of-house.ts";
import { wordsNeeded } from "./recovery-words.ts";

const MOST_ADDRESSES = 4;

/** Refusals that have words of their own; every other one says that this device may not. */
const FAULT_BY_REFUSAL: Partial<Readonly<Record<Refusal, Fault>>> = {
  expired: { code: "invite-expired" },
  cancelled: { code: "invite-expired" },
  used: { code: "invite-used" },
  "not-the-inviter": { code: "not-your-invite" },
  "unknown-request": { code: "no-such-request" },
  "unknown-invite": { code: "no-such-request" },
  "already-member": { code: "no-such-request" },
  "incomplete-request": { code: "no-such-request" },
  "wrong-device": { code: "no-such-request" },
  "unknown-site": { code: "no-such-site" },
  "needs-second-site": { code: "needs-second-site" },
  "house-full": { code: "house-full" },
  "other-mesh": { code: "other-mesh" },
};

const faultOf = (reason: Refusal): EngineError =>
  new EngineError(FAULT_BY_REFUSAL[reason] ?? { code: "not-allowed" }, { cause: reason });

/** `invite`: the code is the only copy of the seed; it is not kept. */
export async function invite(house: House, wish: InviteWish): Promise<InviteView> {
  const { member } = memberOf(house);
  if (wish.newSite === null) checkRoom(house, member.site);
  const { secrets } = house.vault();
  const membership = house.replica.membership();
  const invited = createInvite({
    membership,
    me: house.device,
    role: wish.role,
    destination:
      wish.newSite === null ? { kind: "existing", site: member.site } : { kind: "new", site: wish.newSite },
    expiresAt: house.deps.clock.now() + wish.validMs,
    random: house.deps.random,
  });
  if (invited.kind === "refused") throw faultOf(invited.reason);
  const known = membership.heads[0];
  if (known === undefined) throw new EngineError({ code: "not-a-member-yet" });
  const code: InviteCode = {
    mesh: secrets.mesh,
    meshKey: secrets.meshKey,
    inviter: house.device,
    inviterAgree: member.keys.agree,
    seed: invited.seed,
    head: known,
    role: invited.operation.role,
    founds: wish.newSite,
    addresses: house.known.all().slice(0, MOST_ADDRESSES),
  };
  // the letter is inside the invite: it cannot name it
  const letter = sealLetter(code, house.deps.random);
  const [head] = await house.operations.write([{ ...invited.operation, letter }]);
  if (head === undefined) throw new EngineError({ code: "not-allowed" });
  await house.settle();
  return {
    invite: inviteIdOf(invited.operation.seedKey, house.device),
    code: encodeInviteCode({ ...code, head }),
    seed: encodeSeed(invited.seed),
    expiresAt: invited.operation.expiresAt,
  };
}

/** `confirm`: the two people compared the four words. Throws `words-differ` when they were given and differ. */
export async function confirm(
  house: House,
  { device, words }: { readonly device: DeviceId; readonly words?: string },
): Promise<{ device: DeviceId; state: "member" }> {
  memberOf(house);
  const membership = house.replica.membership();
  const pending = membership.requests.get(device);
  if (pending === undefined) throw new EngineError({ code: "no-such-request" });
  if (words !== undefined && !sameWords(words, await house.wordsOf(pending.request))) {
    throw new EngineError({ code: "words-differ" });
  }
  const confirmed = confirmRequest({ membership, me: house.device, pending, now: house.deps.clock.now() });
  if (confirmed.kind === "refused") throw faultOf(confirmed.reason);
  await house.operations.write([confirmed.operation]);
  await house.settle();
  return { device, state: "member" };
}

/** What is known of devices beside the membership. */
interface Known {
  readonly people: ReadonlyMap<DeviceId, string>;
  readonly copied: ReadonlySet<DeviceId>;
}

/** Whether nobody else of its shelter was given the keys of what is protected. */
export function isOnlyProtection(house: House, { device, site }: Member): boolean {
  const membership = house.replica.membership();
  const isShelter = membership.sites.get(site)?.kind === "shelter";
  return isShelter && isLastHolder(membership, device, "protection");
}

/** The record of who works here comes with the desk; the vault knows the name before. */
const ownName = (house: House, device: DeviceId): string | null =>
  device === house.device ? house.vault().secrets.personName : null;

const memberView = (
  house: House,
  member: Member,
  { people, copied, state }: Known & { readonly state: DeviceState },
): DeviceView => ({
  device: member.device,
  person: people.get(member.device) ?? ownName(house, member.device),
  role: member.role,
  state,
  words: null,
  lastHeard: house.heard.of(member.device),
  thisDevice: member.device === house.device,
  copied: copied.has(member.device),
  endsAt: member.endsAt,
  enrolledAt: member.enrolled?.at ?? null,
  votes: new Set(
    house.replica
      .membership()
      .votes.get(member.device)
      ?.map(({ from }) => from),
  ).size,
  onlyProtection: isOnlyProtection(house, member),
});

/** The words and the name are only for the one who invited. */
async function pendingView(house: House, pending: PendingRequest): Promise<DeviceView | null> {
  const invitation = house.replica.membership().invites.get(pending.invite);
  if (invitation === undefined || pending.refused !== null) return null;
  const mine = invitation.inviter === house.device;
  const { secrets } = house.vault();
  return {
    device: pending.device,
    person: mine ? await openJoinerName(pending.request, secrets.device.agree, house.deps.signatures) : null,
    role: invitation.role,
    state: "waiting",
    words: mine ? await house.wordsOf(pending.request) : null,
    lastHeard: house.heard.of(pending.device),
    thisDevice: pending.device === house.device,
    copied: false,
    endsAt: null,
    enrolledAt: null,
    votes: 0,
    onlyProtection: false,
  };
}

/** Members by site; a device that waits stands under the site of its inviter. */
async function devicesBySite(house: House): Promise<ReadonlyMap<SiteId, readonly DeviceView[]>> {
  const { sites, devices, removed, requests, invites } = house.replica.membership();
  const known: Known = { people: peopleOf(house), copied: await house.replica.copiedDevices() };
  const bySite = new Map<SiteId, DeviceView[]>([...sites.keys()].map((site) => [site, []]));
  const push = (member: Member, state: DeviceState): void => {
    bySite.get(member.site)?.push(memberView(house, member, { ...known, state }));
  };
  for (const member of devices.values()) push(member, "member");
  for (const { member } of removed.values()) push(member, "removed");
  for (const pending of requests.values()) {
    const view = await pendingView(house, pending);
    const inviter = invites.get(pending.invite)?.inviter;
    const site = inviter === undefined ? undefined : devices.get(inviter)?.site;
    if (view !== null && site !== undefined) bySite.get(site)?.push(view);
  }
  return bySite;
}

/** A new house that waits for a second house's word, which this device may give. */
function awaitsWord(house: House, invited: Invite): boolean {
  const membership = house.replica.membership();
  const home = membership.devices.get(invited.inviter)?.site;
  const late = lateness(invited) !== null || house.deps.clock.now() > invited.expiresAt;
  const needed = secondSiteRefusal(invited, { sites: membership.sites.size, home, knows: () => true });
  return !late && needed !== null && approveRefusal(membership, house.device, invited) === null;
}

/** `members`: own site first. */
export async function members(house: House): Promise<MembersView> {
  const membership = house.replica.membership();
  const own = membership.devices.get(house.device)?.site ?? null;
  const bySite = await devicesBySite(house);
  const alike = alikeAmong(membership.sites.values());
  const sites = [...membership.sites.values()].map(({ site, name, kind }): SiteView => ({
    site,
    name,
    kind,
    ownSite: site === own,
    lastHeard: house.heard.of(site),
    devices: bySite.get(site) ?? [],
    votes: [...(membership.siteVotes.get(site) ?? [])].map((from) => ({
      site: from,
      name: membership.sites.get(from)?.name ?? "",
    })),
    distrusts: membership.distrusts.get(site) ?? [],
    distrustedBy: [...membership.sites.keys()].filter((from) => distrusts(membership, from, site)),
    alike: alike.of(site),
  }));
  sites.sort(
    (one, other) => Number(other.ownSite) - Number(one.ownSite) || one.name.localeCompare(other.name, "es"),
  );
  const toApprove = [...membership.invites.values()].filter((one) => awaitsWord(house, one)).map(newSiteView);
  return {
    mesh: membership.mesh,
    meshName: membership.meshName,
    sites,
    toApprove,
    late: await lateRequests(house),
    wordsNeeded: wordsNeeded(house),
  };

  function newSiteView({ invite: id, destination, inviter }: Invite): NewSiteView {
    const { name, kind } =
      destination.kind === "new" ? destination.site : { name: "", kind: "shelter" as const };
    const by = membership.devices.get(inviter)?.site;
    const invitedBy = by === undefined ? "" : (membership.sites.get(by)?.name ?? "");
    return { invite: id, name, kind, invitedBy, alike: alike.ofName(name) };
  }
}
