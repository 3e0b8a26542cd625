/**
 * What a line of free text asks: words that may be names, words that are places, an age. Which
 * words are places is learned from the people who are indexed, and for countries from the caller.
 */
import type { SearchRefusal } from "./person-index.ts";
import { isParticle, phraseOf, type Word, wordsOf } from "./words.ts";

export interface Years {
  readonly from: number;
  readonly to: number;
}

export interface AskedWord {
  readonly word: Word;
  /** The word stands in a place or country that is known, and is nobody's name. */
  readonly isPlace: boolean;
  /** The country that the word is part of; null for none. */
  readonly country: string | null;
}

export interface Query {
  readonly words: readonly AskedWord[];
  readonly age: Years | null;
}

/** What the reader of a query knows. */
export interface Vocabulary {
  /** True for a town or state of somebody, as a phrase of folded words. */
  readonly isPlace: (phrase: string) => boolean;
  /** True for a word of somebody's name, folded. */
  readonly isName: (word: string) => boolean;
  /** The country that a phrase names; null for none. */
  readonly countryOf: (phrase: string) => string | null;
}

const OLDEST = 120;
const LONGEST_PHRASE = 6;
/** Shorter words that name a country by its code are as often part of a name ("Ma.", "de"). */
const SHORTEST_COUNTRY = 4;
const MOST_WORDS = 20;

const isNumber = (word: Word): boolean => /^\d+$/u.test(word.folded);

function ageIn(words: readonly Word[]): Years | null {
  const ages = words.filter(isNumber).map(({ folded }) => Number(folded));
  const years = ages.filter((age) => age > 0 && age <= OLDEST);
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}

interface Place {
  readonly length: number;
  readonly country: string | null;
}

function placeAt(words: readonly Word[], at: number, known: Vocabulary): Place | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const phrase = phraseOf(words.slice(at, at + length));
    const country = phrase.length < SHORTEST_COUNTRY ? null : known.countryOf(phrase);
    if (country !== null || known.isPlace(phrase)) return { length, country };
  }
  return null;
}

function asked(words: readonly Word[], known: Vocabulary): readonly AskedWord[] {
  const found: AskedWord[] = [];
  for (let at = 0; at < words.length;) {
    const place = placeAt(words, at, known);
    const phrase = words.slice(at, at + (place?.length ?? 1));
    const aName = phrase.length === 1 && phrase.some((word) => known.isName(word.folded));
    for (const word of phrase)
      found.push({ word, isPlace: place !== null && !aName, country: place?.country ?? null });
    at += phrase.length;
  }
  return found;
}

/** Reads a query, or says why it asks for nobody. */
export function readQuery(text: string, known: Vocabulary): Query | SearchRefusal["code"] {
  const all = wordsOf(text).slice(0, MOST_WORDS);
  if (all.length === 0) return "empty";
  const words = all.filter((word) => !isNumber(word));
  const told = asked(words, known).filter(({ word }) => !isParticle(word));
  if (told.length === 0) return words.some(({ folded }) => folded.length === 1) ? "one-letter" : "no-name";
  if (told.every(({ word }) => word.folded.length === 1)) return "one-letter";
  if (told.every(({ isPlace }) => isPlace)) return "place-only";
  return { words: told, age: ageIn(all) };
}
