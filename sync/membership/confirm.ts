/**
 * Confirming a joiner after two people compared the words (docs/protocol.md, "Joining"), and
 * carrying requests. What the joiner must be given is a duty of the confirmer as soon as the
 * confirmation is written (`duties.ts`): write both before the next sync.
 */
import type { DeviceId, OperationId } from "../ids.ts";
import { inviteRefusal } from "./authority.ts";
import type { JoinRequest, VerifiedRequest } from "./join-request.ts";
import { deviceIdOf, requestDigest } from "./join-request.ts";
import type { Invite, Membership, PendingRequest, Refusal } from "./membership.ts";
import type { ConfirmOperation, RequestOperation } from "./operations.ts";
import { equalBytes } from "#crypto";

export interface ConfirmOptions {
  readonly membership: Membership;
  readonly me: DeviceId;
  readonly device: DeviceId;
  /** Milliseconds since 1970 by this device's clock. */
  readonly now: number;
}

export type Confirmed =
  | { readonly kind: "confirmed"; readonly operation: ConfirmOperation }
  | { readonly kind: "refused"; readonly reason: Refusal };

/** Confirms a pending device, or says why it cannot be: the reasons that the reducer would give. */
export function confirmRequest({ membership, me, device, now }: ConfirmOptions): Confirmed {
  const pending = membership.requests.get(device);
  const carrier = pending?.carriedBy[0];
  if (pending === undefined || carrier === undefined) {
    return { kind: "refused", reason: membership.devices.has(device) ? "already-member" : "unknown-request" };
  }
  const reason = confirmRefusal({ membership, me, pending, now });
  if (reason !== null) return { kind: "refused", reason };
  return { kind: "confirmed", operation: { kind: "confirm", request: carrier, device, at: now } };
}

interface Confirmation {
  readonly membership: Membership;
  readonly me: DeviceId;
  readonly pending: PendingRequest;
  readonly now: number;
}

function confirmRefusal({ membership, me, pending, now }: Confirmation): Refusal | null {
  const invite: Invite | undefined = membership.invites.get(pending.invite);
  if (invite === undefined) return "unknown-invite";
  if (invite.inviter !== me) return "not-the-inviter";
  if (invite.role === "hub") return "not-allowed";
  if (pending.refused !== null) return pending.refused;
  return now > invite.expiresAt ? "expired" : inviteRefusal(membership, me, invite);
}

/**
 * The operation that carries a presented request, or null when it need not be carried: its device
 * is a member, or the same request is carried already, or its mesh or invite is not known here.
 */
export function carryRequest(
  membership: Membership,
  request: VerifiedRequest,
  now: number,
): RequestOperation<VerifiedRequest> | null {
  const device = deviceIdOf(request.device);
  const invite = membership.invites.get(request.invite);
  if (request.mesh !== membership.mesh || invite === undefined || membership.devices.has(device)) return null;
  const carried = membership.requests.get(device)?.request;
  return carried !== undefined && isSame(carried, request) ? null : { kind: "request", request, at: now };
}

const isSame = (a: JoinRequest, b: JoinRequest): boolean => equalBytes(requestDigest(a), requestDigest(b));
