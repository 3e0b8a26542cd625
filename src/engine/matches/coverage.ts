/**
 * Which shelters say that they hold a report and have compared it, and when: all that a seeker may see. It is what
 * their registers say (docs/protocol.md, "Receipts"), the same whatever was found.
 */
import { NETWORK, reaches, type ReceiptPosition, type SiteId } from "#sync";
import type { MatchesView, RecordId, UnixMillis } from "../api/index.ts";
import { holdersOf } from "../commands/saved.ts";
import { coverageOf } from "../commands/search-records.ts";
import { type House, memberOf } from "../house/house.ts";
import { cardIdOf } from "../records/claim.ts";
import { placesAtHome } from "../records/catalog.ts";
import { HOUR_MS } from "./say-compared.ts";

/** Clocks differ; a word that comes from further ahead than this names no time that anybody could use. */
const MOST_AHEAD_MS = 24 * HOUR_MS;

/** The card that is asked about: where it stands in `network`, and who says that they hold that. */
interface AskedCard {
  readonly entries: readonly ReceiptPosition[];
  readonly holders: ReadonlySet<SiteId>;
}

/** Null where no card is asked about: all that a shelter has is meant. */
function cardAsked(house: House, of: RecordId | null): AskedCard | null {
  const record = of === null ? null : house.catalog.get(of);
  if (record === null || (record.kind !== "report" && record.kind !== "card")) return null;
  const card = record.kind === "card" ? record : house.catalog.get(cardIdOf(record));
  if (card === null) return { entries: [], holders: new Set() };
  return { entries: placesAtHome(card), holders: holdersOf(house, card) };
}

/** When each shelter says that it compared: what was asked about, or everything that it has. */
function saidCompared(house: House, card: AskedCard | null): ReadonlyMap<SiteId, UnixMillis> {
  const latest = house.deps.clock.now() + MOST_AHEAD_MS;
  const said = house.receipts
    .of(NETWORK, "compared")
    .filter(({ positions }) => card === null || (card.entries.length > 0 && reaches(positions, card.entries)))
    .map(({ site, at }) => [site, at * HOUR_MS] as const);
  return new Map(said.filter(([, at]) => at <= latest));
}

/** Every shelter of the mesh, the own house first, which has compared just now; `of`: a report or a card. */
export function matchCoverage(
  house: House,
  { at, of }: { readonly at: UnixMillis; readonly of: RecordId | null },
): MatchesView["coverage"] {
  const card = cardAsked(house, of);
  const said = saidCompared(house, card);
  const { site: own } = memberOf(house);
  const shelters = [...(own.kind === "shelter" ? [own] : []), ...coverageOf(house)];
  return shelters.map(({ site, name }) => {
    const comparedAt = site === own.site ? at : (said.get(site) ?? null);
    return { site, name, holds: card === null ? null : card.holders.has(site) || said.has(site), comparedAt };
  });
}
