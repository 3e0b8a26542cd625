/**
 * What time it is, where one device's clock may be years off. There is no clock that all agree on; there is what others
 * wrote, each with the time of its own device. So a day counts as over only where another device wrote after it, and
 * "from today on" is never counted from a day before one that the house has seen.
 */
import { everMember } from "#sync";
import type { UnixMillis } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";

const DAY = 24 * 60 * 60_000;
/** Clocks that are set by hand differ by hours. */
const AHEAD_MS = DAY;
/** Where no other device of the own house writes. */
const OTHER_HOUSES = 2;

interface Written {
  readonly device: string;
  readonly site: string;
  readonly at: UnixMillis;
}

/** Who wrote a record, and when it says that was; nobody where more than one device did. */
function writtenIn(house: House, { entries, changedAt }: CatalogRecord): Written | null {
  const [first, ...more] = entries;
  if (first === undefined || changedAt === null) return null;
  if (more.some(({ device }) => device !== first.device)) return null;
  const site = everMember(house.replica.membership(), first.device)?.site;
  return site === undefined ? null : { device: first.device, site, at: changedAt };
}

/**
 * Until when everything has passed, by more than this device's clock: what another device of the house wrote last, or,
 * where the house has no other, what devices of two other houses did. What is dated far ahead of this device's clock says
 * nothing. Looks at every record: who asks of many days asks once.
 */
export function passedUntil(house: House): UnixMillis {
  const now = house.deps.clock.now();
  const { site } = memberOf(house).member;
  const last = new Map<string, UnixMillis>();
  for (const record of house.catalog.all()) {
    const written = writtenIn(house, record);
    if (written === null || written.device === house.device || written.at > now + AHEAD_MS) continue;
    last.set(written.site, Math.max(last.get(written.site) ?? -Infinity, written.at));
  }
  const own = last.get(site) ?? -Infinity;
  last.delete(site);
  const others = [...last.values()].sort((one, other) => other - one)[OTHER_HOUSES - 1];
  const ofOthers = others === undefined || hasOtherWriter(house, site) ? -Infinity : others;
  return Math.min(now, Math.max(own, ofOthers));
}

/** Whether this time has passed. */
export const hasPassed = (house: House, moment: UnixMillis): boolean => moment < passedUntil(house);

function hasOtherWriter(house: House, own: string): boolean {
  const devices = [...house.replica.membership().devices.values()];
  return devices.some(({ device, site, role }) => site === own && device !== house.device && role !== "hub");
}

const kept = new WeakMap<House, { readonly size: number; readonly at: UnixMillis }>();

/** The latest time that a device of the own house wrote; worked out again when records came. */
function latestWritten(house: House): UnixMillis {
  const { size } = house.catalog;
  const known = kept.get(house);
  if (known?.size === size) return known.at;
  const { site } = memberOf(house).member;
  let at = 0;
  for (const record of house.catalog.all()) {
    const written = writtenIn(house, record);
    if (written?.site === site && written.at > at) at = written.at;
  }
  kept.set(house, { size, at });
  return at;
}

/** Now, for a term that begins: a clock that is behind what the house wrote already makes none shorter. */
export const nowForTerm = (house: House): UnixMillis =>
  Math.max(house.deps.clock.now(), latestWritten(house));
