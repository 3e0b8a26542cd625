/**
 * Whom of those who are sought the house may have: pairs that nobody has rejected, with what staff decided of them
 * (decide.ts).
 */
import type { Hit } from "#match";
import { type MatchState, mayLeave, releaseOf, tells } from "#model";
import { type MatchesView, type MatchView, type RecordId, type UnixMillis } from "../api.ts";
import { type House, memberOf } from "../house.ts";
import { matchCoverage } from "../matches/coverage.ts";
import {
  agreedOf,
  type Decision,
  decisionOn,
  decisionsIn,
  isDecision,
  type Pair,
} from "../matches/decision.ts";
import { standingOfGuest, voicesOn } from "../matches/release.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { listOf } from "../records/listed-people.ts";
import { itemOf } from "./read-records.ts";
import { checkMayWrite } from "./write-records.ts";

/** A pair that is not rejected, as it was compared last; of one that was decided on and is not alike any more no hit. */
interface Compared extends Pair {
  readonly hit: Hit | null;
}

async function comparedPairs(
  house: House,
): Promise<{ readonly pairs: readonly Compared[]; readonly at: UnixMillis }> {
  const { guests, at } = await house.comparer.compare();
  const pairs = new Map<RecordId, Compared>();
  for (const [id, hits] of guests) {
    const sought = house.catalog.get(id);
    for (const hit of hits) {
      const guest = house.catalog.get(hit.id as RecordId);
      if (sought === null || guest === null) continue;
      const pair = { sought, guest, hit };
      pairs.set(decisionOn(house.catalog, pair).id, pair);
    }
  }
  for (const record of decisionsIn(house.catalog)) {
    const pair = pairs.has(record.id) ? null : pairOf(house, record);
    if (pair !== null && isAsked(decisionOn(house.catalog, pair).state))
      pairs.set(record.id, { ...pair, hit: null });
  }
  return { pairs: [...pairs.values()], at };
}

const isAsked = (state: MatchState): boolean => state !== "open" && state !== "rejected";

/** The two of a decision, where both are still here. */
export function pairOf({ catalog }: House, record: CatalogRecord): Pair | null {
  if (!isDecision(record)) return null;
  const { fields } = record;
  const card = fields["card"] as RecordId;
  const sought = catalog.get(catalog.reportOf(card) ?? card);
  const guest = catalog.get(fields["guest"] as RecordId);
  return sought === null || guest === null || listOf(catalog, guest) !== "here" ? null : { sought, guest };
}

/** A pair that is proposed or was decided on; null for any other. */
export async function pairById(house: House, id: RecordId): Promise<Pair | null> {
  const record = house.catalog.get(id);
  const decided = record === null ? null : pairOf(house, record);
  if (decided !== null) return decided;
  const { pairs } = await comparedPairs(house);
  return pairs.find((pair) => decisionOn(house.catalog, pair).id === id) ?? null;
}

const lineIn = (fields: object, path: readonly string[]): string | null => {
  let value: unknown = fields;
  for (const key of path)
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : null;
  return typeof value === "string" ? value : null;
};

/** What only the person can answer, as the family asks it. */
const questionOf = ({ kind, fields }: CatalogRecord): string | null =>
  kind === "report" ? lineIn(fields, ["proof", "question"]) : lineIn(fields, ["question"]);

/** Whether what was decided has left the house, or waits for a second person. */
export async function toldOf(
  house: House,
  { pair, decision }: { readonly pair: Pair; readonly decision: Decision },
): Promise<Pick<MatchView, "sent" | "needs">> {
  if (!tells(decision.state)) return { sent: false, needs: null };
  const release = releaseOf(decision.state, standingOfGuest(house, pair.guest));
  if (release.kind === "free") return { sent: true, needs: null };
  const { asked, second } = await voicesOn(house, decision.id);
  const agreed = decision.second === agreedOf(decision) ? second : null;
  const sent = mayLeave(release, { asked, second: agreed });
  return { sent, needs: sent ? null : "second" };
}

async function viewOf(house: House, { hit, ...pair }: Compared): Promise<MatchView> {
  const decision = decisionOn(house.catalog, pair);
  const { id, isBack, state, message = null, proof = null } = decision;
  return {
    id,
    ...{ sought: itemOf(pair.sought), guest: itemOf(pair.guest) },
    ...{ score: hit?.score ?? 0, proposed: hit?.proposed ?? false, reasons: hit?.reasons ?? [] },
    ...{ isBack, state, message, proof, question: questionOf(pair.sought) },
    ...(await toldOf(house, { pair, decision })),
  };
}

const concerns = (pair: Pair, decision: Decision, of: RecordId): boolean =>
  [pair.sought.id, decision.card, decision.guest].includes(of);

/** Throws `not-allowed` for who receives guests and may not decide on pairs. */
export async function matches(house: House, of: RecordId | null): Promise<MatchesView> {
  if (memberOf(house).site.kind === "shelter") checkMayWrite(house, "match");
  const { pairs, at } = await comparedPairs(house);
  const wanted = pairs.filter((pair) => of === null || concerns(pair, decisionOn(house.catalog, pair), of));
  const shown: MatchView[] = [];
  for (const pair of wanted) shown.push(await viewOf(house, pair));
  shown.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { pairs: shown, coverage: matchCoverage(house, { at, of }) };
}

/** From now on until the lock, without being asked. */
export const keepComparing = (house: House): void => {
  house.steady.start();
};
