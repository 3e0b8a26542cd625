/**
 * Until when this device has heard of everybody who notes arrivals: on a device that was away somebody may have come back,
 * on the record that would be erased. One that stays silent for a month holds nobody up any longer.
 */
import { accessOf } from "#model";
import type { DeviceId } from "#sync";
import type { UnixMillis } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";

const SILENT_MS = 30 * 86_400_000;

/** Colleagues' devices that may note a coming. */
function colleagues(house: House, now: UnixMillis): readonly DeviceId[] {
  const { site } = memberOf(house).member;
  return [...house.replica.membership().devices.values()]
    .filter((one) => one.site === site && one.device !== house.device)
    .filter(({ role, endsAt }) => accessOf(role, "arrival") === "write" && (endsAt === null || endsAt > now))
    .map(({ device }) => device);
}

/** When each device wrote last, by its own clock, in a record that it alone wrote. */
function lastWritten({ catalog }: House): ReadonlyMap<DeviceId, UnixMillis> {
  const last = new Map<DeviceId, UnixMillis>();
  for (const { entries, changedAt } of catalog.all()) {
    const [first, ...more] = entries;
    if (first === undefined || changedAt === null) continue;
    if (more.some(({ device }) => device !== first.device)) continue;
    last.set(first.device, Math.max(last.get(first.device) ?? -Infinity, changedAt));
  }
  return last;
}

export function heardUntil(house: House): UnixMillis {
  const now = house.deps.clock.now();
  const last = lastWritten(house);
  const each = colleagues(house, now).map((device) =>
    Math.max(last.get(device) ?? -Infinity, now - SILENT_MS),
  );
  return Math.min(now, ...each);
}
