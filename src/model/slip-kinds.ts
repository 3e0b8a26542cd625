/**
 * The kinds of a referral to an institution, which a paper slip carries, of one that is not sent yet, and of who follows a
 * case (`kinds.ts` lists all).
 */
import { caseFollowSchema } from "./case-follow.ts";
import { type KindFacts, lineAt, SHELTER_STAFF, wordsOf } from "./kind-facts.ts";
import { referralDraftSchema } from "./referral-draft.ts";
import { serviceReferralSchema, serviceStepSchema } from "./service-referral.ts";

export const slipKinds = {
  "service-referral": {
    schema: serviceReferralSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isStatement: true,
    isPerson: false,
    ownCommands: true,
    title: lineAt("serviceName"),
    searchText: wordsOf("serviceName", "note"),
  },
  "service-step": {
    schema: serviceStepSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isStatement: true,
    isPerson: false,
    ownCommands: true,
    title: lineAt("step"),
    searchText: wordsOf("reason"),
  },
  "referral-draft": {
    schema: referralDraftSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isPerson: false,
    ownCommands: true,
    title: lineAt("need"),
    searchText: wordsOf("note"),
  },
  "case-follow": {
    schema: caseFollowSchema,
    space: "pair",
    writers: { ...SHELTER_STAFF, advocate: "write" },
    isStatement: true,
    idFrom: "salt",
    ownCommands: true,
    isPerson: false,
    title: lineAt("says"),
    searchText: wordsOf(),
  },
} as const satisfies Readonly<Record<string, KindFacts & { readonly schema: unknown }>>;
