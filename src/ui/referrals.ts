/** The house's referrals, kept true: asked again whenever a record changes. */
import { accessOf } from "#model";
import type { RecordId, ReferralDraftView, ReferralView } from "#engine";
import { type Membership, useApp, useMember } from "./app-context.ts";
import { createLive, type Live } from "./live.ts";
import { f, t } from "./look.ts";
import { now } from "./clock.ts";

/** Whether the one at this computer answers referrals; only shelters send them. */
export const mayAnswer = (member: Membership | null): boolean =>
  member !== null && accessOf(member.role, "referral-step") === "write";

/** All of the house, or those of one guest; nothing for who may not see any. */
export function createReferrals(guest: () => RecordId | null): Live<readonly ReferralView[]> {
  const app = useApp();
  const member = useMember();
  return createLive({
    key: () => (mayAnswer(member()) ? (guest() ?? "") : null),
    ask: () => {
      const about = guest();
      return app.engine.referrals(about === null ? {} : { guest: about });
    },
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
}

/** Those that are prepared and not sent; nothing for who may not see any. */
export function createReferralDrafts(guest: () => RecordId | null): Live<readonly ReferralDraftView[]> {
  const app = useApp();
  const member = useMember();
  const mayPrepare = () => accessOf(member()?.role ?? "hub", "referral-draft") === "write";
  return createLive({
    key: () => (mayPrepare() ? (guest() ?? "") : null),
    ask: () => {
      const about = guest();
      return app.engine.referralDrafts(about === null ? {} : { guest: about });
    },
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
}

/** What is prepared, to whom. */
export const wordDraft = ({ need, to, toName }: ReferralDraftView): string => {
  const whom =
    to === null ? t().referralDrafts.toNobody : t().referrals.to(toName ?? t().referrals.unknownSite);
  return `${t().referrals.needs[need]} · ${whom}`;
};

export const otherName = ({ otherName: name }: ReferralView): string => name ?? t().referrals.unknownSite;

/** From whom or to whom. */
export const wordSide = (view: ReferralView): string =>
  view.side === "sender" ? t().referrals.to(otherName(view)) : t().referrals.from(otherName(view));

/** Until when; empty where nothing is due. */
export function wordDue({ due, late, service }: ReferralView): string {
  if (late === "unsure") return service === null ? t().referrals.unsure : t().slips.unsure;
  if (due === null) return "";
  const moment = f().moment(Date.parse(due), now());
  return late === "yes" ? t().referrals.late(moment) : t().referrals.dueBy(moment);
}

/** How many, about how old, in which languages: what may be said of people before it is accepted. */
export const wordAsked = ({ people, ageGroups, sexes, languages }: ReferralView): string =>
  [
    t().referrals.people(people),
    ...(ageGroups.length === 0 ? [] : [t().referrals.ages(ageGroups.join(", "))]),
    ...sexes.flatMap((sex) =>
      Object.hasOwn(t().fields.sexes, sex) ? [t().fields.sexes[sex as "female"]] : [],
    ),
    ...languages,
  ].join(" · ");

/** Nothing is left to do for the own house. */
export const isOverFor = ({ state, possible }: ReferralView): boolean =>
  possible.length === 0 || state === "closed" || state === "cancelled";
