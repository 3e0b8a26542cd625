/**
 * Who may invite whom (docs/protocol.md, "Invites"). Asked twice: by the reducer of what an
 * operation's author was in that operation's past, and by the flow before it writes one.
 */
import type { DeviceId } from "../ids.ts";
import type { Roster } from "./groups.ts";
import type { Member, Refusal } from "./membership.ts";
import type { InviteOperation } from "./operations.ts";
import { type Role, roleExistsIn, type SiteKind } from "./roles.ts";

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
