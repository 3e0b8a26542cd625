/** What the house agreed with another, as its records say it, and whether something may be told to that house now. */
import { fromText, hash, toText } from "#crypto";
import {
  type Agreement,
  agreementIn,
  boardStanding,
  countriesOf,
  type KindName,
  NO_AGREEMENT,
  NO_RULES,
  sharedIn,
  type Shared,
  type SharingClosed,
  type SharingRules,
  sharingRulesIn,
  whyNotShared,
} from "#model";
import type { SiteId } from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import type { House } from "../house/house.ts";
import type { PlainMap } from "../documents/plain.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";
import { nowForTerm } from "../reports/house-clock.ts";
import { boardIdOf, isBelieved, ownSiteOf } from "../route/reading.ts";

const SITE_ID_BYTES = 16;

/** An id that every device of the house works out alike. */
function idFor(domain: string, own: SiteId, about: SiteId): RecordId {
  const sites = [own, about].map((site) => fromText(site, SITE_ID_BYTES));
  const [first, second] = sites;
  if (!(first instanceof Uint8Array && second instanceof Uint8Array)) throw new TypeError("no id of a site");
  return toText(hash(domain, first, second).subarray(0, RECORD_ID_BYTES)) as RecordId;
}

export const agreementIdOf = (house: House, site: SiteId): RecordId =>
  idFor("vereda/sharing-agreement/1", ownSiteOf(house), site);
export const rulesIdOf = (house: House): RecordId =>
  idFor("vereda/sharing-rules/1", ownSiteOf(house), ownSiteOf(house));

export function agreementWith(house: House, site: SiteId): Agreement {
  const record = house.catalog.get(agreementIdOf(house, site));
  return record?.kind === "sharing-agreement" ? agreementIn(record) : NO_AGREEMENT;
}

export function rulesOf(house: House): SharingRules {
  const record = house.catalog.get(rulesIdOf(house));
  return record?.kind === "sharing-rules" ? sharingRulesIn(record) : NO_RULES;
}

/** What a house says on its board; null also for one that is not believed. */
export function countrySaidBy(house: House, site: SiteId): string | null {
  const board = isBelieved(house, site) ? house.catalog.get(boardIdOf(site)) : null;
  return board?.kind === "board" ? boardStanding(board, house.deps.clock.now()).country : null;
}

/** The countries that a house may be in. */
export const countriesWith = (house: House, site: SiteId): readonly string[] =>
  countriesOf({ agreement: agreementWith(house, site), saysCountry: countrySaidBy(house, site) });

/** Why nothing of this is told to that house now; null where it may be. */
export function whyClosed(house: House, site: SiteId, what: Shared): SharingClosed | null {
  const agreement = agreementWith(house, site);
  // what time it is in the house takes a look at every record: only where there is a day to compare it with
  const now = agreement.until === null ? house.deps.clock.now() : nowForTerm(house);
  return whyNotShared(
    { rules: rulesOf(house), agreement, saysCountry: countrySaidBy(house, site), now },
    what,
  );
}

/** Throws `sharing-closed` where a record with these fields would tell that house what it is not to be told. */
export function checkShared(
  house: House,
  to: SiteId | null,
  { kind, fields }: { readonly kind: KindName; readonly fields: PlainMap },
): void {
  const what = sharedIn(kind, fields);
  const why = to === null || what === null ? null : whyClosed(house, to, what);
  if (why !== null) throw new EngineError({ code: "sharing-closed", why });
}
