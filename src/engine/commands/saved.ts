/**
 * Where a record is: on this disk, at the house's hub, at other sites. The last two are what their
 * hubs say in receipts, and say no more than that.
 */
import type { SiteId } from "#sync";
import type { Saved } from "../api.ts";
import type { House } from "../house.ts";
import type { CatalogRecord } from "../records/catalog.ts";

/** Sites whose hub says that it holds every entry of the record. */
function holdersOf(house: House, record: CatalogRecord): ReadonlySet<SiteId> {
  const atHome = record.entries.filter(({ space }) => space === record.home);
  const holders = house.receipts.of(record.home).filter(({ positions }) => {
    const highs = new Map(positions.map(({ device, seq }) => [device, seq]));
    return atHome.every(({ device, seq }) => (highs.get(device) ?? -1) >= seq);
  });
  return new Set(holders.map(({ site }) => site));
}

export function savedOf(house: House, record: CatalogRecord): Saved {
  const membership = house.replica.membership();
  const own = membership.devices.get(house.device)?.site;
  const holders = holdersOf(house, record);
  return {
    here: true,
    hub: own !== undefined && holders.has(own),
    sites: [...membership.sites.values()]
      .filter(({ site }) => site !== own && holders.has(site))
      .map(({ site, name }) => ({ site, name })),
  };
}
