/**
 * Finding a person in what this device may read, and saying how far that reaches: its own house, and
 * what other shelters share. A card whose report is here too is not shown twice.
 */
import type { Hit } from "#match";
import type { FieldsOf, KindName as Kind } from "#model";
import type { Coverage, RecordId, SearchAnswer, SearchHit } from "../api.ts";
import type { House } from "../house.ts";
import { cardIdOf } from "../records/card-id.ts";
import { titleOf } from "./read-records.ts";

const DEFAULT_LIMIT = 20;

/** The other shelters, and since when nothing was heard of them. */
export function coverageOf(house: House): readonly Coverage[] {
  const { sites, devices } = house.replica.membership();
  const own = devices.get(house.device)?.site;
  return [...sites.values()]
    .filter(({ site, kind }) => kind === "shelter" && site !== own)
    .map(({ site, name }) => ({ site, name, lastHeard: house.heard.of(site) }));
}

/**
 * Each report with its card as one: the card is not shown, and what is probable of it is of the report, because the
 * two share what one record would have.
 */
function withoutCards(house: House, hits: readonly Hit[]): readonly Hit[] {
  const reports = new Map(house.catalog.ofKind("report").map(({ id }) => [cardIdOf(id), id]));
  const ofCards = new Map(hits.map(({ id, score }) => [reports.get(id as RecordId), score]));
  return hits
    .filter(({ id }) => !reports.has(id as RecordId))
    .map((hit) => ({ ...hit, score: Math.min(1, hit.score + (ofCards.get(hit.id as RecordId) ?? 0)) }))
    .toSorted((a, b) => b.score - a.score);
}

export async function searchRecords(
  house: House,
  text: string,
  limit = DEFAULT_LIMIT,
): Promise<SearchAnswer> {
  // Twice as many, because a report and its card count as one.
  const year = new Date(house.deps.clock.now()).getUTCFullYear();
  const found = await house.people.search(text, { limit: limit * 2, year });
  if (found.kind === "refused") return { kind: "refused", refusal: found.reason };
  const results = withoutCards(house, found.hits).flatMap(({ id, score, reasons }): SearchHit[] => {
    const record = house.catalog.get(id as RecordId);
    if (record === null) return [];
    return [
      {
        id: record.id,
        kind: record.kind,
        title: titleOf(record),
        score,
        reasons,
        fields: record.fields as FieldsOf<Kind>,
      },
    ];
  });
  return { kind: "answer", results: results.slice(0, limit), coverage: coverageOf(house) };
}
