/**
 * The door of matching: finding a person by what somebody remembers of them, and houses whose names look alike.
 * Pure and apart from the rest of the app (design section 7).
 */
export { type Gazetteer, loadGazetteer } from "./gazetteer/index.ts";
export { type Look, lookOf, looksAlike } from "./look-alike.ts";
export { createPersonIndex, type PersonIndexOptions } from "./matcher.ts";
export { PROPOSE_FROM } from "./comparison/weights.ts";
export {
  type Hit,
  type PersonIndex,
  type QueryPart,
  type SearchablePerson,
  type SearchAnswer,
  type SearchOptions,
  type SearchRefusal,
  type TextSearchOptions,
} from "./person-index.ts";
export { readLine } from "./query/line.ts";
export type { How } from "./names/readings.ts";
export { type Reason, speaksAgainst, type WordOf } from "./reasons/reason.ts";
