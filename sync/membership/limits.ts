/**
 * How much of the mesh one house may fill (docs/protocol.md, "Limits of a house"). Each house says what it
 * would have; no house can raise them alone, and none can lower what the others want.
 */
import type { SiteId } from "../ids.ts";
import { SITES_THAT_AGREE } from "./authority.ts";
import { precedes } from "./causality.ts";
import type { Draft, StatedLimits } from "./draft.ts";
import { DEFAULT_LIMITS, LEAST_LIMITS, type Limits, limitsBy } from "./limit-values.ts";
import type { Membership, Site } from "./membership.ts";

/** What each house asked for; none for one that said nothing. */
export const wantedLimits = (
  { limits, causality }: Pick<Draft, "limits" | "causality">,
  sites: ReadonlyMap<SiteId, Site>,
): ReadonlyMap<SiteId, Limits> =>
  new Map(
    [...limits]
      .filter(([site]) => sites.has(site))
      .map(([site, stated]) => [site, wantedBy(stated, (a, b) => precedes(causality, a.by, b.by))]),
  );

/**
 * The limits that follow from what these houses want: of each the second highest, and of fewer than three
 * houses the highest. A house that said nothing wants the default.
 */
export function limitsOf(
  { limits, causality }: Pick<Draft, "limits" | "causality">,
  sites: Iterable<Site>,
  counts: (stated: StatedLimits) => boolean = () => true,
): Limits {
  const wanted = [...sites].map(({ site }) =>
    wantedBy((limits.get(site) ?? []).filter(counts), (a, b) => precedes(causality, a.by, b.by)),
  );
  const place = wanted.length < SITES_THAT_AGREE ? 0 : 1;
  return limitsBy((name) => {
    const ranked = wanted.map((one) => one[name]).sort((a, b) => b - a);
    return Math.max(ranked[place] ?? DEFAULT_LIMITS[name], LEAST_LIMITS[name]);
  });
}

/** Whether a house has as many devices as it may have. */
export const isFull = ({ devices, limits }: Pick<Membership, "devices" | "limits">, site: SiteId): boolean =>
  [...devices.values()].filter((one) => one.site === site).length >= limits.devices;

type IsBefore = (a: StatedLimits, b: StatedLimits) => boolean;

/** Of a house's words those that no other one follows; of these, said at the same time, the highest. */
function wantedBy(stated: readonly StatedLimits[], isBefore: IsBefore): Limits {
  const last = stated.filter((one) => !stated.some((other) => isBefore(one, other)));
  if (last.length === 0) return DEFAULT_LIMITS;
  return limitsBy((name) => Math.max(...last.map(({ limits }) => limits[name])));
}
