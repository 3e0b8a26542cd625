/** The longest name of a place, a department or a country that a text begins with. */
import type { Word } from "../words/words.ts";
import type { AreaNames } from "./area-names.ts";
import { DEPARTMENTS } from "./departments.ts";
import type { WrittenPlace } from "./location.ts";
import { likeliest, type Named, type NameIndex } from "./name-index.ts";
import { foldedWords, isLittle, keyOf, soundKeyOf, townWords } from "./town-words.ts";

export interface Beginning {
  /** In words of the text. */
  readonly length: number;
  readonly written: WrittenPlace;
  /** Who may be meant: inhabitants of all places of the name, fewer where it is only a part of theirs. */
  readonly population: number;
}

export interface PlaceNames {
  readonly names: NameIndex;
  readonly areas: AreaNames;
  readonly populationOf: (department: number) => number;
  readonly populationOfCountry: (country: string) => number;
}

const LONGEST_NAME = 7;
/** Names by sound only are believed from this length on: "Cruz" and "Rosa" sound like many words. */
const SHORTEST_BY_SOUND = 7;
/** People leave out the article of a town's name, but "cruz" is rather somebody's name than the town La Cruz. */
const OTHER_ARTICLE = 0.2;
/** A name of a town and of a department is the town's, unless many more live in the department. */
const DEPARTMENT_SHARE = 10;

const ARTICLES = new Set(["la", "el", "los", "las", "le", "les"]);

const totalOf = (named: readonly Named[]): number =>
  Math.round(likeliest(named).reduce((sum, { weight }) => sum + weight, 0));

/** A name neither begins nor ends with a little word, but for an article before it. */
const mayBeName = (words: readonly string[]): boolean => {
  const [first = "", second] = words;
  if (isLittle(words.at(-1) ?? "")) return false;
  return !isLittle(first) || (ARTICLES.has(first) && second !== undefined);
};

function townPopulation(names: NameIndex, words: readonly Word[]): number {
  const first = words[0]?.folded ?? "";
  const article = isLittle(first) ? first : "";
  const exact = names.byKey(keyOf(foldedWords(words)));
  const weighed = exact.map((one) =>
    one.article === article ? one : { ...one, weight: one.weight * OTHER_ARTICLE },
  );
  if (exact.length > 0) return totalOf(weighed);
  const sound = soundKeyOf(words);
  return sound.length < SHORTEST_BY_SOUND ? 0 : totalOf(names.bySound(sound));
}

function readArea(
  { areas, populationOf, populationOfCountry }: PlaceNames,
  words: readonly Word[],
): Omit<Beginning, "length"> | null {
  const country = areas.country(words);
  if (country !== null) return { written: { country }, population: populationOfCountry(country) };
  const departments = areas.departments(words, null);
  if (departments.length === 0) return null;
  const population = departments.reduce((sum, id) => sum + populationOf(id), 0);
  const state = foldedWords(words).join(" ");
  const [only = 0, ...others] = departments;
  const written = others.length > 0 ? { state } : { state, country: DEPARTMENTS[only]?.country ?? "" };
  return { written, population };
}

function readName(
  place: PlaceNames,
  words: readonly Word[],
  phrase: string,
): Omit<Beginning, "length"> | null {
  const people = townPopulation(place.names, words);
  const area = readArea(place, words);
  if (area === null) return people === 0 ? null : { written: { town: phrase }, population: people };
  const share = area.written.state === undefined ? 1 : DEPARTMENT_SHARE;
  if (people === 0 || area.population > people * share) return area;
  return { written: { town: phrase }, population: Math.max(people, area.population) };
}

/** `words` are folded, as those of a text in free order. */
export function beginsWith(place: PlaceNames, words: readonly string[]): Beginning | null {
  const first = words.slice(0, LONGEST_NAME);
  const heard = first.map((word) => townWords(word));
  for (let length = first.length; length > 0; length -= 1) {
    const beginning = first.slice(0, length);
    if (!mayBeName(beginning)) continue;
    const read = readName(place, heard.slice(0, length).flat(), beginning.join(" "));
    if (read !== null) return { length, ...read };
  }
  return null;
}
