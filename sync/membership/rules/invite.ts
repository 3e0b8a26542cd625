/** Invites and their cancelling (docs/protocol.md, "Invites"). */
import { inviteRefusal } from "../authority.ts";
import { known, type Rule } from "../draft.ts";
import { inviteIdOf } from "../join-request.ts";
import { siteIdOf } from "../site-id.ts";
import type { CancelOperation, InviteOperation } from "../operations.ts";

export const applyInvite: Rule<InviteOperation> = ({ draft, operation, id, author, roster }) => {
  const refusal = inviteRefusal(roster, author, operation);
  if (refusal !== null) return refusal;
  const { seedKey, role, destination, expiresAt, letter } = operation;
  const invite = inviteIdOf(seedKey, author);
  if (draft.invites.has(invite)) return "duplicate-invite";
  const site = destination.kind === "existing" ? destination.site : siteIdOf(id);
  draft.invites.set(invite, {
    invite,
    seedKey,
    role,
    destination,
    site,
    inviter: author,
    expiresAt,
    letter,
    by: id,
    cancelledBy: [],
    usedBy: null,
    approvals: [],
  });
  return null;
};

/**
 * A cancel stops what follows it. A confirmation made at the same time stands, because two people
 * compared words for it: taking the device out again is a revocation's work, which all can see.
 */
export const applyCancel: Rule<CancelOperation> = (subject) => {
  const { draft, operation, id, author, roster } = subject;
  const invite = known(subject, draft.invites.get(operation.invite));
  if (invite === undefined) return "unknown-invite";
  const member = roster.devices.get(author);
  const home = draft.devices.get(invite.inviter)?.site;
  const coordinates = member?.role === "coordinator" && member.site === home;
  if (author !== invite.inviter && !coordinates) return "not-allowed";
  draft.invites.set(invite.invite, { ...invite, cancelledBy: [...invite.cancelledBy, id] });
  return null;
};
