/** Invented people in columns, and questions to them, without places. */
import fc from "fast-check";
import { createGazetteer } from "../../src/match/gazetteer/index.ts";
import { People } from "../../src/match/people.ts";
import type { SearchablePerson } from "../../src/match/person-index.ts";
import { type Question, questionOf } from "../../src/match/question.ts";
import { type Reading, Reader } from "../../src/match/names/readings.ts";
import type { Vocabulary } from "../../src/match/words/vocabulary.ts";
import { wordOf } from "../../src/match/words/words.ts";

const noPlaces = createGazetteer({ source: "", departments: [] });

/** Ids are the positions. */
export function peopleOf(persons: readonly SearchablePerson[]): People {
  const people = new People(noPlaces);
  for (const [at, person] of persons.entries()) people.add(String(at), person);
  return people;
}

export const asked = (people: People, person: SearchablePerson, mayBegin = false): Question =>
  questionOf({ people, reader: new Reader(people.names), gazetteer: noPlaces, mayBegin }, person);

export const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

export const read = (vocabulary: Vocabulary, word: string, mayBegin = false): readonly Reading[] =>
  new Reader(vocabulary).read(wordOf(word), { mayBegin });

/** For properties over words of few letters. */
export const oneLetterOf = (letters: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(letters));
