/** Why somebody who left does not shrink yet: what was begun with them and is not at its end. */
import { hasDied, isOver, isSought, staysOf } from "#model";
import type { RecordId } from "../api.ts";
import type { House } from "../house.ts";
import { decisionsIn, stateIn } from "../matches/decision.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import { caseOf } from "../referrals/referral-case.ts";

const isOneOf = (members: readonly RecordId[], id: unknown): boolean => members.includes(id as RecordId);

/** A referral of this house that goes on. */
const isReferred = (house: House, members: readonly RecordId[]): boolean =>
  members
    .flatMap((guest) => house.catalog.having("referral-guest", "guest", guest))
    .some(({ fields: { referral } }) => {
      const found = caseOf(house, house.catalog.get(referral as RecordId));
      return found !== null && !isOver(found.state);
    });

/** Somebody who still seeks heard something of them, or was refused it: that holds as long as they seek. */
const isDecided = ({ catalog }: House, members: readonly RecordId[]): boolean =>
  decisionsIn(catalog).some((decision) => {
    if (!isOneOf(members, decision.fields["guest"])) return false;
    const state = stateIn(decision);
    if (state === "open" || state === "rejected") return false;
    const card = decision.fields["card"] as RecordId;
    const sought = catalog.get(catalog.reportOf(card) ?? card);
    return sought !== null && isSought(sought.fields);
  });

/** `guest`: the person, in all of their records. Of who died the house decides itself. */
export function hasOpenBusiness(house: House, guest: CatalogRecord): boolean {
  const { members, maybe } = house.catalog.personOf(guest.id);
  // whether they are one person with somebody else is not settled
  if (maybe.length > members.length) return true;
  if (hasDied(staysOf(notedStays(house.catalog, guest)))) return true;
  return isReferred(house, members) || isDecided(house, members);
}
