/** The kinds of what stays of who left: a trace, and the numbers of the months (`kinds.ts` lists all kinds). */
import { monthCountSchema } from "./figures/month-count.ts";
import { type KindFacts, lineAt, SHELTER_STAFF } from "./kind-facts.ts";
import { PROTECTION } from "./protection-kinds.ts";
import { traceOpeningSchema } from "./trace-opening.ts";
import { traceRulesSchema } from "./trace-rules.ts";
import { traceSchema } from "./trace.ts";

export const traceKinds = {
  trace: {
    schema: traceSchema,
    space: "protected",
    writers: PROTECTION,
    isStatement: true,
    ownCommands: true,
    // compared alone: nobody lists or searches them, and a name is shown once two people opened it
    listed: [],
    isPerson: true,
    title: () => null,
    searchText: () => "",
  },
  "trace-rules": {
    schema: traceRulesSchema,
    space: "protected",
    writers: PROTECTION,
    ownCommands: true,
    isPerson: false,
    title: () => null,
    searchText: () => "",
  },
  "trace-opening": {
    schema: traceOpeningSchema,
    space: "protected",
    writers: PROTECTION,
    isStatement: true,
    ownCommands: true,
    isPerson: false,
    title: () => null,
    searchText: () => "",
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
