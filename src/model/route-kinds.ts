/** The kinds of what shelters tell one another of the route: services, houses' words about them, boards, notices. */
import { boardSchema } from "./board.ts";
import { lineAt, SHELTER_STAFF, wordsOf } from "./kind-facts.ts";
import { noticeSchema } from "./route-notice.ts";
import { serviceSchema, serviceWordSchema } from "./service.ts";

export const routeKinds = {
  service: {
    schema: serviceSchema,
    space: "network",
    writers: SHELTER_STAFF,
    isPerson: false,
    title: lineAt("name"),
    searchText: wordsOf("name", "place"),
  },
  "service-word": {
    schema: serviceWordSchema,
    space: "network",
    writers: SHELTER_STAFF,
    isPerson: false,
    ownCommands: true,
    title: lineAt("name"),
    searchText: () => "",
  },
  board: {
    schema: boardSchema,
    space: "network",
    writers: SHELTER_STAFF,
    isPerson: false,
    ownCommands: true,
    title: lineAt("place"),
    searchText: () => "",
  },
  notice: {
    schema: noticeSchema,
    space: "network",
    writers: SHELTER_STAFF,
    isPerson: false,
    title: lineAt("text"),
    searchText: wordsOf("text", "place"),
  },
} as const;
