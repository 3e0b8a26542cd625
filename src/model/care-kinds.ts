/** The kinds of what guests need, were given and are to be told (`kinds.ts` lists all kinds). */
import { attentionSchema, needSchema } from "./care.ts";
import { lineAt, SHELTER_STAFF, wordsOf } from "./kind-facts.ts";
import { neverTellSchema } from "./never-tell.ts";
import { waitingMessageSchema, waitingTextSchema } from "./waiting-message.ts";

export const careKinds = {
  "waiting-message": {
    schema: waitingMessageSchema,
    space: "desk",
    writers: { ...SHELTER_STAFF, volunteer: "write" },
    isPerson: false,
    title: () => null,
    searchText: () => "",
  },
  "waiting-text": {
    schema: waitingTextSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, volunteer: "drop" },
    isStatement: true,
    isPerson: false,
    title: lineAt("text"),
    searchText: () => "",
  },
  "never-tell": {
    schema: neverTellSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, volunteer: "drop" },
    isPerson: false,
    title: lineAt("name"),
    searchText: () => "",
  },
  need: {
    schema: needSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, volunteer: "drop" },
    isPerson: false,
    title: lineAt("what"),
    searchText: wordsOf("note"),
  },
  attention: {
    schema: attentionSchema,
    space: "site",
    writers: { ...SHELTER_STAFF, volunteer: "drop" },
    isPerson: false,
    title: lineAt("what"),
    searchText: wordsOf("note"),
  },
} as const;
