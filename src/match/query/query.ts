/**
 * What a line of free text asks: "chepe hernandez 20 honduras tatuaje rosa" is a name, an age, a country and a mark;
 * and what a whole report says, pasted as it stands. Which words are places is learned from the gazetteer and the
 * people who are indexed, countries from the caller.
 */
import type { SearchablePerson, SearchRefusal } from "../person-index.ts";
import type { Draft } from "./draft.ts";
import type { Known } from "./places.ts";
import { readWords } from "./reader.ts";
import { type QueryWord, queryWords } from "./words.ts";

export type { Known } from "./places.ts";

function refusalOf(draft: Draft, all: readonly QueryWord[]): SearchRefusal["code"] | null {
  const told = draft.weighty();
  if (told.some((word) => word.length > 1)) return null;
  if (told.length > 0) return "one-letter";
  if (Object.keys(draft.place).length > 0) return "place-only";
  return all.length === 0 ? "empty" : "no-name";
}

/** Reads a text of any length, or says why it asks for nobody. `year` is the current one; 0: not known. */
export function readQuery(text: string, known: Known, year = 0): SearchablePerson | SearchRefusal["code"] {
  const words = queryWords(text);
  const draft = readWords({ words, known, year });
  return refusalOf(draft, words) ?? draft.person();
}
