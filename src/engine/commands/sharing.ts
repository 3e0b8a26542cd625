/** Sharing agreements: the list of them, and what who coordinates decides. */
import { accessOf, type Agreement, SHARED, type Shared, type SharingRules, writtenAllows } from "#model";
import type { SiteId } from "#sync";
import { EngineError } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import { ownSiteOf, saidBy } from "../route/reading.ts";
import type { AgreementWish, HouseCountry, SharingOverview, SharingView } from "../api/sharing.ts";
import {
  agreementIdOf,
  agreementWith,
  countriesWith,
  rulesIdOf,
  rulesOf,
  whyClosed,
} from "../sharing/with-house.ts";
import { checkMayWrite, putRecords } from "./write-records.ts";

/** Whoever reads what a guest agreed to. Throws `not-allowed`. */
function checkReads(house: House): void {
  const { role } = memberOf(house).member;
  const reads = accessOf(role, "sharing-rules") === "write" || accessOf(role, "consent") === "write";
  if (!reads) throw new EngineError({ code: "not-allowed", role });
}

function countryOf(house: House, site: SiteId, agreement: Agreement): HouseCountry | null {
  const codes = countriesWith(house, site);
  if (codes.length === 0) return null;
  return { codes, saidBy: agreement.countries.length > 0 ? "own-house" : "that-house" };
}

function viewOf(house: House, site: SiteId): SharingView {
  const agreement = agreementWith(house, site);
  const closed = SHARED.map((what) => [what, whyClosed(house, site, what)] as const);
  return {
    ...saidBy(house, site),
    kind: house.replica.membership().sites.get(site)?.kind ?? "shelter",
    country: countryOf(house, site, agreement),
    allows: agreement.allows,
    until: agreement.until,
    closed: Object.fromEntries(closed) as SharingView["closed"],
  };
}

const byName = new Intl.Collator("es");

function overview(house: House): SharingOverview {
  const own = ownSiteOf(house);
  const sites = [...house.replica.membership().sites.keys()].filter((site) => site !== own);
  const houses = sites.map((site) => viewOf(house, site));
  const shelters = houses.filter(({ kind }) => kind === "shelter");
  const countries = new Set(shelters.flatMap(({ country }) => country?.codes ?? []));
  return {
    rules: rulesOf(house),
    houses: houses.sort((one, other) => byName.compare(one.siteName ?? "", other.siteName ?? "")),
    cardsReach: {
      countries: [...countries].sort(),
      unknown: shelters.filter(({ country }) => country === null).length,
    },
  };
}

/** `sharing`. */
export function sharing(house: House): SharingOverview {
  checkReads(house);
  return overview(house);
}

const changed = <T>(wished: T | null | undefined, before: T | null): T | null =>
  wished === undefined ? before : wished;

/** Without what nobody said. */
const said = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** Of what two devices noted at once, the one to which nothing is told. */
function narrowCountry(house: House, { countries }: Agreement): string | null {
  const { closedCountries } = rulesOf(house);
  return countries.find((country) => closedCountries.includes(country)) ?? countries[0] ?? null;
}

/** `agreeSharing`. */
export async function agreeSharing(house: House, site: SiteId, wish: AgreementWish): Promise<SharingView> {
  checkMayWrite(house, "sharing-agreement");
  if (site === ownSiteOf(house) || !house.replica.membership().sites.has(site))
    throw new EngineError({ code: "no-such-site" });
  const before = agreementWith(house, site);
  const input = said({
    ...wish,
    with: site,
    allows: writtenAllows(changed<readonly Shared[]>(wish.allows, before.allows)),
    until: changed(wish.until, before.until),
    country: changed(wish.country, narrowCountry(house, before)),
  });
  await putRecords(house, [{ id: agreementIdOf(house, site), kind: "sharing-agreement", input }]);
  return viewOf(house, site);
}

/** `setSharingRules`. */
export async function setSharingRules(house: House, wish: Partial<SharingRules>): Promise<SharingOverview> {
  checkMayWrite(house, "sharing-rules");
  const input = { ...rulesOf(house), ...wish };
  await putRecords(house, [{ id: rulesIdOf(house), kind: "sharing-rules", input }]);
  return overview(house);
}
