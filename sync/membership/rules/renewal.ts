/** What goes on: volunteers' access, and invites that need a second site (docs/protocol.md, "Roles"). */
import { approveRefusal, revokeRefusal } from "../authority.ts";
import { known, type Rule } from "../draft.ts";
import type { ApproveOperation, RenewOperation } from "../operations.ts";

/** Whoever may take a volunteer out may let it stay; of several renewals the longest counts. */
export const applyRenew: Rule<RenewOperation> = ({ draft, operation, author, roster }) => {
  const target = roster.devices.get(operation.device);
  if (target === undefined) return "unknown-device";
  if (target.role !== "volunteer" || target.device === author) return "not-allowed";
  if (roster.devices.get(author)?.site !== target.site) return "not-allowed";
  const refusal = revokeRefusal({ roster, author, sites: 0 }, target);
  const member = draft.devices.get(operation.device);
  if (refusal === null && member !== undefined) {
    member.endsAt = Math.max(member.endsAt ?? 0, operation.until);
  }
  return refusal;
};

export const applyApprove: Rule<ApproveOperation> = (subject) => {
  const { draft, operation, id, author, roster } = subject;
  const invite = known(subject, draft.invites.get(operation.invite));
  if (invite === undefined) return "unknown-invite";
  const refusal = approveRefusal(roster, author, invite);
  const from = roster.devices.get(author)?.site;
  if (refusal !== null || from === undefined) return refusal ?? "unknown-author";
  draft.invites.set(invite.invite, { ...invite, approvals: [...invite.approvals, { by: id, from }] });
  return null;
};
