/** The kinds of what stays of who left: a trace, and the numbers of the months (`kinds.ts` lists all kinds). */
import { monthCountSchema } from "./figures/month-count.ts";
import { aboutPerson, type KindFacts, lineAt, SHELTER_STAFF } from "./kind-facts.ts";
import { PROTECTION } from "./protection-kinds.ts";
import { traceSchema } from "./trace.ts";

export const traceKinds = {
  trace: {
    schema: traceSchema,
    space: "protected",
    writers: PROTECTION,
    isStatement: true,
    ownCommands: true,
    ...aboutPerson,
  },
  "month-count": {
    schema: monthCountSchema,
    space: "site",
    writers: SHELTER_STAFF,
    isStatement: true,
    isPerson: false,
    ownCommands: true,
    title: lineAt("month"),
    searchText: () => "",
  },
} as const satisfies Readonly<Record<string, KindFacts & { readonly schema: unknown }>>;
