/** Confirmations: only the inviter's device, after two people compared four words. */
import { inviteRefusal, secondSiteRefusal } from "../authority.ts";
import { known, type Rule } from "../draft.ts";
import { deviceIdOf } from "../join-request.ts";
import type { ConfirmOperation } from "../operations.ts";
import { sitesKnown } from "../roster.ts";
import { admit } from "./admission.ts";

export const applyConfirm: Rule<ConfirmOperation> = (subject) => {
  const { draft, operation, author, knows, roster } = subject;
  const request = draft.requestsByOperation.get(operation.request);
  if (request === undefined || !knows(operation.request)) return "unknown-request";
  const invite = known(subject, draft.invites.get(request.invite));
  if (invite === undefined) return "unknown-invite";
  if (author !== invite.inviter) return "not-the-inviter";
  if (deviceIdOf(request.device) !== operation.device) return "wrong-device";
  if (invite.role === "hub") return "not-allowed";
  // What the inviter might offer then, it must still be allowed to offer now.
  return (
    inviteRefusal(roster, author, invite) ??
    secondSiteRefusal(invite, {
      sites: sitesKnown(subject),
      home: roster.devices.get(author)?.site,
      knows,
    }) ??
    admit(subject, { invite, request, at: operation.at })
  );
};
