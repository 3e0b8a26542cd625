/** How much the houses of the stand-in fill, in memory. */
import type { HouseUseView, LimitsView, WantedLimits } from "#engine";
import type { Limits, SiteId } from "#sync";

const MIB = 1024 * 1024;
const LIMITS: Limits = { devices: 250, operations: 20_000, deviceBytes: 512 * MIB, siteBytes: 2048 * MIB };

interface House {
  readonly site: SiteId;
  readonly name: string;
}

export interface FakeLimits {
  view(own: House, others: readonly House[]): LimitsView;
  want(wish: WantedLimits): void;
}

/** `full`: how much of its room the own house fills, from 0 to 1. */
export function createFakeLimits(full: number): FakeLimits {
  let wanted: Limits | null = null;
  const use = (house: House, part: number): Omit<HouseUseView, "ownSite" | "wanted"> => ({
    site: house.site,
    name: house.name,
    devices: Math.ceil(LIMITS.devices * part),
    operations: Math.ceil(LIMITS.operations * part),
    bytes: Math.ceil(LIMITS.siteBytes * part),
    near: part >= 0.8 ? ["devices", "operations", "siteBytes"] : [],
  });
  return {
    view: (own, others) => ({
      limits: LIMITS,
      houses: [
        { ...use(own, full), ownSite: true, wanted },
        ...others.map((house, at) => ({ ...use(house, 0.02 * (at + 1)), ownSite: false, wanted: null })),
      ],
    }),
    want: (wish) => {
      const { devices, operations, deviceBytes, siteBytes } = { ...LIMITS, ...wish };
      wanted = {
        devices: devices ?? LIMITS.devices,
        operations: operations ?? LIMITS.operations,
        deviceBytes: deviceBytes ?? LIMITS.deviceBytes,
        siteBytes: siteBytes ?? LIMITS.siteBytes,
      };
    },
  };
}
