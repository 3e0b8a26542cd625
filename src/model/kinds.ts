/**
 * The registry of kinds: for each its schema, the space it lives in, who may write it, and how
 * lists and search see it. A kind is added by one file and one line here. Titles and search texts
 * read views, which another version of the app may have written: they take any plain object.
 */
import { answerSchema } from "./answer.ts";
import { arrivalSchema } from "./arrival.ts";
import { callSchema } from "./call.ts";
import { cardSchema } from "./card.ts";
import { capsuleGuestSchema, capsuleSchema } from "./capsule.ts";
import { consentSchema } from "./consent.ts";
import { departureSchema } from "./departure.ts";
import { erasureSchema } from "./erasure.ts";
import { foundCardSchema } from "./found-card.ts";
import { guestSchema } from "./guest.ts";
import {
  aboutPerson,
  type KindFacts,
  lineAt,
  type PlainFields,
  SHELTER_STAFF,
  wordsOf,
} from "./kind-facts.ts";
import { matchSchema } from "./match.ts";
import { messageSchema } from "./message.ts";
import { newsCallSchema, newsSchema } from "./news.ts";
import { nightMessageSchema } from "./night-message.ts";
import { personOfTheHouseSchema } from "./person.ts";
import { displayName } from "./person-fields.ts";
import {
  referralExtractSchema,
  referralGuestSchema,
  referralSchema,
  referralStepSchema,
} from "./referral.ts";
import { photoSchema } from "./photo.ts";
import { protectionKinds } from "./protection-kinds.ts";
import { reportSchema } from "./report.ts";
import { rollCallSchema } from "./roll-call.ts";
import { careKinds } from "./care-kinds.ts";
import { samePersonSchema } from "./same-person.ts";
import { routeKinds } from "./route-kinds.ts";
import { sharingKinds } from "./sharing-kinds.ts";
import { slipKinds } from "./slip-kinds.ts";
import { retentionKinds } from "./retention-kinds.ts";
import { traceKinds } from "./trace-kinds.ts";
import type { Access, Role } from "./roles.ts";

export type { KindFacts, PlainFields };

/** All kinds that exist, by name. */
export const kinds = {
  report: {
    schema: reportSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, advocate: "write", volunteer: "drop" },
    ...aboutPerson,
  },
  card: {
    schema: cardSchema,
    space: "network",
    writers: { ...SHELTER_STAFF, advocate: "drop", volunteer: "drop" },
    ...aboutPerson,
  },
  guest: {
    schema: guestSchema,
    space: "desk",
    writers: { ...SHELTER_STAFF, volunteer: "write" },
    ...aboutPerson,
  },
  arrival: {
    schema: arrivalSchema,
    space: "desk",
    writers: { ...SHELTER_STAFF, volunteer: "write" },
    isPerson: false,
    title: lineAt("from"),
    searchText: wordsOf("from", "travellingWith"),
  },
  departure: {
    schema: departureSchema,
    space: "desk",
    writers: { ...SHELTER_STAFF, volunteer: "write" },
    isPerson: false,
    title: lineAt("to"),
    searchText: wordsOf("to", "note"),
  },
  call: {
    schema: callSchema,
    space: "desk",
    writers: { ...SHELTER_STAFF, volunteer: "write" },
    isPerson: false,
    title: () => null,
    searchText: wordsOf(),
  },
  "roll-call": {
    schema: rollCallSchema,
    space: "desk",
    writers: { ...SHELTER_STAFF, volunteer: "write" },
    isPerson: false,
    ownCommands: true,
    title: lineAt("date"),
    searchText: wordsOf(),
  },
  person: {
    schema: personOfTheHouseSchema,
    space: "desk",
    writers: { ...SHELTER_STAFF, volunteer: "write", advocate: "write" },
    isPerson: false,
    title: lineAt("name"),
    searchText: wordsOf("name"),
  },
  photo: {
    schema: photoSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, advocate: "write" },
    isPerson: false,
    ownCommands: true,
    heavy: ["jpeg"],
    title: () => null,
    searchText: () => "",
  },
  match: {
    schema: matchSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isPerson: false,
    ownCommands: true,
    title: lineAt("reason"),
    searchText: wordsOf("reason"),
  },
  answer: {
    schema: answerSchema,
    space: "pair",
    writers: SHELTER_STAFF,
    isPerson: false,
    ownCommands: true,
    title: lineAt("message"),
    searchText: wordsOf(),
  },
  consent: {
    schema: consentSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, volunteer: "drop" },
    isStatement: true,
    isPerson: false,
    title: lineAt("purpose"),
    searchText: wordsOf("language", "interpreter"),
  },
  message: {
    schema: messageSchema,
    space: "pair",
    writers: { ...SHELTER_STAFF, advocate: "write" },
    isPerson: false,
    title: lineAt("text"),
    searchText: wordsOf("text"),
  },
  referral: {
    schema: referralSchema,
    space: "pair",
    writers: SHELTER_STAFF,
    isStatement: true,
    idFrom: "salt",
    isPerson: false,
    title: lineAt("need"),
    searchText: wordsOf("note"),
  },
  "referral-step": {
    schema: referralStepSchema,
    space: "pair",
    writers: { ...SHELTER_STAFF, advocate: "write" },
    isStatement: true,
    idFrom: "salt",
    isPerson: false,
    title: lineAt("step"),
    searchText: wordsOf("reason"),
  },
  "referral-extract": {
    schema: referralExtractSchema,
    space: "pair",
    writers: SHELTER_STAFF,
    isStatement: true,
    idFrom: "referral",
    isPerson: false,
    title: () => null,
    searchText: () => "",
  },
  erasure: {
    schema: erasureSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isStatement: true,
    isPerson: false,
    ownCommands: true,
    title: lineAt("reason"),
    searchText: () => "",
  },
  "referral-guest": {
    schema: referralGuestSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isStatement: true,
    isPerson: false,
    title: () => null,
    searchText: () => "",
  },
  ...protectionKinds,
  news: {
    schema: newsSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, advocate: "write" },
    isStatement: true,
    ownCommands: true,
    listed: ["about"],
    isPerson: false,
    title: () => null,
    searchText: () => "",
  },
  "news-call": {
    schema: newsCallSchema,
    space: "pair",
    writers: SHELTER_STAFF,
    idFrom: "card",
    ownCommands: true,
    isPerson: false,
    title: () => null,
    searchText: () => "",
  },
  "night-message": {
    schema: nightMessageSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, advocate: "write", volunteer: "drop" },
    isPerson: false,
    title: lineAt("text"),
    searchText: wordsOf("for", "askedBy", "text"),
  },
  "found-card": {
    schema: foundCardSchema,
    space: "network",
    writers: SHELTER_STAFF,
    ...aboutPerson,
    ownCommands: true,
  },
  capsule: {
    schema: capsuleSchema,
    space: "capsule",
    writers: SHELTER_STAFF,
    isPerson: false,
    ownCommands: true,
    title: displayName,
    searchText: () => "",
  },
  "capsule-guest": {
    schema: capsuleGuestSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isStatement: true,
    isPerson: false,
    ownCommands: true,
    title: () => null,
    searchText: () => "",
  },
  ...careKinds,
  "same-person": {
    schema: samePersonSchema,
    space: "desk",
    writers: SHELTER_STAFF,
    isPerson: false,
    ownCommands: true,
    title: () => null,
    searchText: () => "",
  },
  ...routeKinds,
  ...sharingKinds,
  ...slipKinds,
  ...traceKinds,
  ...retentionKinds,
} as const satisfies Readonly<Record<string, KindFacts & { readonly schema: unknown }>>;

export type KindName = keyof typeof kinds;

export const KIND_NAMES = Object.keys(kinds) as readonly KindName[];

/** True for the name of a kind. */
export const isKind = (name: string): name is KindName => Object.hasOwn(kinds, name);

/** What is known of a kind, without its schema's type. */
export const kindFacts = (kind: KindName): KindFacts => kinds[kind];

/** What a role may do with a kind. */
export const accessOf = (role: Role, kind: KindName): Access => kindFacts(kind).writers[role] ?? "none";
