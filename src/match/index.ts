/**
 * The door of matching: finding a person by what somebody remembers of them, and houses whose names look alike.
 * Pure and apart from the rest of the app (design section 7).
 */
export type { How } from "./closeness.ts";
export { type Look, lookOf, looksAlike } from "./look-alike.ts";
export { createPersonIndex } from "./minisearch-index.ts";
export {
  type Hit,
  type PersonIndex,
  type Reason,
  type SearchablePerson,
  type SearchOptions,
  type SearchRefusal,
} from "./person-index.ts";
