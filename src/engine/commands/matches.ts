/**
 * Whom of those who are sought the house may have: pairs that nobody has rejected, and what staff say of them. A
 * decision stays in the house; nothing of this leaves it.
 */
import type { Hit } from "#match";
import { EngineError, type MatchesView, type MatchView, type RecordId, type UnixMillis } from "../api.ts";
import { type House, memberOf } from "../house.ts";
import { pairFacts } from "../matches/facts.ts";
import { type PairIds, pairIdOf } from "../matches/pair-id.ts";
import { cardIdOf } from "../records/card-id.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { itemOf } from "./read-records.ts";
import { coverageOf } from "./search-records.ts";
import { checkMayWrite, putRecord } from "./write-records.ts";

/** A pair as it was compared last, whatever was decided of it. */
interface Compared extends PairIds {
  readonly id: RecordId;
  readonly sought: CatalogRecord;
  readonly here: CatalogRecord;
  readonly hit: Hit;
}

const cardOf = ({ id, kind }: CatalogRecord): RecordId => (kind === "report" ? cardIdOf(id) : id);

async function comparedPairs(
  house: House,
): Promise<{ readonly pairs: readonly Compared[]; readonly at: UnixMillis }> {
  const { guests, at } = await house.comparer.compare();
  const pairs: Compared[] = [];
  for (const [soughtId, hits] of guests) {
    const sought = house.catalog.get(soughtId);
    for (const hit of hits) {
      const here = house.catalog.get(hit.id as RecordId);
      if (sought === null || here === null) continue;
      const ids = { card: cardOf(sought), guest: here.id };
      pairs.push({ ...ids, id: pairIdOf(ids), sought, here, hit });
    }
  }
  return { pairs, at };
}

const factsOf = ({ sought, here }: Compared): string => pairFacts(sought.fields, here.fields);

/** Null where it was rejected, and nothing has changed since. */
function viewOf(house: House, pair: Compared): MatchView | null {
  const decision = house.catalog.get(pair.id)?.fields;
  const isRejected = decision?.["state"] === "rejected";
  if (isRejected && decision["facts"] === factsOf(pair)) return null;
  const { score, proposed, reasons } = pair.hit;
  return {
    ...{ id: pair.id, score, proposed, reasons },
    sought: itemOf(pair.sought),
    guest: itemOf(pair.here),
    isBack: isRejected,
  };
}

const concerns = ({ sought, card, guest }: Compared, of: RecordId): boolean =>
  [sought.id, card, guest].includes(of);

function matchCoverage(house: House, comparedAt: UnixMillis): MatchesView["coverage"] {
  const { site } = memberOf(house);
  const others = coverageOf(house).map((other) => ({ site: other.site, name: other.name, comparedAt: null }));
  return site.kind === "shelter" ? [{ site: site.site, name: site.name, comparedAt }, ...others] : others;
}

/** Throws `not-allowed` for who receives guests and may not decide on pairs. */
export async function matches(house: House, of: RecordId | null): Promise<MatchesView> {
  if (memberOf(house).site.kind === "shelter") checkMayWrite(house, "match");
  const { pairs, at } = await comparedPairs(house);
  const shown = pairs
    .filter((pair) => of === null || concerns(pair, of))
    .map((pair) => viewOf(house, pair))
    .filter((view) => view !== null)
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { pairs: shown, coverage: matchCoverage(house, at) };
}

/** Throws `not-allowed`, `no-such-record` for a pair that was not proposed, `fields`. */
export async function rejectMatch(
  house: House,
  { pair: id, reason }: { readonly pair: RecordId; readonly reason?: string },
): Promise<{ readonly pair: RecordId }> {
  checkMayWrite(house, "match");
  const pair = (await comparedPairs(house)).pairs.find((one) => one.id === id);
  if (pair === undefined) throw new EngineError({ code: "no-such-record" });
  const { card, guest } = pair;
  const why = reason === undefined || reason.trim() === "" ? {} : { reason };
  const input = { card, guest, state: "rejected", facts: factsOf(pair), ...why };
  await putRecord(house, { id, kind: "match", input });
  return { pair: id };
}

/** Throws `not-allowed`, `no-such-record` where nothing was decided. */
export async function reopenMatch(house: House, id: RecordId): Promise<{ readonly pair: RecordId }> {
  const decision = house.catalog.get(id);
  if (decision?.kind !== "match") throw new EngineError({ code: "no-such-record" });
  await putRecord(house, { id, kind: "match", input: { ...decision.fields, state: "open" } });
  return { pair: id };
}
