/** Sharing agreements in the engine in memory: an overview that a test sets, and what was asked. */
import { NO_RULES, SHARED } from "#model";
import type { SiteId } from "#sync";
import type {
  AgreementWish,
  SharingCommands,
  SharingOverview,
  SharingView,
} from "../../src/engine/api/sharing.ts";

const OPEN = { referral: null, answer: null, message: null, news: null };

const HOUSES: readonly SharingView[] = [
  {
    ...{ site: "aebagbafaydqqcikbmga2dqpca" as SiteId, siteName: "Casa Oaxaca", kind: "shelter" },
    country: { codes: ["MX"], saidBy: "that-house" },
    ...{ allows: ["referral", "message"], until: "2027-03-21" },
    closed: { ...OPEN, answer: "not-this", news: "not-this" },
  },
  {
    ...{ site: "cebagbafaydqqcikbmga2dqpca" as SiteId, siteName: "Comité de Yoro", kind: "advocates" },
    ...{ country: null, allows: null, until: null, closed: OPEN },
  },
];

export interface FakeSharing extends SharingCommands {
  readonly agreed: { overview: SharingOverview; readonly asked: (AgreementWish | object)[] };
}

export function fakeSharing(): FakeSharing {
  const agreed: FakeSharing["agreed"] = {
    overview: { rules: NO_RULES, houses: HOUSES, cardsReach: { countries: ["MX"], unknown: 1 } },
    asked: [],
  };
  const change = (overview: Partial<SharingOverview>): SharingOverview =>
    (agreed.overview = { ...agreed.overview, ...overview });
  return {
    agreed,
    sharing: async () => agreed.overview,
    async agreeSharing(site, wish) {
      agreed.asked.push(wish);
      const before = agreed.overview.houses.find((one) => one.site === site)!;
      const { allows = before.allows, until = before.until, country } = wish;
      const closed = SHARED.map((what) => [
        what,
        allows === null || allows.includes(what) ? null : "not-this",
      ]);
      const after: SharingView = {
        ...{ ...before, allows, until },
        country: typeof country !== "string" ? before.country : { codes: [country], saidBy: "own-house" },
        closed: Object.fromEntries(closed) as SharingView["closed"],
      };
      change({ houses: agreed.overview.houses.map((one) => (one.site === site ? after : one)) });
      return after;
    },
    async setSharingRules(wish) {
      agreed.asked.push(wish);
      return change({ rules: { ...agreed.overview.rules, ...wish } });
    },
  };
}
