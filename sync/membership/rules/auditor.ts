/** A site's word about which other site reads its audit (docs/protocol.md, "Audit"). */
import { auditorRefusal } from "../authority.ts";
import type { Rule } from "../draft.ts";
import type { AuditorOperation } from "../operations.ts";

export const applyAuditor: Rule<AuditorOperation> = ({ draft, operation, id, author, roster }) => {
  const { site } = operation;
  const refusal = auditorRefusal(roster, author, site);
  const from = roster.devices.get(author)?.site;
  if (refusal !== null || from === undefined) return refusal ?? "unknown-author";
  draft.auditors.set(from, [...(draft.auditors.get(from) ?? []), { by: id, site }]);
  return null;
};
