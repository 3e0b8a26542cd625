/** Who follows a case, as the records of both houses say it. */
import {
  type FollowFacts,
  followedBy,
  type FollowWord,
  possibleFollow,
  type SaidFollow,
  standingFollow,
} from "#model";
import type { FollowView } from "../api/follow.ts";
import { type House, memberOf } from "../house/house.ts";
import { isRecordOf } from "../records/site-record.ts";
import type { ReferralCase } from "./referral-case.ts";

export interface PlacedFollow extends SaidFollow {
  readonly at: string;
}

const receiverOf = (house: House, { side, other }: ReferralCase) =>
  side === "receiver" ? memberOf(house).site.site : other;

/** What either of the two said; what anybody else wrote does not count. */
export function wordsOn(house: House, found: ReferralCase): readonly PlacedFollow[] {
  const receiver = receiverOf(house, found);
  if (receiver === null) return [];
  return house.catalog
    .having("case-follow", "referral", found.record.id)
    .flatMap((record): PlacedFollow[] => {
      const { says, seen, at } = record.fields as {
        readonly says: FollowWord;
        readonly seen?: readonly string[];
        readonly at: string;
      };
      const said = { id: record.id, says, at, seen: seen ?? [] };
      if (isRecordOf(record, found.sender)) return [{ ...said, side: "sender" }];
      return isRecordOf(record, receiver) ? [{ ...said, side: "receiver" }] : [];
    });
}

export const followFacts = (
  found: ReferralCase,
  words: readonly PlacedFollow[],
): FollowFacts & { readonly words: readonly PlacedFollow[] } => ({
  asked: found.record.fields["handOver"] === true,
  words,
  steps: found.steps,
});

/** Null where it was not asked for, and for an institution. */
export function followOf(house: House, found: ReferralCase): FollowView | null {
  const words = wordsOn(house, found);
  const facts = followFacts(found, words);
  const receiver = receiverOf(house, found);
  if (!facts.asked || receiver === null) return null;
  const by = followedBy(facts);
  const site = by === "sender" ? found.sender : receiver;
  const said = standingFollow(words);
  // the earliest: two devices of a house that take it over at once took it over then
  const [since = null] = said.map(({ at }) => at).sort();
  const [answer = null, ...others] = new Set(said.map(({ says }) => says));
  return {
    ...{ by, site },
    siteName: house.replica.membership().sites.get(site)?.name ?? null,
    since: by === "receiver" ? since : null,
    answered: others.length === 0 ? answer : null,
    possible: possibleFollow(facts, found.side),
  };
}
