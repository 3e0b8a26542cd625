/**
 * Where a record is: on this disk, at the house's hub, at other sites. The last two are what their
 * hubs say in receipts, and say no more than that.
 */
import { reaches, type SiteId } from "#sync";
import type { Saved } from "../api/index.ts";
import type { House } from "../house/house.ts";
import { type CatalogRecord, placesAtHome } from "../records/catalog.ts";

/** Sites whose hub says that it holds every entry of the record. */
export function holdersOf(house: House, record: CatalogRecord): ReadonlySet<SiteId> {
  const entries = placesAtHome(record);
  const receipts = entries.length === 0 ? [] : house.receipts.of(record.home, "held");
  const holders = receipts.filter(({ positions }) => reaches(positions, entries));
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
