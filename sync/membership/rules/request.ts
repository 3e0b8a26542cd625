/**
 * Requests (docs/protocol.md, "Joining"). A request proves itself, so it counts whoever carried it:
 * otherwise a carrier that turns out to be no member would take confirmed people down with it. A
 * hub's request is at once its admission, since a hub opens no record; that takes a member to carry.
 * The signatures were checked before (`admit-operation.ts`).
 */
import { inviteRefusal } from "../authority.ts";
import { type Draft, known, type Rule } from "../draft.ts";
import { deviceIdOf, requestText, type VerifiedRequest } from "../join-request.ts";
import type { Invite, Refusal } from "../membership.ts";
import type { RequestOperation } from "../operations.ts";
import { admit } from "./admission.ts";

export const applyRequest: Rule<RequestOperation<VerifiedRequest>> = (subject) => {
  const { draft, operation, id, author, roster } = subject;
  const { request, at } = operation;
  if (request.mesh !== draft.mesh) return "other-mesh";
  const invite = known(subject, draft.invites.get(request.invite));
  if (invite === undefined) return "unknown-invite";
  const refusal = mismatch(invite, request);
  if (refusal !== null) return refusal;
  record(draft, request, id);
  if (invite.role !== "hub") return null;
  if (roster.devices.get(author) === undefined) return "unknown-author";
  // What the inviter might offer then, it must still be allowed to offer now.
  return inviteRefusal(roster, invite.inviter, invite) ?? admit(subject, { invite, request, at });
};

function mismatch(invite: Invite, request: VerifiedRequest): Refusal | null {
  const complete = (invite.destination.kind === "new") === (request.newSite !== null);
  const named = (invite.role === "hub") === (request.sealedName.length === 0);
  return complete && named ? null : "incomplete-request";
}

function record(
  draft: Draft,
  request: VerifiedRequest,
  id: Parameters<typeof draft.requestsByOperation.set>[0],
): void {
  const device = deviceIdOf(request.device);
  draft.requestsByOperation.set(id, request);
  const key = requestText(request);
  const carried = draft.requests.get(key);
  if (carried === undefined) draft.requests.set(key, { device, request, carriedBy: [id] });
  else carried.carriedBy.push(id);
}
