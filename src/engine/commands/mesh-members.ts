/**
 * Who is in the mesh, and letting others in: invites, the words to compare, confirmations. What a
 * member may do is decided by the membership's own rules; here their refusals become faults.
 */
import { sameWords } from "#crypto";
import {
  confirmRequest,
  createInvite,
  encodeInviteCode,
  inviteIdOf,
  openJoinerName,
  wordsOf,
  type DeviceId,
  type Member,
  type PendingRequest,
  type Refusal,
  type SiteId,
} from "#sync";
import { EngineError, type DeviceView, type InviteView, type InviteWish, type MembersView, type SiteView } from "../api.ts";
import { memberOf, type House } from "../house.ts";

const MOST_ADDRESSES = 4;

function faultOf(reason: Refusal): EngineError {
  switch (reason) {
    case "expired":
    case "cancelled":
      return new EngineError({ code: "invite-expired" }, { cause: reason });
    case "used":
      return new EngineError({ code: "invite-used" }, { cause: reason });
    case "not-the-inviter":
      return new EngineError({ code: "not-your-invite" }, { cause: reason });
    case "unknown-request":
    case "unknown-invite":
    case "already-member":
    case "incomplete-request":
    case "wrong-device":
      return new EngineError({ code: "no-such-request" }, { cause: reason });
    case "unknown-site":
      return new EngineError({ code: "no-such-site" }, { cause: reason });
    case "other-mesh":
      return new EngineError({ code: "other-mesh" }, { cause: reason });
    case "invalid":
    case "bad-name":
    case "not-the-founding":
    case "unknown-author":
    case "not-allowed":
    case "role-not-of-this-site":
    case "duplicate-invite":
    case "wrong-generation":
    case "contradicts":
    case "not-a-reader":
      return new EngineError({ code: "not-allowed" }, { cause: reason });
  }
}

/** `invite`: the code is the only copy of the seed; it is not kept. */
export async function invite(house: House, wish: InviteWish): Promise<InviteView> {
  const { member } = memberOf(house);
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
  const [head] = await house.operations.write([invited.operation]);
  if (head === undefined) throw new EngineError({ code: "not-allowed" });
  await house.settle();
  const code = encodeInviteCode({
    mesh: secrets.mesh,
    meshKey: secrets.meshKey,
    inviter: house.device,
    inviterAgree: member.keys.agree,
    seed: invited.seed,
    head,
    role: invited.operation.role,
    founds: wish.newSite,
    addresses: house.known.all().slice(0, MOST_ADDRESSES),
  });
  return { invite: inviteIdOf(invited.operation.seedKey, house.device), code, expiresAt: invited.operation.expiresAt };
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
  if (words !== undefined && !sameWords(words, await wordsOf(pending.request))) {
    throw new EngineError({ code: "words-differ" });
  }
  const confirmed = confirmRequest({ membership, me: house.device, pending, now: house.deps.clock.now() });
  if (confirmed.kind === "refused") throw faultOf(confirmed.reason);
  await house.operations.write([confirmed.operation]);
  await house.settle();
  return { device, state: "member" };
}

/** Names of the own site's people, by device. */
function peopleOf(house: House): ReadonlyMap<string, string> {
  const people = house.catalog.ofKind("person").flatMap(({ fields }): [string, string][] => {
    const { device, name } = fields;
    return typeof device === "string" && typeof name === "string" ? [[device, name]] : [];
  });
  return new Map(people);
}

const memberView = (house: House, member: Member, people: ReadonlyMap<string, string>): DeviceView => ({
  device: member.device,
  person: people.get(member.device) ?? null,
  role: member.role,
  state: "member",
  words: null,
  lastHeard: null,
  thisDevice: member.device === house.device,
});

/** The words and the name are only for the one who invited. */
async function pendingView(house: House, pending: PendingRequest): Promise<DeviceView | null> {
  const invitation = house.replica.membership().invites.get(pending.invite);
  if (invitation === undefined || pending.refused !== null) return null;
  const mine = invitation.inviter === house.device;
  const { secrets } = house.vault();
  return {
    device: pending.device,
    person: mine
      ? await openJoinerName(pending.request, secrets.device.agree, house.deps.signatures)
      : null,
    role: invitation.role,
    state: "waiting",
    words: mine ? await house.wordsOf(pending.request) : null,
    lastHeard: null,
    thisDevice: pending.device === house.device,
  };
}

/** `members`: own site first. A device that waits stands under the site of its inviter. */
export async function members(house: House): Promise<MembersView> {
  const membership = house.replica.membership();
  const own = membership.devices.get(house.device)?.site ?? null;
  const people = peopleOf(house);
  const bySite = new Map<SiteId, DeviceView[]>([...membership.sites.keys()].map((site) => [site, []]));
  for (const member of membership.devices.values()) {
    bySite.get(member.site)?.push(memberView(house, member, people));
  }
  for (const pending of membership.requests.values()) {
    const view = await pendingView(house, pending);
    const inviter = membership.invites.get(pending.invite)?.inviter;
    const site = inviter === undefined ? undefined : membership.devices.get(inviter)?.site;
    if (view !== null && site !== undefined) bySite.get(site)?.push(view);
  }
  const sites = [...membership.sites.values()].map(
    ({ site, name, kind }): SiteView => ({
      site,
      name,
      kind,
      ownSite: site === own,
      lastHeard: house.heard.of(site),
      devices: bySite.get(site) ?? [],
    }),
  );
  sites.sort((one, other) => Number(other.ownSite) - Number(one.ownSite) || one.name.localeCompare(other.name, "es"));
  return { mesh: membership.mesh, meshName: membership.meshName, sites };
}
