/** What one house may fill of everybody's disks: the limits themselves (docs/protocol.md, "Limits of a house"). */

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
