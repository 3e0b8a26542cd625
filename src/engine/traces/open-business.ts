/** Why somebody who left does not shrink yet: what was begun with them and is not at its end. */
import { capsuleState, hasDied, isOver, isSought, staysOf } from "#model";
import type { RecordId } from "../api/index.ts";
import { cardIn } from "../capsules/issued.ts";
import { readCapsule } from "../capsules/read-capsule.ts";
import type { PlainMap } from "../documents/plain.ts";
import type { House } from "../house/house.ts";
import { decisionsIn, stateIn } from "../matches/decision.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import { caseOf } from "../referrals/referral-case.ts";

/** A referral of this house that goes on. */
const isReferred = (house: House, members: readonly RecordId[]): boolean =>
  members
    .flatMap((guest) => house.catalog.having("referral-guest", "guest", guest))
    .some(({ fields: { referral } }) => {
      const found = caseOf(house, house.catalog.get(referral as RecordId));
      return found !== null && !isOver(found.state);
    });

/** Guests of whom somebody who still seeks heard something, or was refused it: that holds as long as they seek. */
function decidedGuests({ catalog }: House): ReadonlySet<unknown> {
  const decided = decisionsIn(catalog).filter((decision) => {
    const state = stateIn(decision);
    if (state === "open" || state === "rejected") return false;
    const card = decision.fields["card"] as RecordId;
    const sought = catalog.get(catalog.reportOf(card) ?? card);
    return sought !== null && isSought(sought.fields);
  });
  return new Set(decided.map(({ fields }) => fields["guest"]));
}

/** Who has something open, for as long as nothing changes. `guest`: the person, in all of their records. */
export function openBusinessIn(house: House): (guest: CatalogRecord) => boolean {
  const decided = decidedGuests(house);
  return (guest) => {
    const { members, maybe } = house.catalog.personOf(guest.id);
    // whether they are one person with somebody else is not settled
    if (maybe.length > members.length) return true;
    // of who died the house decides itself
    if (hasDied(staysOf(notedStays(house.catalog, guest)))) return true;
    return members.some((id) => decided.has(id)) || isReferred(house, members);
  };
}

const givenIn = ({ fields: { at, expiresAt } }: CatalogRecord): PlainMap => ({
  status: "open",
  ...(typeof at === "string" ? { issuedAt: at } : {}),
  ...(typeof expiresAt === "string" ? { expiresAt } : {}),
});

/** They carry a card that this house gave, and that opens what they chose to have with them. */
export async function carriesCard(house: House, guest: CatalogRecord): Promise<boolean> {
  for (const issued of house.catalog.ofGuest(guest.id, "capsule-guest")) {
    const card = cardIn(house, issued);
    const opened = card === null ? null : await readCapsule(house, card);
    // one that has not come to this device stands as it was given
    const record = opened?.record ?? { fields: givenIn(issued), conflicts: {} };
    const state = capsuleState(record, house.deps.clock.now());
    if (state === "open" || state === "ahead") return true;
  }
  return false;
}
