/** The kinds by which a record is kept on past its review (`kinds.ts` lists all kinds). */
import { type KindFacts, SHELTER_STAFF } from "./kind-facts.ts";
import { PROTECTION } from "./protection-kinds.ts";
import { reviewSchema } from "./retention.ts";

const facts = {
  schema: reviewSchema,
  isPerson: false,
  ownCommands: true,
  title: () => null,
  searchText: () => "",
} as const;

export const retentionKinds = {
  review: { ...facts, space: "site", writers: SHELTER_STAFF },
  "protected-review": { ...facts, space: "protected", writers: PROTECTION },
} as const satisfies Readonly<Record<string, KindFacts & { readonly schema: unknown }>>;
