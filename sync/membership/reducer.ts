/**
 * Control operations to membership: pure, and the same for any order of arrival
 * (docs/protocol.md, "Membership"). Operations are taken in causal order (`causality.ts`); each is
 * judged on its own past by the rule of its kind (`rules/`), and on the removals that concern its
 * author, whenever they were made (`settle.ts`). Has no clock and checks no signature.
 *
 * Invariants: 1. nobody gains authority from an operation outside the past of the one that relies
 * on it; 2. a refused operation changes nothing but `refused`; 3. an operation whose past is not
 * all here changes nothing but `waiting`; 4. of a device that is out nothing counts after its cut.
 */
import type { MeshId, OperationId } from "../ids.ts";
import { orderOperations, precedes } from "./causality.ts";
import { type Case, type Draft, emptyDraft, pendingRequests, sortGenerations } from "./draft.ts";
import { deviceIdOf } from "./join-request.ts";
import { membersOf } from "./members.ts";
import type { Membership, Refusal } from "./membership.ts";
import type { AdmittedOperation, AuthoredOperation } from "./operations.ts";
import { rosterOf } from "./roster.ts";
import { applyConfirm } from "./rules/confirm.ts";
import { applyFound } from "./rules/found.ts";
import { applyGroupBoxes } from "./rules/group-boxes.ts";
import { applyCancel, applyInvite } from "./rules/invite.ts";
import { applyRaiseCut, applyRemoveSite, applyRevoke, applyRole } from "./rules/removal.ts";
import { applyApprove, applyRenew } from "./rules/renewal.ts";
import { applyRequest } from "./rules/request.ts";
import { applySpaceKey } from "./rules/space-key.ts";
import { settle } from "./settle.ts";
import type { Strikes } from "./strikes.ts";

/** What one walk over the operations gave, under given strikes. */
export interface Reduction {
  readonly draft: Draft;
  readonly refused: ReadonlyMap<OperationId, Refusal>;
}

/**
 * The membership of a mesh. Operations may come in any order, doubled, or with gaps. The mesh is
 * the caller's: what was founded elsewhere is refused.
 */
export function reduce(operations: readonly AuthoredOperation[], mesh: MeshId): Membership {
  const { causality, operations: ordered, heads, waiting } = orderOperations(operations);
  const { draft, refused } = settle(ordered, (strikes) => {
    const reduction = { draft: emptyDraft(mesh, causality), refused: new Map<OperationId, Refusal>() };
    for (const operation of ordered) take(reduction, operation, strikes);
    return reduction;
  });
  return {
    mesh,
    meshName: draft.meshName,
    ...membersOf(draft),
    invites: draft.invites,
    requests: pendingRequests(draft),
    groups: sortGenerations(draft.groups, ({ public: key }) => key),
    spaces: sortGenerations(draft.spaces, ({ keyId }) => keyId),
    heads,
    refused,
    waiting,
    causality,
  };
}

function take(
  { draft, refused }: Reduction & { readonly refused: Map<OperationId, Refusal> },
  authored: AuthoredOperation,
  strikes: Strikes,
): void {
  const { id, author, seq, operation } = authored;
  const knows = (earlier: OperationId): boolean => precedes(draft.causality, earlier, id);
  const roster = rosterOf({ draft, strikes, author, seq, knows });
  const refusal = isStruck(authored, strikes)
    ? "removed"
    : apply({ draft, operation, id, author, seq, knows, strikes, roster });
  if (refusal !== null) refused.set(id, refusal);
}

/** Nothing of a device counts after its cut, but for its own leaving. */
function isStruck({ id, author, seq, operation }: AuthoredOperation, strikes: Strikes): boolean {
  if (seq <= (strikes.removed.get(author) ?? Infinity) || strikes.standing.has(id)) return false;
  return !(operation.kind === "revoke" && deviceIdOf(operation.ending.device) === author);
}

function apply(subject: Case<AdmittedOperation>): Refusal | null {
  const { operation, author, roster } = subject;
  if (operation.kind === "found") return applyFound({ ...subject, operation });
  if (operation.kind === "request") return applyRequest({ ...subject, operation });
  if (roster.devices.get(author) === undefined) return "unknown-author";
  return applyByMember(subject, operation);
}

function applyByMember(
  subject: Case<AdmittedOperation>,
  operation: Exclude<AdmittedOperation, { kind: "found" | "request" }>,
): Refusal | null {
  switch (operation.kind) {
    case "invite":
      return applyInvite({ ...subject, operation });
    case "cancel":
      return applyCancel({ ...subject, operation });
    case "confirm":
      return applyConfirm({ ...subject, operation });
    case "approve":
      return applyApprove({ ...subject, operation });
    case "group-boxes":
      return applyGroupBoxes({ ...subject, operation });
    case "space-key":
      return applySpaceKey({ ...subject, operation });
    case "revoke":
    case "remove-site":
    case "role":
    case "raise-cut":
    case "renew":
      return applyToMember(subject, operation);
    case "merge":
    case "unknown":
      return null;
    case "invalid":
      return "invalid";
  }
}

type MemberOperation = Extract<
  AdmittedOperation,
  { kind: "revoke" | "remove-site" | "role" | "raise-cut" | "renew" }
>;

function applyToMember(subject: Case<AdmittedOperation>, operation: MemberOperation): Refusal | null {
  switch (operation.kind) {
    case "revoke":
      return applyRevoke({ ...subject, operation });
    case "remove-site":
      return applyRemoveSite({ ...subject, operation });
    case "role":
      return applyRole({ ...subject, operation });
    case "raise-cut":
      return applyRaiseCut({ ...subject, operation });
    case "renew":
      return applyRenew({ ...subject, operation });
  }
}
