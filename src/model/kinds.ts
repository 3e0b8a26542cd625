/**
 * The registry of kinds: for each its schema, the space it lives in, who may write it, and how
 * lists and search see it. A kind is added by one file and one line here. Titles and search texts
 * read views, which another version of the app may have written: they take any plain object.
 */
import { answerSchema } from "./answer.ts";
import { arrivalSchema } from "./arrival.ts";
import { callSchema } from "./call.ts";
import { cardSchema } from "./card.ts";
import { consentSchema } from "./consent.ts";
import { departureSchema } from "./departure.ts";
import { guestSchema } from "./guest.ts";
import { matchSchema } from "./match.ts";
import { messageSchema } from "./message.ts";
import { personOfTheHouseSchema } from "./person.ts";
import { displayName } from "./person-fields.ts";
import {
  referralExtractSchema,
  referralGuestSchema,
  referralSchema,
  referralStepSchema,
} from "./referral.ts";
import { reportSchema } from "./report.ts";
import { rollCallSchema } from "./roll-call.ts";
import { protectedGuestSchema, reservedBedSchema } from "./protected.ts";
import { protectedReleaseSchema } from "./protected-release.ts";
import { protectedStepSchema } from "./protected-steps.ts";
import type { Access, RecordSpace, Role, Writers } from "./roles.ts";
import { visitSchema } from "./visit.ts";

/** Fields of a record as a view holds them. */
export type PlainFields = Readonly<Record<string, unknown>>;

/** What the engine and the screens need to know of a kind, apart from its schema. */
export interface KindFacts {
  readonly space: RecordSpace;
  readonly writers: Writers;
  /** True when a record is a statement: what changes is said by another one, never by an edit. */
  readonly isStatement?: true;
  /**
   * The field that makes the id of a record, together with the site whose record it is: what devices of another site
   * write into it does not count. Without one, whoever may write the kind in the space may change the record.
   */
  readonly idFrom?: "salt" | "referral";
  /** True when the record is about a person who can be searched for. */
  readonly isPerson: boolean;
  /** Made and changed by commands of its own, that guard what it lets out; never by `add` and `edit`. */
  readonly ownCommands?: true;
  /** For lists; null when the record has nothing to be called by. Not masked: that is for the screen. */
  readonly title: (fields: PlainFields) => string | null;
  /** The words that a search within the space looks at. */
  readonly searchText: (fields: PlainFields) => string;
}

const SHELTER_STAFF: Writers = { coordinator: "write", staff: "write", protection: "write" };
/** A coordinator may hold the keys of `protected`, as who founded the house; what counts is who held them (protected-release.ts). */
const PROTECTION: Writers = { protection: "write", coordinator: "drop" };
const LONGEST_TITLE = 80;

const lineAt =
  (field: string) =>
  (fields: PlainFields): string | null => {
    const value = fields[field];
    return typeof value === "string" && value !== "" ? value.slice(0, LONGEST_TITLE) : null;
  };

const wordsOf =
  (...names: readonly string[]) =>
  (fields: PlainFields): string =>
    names
      .flatMap((name) => fields[name])
      .filter((value) => typeof value === "string")
      .join(" ");

const PERSON_WORDS = [
  ...["name", "givenNames", "surnames", "alternateNames"],
  ...["country", "state", "town", "marks", "relatives"],
];

const aboutPerson = {
  isPerson: true,
  title: (fields: PlainFields): string | null => displayName(fields) ?? lineAt("marks")(fields),
  searchText: wordsOf(...PERSON_WORDS),
};

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
    writers: SHELTER_STAFF,
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
  "referral-guest": {
    schema: referralGuestSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isStatement: true,
    isPerson: false,
    title: () => null,
    searchText: () => "",
  },
  "protected-guest": {
    schema: protectedGuestSchema,
    space: "protected",
    writers: { protection: "write", coordinator: "drop", staff: "drop", volunteer: "drop" },
    ...aboutPerson,
  },
  "reserved-bed": {
    schema: reservedBedSchema,
    space: "desk",
    writers: { ...SHELTER_STAFF, volunteer: "write" },
    isPerson: false,
    title: ({ number }) => (typeof number === "number" ? String(number) : null),
    searchText: wordsOf(),
  },
  "protected-step": {
    schema: protectedStepSchema,
    space: "protected",
    writers: PROTECTION,
    isStatement: true,
    isPerson: false,
    ownCommands: true,
    title: lineAt("step"),
    searchText: wordsOf("note"),
  },
  "protected-release": {
    schema: protectedReleaseSchema,
    space: "protected",
    writers: PROTECTION,
    isStatement: true,
    isPerson: false,
    ownCommands: true,
    title: lineAt("says"),
    searchText: wordsOf(),
  },
  "protected-match": {
    schema: matchSchema,
    space: "protected",
    writers: PROTECTION,
    isPerson: false,
    ownCommands: true,
    title: lineAt("reason"),
    searchText: wordsOf("reason"),
  },
  "visit-of-authority": {
    schema: visitSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, volunteer: "drop" },
    isPerson: false,
    title: lineAt("institution"),
    searchText: wordsOf("who", "institution", "asked", "handedOver"),
  },
} as const satisfies Readonly<Record<string, KindFacts & { readonly schema: unknown }>>;

export type KindName = keyof typeof kinds;

export const KIND_NAMES = Object.keys(kinds) as readonly KindName[];

/** True for the name of a kind. */
export const isKind = (name: string): name is KindName => Object.hasOwn(kinds, name);

/** What is known of a kind, without its schema's type. */
export const kindFacts = (kind: KindName): KindFacts => kinds[kind];

/** What a role may do with a kind. */
export const accessOf = (role: Role, kind: KindName): Access => kindFacts(kind).writers[role] ?? "none";
