/** What every page of the route needs: who may read it, which houses' words count, and what day it is in the house. */
import { accessOf, type KindName } from "#model";
import { distrusts, type SiteId } from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import type { SaidBy } from "../api/directory.ts";
import { type House, memberOf } from "../house/house.ts";
import { claimedId, claimOfBoard } from "../records/claim.ts";
import type { CatalogRecord } from "../records/catalog.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** The day by the device's own clock and zone, which are the house's. */
export function dayOf(house: House): string {
  const now = new Date(house.deps.clock.now());
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const instantOf = ({ deps }: House): string =>
  `${new Date(deps.clock.now()).toISOString().slice(0, 19)}Z`;

/** Volunteers and advocates, whatever their role there, hold no key of `network`. Throws `not-allowed`. */
export function checkReadsRoute(house: House): void {
  const { member, site } = memberOf(house);
  if (site.kind !== "shelter" || accessOf(member.role, "board") !== "write")
    throw new EngineError({ code: "not-allowed", role: member.role });
}

export const ownSiteOf = (house: House): SiteId => memberOf(house).site.site;

/** The one record of a house's board. */
export const boardIdOf = (site: SiteId): RecordId => claimedId(claimOfBoard(site), site);

export const saidBy = ({ replica }: House, site: SiteId): SaidBy => ({
  site,
  siteName: replica.membership().sites.get(site)?.name ?? null,
});

/**
 * Whether a house is believed here: what one says that the own house does not trust is not told. Advocates can drop what
 * they like into `network`, and are no shelter of the route.
 */
export function isBelieved(house: House, site: SiteId): boolean {
  const membership = house.replica.membership();
  const isShelter = membership.sites.get(site)?.kind !== "advocates";
  return isShelter && !distrusts(membership, ownSiteOf(house), site);
}

export interface Issued extends CatalogRecord {
  readonly issuer: SiteId;
}

/** The records of a kind of the houses that are believed. */
export const issuedOf = (house: House, kind: KindName): readonly Issued[] =>
  house.catalog
    .ofKind(kind)
    .filter((record): record is Issued => record.issuer !== null && isBelieved(house, record.issuer));

/** A record of this kind; throws `no-such-record` for every other. */
export function issued(house: House, kind: KindName, id: RecordId): Issued {
  const record = issuedOf(house, kind).find((one) => one.id === id);
  if (record === undefined) throw new EngineError({ code: "no-such-record" });
  return record;
}
