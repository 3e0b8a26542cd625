/**
 * Who may invite whom (docs/protocol.md, "Invites"). Asked twice: by the reducer of what an
 * operation's author was in that operation's past, and by the flow before it writes one.
 */
import type { DeviceId, OperationId, SiteId } from "../ids.ts";
import { holdsGroup, type Roster } from "./groups.ts";
import type { WordsFor } from "./key-codec.ts";
import type { Invite, Member, Refusal } from "./membership.ts";
import type { InviteOperation } from "./operations.ts";
import { type Role, roleExistsIn, type SiteKind } from "./roles.ts";

/** From this many sites on, what concerns all of them takes two. */
export const SITES_THAT_AGREE = 3;

/** What an invite would give. */
export type Offer = Pick<InviteOperation, "role" | "destination">;

const mayGive = (inviter: Role, role: Role): boolean =>
  inviter === "coordinator" || (inviter === "staff" && role === "volunteer");

/** Null when the device may make this invite, else why not. */
export function inviteRefusal(roster: Roster, inviter: DeviceId, offer: Offer): Refusal | null {
  const member = roster.devices.get(inviter);
  const home = member === undefined ? undefined : roster.sites.get(member.site);
  if (member === undefined || home === undefined) return "unknown-author";
  if (offer.destination.kind === "new") {
    return newSiteRefusal({
      member,
      homeKind: home.kind,
      role: offer.role,
      kind: offer.destination.site.kind,
    });
  }
  if (offer.destination.site !== member.site) return "not-allowed";
  if (!roleExistsIn(offer.role, home.kind)) return "role-not-of-this-site";
  return mayGive(member.role, offer.role) ? null : "not-allowed";
}

interface NewSiteOffer {
  readonly member: Member;
  readonly homeKind: SiteKind;
  readonly role: Role;
  readonly kind: SiteKind;
}

/** A new shelter reads the network space, so only those who read it themselves bring one in. */
function newSiteRefusal({ member, homeKind, role, kind }: NewSiteOffer): Refusal | null {
  if (role !== "coordinator") return "role-not-of-this-site";
  if (member.role !== "coordinator") return "not-allowed";
  return kind === "shelter" && homeKind !== "shelter" ? "not-allowed" : null;
}

/** Who asks, and how many sites there are as it knows. */
export interface Asking {
  readonly roster: Roster;
  readonly author: DeviceId;
  readonly sites: number;
}

/** Null when a device may give its word that another should be out, else why not. */
export function revokeRefusal({ roster, author, sites }: Asking, target: Member): Refusal | null {
  const member = roster.devices.get(author);
  if (member === undefined) return "unknown-author";
  if (member.device === target.device) return null;
  if (member.site === target.site) return mayGive(member.role, target.role) ? null : "not-allowed";
  const both = member.role === "coordinator" && target.role === "coordinator";
  if (!both) return "not-allowed";
  return sites < SITES_THAT_AGREE ? "too-few-sites" : null;
}

/** Null when a device may give its word that a whole site should be out, else why not. */
export function removeSiteRefusal({ roster, author, sites }: Asking, site: SiteId): Refusal | null {
  const member = roster.devices.get(author);
  if (member?.role !== "coordinator") return "not-allowed";
  if (roster.sites.get(site) === undefined) return "unknown-site";
  return member.site !== site && sites < SITES_THAT_AGREE ? "too-few-sites" : null;
}

/** Null when a device may say whether its site trusts another, else why not. */
export function distrustRefusal(roster: Roster, author: DeviceId, site: SiteId): Refusal | null {
  const member = roster.devices.get(author);
  if (member?.role !== "coordinator" || member.site === site) return "not-allowed";
  return roster.sites.get(site) === undefined ? "unknown-site" : null;
}

/**
 * Null when a device may say who else reads its site's audit, else why not. Only a shelter: to who seeks, the hours in
 * which a house looks at its guests would tell that somebody was found.
 */
export function auditorRefusal(roster: Roster, author: DeviceId, site: SiteId | null): Refusal | null {
  const member = roster.devices.get(author);
  if (member?.role !== "coordinator" || member.site === site) return "not-allowed";
  if (site === null) return null;
  const chosen = roster.sites.get(site);
  if (chosen === undefined) return "unknown-site";
  return chosen.kind === "shelter" ? null : "not-allowed";
}

/** Null when a device may say what limits its site would have, else why not. */
export const limitsRefusal = (roster: Roster, author: DeviceId): Refusal | null =>
  roster.devices.get(author)?.role === "coordinator" ? null : "not-allowed";

/** Null when a device may give a colleague this role, else why not. A hub stays a hub. */
export function roleRefusal(
  { roster, author }: Pick<Asking, "roster" | "author">,
  target: Member,
  role: Role,
): Refusal | null {
  const member = roster.devices.get(author);
  const home = roster.sites.get(target.site);
  if (member === undefined || home === undefined) return "unknown-author";
  if (member.role !== "coordinator" || member.site !== target.site) return "not-allowed";
  const fits = roleExistsIn(role, home.kind) && role !== "hub" && target.role !== "hub";
  return fits ? null : "role-not-of-this-site";
}

/**
 * From three sites on, a new one takes the word of a second site: null when it has it, or needs none.
 * `home` is the inviter's site, `knows` what the confirmation can rely on.
 */
export function secondSiteRefusal(
  { destination, approvals }: Pick<Invite, "destination" | "approvals">,
  { sites, home, knows }: SecondSite,
): Refusal | null {
  if (destination.kind === "existing" || sites < SITES_THAT_AGREE) return null;
  return approvals.some(({ by, from }) => from !== home && knows(by)) ? null : "needs-second-site";
}

export interface SecondSite {
  readonly sites: number;
  readonly home: SiteId | undefined;
  readonly knows: (operation: OperationId) => boolean;
}

/** Null when a device may consent to a new site that another site invites, else why not. */
export function approveRefusal(roster: Roster, author: DeviceId, invite: Invite): Refusal | null {
  const member = roster.devices.get(author);
  const home = member === undefined ? undefined : roster.sites.get(member.site);
  if (member === undefined || home === undefined) return "unknown-author";
  if (invite.destination.kind === "existing") return "not-allowed";
  if (roster.devices.get(invite.inviter)?.site === member.site) return "not-allowed";
  const { kind } = invite.destination.site;
  return newSiteRefusal({ member, homeKind: home.kind, role: invite.role, kind });
}

/** Null when a device may make new words for its site, else why not: a set of words is for who holds what it opens. */
export function recoveryRefusal(roster: Roster, author: DeviceId, words: WordsFor): Refusal | null {
  const member = roster.devices.get(author);
  if (member === undefined) return "unknown-author";
  const may =
    words === "site"
      ? member.role === "coordinator"
      : holdsGroup(roster, author, { site: member.site, group: "protection" });
  return may ? null : "not-allowed";
}
