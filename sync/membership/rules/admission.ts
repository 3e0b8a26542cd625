/**
 * Makes a device a member by an invite: once, before it expires, unless it was cancelled
 * (docs/protocol.md, "Joining"). Time is what the operation states: no reducer has a clock, so a
 * member with a wrong clock can use an invite of its own (or carry a hub's) after it expired.
 */
import { type Case, newMember } from "../draft.ts";
import { deviceIdOf, type VerifiedRequest } from "../join-request.ts";
import type { Invite, Refusal } from "../membership.ts";
import { isSiteFull } from "./limits.ts";
import { addSite } from "./site.ts";

export interface Admission {
  readonly invite: Invite;
  readonly request: VerifiedRequest;
  /** Milliseconds, as stated by the operation that admits. */
  readonly at: number;
}

export function admit(subject: Case<unknown>, { invite, request, at }: Admission): Refusal | null {
  const { draft, id, knows } = subject;
  const device = deviceIdOf(request.device);
  if (invite.cancelledBy.some(knows)) return "cancelled";
  if (at > invite.expiresAt) return "expired";
  if (invite.usedBy !== null) return "used";
  if (draft.devices.has(device)) return "already-member";
  if (isSiteFull(subject, invite.site)) return "house-full";
  if (invite.destination.kind === "new") {
    if (request.newSite === null) return "incomplete-request";
    const site = { site: invite.site, ...invite.destination.site, first: device, by: id };
    addSite(draft, site, request.newSite);
  }
  draft.invites.set(invite.invite, { ...invite, usedBy: device });
  const { site, role } = invite;
  draft.devices.set(device, newMember({ device, keys: request.device, site, role, by: id, at }));
  return null;
}
