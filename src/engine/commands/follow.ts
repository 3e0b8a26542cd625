/** Taking over a case, giving it back, and keeping it; and whose cases other houses follow. */
import { standingOf } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import type { FollowCommands, Follower, FollowView } from "../api/follow.ts";
import { type House, memberOf } from "../house/house.ts";
import { siteRecordId } from "../records/site-record.ts";
import { followOf, wordsOn } from "../referrals/follow.ts";
import { casesOf, caseWithId, guestsOf } from "../referrals/referral-case.ts";
import { checkMayWrite, newId, recordNamed, writeNew } from "./write-records.ts";

function followAt(house: House, id: RecordId): FollowView {
  const view = followOf(house, caseWithId(house, id));
  if (view === null) throw new EngineError({ code: "follow-not-now", allowed: [] });
  return view;
}

/** `follow`. */
export async function follow(
  house: House,
  { id, says }: Parameters<FollowCommands["follow"]>[0],
): Promise<FollowView> {
  checkMayWrite(house, "case-follow");
  const found = caseWithId(house, id);
  const { possible } = followAt(house, id);
  if (!possible.includes(says)) throw new EngineError({ code: "follow-not-now", allowed: possible });
  const salt = newId(house);
  const own = siteRecordId("case-follow", memberOf(house).site.site, salt);
  if (own === null) throw new EngineError({ code: "no-such-kind" });
  const words = wordsOn(house, found);
  const seen = [...standingOf(words, "sender"), ...standingOf(words, "receiver")].map((word) => word.id);
  const at = new Date(house.deps.clock.now()).toISOString();
  const said = { to: found.to, salt, referral: id, says, at, seen };
  await writeNew(house, [recordNamed(own, "case-follow", said)]);
  await house.settle();
  return followAt(house, id);
}

/** Of each guest every house that says to follow, by the referral that says so. */
function saidToFollow(house: House): readonly Follower[] {
  return casesOf(house).flatMap((found) => {
    const view = found.side === "sender" ? followOf(house, found) : null;
    if (view?.by !== "receiver") return [];
    const { site, siteName, since } = view;
    return guestsOf(house, found).flatMap(({ fields }) =>
      house.catalog
        .personOf(fields["guest"] as RecordId)
        .members.map((guest) => ({ guest, referral: found.record.id, site, siteName, since })),
    );
  });
}

/** `followers`. Of two houses that both say to follow one guest, neither is shown: the own house asks. */
export function followers(house: House): readonly Follower[] {
  checkMayWrite(house, "case-follow");
  const byGuest = new Map<RecordId, Follower[]>();
  for (const one of saidToFollow(house)) {
    const known = byGuest.get(one.guest);
    if (known === undefined) byGuest.set(one.guest, [one]);
    else known.push(one);
  }
  return [...byGuest.values()].flatMap((all) =>
    new Set(all.map(({ site }) => site)).size === 1 ? all.slice(0, 1) : [],
  );
}
