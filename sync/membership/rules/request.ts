/**
 * Requests, carried by any member (docs/protocol.md, "Joining"). A hub's request is at once its
 * admission: a hub opens no record. The signature was checked before (`admit-operation.ts`).
 */
import { equalBytes, toText } from "#crypto";
import { type Draft, known, type Rule } from "../draft.ts";
import { deviceIdOf, requestDigest, type VerifiedRequest } from "../join-request.ts";
import type { Invite, Refusal } from "../membership.ts";
import type { RequestOperation } from "../operations.ts";
import { admit } from "./admission.ts";

export const applyRequest: Rule<RequestOperation<VerifiedRequest>> = (subject) => {
  const { draft, operation, id } = subject;
  const { request, at } = operation;
  if (request.mesh !== draft.mesh) return "other-mesh";
  const invite = known(subject, draft.invites.get(request.invite));
  if (invite === undefined) return "unknown-invite";
  const refusal = mismatch(invite, request);
  if (refusal !== null) return refusal;
  record(draft, request, id);
  return invite.role === "hub" ? admit(subject, { invite, request, at }) : null;
};

function mismatch(invite: Invite, request: VerifiedRequest): Refusal | null {
  if (!equalBytes(invite.seedKey, request.seedKey)) return "wrong-seed";
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
  const key = toText(requestDigest(request));
  const carried = draft.requests.get(key);
  if (carried === undefined) draft.requests.set(key, { device, request, carriedBy: [id] });
  else carried.carriedBy.push(id);
}
