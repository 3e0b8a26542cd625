/**
 * Finding a person in what this device may read, and saying how far that reaches: its own house, and
 * what other shelters share.
 */
import type { Hit } from "#match";
import { parseSpace } from "#sync";
import type { Coverage, Engine, QueryPart, RecordId, SearchAnswer, SearchHit } from "../api/index.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { asOnePerson } from "../records/one-person.ts";
import { titleOf } from "./read-records.ts";

const DEFAULT_LIMIT = 20;

/** What a search by a name asks by. */
const NAMES: readonly QueryPart[] = ["name", "alternateNames"];

/** The other shelters, and since when nothing was heard of them. */
export function coverageOf(house: House): readonly Coverage[] {
  const { sites, devices } = house.replica.membership();
  const own = devices.get(house.device)?.site;
  return [...sites.values()]
    .filter(({ site, kind }) => kind === "shelter" && site !== own)
    .map(({ site, name }) => ({ site, name, lastHeard: house.heard.of(site) }));
}

/** Ages are of today. */
export const yearOf = ({ deps }: House): number => new Date(deps.clock.now()).getUTCFullYear();

/** A record as a result: what it is called, and why it is there. */
export const searchHitOf = (record: CatalogRecord, { score, reasons }: Hit): SearchHit => ({
  id: record.id,
  kind: record.kind,
  title: titleOf(record),
  score,
  reasons,
  fields: record.fields,
});

/** Where somebody is who agreed to be found. */
const elsewhereIn = ({ replica }: House, { kind, issuer }: CatalogRecord): Pick<SearchHit, "siteName"> =>
  kind === "found-card"
    ? { siteName: issuer === null ? null : (replica.membership().sites.get(issuer)?.name ?? null) }
    : {};

/** So many results as the log of openings and searches may tell: of who is protected it tells nothing (DP16). */
const foundOpenly = ({ catalog }: House, hits: readonly Hit[]): number =>
  hits.filter(({ id }) => {
    const home = catalog.get(id as RecordId)?.home;
    return home === undefined || parseSpace(home)?.kind !== "protected";
  }).length;

export async function searchRecords(
  house: House,
  text: string,
  { limit = DEFAULT_LIMIT, early = false, without = [] }: NonNullable<Parameters<Engine["search"]>[1]> = {},
): Promise<SearchAnswer> {
  const found = await house.people.search(text, { limit, early, without, year: yearOf(house) });
  if (found.kind === "refused") {
    const question = found.reason.code === "place-only" ? "place" : "too-little";
    house.audit.note({ did: "search", question, times: 1, found: 0 });
    return { kind: "refused", refusal: found.reason };
  }
  const question = found.telling.some((part) => NAMES.includes(part)) ? "name" : "description";
  house.audit.note({ did: "search", question, times: 1, found: foundOpenly(house, found.hits) });
  const results = found.hits.flatMap((hit): SearchHit[] => {
    const record = house.catalog.get(hit.id as RecordId);
    return record === null
      ? []
      : [{ ...searchHitOf(asOnePerson(house.catalog, record), hit), ...elsewhereIn(house, record) }];
  });
  const { understood, telling, indexed } = found;
  return { kind: "answer", results, understood, telling, coverage: coverageOf(house), indexed };
}
