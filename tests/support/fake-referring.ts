/** Referrals as commands of the fake engine; referrals and permits know of its directory. */
import type { ReferralCommands } from "../../src/engine/api/index.ts";
import type { FakeConsents } from "./fake-consents.ts";
import type { FakeRoute } from "./fake-directory.ts";
import type { FakeReferrals } from "./fake-referrals.ts";

interface WithDirectory {
  readonly cases: FakeReferrals;
  readonly permits: FakeConsents;
  readonly route: FakeRoute;
}

export function fakeReferrals({ cases, permits, route }: WithDirectory): ReferralCommands {
  cases.services = () => route.services;
  permits.services = () => route.services;
  return {
    companions: (guest) => cases.companions(guest),
    refer: (wish) => cases.refer(wish),
    referStep: (wish) => cases.referStep(wish),
    referral: (id) => cases.referral(id),
    referrals: (...asked) => cases.referrals(...asked),
    follow: (wish) => cases.follow(wish),
    followers: () => cases.followers(),
    findSlip: (code) => cases.findSlip(code),
    slip: (id) => cases.slip(id),
  };
}
