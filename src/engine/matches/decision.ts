/** What staff have said of a pair, and whether it still holds. */
import { hash, toText, utf8 } from "#crypto";
import { MATCH_STATES, type MatchState, narrowestOf, tells } from "#model";
import type { RecordId } from "../api/index.ts";
import type { PlainMap } from "../documents/plain.ts";
import { cardIdOf } from "../records/claim.ts";
import { type Catalog, type CatalogRecord, isOnRecord } from "../records/catalog.ts";
import { asOnePerson } from "../records/one-person.ts";
import { pairFacts } from "./facts.ts";
import { type PairIds, pairIdOf } from "./pair-id.ts";

/** Whoever is sought, by the house's report or another's card, and a guest: the person, in all of their records. */
export interface Pair {
  readonly sought: CatalogRecord;
  readonly guest: CatalogRecord;
}

/** What was decided in one record of a person. */
interface Noted extends PairIds {
  readonly id: RecordId;
  /** Null: nothing was. */
  readonly record: CatalogRecord | null;
  readonly state: MatchState;
  readonly isBack: boolean;
}

export interface Decision extends PairIds {
  /** Of its record, whether there is one or not. */
  readonly id: RecordId;
  /** What is known of the two now, as a digest. */
  readonly facts: string;
  /** What holds: of what two people set at once, the one that tells least. A rejection holds while the facts do. */
  readonly state: MatchState;
  /** It was rejected, and what is known of the two has changed since. */
  readonly isBack: boolean;
  /** What the person lets be told, and answered to the family's question; undefined also where that is contested. */
  readonly message: string | undefined;
  readonly proof: string | undefined;
  readonly askedAt: string | undefined;
  /** A digest of what a second person said yes to. */
  readonly second: string | undefined;
  /** Of a person with several records: what was decided in others of them, and is still there. */
  readonly others: readonly (PairIds & { readonly id: RecordId })[];
}

const AGREED_BYTES = 16;

/** A decision about a protected person lives where they do: whoever may not know of them does not see it. */
export type DecisionKind = "match" | "protected-match";

export const decisionKind = ({ guest }: Pair): DecisionKind =>
  isKeptApart(guest) ? "protected-match" : "match";

/** Their records are read by who holds the keys of `protected`, and by nobody else. */
const isKeptApart = ({ kind }: CatalogRecord): boolean => kind === "protected-guest" || kind === "trace";

export const isDecision = ({ kind }: CatalogRecord): boolean =>
  kind === "match" || kind === "protected-match";

export const decisionsIn = (catalog: Catalog): readonly CatalogRecord[] => [
  ...catalog.ofKind("match"),
  ...catalog.ofKind("protected-match"),
];

const cardOf = (sought: CatalogRecord): RecordId => (sought.kind === "report" ? cardIdOf(sought) : sought.id);

const isState = (value: unknown): value is MatchState => (MATCH_STATES as readonly unknown[]).includes(value);

export function stateIn({ fields, conflicts }: CatalogRecord): MatchState {
  return narrowestOf([...(conflicts["state"] ?? []), fields["state"]].filter(isState));
}

/** A line of a decision; what two people wrote at once counts for nothing until one of them decides. */
function lineIn(record: CatalogRecord | null, field: string): string | undefined {
  const value = record?.fields[field];
  return typeof value === "string" && record?.conflicts[field] === undefined ? value : undefined;
}

function notedIn(catalog: Catalog, ids: PairIds, facts: string): Noted {
  const id = pairIdOf(ids);
  const record = catalog.get(id);
  const said = record === null ? "open" : stateIn(record);
  const isBack = said === "rejected" && record?.fields["facts"] !== facts;
  return { ...ids, id, record, isBack, state: isBack ? "open" : said };
}

/** Says nothing of the person: what was said in another record of theirs holds. */
const isUnsaid = ({ state }: Noted): boolean => state === "open" || state === "to-ask";

/** What holds of what was decided in several records of one person: what tells least of what was said. */
function holding(all: readonly Noted[]): Noted | undefined {
  const said = all.filter((noted) => !isUnsaid(noted));
  const some = said.length > 0 ? said : all.filter(({ state }) => state === "to-ask");
  const narrowest = narrowestOf(some.map(({ state }) => state));
  return some.find(({ state }) => state === narrowest) ?? all.find(({ record }) => record !== null) ?? all[0];
}

/** A no of who may be the same person: nothing is told before it is settled who they are. */
function saidNoMaybe(catalog: Catalog, { sought, guest }: Pair): boolean {
  const { members, maybe } = catalog.personOf(guest.id);
  const card = cardOf(sought);
  return maybe
    .filter((id) => !members.includes(id))
    .some((id) => notedIn(catalog, { card, guest: id }, "").state === "no");
}

export function decisionOn(catalog: Catalog, pair: Pair): Decision {
  const { sought, guest } = pair;
  const facts = pairFacts(sought.fields, guest.fields);
  const { members } = catalog.personOf(guest.id);
  const all = members.map((id) => notedIn(catalog, { card: cardOf(sought), guest: id }, facts));
  const noted = holding(all) ?? notedIn(catalog, { card: cardOf(sought), guest: guest.id }, facts);
  const { id, card, record, isBack } = noted;
  const state = tells(noted.state) && saidNoMaybe(catalog, pair) ? "no" : noted.state;
  return {
    ...{ id, card, guest: noted.guest, facts, isBack, state },
    message: lineIn(record, "message"),
    proof: lineIn(record, "proof"),
    askedAt: lineIn(record, "askedAt"),
    second: lineIn(record, "second"),
    others: all
      .filter((other) => other.record !== null && other.id !== id)
      .map((other) => ({ id: other.id, card: other.card, guest: other.guest })),
  };
}

/** The two of a decision, where both are still here. */
export function pairOf({ catalog }: { readonly catalog: Catalog }, record: CatalogRecord): Pair | null {
  if (!isDecision(record)) return null;
  const { fields } = record;
  const card = fields["card"] as RecordId;
  const sought = catalog.get(catalog.reportOf(card) ?? card);
  const guest = catalog.get(fields["guest"] as RecordId);
  if (sought === null || guest === null) return null;
  if (isKeptApart(guest)) return { sought, guest };
  return isOnRecord(guest) ? { sought, guest: asOnePerson(catalog, guest) } : null;
}

/**
 * A digest of what is to be told, and of who must never be told: who gives a second word gives it for this and nothing
 * else, and knowing these and nobody more.
 */
export function agreedOf(
  told: Pick<Decision, "state" | "message" | "proof">,
  never: readonly RecordId[],
): string {
  const { state, message = null, proof = null } = told;
  const bytes = utf8(JSON.stringify([state, message, proof, ...never]));
  return toText(hash("vereda/agreed/1", bytes).subarray(0, AGREED_BYTES));
}

/** The fields of a decision's record. */
export const decisionFields = (
  { card, guest, facts }: Pick<Decision, "card" | "guest" | "facts">,
  said: PlainMap,
): PlainMap => ({
  card,
  guest,
  facts,
  ...said,
});

/** Whoever is sought and of whom one of these records is a decision. */
export const decidedOn = (catalog: Catalog, ids: readonly RecordId[]): readonly RecordId[] =>
  ids.flatMap((id) => {
    const record = catalog.get(id);
    if (record === null || !isDecision(record) || typeof record.fields["card"] !== "string") return [];
    const card = record.fields["card"] as RecordId;
    return [catalog.reportOf(card) ?? card];
  });
