/**
 * Which sites no longer trust which (docs/protocol.md, "Distrust"): each site's own word about another. It takes
 * nothing from anybody's authority; sessions and pair keys heed it.
 */
import type { SiteId } from "../ids.ts";
import { precedes } from "./causality.ts";
import type { Draft, Distrust } from "./draft.ts";
import type { Membership } from "./membership.ts";

/** What each site's words come to: of those that no other one follows, one that distrusts is enough. */
export function distrustsOf(draft: Draft, sites: Membership["sites"]): Membership["distrusts"] {
  const others = [...sites.keys()].sort();
  const standing = others.map((from) => {
    const words = draft.distrusts.get(from) ?? [];
    return [from, others.filter((site) => isDistrusted(draft, words, site))] as const;
  });
  return new Map(standing.filter(([, distrusted]) => distrusted.length > 0));
}

function isDistrusted({ causality }: Draft, words: readonly Distrust[], site: SiteId): boolean {
  const about = words.filter((word) => word.site === site);
  const last = about.filter(({ by }) => !about.some((later) => precedes(causality, by, later.by)));
  return last.some(({ on }) => on);
}

/** Whether one site says that it does not trust another. */
export const distrusts = (
  { distrusts: words }: Pick<Membership, "distrusts">,
  from: SiteId,
  site: SiteId,
): boolean => words.get(from)?.includes(site) === true;

/** Whether two sites exchange no data: one of them does not trust the other, whichever it is. */
export const areApart = (membership: Pick<Membership, "distrusts">, a: SiteId, b: SiteId): boolean =>
  distrusts(membership, a, b) || distrusts(membership, b, a);
