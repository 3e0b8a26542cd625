/** How much each house fills of what it may, and what this house would have (docs/protocol.md, "Limits of a house"). */
import { isFull, LIMIT_NAMES, limitsBy, limitsRefusal, tooLow, type Limits, type SiteId } from "#sync";
import { EngineError } from "../api/index.ts";
import { memberOf, type House } from "../house/house.ts";
import { untoldBytes } from "../protection/untold.ts";
import type { HouseUseView, LimitsView, WantedLimits } from "../api/membership.ts";

/** From this part of a limit on, whoever coordinates should know. */
const NEAR = 0.8;

/** `limits`. */
export async function limits(house: House, wish?: WantedLimits): Promise<LimitsView> {
  if (wish !== undefined) await want(house, wish);
  return viewOf(house);
}

function viewOf(house: House): LimitsView {
  const membership = house.replica.membership();
  const own = membership.devices.get(house.device)?.site ?? null;
  const use = house.replica.use();
  const houses = [...membership.sites.values()].map(({ site, name }): HouseUseView => {
    const devices = [...membership.devices.values()].filter((one) => one.site === site).length;
    const { operations, bytes: held } = use.get(site) ?? { operations: 0, bytes: 0 };
    const bytes = held - (site === own ? untoldBytes(house) : 0);
    const wanted = membership.wantedLimits.get(site) ?? null;
    const near = nearOf({ devices, operations, siteBytes: held }, membership.limits);
    return { site, name, ownSite: site === own, devices, operations, bytes, wanted, near };
  });
  houses.sort((one, other) => Number(other.ownSite) - Number(one.ownSite) || byName(one, other));
  return { limits: membership.limits, houses };
}

const byName = (one: HouseUseView, other: HouseUseView): number => one.name.localeCompare(other.name, "es");

/** The limits that a house comes close to. */
const nearOf = (used: Omit<Limits, "deviceBytes">, limit: Limits): readonly (keyof typeof used)[] =>
  (["devices", "operations", "siteBytes"] as const).filter((name) => used[name] >= limit[name] * NEAR);

/** What is not given stays as this house wanted it. */
async function want(house: House, wish: WantedLimits): Promise<void> {
  const { member } = memberOf(house);
  const membership = house.replica.membership();
  if (limitsRefusal(membership, house.device) !== null) throw new EngineError({ code: "not-allowed" });
  const before = membership.wantedLimits.get(member.site) ?? membership.limits;
  const wanted = limitsBy((name) => wish[name] ?? before[name]);
  if (tooLow(wanted) !== null || LIMIT_NAMES.some((name) => !Number.isSafeInteger(wanted[name])))
    throw new EngineError({ code: "limit-too-low" });
  await house.operations.write([{ kind: "limits", limits: wanted }]);
  await house.settle();
}

/** Throws when a house has as many devices as it may, or fills all that it may. */
export function checkRoom(house: House, site: SiteId): void {
  if (isFull(house.replica.membership(), site)) throw new EngineError({ code: "house-full" });
  if (house.replica.isFull(house.device)) throw new EngineError({ code: "house-limit" });
}
