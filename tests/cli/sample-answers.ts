/** What an engine answers, for tests of what the command line makes of it. */
import type { SyncReport } from "../../src/engine/api/index.ts";

export const SYNCED: SyncReport = {
  peer: "/ip4/127.0.0.1/tcp/4011",
  site: null,
  entriesIn: 3,
  entriesOut: 1,
  bytesIn: 2048,
  bytesOut: 512,
  messages: 5,
  ms: 120,
  spaces: 4,
};

export const HIT = {
  id: "r1",
  kind: "card",
  title: "Wilmer Canales",
  score: 0.91,
  reasons: [
    { code: "given-name", how: "similar", asked: "wilmar", found: "Wilmer" },
    { code: "country", country: "HN" },
    { code: "sex-differs" },
  ],
  fields: {},
};
