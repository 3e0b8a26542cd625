/**
 * A line of text read once, for whoever is asked with it: by the names, marks and places of the people of all of them,
 * so that a word is not a surname for one list and a town for the other.
 */
import type { SearchablePerson, SearchAnswer, TextSearchOptions } from "../person-index.ts";
import { tellingParts, withoutParts } from "./parts.ts";
import type { Known, KnownPlace } from "./places.ts";
import { readQuery } from "./query.ts";

type Answered = Extract<SearchAnswer, { kind: "hits" }>;
type Refused = Extract<SearchAnswer, { kind: "refused" }>;

/** What a line was read as, and what an index is asked with. */
export interface Line extends Pick<Answered, "understood" | "telling"> {
  readonly kind: "line";
  readonly asked: SearchablePerson;
}

/** Places of people come before those that only the gazetteer has; then the longest. */
const placeFirst = (one: KnownPlace, other: KnownPlace): number =>
  Number(one.population !== undefined) - Number(other.population !== undefined) || other.length - one.length;

const firstOf = <T>(found: readonly (T | null)[]): T | null => found.find((one) => one !== null) ?? null;

/** What one of them knows. */
const togetherKnown = (all: readonly Known[]): Known => ({
  isName: (word) => all.some((known) => known.isName(word)),
  soundsLikeName: (word) => all.some((known) => known.soundsLikeName(word)),
  isMark: (word) => all.some((known) => known.isMark(word)),
  countryOf: (phrase) => firstOf(all.map((known) => known.countryOf(phrase))),
  placeAt: (words) =>
    all
      .map((known) => known.placeAt(words))
      .filter((place) => place !== null)
      .sort(placeFirst)[0] ?? null,
});

/** Reads a text of any length, or says why it asks for nobody. */
export function readLine(
  text: string,
  known: readonly Known[],
  { year = 0, without = [] }: Pick<TextSearchOptions, "year" | "without"> = {},
): Refused | Line {
  const understood = readQuery(text, togetherKnown(known), year);
  if (typeof understood === "string") return { kind: "refused", reason: { code: understood } };
  const [telling, asked] = [tellingParts(understood), withoutParts(understood, without)];
  return { kind: "line", understood, telling, asked };
}
