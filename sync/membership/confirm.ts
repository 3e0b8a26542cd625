/**
 * Confirming a joiner after two people compared the words (docs/protocol.md, "Joining"), and
 * carrying requests. What the joiner must be given is a duty of the confirmer as soon as the
 * confirmation is written (`duties.ts`): write both before the next sync.
 */
import { equalBytes } from "#crypto";
import type { DeviceId, InviteId } from "../ids.ts";
import { inviteRefusal, secondSiteRefusal } from "./authority.ts";
import { deviceIdOf, type JoinRequest, requestDigest, type VerifiedRequest } from "./join-request.ts";
import { isFull } from "./limits.ts";
import { type Invite, lateness, type Membership, type PendingRequest, type Refusal } from "./membership.ts";
import type { ConfirmOperation, RequestOperation } from "./operations.ts";

export interface ConfirmOptions {
  readonly membership: Membership;
  readonly me: DeviceId;
  /** The very request whose words were compared: another may have come for that device since. */
  readonly pending: PendingRequest;
  /** Milliseconds since 1970 by this device's clock. */
  readonly now: number;
}

export type Confirmed =
  | { readonly kind: "confirmed"; readonly operation: ConfirmOperation }
  | { readonly kind: "refused"; readonly reason: Refusal };

/** Confirms a pending device, or says why it cannot be: the reasons that the reducer would give. */
export function confirmRequest(options: ConfirmOptions): Confirmed {
  const { pending, now } = options;
  const reason = confirmRefusal(options);
  const request = pending.carriedBy[0];
  if (reason !== null || request === undefined) {
    return { kind: "refused", reason: reason ?? "unknown-request" };
  }
  return { kind: "confirmed", operation: { kind: "confirm", request, device: pending.device, at: now } };
}

function confirmRefusal({ membership, me, pending, now }: ConfirmOptions): Refusal | null {
  const invite = membership.invites.get(pending.invite);
  if (invite === undefined) return "unknown-invite";
  if (invite.inviter !== me) return "not-the-inviter";
  if (invite.role === "hub") return "not-allowed";
  if (membership.devices.has(pending.device)) return "already-member";
  const late = lateness(invite) ?? (now > invite.expiresAt ? "expired" : null);
  return late ?? offerRefusal(membership, me, invite);
}

/** What the inviter might offer then, it must still be allowed to offer now, and there must be room. */
function offerRefusal(membership: Membership, me: DeviceId, invite: Invite): Refusal | null {
  const home = membership.devices.get(me)?.site;
  const second = { sites: membership.sites.size, home, knows: () => true };
  const refusal = inviteRefusal(membership, me, invite) ?? secondSiteRefusal(invite, second);
  return refusal ?? (isFull(membership, invite.site) ? "house-full" : null);
}

/**
 * The operation that carries a presented request, or null when it need not be carried: its device
 * is a member, the same request is carried already, or its mesh or invite is not known here. A
 * hub's is carried again as long as it can be admitted: the first carrier's clock may be wrong.
 */
export function carryRequest(
  membership: Membership,
  request: VerifiedRequest,
  now: number,
): RequestOperation<VerifiedRequest> | null {
  const device = deviceIdOf(request.device);
  const invite = membership.invites.get(request.invite);
  if (request.mesh !== membership.mesh || invite === undefined || membership.devices.has(device)) return null;
  const operation: RequestOperation<VerifiedRequest> = { kind: "request", request, at: now };
  if (invite.role === "hub" && lateness(invite) === null) return now > invite.expiresAt ? null : operation;
  if (carriedFor(membership, request.invite) >= MAX_CARRIED) return null;
  return isCarried(membership.requests.get(device), request) ? null : operation;
}

/** Requests carried for one invite: a photographed code must not fill every device's control logs. */
const MAX_CARRIED = 8;

const carriedFor = (membership: Membership, invite: InviteId): number =>
  [...membership.requests.values()].filter((pending) => pending.invite === invite).length;

function isCarried(pending: PendingRequest | undefined, request: JoinRequest): boolean {
  if (pending === undefined) return false;
  const digest = requestDigest(request);
  return [pending.request, ...pending.others].some((one) => equalBytes(requestDigest(one), digest));
}
