/** To whom a referral goes: another house of the mesh, or an institution by its service in the directory. */
import type { SiteId } from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import type { ServiceView } from "../api/directory.ts";
import type { ReferralTo } from "../api/referral-to.ts";
import { directory } from "../commands/directory.ts";
import { type House, memberOf } from "../house/house.ts";

export type Asked =
  | { readonly kind: "site"; readonly to: SiteId }
  | { readonly kind: "service"; readonly to: RecordId; readonly service: ServiceView };

/** Whichever of the two the id is of. Throws `no-such-site` for neither, and for the own house; `service-closed`. */
export function askedOf(house: House, wish: ReferralTo): Asked {
  const to = "site" in wish ? wish.site : wish.service;
  const isSite = house.replica.membership().sites.has(to as SiteId) && to !== memberOf(house).site.site;
  if (isSite) return { kind: "site", to: to as SiteId };
  const service = directory(house, { all: true }).find(({ id }) => id === to);
  if (service === undefined) throw new EngineError({ code: "no-such-site" });
  if (service.status === "closed") throw new EngineError({ code: "service-closed" });
  return { kind: "service", to: service.id, service };
}
