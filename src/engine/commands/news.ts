/**
 * News of somebody who is sought. It stays in the house; what another house may read is whom to call, and of that nothing
 * is written here but by `news/upkeep.ts`. What is told of a death or of a forensic service is in no list and no answer:
 * who notes it is the only one who reads it back, by its record.
 */
import {
  newsState,
  type NewsKind,
  type NewsSource,
  type NotedNews,
  reasonsToCall,
  type SharingClosed,
  standingNews,
} from "#model";
import { everMember, type Site } from "#sync";
import {
  EngineError,
  type NewsCallView,
  type NewsOutcome,
  type NewsView,
  type NewsWish,
  type RecordId,
} from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import { isCallTakenBack, personsWord, wordsAbout } from "../news/news-of.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { whyClosed } from "../sharing/with-house.ts";
import { recordOf } from "./read-records.ts";
import { checkMayWrite, newRecord, writeNew } from "./write-records.ts";

/** What news is about: the report, where it is of the own house, else the card. Throws `no-such-record`. */
function aboutOf(house: House, id: RecordId): RecordId {
  const { kind } = recordOf(house, house.catalog.reportOf(id) ?? id);
  if (kind !== "report" && kind !== "card") throw new EngineError({ code: "no-such-record" });
  return house.catalog.reportOf(id) ?? id;
}

const now = (house: House): string => new Date(house.deps.clock.now()).toISOString();

const notedAt = (house: House, about: RecordId, id: RecordId): NotedNews | undefined =>
  standingNews(wordsAbout(house, about)).find((one) => one.id === id);

/** Throws `not-allowed`, `no-such-record`, `fields`. */
export async function addNews(house: House, { about: of, ...said }: NewsWish): Promise<NewsOutcome> {
  checkMayWrite(house, "news");
  const about = aboutOf(house, of);
  const record = newRecord(house, "news", { ...said, about, at: now(house) });
  await writeNew(house, [record]);
  await house.settle();
  const one = notedAt(house, about, record.id);
  return { id: record.id, state: one === undefined ? "noted" : newsState(wordsAbout(house, about), one) };
}

/** Noted by mistake: it counts for nothing any more. Throws `not-allowed`, `no-such-record`. */
export async function takeBackNews(house: House, id: RecordId): Promise<{ readonly id: RecordId }> {
  checkMayWrite(house, "news");
  const { kind, fields } = recordOf(house, id);
  if (kind !== "news" || fields["takesBack"] !== undefined) throw new EngineError({ code: "no-such-record" });
  await writeNew(house, [
    newRecord(house, "news", { about: fields["about"], takesBack: id, at: now(house) }),
  ]);
  await house.settle();
  return { id };
}

function lineOf({ fields }: CatalogRecord, field: string): string | null {
  const value = fields[field];
  return typeof value === "string" ? value : null;
}

/** What this house agreed may keep another one from being asked to call; of a report of its own there is nobody to ask. */
function closedFor(house: House, about: RecordId, one: NotedNews): SharingClosed | null {
  const card = house.catalog.get(about);
  if (card?.kind !== "card" || card.issuer === null) return null;
  const reasons = reasonsToCall(wordsAbout(house, about), personsWord(house, about));
  return reasons.some(({ id }) => id === one.id) ? whyClosed(house, card.issuer, "news") : null;
}

function viewOf(house: House, about: RecordId, one: NotedNews): NewsView {
  const record = recordOf(house, one.id as RecordId);
  const base = {
    id: record.id,
    state: newsState(wordsAbout(house, about), one),
    whom: lineOf(record, "whom") ?? "",
    mine: one.voice?.device === house.device,
    closed: closedFor(house, about, one),
  };
  if (one.inPerson) return { ...base, what: "in-person", heardFrom: null, confirmedBy: null, on: null };
  const { heardFrom, confirmedBy, on } = record.fields as {
    readonly heardFrom: NewsSource;
    readonly confirmedBy?: string;
    readonly on?: string;
  };
  return {
    ...base,
    what: one.what as Exclude<NewsKind, "death" | "forensic">,
    heardFrom,
    confirmedBy: confirmedBy ?? null,
    on: on ?? null,
  };
}

/** What stands of the news about a report or card. */
export function news(house: House, { of }: { readonly of: RecordId }): readonly NewsView[] {
  memberOf(house);
  const about = aboutOf(house, of);
  return standingNews(wordsAbout(house, about)).map((one) => viewOf(house, about, one));
}

/** The shelter that wrote all of a record; null where more than one site did. */
function shelterOf(house: House, { entries }: CatalogRecord): Site | null {
  const membership = house.replica.membership();
  const [site = null, ...more] = new Set(
    entries.map(({ device }) => everMember(membership, device)?.site ?? null),
  );
  const from = site === null || more.length > 0 ? undefined : membership.sites.get(site);
  return from?.kind === "shelter" ? from : null;
}

/** Which other house asks to be called about a report; null for what no one house wrote, or was taken back. */
function callIn(house: House, record: CatalogRecord): NewsCallView | null {
  const report = house.catalog.reportOf(record.fields["card"] as RecordId);
  const from = shelterOf(house, record);
  if (report === null || from === null || isCallTakenBack(record)) return null;
  if (from.site === memberOf(house).site.site) return null;
  const whom = record.conflicts["whom"] === undefined ? lineOf(record, "whom") : null;
  return { report, site: from.site, siteName: from.name, whom };
}

/** Other houses that ask to be called, about all reports of the house or about one. They do not say why. */
export function newsCalls(house: House, { of }: { readonly of?: RecordId } = {}): readonly NewsCallView[] {
  memberOf(house);
  return house.catalog
    .ofKind("news-call")
    .flatMap((record) => callIn(house, record) ?? [])
    .filter(({ report }) => of === undefined || report === of);
}
