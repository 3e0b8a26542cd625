/**
 * Google Person Finder's search (475f4c0), written again from reading it: every word of the query must begin a word
 * of the record; then a ladder of ranks by how the whole names agree. It forgives no slip.
 */
import { best, kindOf } from "../engine.ts";
import { foldedWords } from "../fold.ts";
import type { Person } from "../person.ts";

interface Known {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly words: readonly string[];
}

const FETCHED = 400;
const MOST_BY_WORDS = 5;

const knownOf = (person: Person): Known => {
  const [given, family] = [person.givenNames, person.surnames].map((names) => foldedWords(names.join(" ")));
  return {
    id: person.id,
    given: given!.join(" "),
    family: family!.join(" "),
    words: [...given!, ...family!],
  };
};

/** The ladder, from ten down. */
export function rankOf(asked: readonly string[], { given, family, words }: Omit<Known, "id">): number {
  const text = asked.join(" ");
  if (text === `${given} ${family}`) return 10;
  if (text === `${family} ${given}`) return 9;
  const [one, other] = [new Set(asked), new Set(words)];
  const shared = [...one].filter((word) => other.has(word)).length;
  if (one.size === other.size && shared === one.size) return 8;
  if (text === given || text === family) return 7;
  if (shared === one.size) return 6;
  return Math.min(MOST_BY_WORDS, 1 + shared);
}

export const personFinder = kindOf("person-finder", () => {
  const people: Known[] = [];
  const prefixes = new Map<string, number[]>();
  return {
    name: "person-finder",
    build(all) {
      for (const person of all) {
        const known = knownOf(person);
        const at = people.push(known) - 1;
        const beginnings = known.words.flatMap((word) =>
          Array.from({ length: word.length }, (_, last) => word.slice(0, last + 1)),
        );
        for (const prefix of new Set(beginnings))
          if (prefixes.get(prefix)?.push(at) === undefined) prefixes.set(prefix, [at]);
      }
    },
    search({ name }) {
      const asked = foldedWords(name);
      const lists = asked.map((word) => prefixes.get(word) ?? []).sort((a, b) => a.length - b.length);
      const [shortest = [], ...others] = lists;
      const sets = others.map((list) => new Set(list));
      const found = shortest.filter((at) => sets.every((set) => set.has(at))).slice(0, FETCHED);
      return best(found.map((at) => ({ id: people[at]!.id, score: rankOf(asked, people[at]!) })));
    },
  };
});
