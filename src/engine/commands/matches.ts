/**
 * Whom of those who are sought the house may have: pairs that nobody has rejected, with what staff decided of them
 * (decide.ts).
 */
import type { Hit } from "#match";
import { isNamedIn, type MatchState, mayLeave, releaseOf, tells } from "#model";
import { type MatchesView, type MatchView, type RecordId, type UnixMillis } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import { matchCoverage } from "../matches/coverage.ts";
import { isOut } from "../matches/answer.ts";
import { type Decision, decisionOn, decisionsIn, type Pair, pairOf } from "../matches/decision.ts";
import { isAgreed, isTakenBack } from "../matches/narrowed.ts";
import { isNotSought, standingOfGuest, voicesOn } from "../matches/release.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { neverTellOf } from "../records/never-tell.ts";
import { asOnePerson } from "../records/one-person.ts";
import { isSealed, traceItem } from "../traces/opening.ts";
import { itemOf, personItemOf } from "./read-records.ts";
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
      const pair = { sought, guest: asOnePerson(house.catalog, guest), hit };
      pairs.set(decisionOn(house.catalog, pair).id, pair);
    }
  }
  for (const [id, pair] of askedPairs(house)) if (!pairs.has(id)) pairs.set(id, { ...pair, hit: null });
  for (const [id, pair] of pairs) if (!mayCompare(house, pair)) pairs.delete(id);
  return { pairs: [...pairs.values()], at };
}

/** Pairs that were decided on, alike or not, by the decision that holds of the person. */
const askedPairs = (house: House): readonly (readonly [RecordId, Pair])[] =>
  decisionsIn(house.catalog).flatMap((record) => {
    const pair = pairOf(house, record);
    if (pair === null) return [];
    const { id, state } = decisionOn(house.catalog, pair);
    return isAsked(state) ? [[id, pair] as const] : [];
  });

/**
 * Nobody is proposed who said no to being compared with who is sought, and nobody is to ask them. What they answered before
 * that is shown: it may have gone out, and has to be taken back.
 */
function mayCompare(house: House, pair: Pair): boolean {
  const { state } = decisionOn(house.catalog, pair);
  const isAnswered = isAsked(state) && state !== "to-ask";
  return isAnswered || !isNotSought(house, pair.guest);
}

const isAsked = (state: MatchState): boolean => state !== "open" && state !== "rejected";

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
  if (isTakenBack(house, { pair, decision }))
    return { sent: false, needs: takesSecond(house, pair, decision) ? "second" : null };
  if (!tells(decision.state)) return { sent: false, needs: null };
  const release = releaseOf(decision.state, standingOfGuest(house, pair.guest));
  // it left when it was said, or waits because it was one of too many
  if (release.kind === "free") {
    const sent = isOut(house, pair, decision);
    return { sent, needs: sent ? null : "second" };
  }
  // what they let be told while they lived has gone out, and nobody is asked for more
  if (release.kind === "refused" && release.why === "died")
    return { sent: isOut(house, pair, decision), needs: null };
  const { asked, second } = await voicesOn(house, decision.id);
  const agreed = isAgreed(house, { pair, decision }) ? second : null;
  const sent = mayLeave(release, { asked, second: agreed });
  return { sent, needs: sent ? null : "second" };
}

const takesSecond = (house: House, { guest }: Pair, { state }: Decision): boolean =>
  ["second", "two"].includes(releaseOf(state, standingOfGuest(house, guest)).kind);

/** Of another house's card it is not known who seeks. */
function guardedFrom({ catalog }: House, { sought, guest }: Pair): MatchView["neverTell"] {
  const path = (field: string): string | null =>
    sought.kind === "report" ? lineIn(sought.fields, ["seeker", field]) : null;
  const seeker = { name: path("name"), relation: path("relation") };
  return neverTellOf(catalog, guest.id).map(({ name, relation }) => ({
    ...{ name, relation },
    isSeeker: isNamedIn(seeker, { name, relation }),
  }));
}

const guestItemOf = (house: House, guest: CatalogRecord): MatchView["guest"] =>
  guest.kind === "trace" ? traceItem(house, guest) : personItemOf(house, guest);

async function viewOf(house: House, { hit, ...pair }: Compared): Promise<MatchView> {
  const decision = decisionOn(house.catalog, pair);
  const { id, isBack, state, message = null, proof = null } = decision;
  return {
    id,
    ...{ sought: itemOf(pair.sought), guest: guestItemOf(house, pair.guest) },
    ...{ score: hit?.score ?? 0, proposed: hit?.proposed ?? false },
    // reasons hold names
    reasons: hit === null || isSealed(house, pair.guest) ? [] : hit.reasons,
    ...{ isBack, state, message, proof, question: questionOf(pair.sought) },
    neverTell: guardedFrom(house, pair),
    takenBack: isTakenBack(house, { pair, decision }),
    ...(await toldOf(house, { pair, decision })),
  };
}

const concerns = ({ catalog }: House, pair: Pair, of: RecordId): boolean => {
  const { card } = decisionOn(catalog, pair);
  return [pair.sought.id, card, ...catalog.personOf(pair.guest.id).members].includes(of);
};

/** Throws `not-allowed` for who receives guests and may not decide on pairs. */
export async function matches(house: House, of: RecordId | null): Promise<MatchesView> {
  if (memberOf(house).site.kind === "shelter") checkMayWrite(house, "match");
  const { pairs, at } = await comparedPairs(house);
  const wanted = pairs.filter((pair) => of === null || concerns(house, pair, of));
  const shown: MatchView[] = [];
  for (const pair of wanted) shown.push(await viewOf(house, pair));
  shown.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return { pairs: shown, coverage: matchCoverage(house, { at, of }) };
}

/** From now on until the lock, without being asked. */
export const keepComparing = (house: House): void => {
  house.steady.start();
};
