/**
 * Whether what once might be told may not be told any more though the decision stands: somebody was named since who must
 * never be told, or the person took back what they had let be said, or will not be compared with who is sought. Narrow on purpose: a device that lacks a record may
 * take back what still held, which the page says and one word mends; a place that was told to a pursuer nothing mends.
 */
import { releaseOf, tells } from "#model";
import { consentOf, statementsOn } from "../consents/consent-of.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { everNeverTell, neverTellOf } from "../records/never-tell.ts";
import { answerIdOf } from "./answer-id.ts";
import { agreedOf, type Decision, type Pair } from "./decision.ts";
import { standingOfGuest } from "./release.ts";

export interface Decided {
  readonly pair: Pair;
  readonly decision: Decision;
}

/** Whether a second word was given for exactly what is told now, knowing everybody who must never be told. */
export const isAgreed = ({ catalog }: House, { pair, decision }: Decided): boolean =>
  decision.second === agreedOf(decision, everNeverTell(catalog, pair.guest.id));

/** They had said that it may be told that they passed, and said otherwise since. A yes that only waits is no word yet. */
function tookBackPassing(house: House, { guest }: Pair): boolean {
  const topic = { guest: guest.id, purpose: "passed" } as const;
  const isOtherwise = statementsOn(house, topic).some(({ fields }) => fields["said"] !== "yes");
  return isOtherwise && consentOf(house, topic) !== "yes";
}

/** Whether what is told has to be taken back. After a death it stays as it was let be told in life. */
export function isNarrowed(house: House, { pair, decision }: Decided): boolean {
  const standing = standingOfGuest(house, pair.guest);
  if (!tells(decision.state) || standing.hasDied) return false;
  if (standing.isTrace === true) return releaseOf(decision.state, standing).kind === "refused";
  const isGuarded = neverTellOf(house.catalog, pair.guest.id).length > 0;
  const isNews = isGuarded || (decision.state === "passed" && tookBackPassing(house, pair));
  const saidNo =
    decision.state === "passed" && consentOf(house, { guest: pair.guest.id, purpose: "passed" }) === "no";
  return standing.isNotSought || saidNo || (isNews && !isAgreed(house, { pair, decision }));
}

const isOut = ({ fields, conflicts }: CatalogRecord): boolean =>
  fields["state"] === "given" && conflicts["state"] === undefined;

/** A decision that tells something, whose answer to another house was out and is not any more. */
export function isTakenBack({ catalog }: House, { decision }: Decided): boolean {
  const answer = catalog.get(answerIdOf(decision.id));
  return answer !== null && tells(decision.state) && !isOut(answer);
}
