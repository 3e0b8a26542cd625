/** What staff have said of a pair, and whether it still holds. */
import type { RecordId } from "../api.ts";
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
  /** `back`: it was rejected, and what is known of the two has changed since. */
  readonly state: "open" | "rejected" | "back";
}

const cardOf = (sought: CatalogRecord): RecordId => (sought.kind === "report" ? cardIdOf(sought) : sought.id);

export function decisionOn(catalog: Catalog, { sought, guest }: Pair): Decision {
  const ids = { card: cardOf(sought), guest: guest.id };
  const id = pairIdOf(ids);
  const facts = pairFacts(sought.fields, guest.fields);
  const said = catalog.get(id)?.fields;
  const rejected = said?.["facts"] === facts ? "rejected" : "back";
  return { ...ids, id, facts, state: said?.["state"] === "rejected" ? rejected : "open" };
}

/** Whoever is sought and of whom one of these records is a decision. */
export const decidedOn = (catalog: Catalog, ids: readonly RecordId[]): readonly RecordId[] =>
  ids.flatMap((id) => {
    const record = catalog.get(id);
    if (record?.kind !== "match" || typeof record.fields["card"] !== "string") return [];
    const card = record.fields["card"] as RecordId;
    return [catalog.reportOf(card) ?? card];
  });
