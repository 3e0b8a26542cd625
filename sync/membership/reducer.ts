/**
 * Control operations to membership: pure, and the same for any order of arrival
 * (docs/protocol.md, "Membership"). Operations are taken in causal order (`causality.ts`); each is
 * judged on its own past by the rule of its kind (`rules/`), and on the removals that concern its
 * author, whenever they were made (`settle.ts`). Has no clock and checks no signature.
 *
 * Invariants: 1. nobody gains authority from an operation outside the past of the one that relies
 * on it; 2. a refused operation changes nothing but `refused`, and which keys are too widely known; 3. an operation whose past is not
 * all here changes nothing but `waiting`; 4. of a device that is out nothing counts after its cut.
 */
import type { MeshId, OperationId } from "../ids.ts";
import { orderOperations, precedes } from "./causality.ts";
import {
  type Case,
  type Draft,
  type DraftMember,
  emptyDraft,
  NO_STRIKES,
  pendingRequests,
  type Reduction,
  type Rule,
  sortGenerations,
  type Strikes,
} from "./draft.ts";
import { isWithin } from "./control-end.ts";
import { forksOf } from "./forks.ts";
import { deviceIdOf } from "./join-request.ts";
import { membersOf } from "./members.ts";
import type { Membership, Refusal } from "./membership.ts";
import type { AdmittedOperation, AuthoredOperation } from "./operations.ts";
import { hasLeft } from "./removal.ts";
import { rosterOf } from "./roster.ts";
import { applyAuditor } from "./rules/auditor.ts";
import { applyConfirm } from "./rules/confirm.ts";
import { applyDistrust } from "./rules/distrust.ts";
import { applyErase, excuseErase } from "./rules/erase.ts";
import { applyFork } from "./rules/fork.ts";
import { applyFound } from "./rules/found.ts";
import { applyGroupBoxes } from "./rules/group-boxes.ts";
import { applyCancel, applyInvite } from "./rules/invite.ts";
import { applyLimits } from "./rules/limits.ts";
import { applyRaiseCut, applyRemoveSite, applyRevoke, applyRole } from "./rules/removal.ts";
import { applyApprove, applyRenew } from "./rules/renewal.ts";
import { applyEnrol, applyRecovery } from "./rules/recovery.ts";
import { applyRequest } from "./rules/request.ts";
import { applySpaceKey } from "./rules/space-key.ts";
import { settle } from "./settle.ts";

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
    forks: reportedForks(draft, ordered),
    invites: draft.invites,
    requests: pendingRequests(draft),
    groups: sortGenerations(draft.groups, ({ public: key }) => key),
    spaces: sortGenerations(draft.spaces, ({ keyId }) => keyId),
    erasures: draft.erasures,
    heads,
    refused,
    waiting,
    causality,
  };
}

/** Forks, also of devices that are out, and who reported them. */
const reportedForks = (draft: Draft, ordered: readonly AuthoredOperation[]): Membership["forks"] =>
  new Map(
    [...forksOf(ordered)].map(([device, fork]) => [
      device,
      { ...fork, reports: draft.devices.get(device)?.forkReports ?? [] },
    ]),
  );

function take(
  { draft, refused }: Reduction & { readonly refused: Map<OperationId, Refusal> },
  authored: AuthoredOperation,
  strikes: Strikes,
): void {
  const { id, author, seq, operation } = authored;
  const knows = (earlier: OperationId): boolean => precedes(draft.causality, earlier, id);
  // what stands, stands also where its author lost its role to somebody who lost it to this
  const judged = strikes.standing.has(id) ? { ...strikes, roles: NO_STRIKES.roles } : strikes;
  const roster = rosterOf({ draft, strikes: judged, author, id, seq, knows });
  const refusal = isStruck(draft, authored, strikes)
    ? "removed"
    : apply({ draft, operation, id, author, seq, knows, strikes, roster });
  if (refusal !== null) refused.set(id, refusal);
  if (refusal === "removed" && operation.kind === "erase") excuseErase({ draft }, { ...authored, operation });
  const log = draft.logs.get(author);
  if (log === undefined) draft.logs.set(author, [{ id, seq }]);
  else log.push({ id, seq });
}

/** Nothing of a device counts after its cut, but for the word by which it leaves. */
function isStruck(draft: Draft, authored: AuthoredOperation, strikes: Strikes): boolean {
  const { id, author, seq } = authored;
  const ends = strikes.ends.get(author) ?? [];
  const counts = ends.every((tips) => isWithin(draft.causality, tips, { id, seq }));
  if (counts || strikes.standing.has(id)) return false;
  const member = draft.devices.get(author);
  const leaves = member !== undefined && strikes.left.has(author) && takesOut(authored, member);
  // a second word would raise the cut of the first
  return !leaves || hasLeft(draft, member);
}

function takesOut({ operation }: AuthoredOperation, { device, site }: DraftMember): boolean {
  if (operation.kind === "revoke") return deviceIdOf(operation.ending.device) === device;
  return operation.kind === "remove-site" && operation.site === site;
}

/** What each kind does; members only write all but three. */
const RULES: {
  readonly [K in AdmittedOperation["kind"]]: Rule<Extract<AdmittedOperation, { readonly kind: K }>>;
} = {
  found: applyFound,
  request: applyRequest,
  invite: applyInvite,
  cancel: applyCancel,
  confirm: applyConfirm,
  approve: applyApprove,
  "group-boxes": applyGroupBoxes,
  "space-key": applySpaceKey,
  revoke: applyRevoke,
  "remove-site": applyRemoveSite,
  role: applyRole,
  "raise-cut": applyRaiseCut,
  renew: applyRenew,
  fork: applyFork,
  enrol: applyEnrol,
  recovery: applyRecovery,
  distrust: applyDistrust,
  limits: applyLimits,
  erase: applyErase,
  auditor: applyAuditor,
  merge: () => null,
  unknown: () => null,
  invalid: () => "invalid",
};

const OPEN_TO_STRANGERS: ReadonlySet<AdmittedOperation["kind"]> = new Set(["found", "request", "enrol"]);

function apply(subject: Case<AdmittedOperation>): Refusal | null {
  const { operation, author, roster } = subject;
  const isOpen = OPEN_TO_STRANGERS.has(operation.kind);
  if (!isOpen && roster.devices.get(author) === undefined) return "unknown-author";
  // The table pairs each kind with its own rule, which the compiler cannot follow through a lookup.
  const rule = RULES[operation.kind] as Rule<AdmittedOperation>;
  return rule(subject);
}
