/** A site's order to erase what its own devices wrote (docs/protocol.md, "Erasure"). */
import { CONTROL, parseSpace, type SpaceId } from "../../space.ts";
import type { LogRef } from "../../log/log-ref.ts";
import { known, type Case, type Rule } from "../draft.ts";
import { mayErase } from "../erasures.ts";
import type { Member } from "../membership.ts";
import type { AuthoredOperation, EraseOperation } from "../operations.ts";

export const applyErase: Rule<EraseOperation> = (subject) => {
  const { draft, operation, id, author, seq, roster } = subject;
  const member = roster.devices.get(author);
  if (member === undefined) return "unknown-author";
  if (!mayErase(member.role)) return "not-allowed";
  if (!operation.logs.every(({ log }) => isOwnLog(subject, member, log))) return "not-allowed";
  const { records, logs } = operation;
  draft.erasures.push({ by: id, author, seq, site: member.site, records, logs, counts: true });
  return null;
};

/** The order of a device that is out: kept, because some may have obeyed it before they knew. */
export function excuseErase(
  { draft }: Pick<Case<unknown>, "draft">,
  { id: by, author, seq, operation }: AuthoredOperation & { readonly operation: EraseOperation },
): void {
  const member = draft.devices.get(author);
  if (member === undefined) return;
  const could = [member.firstRole, ...member.roles.map(({ role }) => role)].some(mayErase);
  const { records, logs } = operation;
  const isOwn = logs.every(
    ({ log }) => isErasable(log.space) && draft.devices.get(log.device)?.site === member.site,
  );
  if (could && isOwn)
    draft.erasures.push({ by, author, seq, site: member.site, records, logs, counts: false });
}

/** Neither what trust rests on nor who opened and searched what is ever taken out of a log. */
const isErasable = (space: SpaceId): boolean => space !== CONTROL && parseSpace(space)?.kind !== "audit";

/** Also of a device that is out: what it wrote is its site's. */
function isOwnLog(subject: Case<unknown>, { site }: Member, { space, device }: LogRef): boolean {
  return isErasable(space) && known(subject, subject.draft.devices.get(device))?.site === site;
}
