/** Who agreed to be found: of the own guests, and at other shelters. Making and taking back cards is `found/upkeep.ts`. */
import type { FoundState } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import { foundStateOf } from "../found/found-card.ts";
import type { ElsewhereView } from "../api/found.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { itemOf } from "./read-records.ts";
import { yearOf } from "./search-records.ts";
import { checkMayWrite } from "./write-records.ts";

/** `foundState`. */
export function foundStateOfGuest(house: House, id: RecordId): FoundState {
  checkMayWrite(house, "consent");
  const guest = house.catalog.get(id);
  if (guest?.kind !== "guest") throw new EngineError({ code: "no-such-record" });
  return foundStateOf(house, guest);
}

/** Less probable ones are not told, and of one who is sought no more than so many. */
const LEAST = 0.05;
const MOST_FOUND = 5;
/** So many are compared before others have their turn. */
const SLICE = 8;

const siteNameOf = ({ replica }: House, { issuer }: CatalogRecord): string | null =>
  issuer === null ? null : (replica.membership().sites.get(issuer)?.name ?? null);

async function foundFor(house: House, report: CatalogRecord): Promise<readonly ElsewhereView[]> {
  const options = { list: "elsewhere", limit: MOST_FOUND, year: yearOf(house) } as const;
  const hits = await house.people.match(report.fields, options);
  return hits.flatMap(({ id, score, reasons }): ElsewhereView[] => {
    const found = house.catalog.get(id as RecordId);
    if (found === null || score < LEAST) return [];
    const [site, siteName] = [found.issuer, siteNameOf(house, found)];
    return [{ report: itemOf(report), found: itemOf(found), site, siteName, score, reasons }];
  });
}

/** `elsewhere`. */
export async function elsewhere(
  house: House,
  { of }: { readonly of?: RecordId } = {},
): Promise<readonly ElsewhereView[]> {
  memberOf(house);
  if (house.catalog.ofKind("found-card").length === 0) return [];
  const open = house.catalog
    .ofKind("report")
    .filter(({ id, fields }) => fields["status"] === "open" && (of === undefined || of === id));
  const views: ElsewhereView[] = [];
  for (const [at, report] of open.entries()) {
    if (at % SLICE === SLICE - 1) await house.deps.clock.sleep(0);
    views.push(...(await foundFor(house, report)));
  }
  return views.sort((one, other) => other.score - one.score || (one.found.id < other.found.id ? -1 : 1));
}
