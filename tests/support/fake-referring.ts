/** Referrals as commands of the fake engine; referrals and permits know of its directory. */
import type { ReferralCommands } from "../../src/engine/api/index.ts";
import type { FakeConsents } from "./fake-consents.ts";
import type { FakeRoute } from "./fake-directory.ts";
import { fakeReferralDrafts } from "./fake-referral-drafts.ts";
import type { FakeReferrals } from "./fake-referrals.ts";

interface WithDirectory {
  readonly cases: FakeReferrals;
  readonly permits: FakeConsents;
  readonly route: FakeRoute;
}

export function fakeReferrals({ cases, permits, route }: WithDirectory): ReferralCommands {
  cases.services = () => route.services;
  permits.services = () => route.services;
  const { now, changed, guests, nameOf } = cases.options;
  const drafts = fakeReferralDrafts({
    ...{ now, changed, guests },
    nameOf: (to) =>
      "site" in to ? nameOf(to.site) : (route.services.find(({ id }) => id === to.service)?.name ?? null),
  });
  return {
    companions: (guest) => cases.companions(guest),
    ...drafts,
    refer: async (wish) => {
      const sent = await cases.refer(wish);
      if (wish.draftOf !== undefined) await drafts.dropReferralDraft(wish.draftOf);
      return sent;
    },
    referStep: (wish) => cases.referStep(wish),
    referral: (id) => cases.referral(id),
    referrals: (...asked) => cases.referrals(...asked),
    follow: (wish) => cases.follow(wish),
    followers: () => cases.followers(),
    findSlip: (code) => cases.findSlip(code),
    slip: (id) => cases.slip(id),
  };
}
