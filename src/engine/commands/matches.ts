/**
 * Whom of those who are sought the house may have: pairs that nobody has rejected, and what staff say of them. A
 * decision stays in the house; nothing of this leaves it.
 */
import type { Hit } from "#match";
import { EngineError, type MatchesView, type MatchView, type RecordId, type UnixMillis } from "../api.ts";
import { type House, memberOf } from "../house.ts";
import { matchCoverage } from "../matches/coverage.ts";
import { type Decision, decisionOn, type Pair } from "../matches/decision.ts";
import { itemOf } from "./read-records.ts";
import { checkMayWrite, putRecord } from "./write-records.ts";

/** A pair that is not rejected, as it was compared last. */
interface Compared extends Pair {
  readonly hit: Hit;
}

async function comparedPairs(
  house: House,
): Promise<{ readonly pairs: readonly Compared[]; readonly at: UnixMillis }> {
  const { guests, at } = await house.comparer.compare();
  const pairs: Compared[] = [];
  for (const [id, hits] of guests) {
    const sought = house.catalog.get(id);
    for (const hit of hits) {
      const guest = house.catalog.get(hit.id as RecordId);
      if (sought !== null && guest !== null) pairs.push({ sought, guest, hit });
    }
  }
  return { pairs, at };
}

function viewOf({ catalog }: House, { hit, ...pair }: Compared): MatchView {
  const { id, state } = decisionOn(catalog, pair);
  const { score, proposed, reasons } = hit;
  const people = { sought: itemOf(pair.sought), guest: itemOf(pair.guest) };
  return { id, ...people, score, proposed, reasons, isBack: state === "back" };
}

const concerns = (pair: Pair, decision: Decision, of: RecordId): boolean =>
  [pair.sought.id, decision.card, decision.guest].includes(of);

/** Throws `not-allowed` for who receives guests and may not decide on pairs. */
export async function matches(house: House, of: RecordId | null): Promise<MatchesView> {
  if (memberOf(house).site.kind === "shelter") checkMayWrite(house, "match");
  const { pairs, at } = await comparedPairs(house);
  const shown = pairs
    .filter((pair) => of === null || concerns(pair, decisionOn(house.catalog, pair), of))
    .map((pair) => viewOf(house, pair))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { pairs: shown, coverage: matchCoverage(house, { at, of }) };
}

/** Throws `not-allowed`, `no-such-record` for a pair that is not shown, `fields`. */
export async function rejectMatch(
  house: House,
  { pair: id, reason }: { readonly pair: RecordId; readonly reason?: string },
): Promise<{ readonly pair: RecordId }> {
  checkMayWrite(house, "match");
  const { pairs } = await comparedPairs(house);
  const decision = pairs.map((pair) => decisionOn(house.catalog, pair)).find((one) => one.id === id);
  if (decision === undefined) throw new EngineError({ code: "no-such-record" });
  const { card, guest, facts } = decision;
  const why = reason === undefined || reason.trim() === "" ? {} : { reason };
  const input = { card, guest, facts, state: "rejected", ...why };
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

/** From now on until the lock, without being asked. */
export const keepComparing = (house: House): void => {
  house.steady.start();
};
