/**
 * Control operations to membership: pure, and the same for any order of arrival
 * (docs/protocol.md, "Membership"). Operations are taken in causal order (`causality.ts`); each is
 * judged on its own past by the rule of its kind (`rules/`). Has no clock and checks no signature.
 *
 * Invariants: 1. nobody gains authority from an operation outside the past of the one that relies
 * on it; 2. a refused operation changes nothing but `refused`; 3. an operation whose past is not
 * all here changes nothing but `waiting`.
 */
import type { MeshId, OperationId } from "../ids.ts";
import { orderOperations, precedes } from "./causality.ts";
import { type Case, type Draft, emptyDraft, known, pendingRequests, sortGenerations } from "./draft.ts";
import type { Membership, Refusal } from "./membership.ts";
import type { AdmittedOperation, AuthoredOperation } from "./operations.ts";
import { applyConfirm } from "./rules/confirm.ts";
import { applyFound } from "./rules/found.ts";
import { applyGroupBoxes } from "./rules/group-boxes.ts";
import { applyCancel, applyInvite } from "./rules/invite.ts";
import { applyRequest } from "./rules/request.ts";
import { applySpaceKey } from "./rules/space-key.ts";

/**
 * The membership of a mesh. Operations may come in any order, doubled, or with gaps. The mesh is
 * the caller's: what was founded elsewhere is refused.
 */
export function reduce(operations: readonly AuthoredOperation[], mesh: MeshId): Membership {
  const { causality, operations: ordered, heads, waiting } = orderOperations(operations);
  const draft = emptyDraft(mesh);
  const refused = new Map<OperationId, Refusal>();
  for (const { id, author, operation } of ordered) {
    const knows = (earlier: OperationId): boolean => precedes(causality, earlier, id);
    const refusal = apply({ draft, operation, id, author, knows });
    if (refusal !== null) refused.set(id, refusal);
  }
  return {
    mesh,
    meshName: draft.meshName,
    sites: draft.sites,
    devices: draft.devices,
    invites: draft.invites,
    requests: pendingRequests(draft),
    groups: sortGenerations(draft.groups, ({ public: key }) => key),
    spaces: sortGenerations(draft.spaces, ({ keyId }) => keyId),
    revocations: [],
    heads,
    refused,
    waiting,
    causality,
  };
}

function apply(subject: Case<AdmittedOperation>): Refusal | null {
  const { draft, operation, author } = subject;
  if (operation.kind === "found") return applyFound({ ...subject, operation });
  if (operation.kind === "request") return applyRequest({ ...subject, operation });
  if (known(subject, draft.devices.get(author)) === undefined) return "unknown-author";
  return applyByMember({ ...subject, operation }, draft);
}

function applyByMember(
  { operation, ...rest }: Case<Exclude<AdmittedOperation, { kind: "found" | "request" }>>,
  draft: Draft,
): Refusal | null {
  switch (operation.kind) {
    case "invite":
      return applyInvite({ ...rest, draft, operation });
    case "cancel":
      return applyCancel({ ...rest, draft, operation });
    case "confirm":
      return applyConfirm({ ...rest, draft, operation });
    case "group-boxes":
      return applyGroupBoxes({ ...rest, draft, operation });
    case "space-key":
      return applySpaceKey({ ...rest, draft, operation });
    case "merge":
    case "unknown":
      return null;
    case "invalid":
      return "invalid";
  }
}
