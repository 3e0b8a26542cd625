/**
 * Places in running text. Many towns are called as people are, and as what is tattooed on them ("León", "La Cruz"):
 * what is somebody's name, or part of a mark, is no place unless the words before it say so.
 */
import type { WrittenPlace } from "../gazetteer/index.ts";
import { nicknamesOf, variantsOf } from "../nicknames/index.ts";
import type { Part } from "./cues.ts";
import type { QueryWord } from "./words.ts";
import { isParticle } from "../words/words.ts";

/** A place that words begin with. */
export interface KnownPlace {
  readonly length: number;
  readonly written: WrittenPlace;
  /** Inhabitants of all places of the name; undefined where it is the place of somebody in the index. */
  readonly population?: number;
}

/** What the reader of a query knows. */
export interface Known {
  /** A place that these words begin with; null for none. */
  readonly placeAt: (words: readonly string[]) => KnownPlace | null;
  /** True for a word of somebody's name, folded. */
  readonly isName: (word: string) => boolean;
  /** True for a word that sounds like a word of somebody's name. */
  readonly soundsLikeName: (word: string) => boolean;
  /** True for a word of somebody's marks, folded. */
  readonly isMark: (word: string) => boolean;
  /** The country that a phrase names; null for none. */
  readonly countryOf: (phrase: string) => string | null;
}

/** What the words before a place say of it. */
export interface Setting {
  readonly part: Part;
  /** "en", "originario de". */
  readonly isExpected: boolean;
  readonly isAfterOf: boolean;
}

interface Weighing {
  readonly known: Known;
  readonly setting: Setting;
  readonly population?: number;
}

export interface PlaceAt {
  /** In words. */
  readonly length: number;
  readonly place: WrittenPlace;
}

const LONGEST_PHRASE = 6;
/** Shorter words that name a country by its code are as often part of a name ("Ma.", "de"). */
const SHORTEST_COUNTRY = 4;
/** A word behind a mark is rather part of it than a village. */
const LARGE = 10_000;

const TITLES = new Set("san santa santo saint sainte ciudad puerto port villa".split(" "));
/** What is tattooed, and where. */
const MOTIFS = new Set(
  (
    "ceja ceja cara cruz cruces estrella estrellas flor flores leon tigre lobo aguila rosa rosas rosario corazon angel alas " +
    "virgen guadalupe jesus cristo dios luz luna sol oro plata tres corona mano frente boca nombre letras puente"
  ).split(" "),
);

/** As far as the clause goes. */
function phraseAt(words: readonly QueryWord[]): readonly string[] {
  const end = words.findIndex(({ isApart }, at) => at > 0 && isApart);
  return words.slice(0, end < 0 ? LONGEST_PHRASE : Math.min(end, LONGEST_PHRASE)).map(({ folded }) => folded);
}

const weightyOf = (words: readonly QueryWord[]): readonly string[] =>
  words.filter((word) => !isParticle(word)).map(({ folded }) => folded);

/** The lists know most given names. */
const isGivenName = (folded: string): boolean =>
  nicknamesOf(folded).length > 0 || variantsOf(folded).length > 0;

const areNames = (words: readonly string[], { isName }: Known): boolean =>
  words.every((word) => !TITLES.has(word) && (isName(word) || isGivenName(word)));

/** Only the list has it as a town, and it is a name that nobody here bears; or is one, misspelt. */
const soundsLikeName = (word: string, { known, population }: Weighing): boolean =>
  known.soundsLikeName(word) || (population !== undefined && isGivenName(word));

/** "Juan de León", "María de la Cruz", "José María"; but "de Benito Juárez", and "La Paz" without "de". */
function isRatherName(words: readonly QueryWord[], weighing: Weighing): boolean {
  const { known, setting } = weighing;
  const [first = "", ...others] = weightyOf(words);
  const { isAfterOf } = setting;
  if (setting.isExpected) return false;
  if (others.length > 0) return !isAfterOf && areNames([first, ...others], known);
  if (known.isName(first)) return words.length === 1 || isAfterOf;
  return words.length === 1 && !isAfterOf && soundsLikeName(first, weighing);
}

function isRatherMark(words: readonly QueryWord[], { known, setting, population = Infinity }: Weighing) {
  const weighty = weightyOf(words);
  if (setting.part !== "marks") return false;
  if (weighty.length > 1) return weighty.every((word) => known.isMark(word));
  return population < LARGE || weighty.some((word) => known.isMark(word) || MOTIFS.has(word));
}

/** "Israel", "Guadalupe", "Salvador". */
const isNamesake = (word: string, { known, setting }: Weighing): boolean =>
  !setting.isExpected && !setting.isAfterOf && known.isName(word) && isGivenName(word);

function countryAt(words: readonly QueryWord[], weighing: Weighing): PlaceAt | null {
  const phrase = phraseAt(words);
  for (let length = phrase.length; length > 0; length -= 1) {
    const name = phrase.slice(0, length).join(" ");
    const country = name.length < SHORTEST_COUNTRY ? null : weighing.known.countryOf(name);
    if (country === null) continue;
    const isOther = isNamesake(name, weighing) || isRatherMark(words.slice(0, length), weighing);
    return isOther ? null : { length, place: { country } };
  }
  return null;
}

function townAt(words: readonly QueryWord[], known: Known, setting: Setting): PlaceAt | null {
  const found = known.placeAt(phraseAt(words));
  if (found === null) return null;
  const { length, written, population } = found;
  const named = words.slice(0, length);
  const weighing = { known, setting, ...(population === undefined ? {} : { population }) };
  if (isRatherName(named, weighing) || isRatherMark(named, weighing)) return null;
  const town = named.map(({ raw }) => raw).join(" ");
  return { length, place: { ...written, ...(written.town === undefined ? {} : { town }) } };
}

/** The place that these words begin with; null for none. */
export const placeAt = (words: readonly QueryWord[], known: Known, setting: Setting): PlaceAt | null =>
  countryAt(words, { known, setting }) ?? townAt(words, known, setting);
