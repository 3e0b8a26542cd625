/**
 * How much of the mesh one house may fill (docs/protocol.md, "Limits of a house"). Each house says what it
 * would have; no house can raise them alone, and none can lower what the others want.
 */
import type { SiteId } from "../ids.ts";
import { SITES_THAT_AGREE } from "./authority.ts";
import { precedes } from "./causality.ts";
import type { Draft, StatedLimits } from "./draft.ts";
import type { Membership, Site } from "./membership.ts";

/** What one house, or one device of it, may take up on everybody's disk. */
export interface Limits {
  /** Devices of one house at a time. */
  readonly devices: number;
  /** Control operations by the devices of one house. */
  readonly operations: number;
  /** Bytes of entries of one device. */
  readonly deviceBytes: number;
  /** Bytes of entries of all devices of one house. */
  readonly siteBytes: number;
}

const MIB = 1024 * 1024;

/** Until houses say otherwise: years of a large shelter, and little enough for an old laptop. */
export const DEFAULT_LIMITS: Limits = {
  devices: 250,
  operations: 20_000,
  deviceBytes: 512 * MIB,
  siteBytes: 2048 * MIB,
};

/** Nobody can be held below these: a small house works with them. */
export const LEAST_LIMITS: Limits = {
  devices: 20,
  operations: 2000,
  deviceBytes: 8 * MIB,
  siteBytes: 32 * MIB,
};

export const LIMIT_NAMES = ["devices", "operations", "deviceBytes", "siteBytes"] as const;

/** One value for each limit. */
export const limitsBy = (value: (name: (typeof LIMIT_NAMES)[number]) => number): Limits => ({
  devices: value("devices"),
  operations: value("operations"),
  deviceBytes: value("deviceBytes"),
  siteBytes: value("siteBytes"),
});

/** Which limit is below the least one; null when none is. */
export const tooLow = (limits: Limits): keyof Limits | null =>
  LIMIT_NAMES.find((name) => limits[name] < LEAST_LIMITS[name]) ?? null;

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
