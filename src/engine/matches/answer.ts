/**
 * The answer that a decision on a pair gives to who seeks: whom it goes to, and what it says. Where two devices
 * said different things at once, the narrower reading holds.
 */
import { type Answer, extractAnswer } from "#model";
import type { SiteId } from "#sync";
import type { Put } from "../commands/write-records.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { answerIdOf } from "./answer-id.ts";
import type { Decision, Pair } from "./decision.ts";
import { dayOfLeaving } from "./release.ts";

/** The site that issued the card; null where that is the own house, to which nothing has to be sent. */
function addresseeOf(house: House, { sought }: Pair): SiteId | null {
  const own = memberOf(house).site.site;
  return sought.kind === "report" || sought.issuer === own ? null : sought.issuer;
}

/** What the record of an answer says; null for none, or one that was withdrawn or is contested. */
export function givenIn(record: CatalogRecord | null): Omit<Answer, "to" | "card" | "state"> | null {
  if (record?.kind !== "answer" || record.fields["state"] !== "given") return null;
  if (record.conflicts["state"] !== undefined || record.conflicts["said"] !== undefined) return null;
  const told = Object.entries(record.fields).filter(
    ([field]) => !["to", "card", "state"].includes(field) && record.conflicts[field] === undefined,
  );
  return Object.fromEntries(told);
}

/** Whether an answer is with who seeks; to the own house's report none has to go. */
export const isOut = (
  { catalog }: Pick<House, "catalog">,
  pair: Pair,
  { id }: Pick<Decision, "id">,
): boolean => pair.sought.kind === "report" || givenIn(catalog.get(answerIdOf(id))) !== null;

/** The date on which the guest left, where that is what is told; else the day of asking. */
const dayOf = (house: House, { state, askedAt }: Decision, guest: CatalogRecord): string | undefined =>
  state === "passed" ? (dayOfLeaving(house, guest) ?? askedAt) : askedAt;

/** What a decision says, with where it says it. */
export const saidBy = (
  house: House,
  { to, place }: { readonly to: SiteId; readonly place: string },
  { pair, decision }: { readonly pair: Pair; readonly decision: Decision },
): Answer =>
  extractAnswer(
    { to, card: decision.card },
    {
      ...{ state: decision.state, place, on: dayOf(house, decision, pair.guest) },
      ...{ message: decision.message, proof: decision.proof },
    },
  );

/**
 * What is to be written of the answer so that it says what was decided: nothing where there is none to change. `leaves`:
 * everybody whose word it takes has given it.
 */
export function answerPuts(
  house: House,
  pair: Pair,
  { decision, leaves }: { readonly decision: Decision; readonly leaves: boolean },
): readonly Put[] {
  const to = addresseeOf(house, pair);
  if (to === null) return [];
  const id = answerIdOf(decision.id);
  const told = leaves ? decision : { ...decision, state: "open" as const };
  const input = saidBy(house, { to, place: memberOf(house).site.name }, { pair, decision: told });
  const known = house.catalog.get(id);
  const isToSay = input.state === "given" || (known !== null && known.fields["state"] !== "withdrawn");
  return isToSay ? [{ id, kind: "answer", input }] : [];
}
