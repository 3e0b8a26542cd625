/** The kinds of what the house tells which other house (`kinds.ts` lists all kinds). */
import type { KindFacts } from "./kind-facts.ts";
import { sharingAgreementSchema, sharingRulesSchema } from "./sharing.ts";

/** Decided by who coordinates; read by all who read `site`. */
const decided = {
  space: "site",
  writers: { coordinator: "write" },
  isPerson: false,
  ownCommands: true,
  title: (): null => null,
  searchText: (): string => "",
} as const satisfies KindFacts;

export const sharingKinds = {
  "sharing-agreement": { schema: sharingAgreementSchema, ...decided },
  "sharing-rules": { schema: sharingRulesSchema, ...decided },
} as const;
