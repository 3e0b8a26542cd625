/** What staff have said of a pair, and whether it still holds. */
import { hash, toText, utf8 } from "#crypto";
import { MATCH_STATES, type MatchState, narrowestOf } from "#model";
import type { RecordId } from "../api.ts";
import type { PlainMap } from "../documents/plain.ts";
import { cardIdOf } from "../records/claim.ts";
import type { Catalog, CatalogRecord } from "../records/catalog.ts";
import { pairFacts } from "./facts.ts";
import { type PairIds, pairIdOf } from "./pair-id.ts";

/** Whoever is sought, by the house's report or another's card, and a guest. */
export interface Pair {
  readonly sought: CatalogRecord;
  readonly guest: CatalogRecord;
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
}

const AGREED_BYTES = 16;

/** A decision about a protected person lives where they do: whoever may not know of them does not see it. */
export type DecisionKind = "match" | "protected-match";

export const decisionKind = ({ guest }: Pair): DecisionKind =>
  guest.kind === "protected-guest" ? "protected-match" : "match";

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

export function decisionOn(catalog: Catalog, { sought, guest }: Pair): Decision {
  const ids = { card: cardOf(sought), guest: guest.id };
  const id = pairIdOf(ids);
  const record = catalog.get(id);
  const facts = pairFacts(sought.fields, guest.fields);
  const said = record === null ? "open" : stateIn(record);
  const isBack = said === "rejected" && record?.fields["facts"] !== facts;
  return {
    ...ids,
    ...{ id, facts, isBack, state: isBack ? "open" : said },
    message: lineIn(record, "message"),
    proof: lineIn(record, "proof"),
    askedAt: lineIn(record, "askedAt"),
    second: lineIn(record, "second"),
  };
}

/** A digest of what is to be told: who gives a second word gives it for this and nothing else. */
export function agreedOf(told: Pick<Decision, "state" | "message" | "proof">): string {
  const { state, message = null, proof = null } = told;
  const bytes = utf8(JSON.stringify([state, message, proof]));
  return toText(hash("vereda/agreed/1", bytes).subarray(0, AGREED_BYTES));
}

/** The fields of a decision's record. */
export const decisionFields = ({ card, guest, facts }: Decision, said: PlainMap): PlainMap => ({
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
