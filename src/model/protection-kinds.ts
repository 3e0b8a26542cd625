/** The kinds of who is protected, and of what is noted at the door for them (`kinds.ts` lists all kinds). */
import { aboutPerson, type KindFacts, lineAt, SHELTER_STAFF, wordsOf } from "./kind-facts.ts";
import { matchSchema } from "./match.ts";
import { protectedGuestSchema, reservedBedSchema } from "./protected.ts";
import { protectedReleaseSchema } from "./protected-release.ts";
import { protectedStepSchema } from "./protected-steps.ts";
import type { Writers } from "./roles.ts";
import { visitSchema } from "./visit.ts";
import { vitalInterestSchema } from "./vital-interest.ts";

/** A coordinator may hold the keys of `protected`, as who founded the house; what counts is who held them (protected-release.ts). */
export const PROTECTION: Writers = { protection: "write", coordinator: "drop" };

export const protectionKinds = {
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
  "vital-interest": {
    schema: vitalInterestSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isStatement: true,
    isPerson: false,
    ownCommands: true,
    title: () => null,
    searchText: () => "",
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
