/** A site's word that it does not trust another, and that it does again (docs/protocol.md, "Distrust"). */
import { distrustRefusal } from "../authority.ts";
import type { Rule } from "../draft.ts";
import type { DistrustOperation } from "../operations.ts";

export const applyDistrust: Rule<DistrustOperation> = ({ draft, operation, id, author, roster }) => {
  const { site, on } = operation;
  const refusal = distrustRefusal(roster, author, site);
  const from = roster.devices.get(author)?.site;
  if (refusal !== null || from === undefined) return refusal ?? "unknown-author";
  draft.distrusts.set(from, [...(draft.distrusts.get(from) ?? []), { by: id, site, on }]);
  return null;
};
