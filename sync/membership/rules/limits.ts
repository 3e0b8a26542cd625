/** What a site says about limits, and whether it has room for one more device (docs/protocol.md, "Limits of a house"). */
import type { SiteId } from "../../ids.ts";
import { limitsRefusal } from "../authority.ts";
import type { Case, Rule } from "../draft.ts";
import { tooLow } from "../limit-values.ts";
import { limitsOf } from "../limits.ts";
import type { LimitsOperation } from "../operations.ts";

export const applyLimits: Rule<LimitsOperation> = ({ draft, operation, id, author, roster }) => {
  const refusal = limitsRefusal(roster, author);
  const from = roster.devices.get(author)?.site;
  if (refusal !== null || from === undefined) return refusal ?? "unknown-author";
  if (tooLow(operation.limits) !== null) return "limit-too-low";
  draft.limits.set(from, [...(draft.limits.get(from) ?? []), { by: id, limits: operation.limits }]);
  return null;
};

/** Whether a site has as many devices as it may have, as far as the author knew. */
export function isSiteFull({ draft, knows, roster }: Case<unknown>, site: SiteId): boolean {
  const there = [...draft.devices.values()].filter((one) => one.site === site);
  const known = [...draft.sites.values()].filter((one) => roster.sites.get(one.site) !== undefined);
  const { devices: most } = limitsOf(draft, known, ({ by }) => knows(by));
  // who was out to the author is dear to find out, and this is asked at each admission
  if (there.length < most) return false;
  return there.filter(({ device }) => roster.devices.get(device) !== undefined).length >= most;
}
