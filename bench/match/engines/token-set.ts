/**
 * Sets of words, as a small open matcher for missing persons has it: without accents and little words, thirty
 * nicknames, Jaccard's share of common words or the part of the shorter name that the longer one has; ages a year
 * apart count as equal, further apart they cost.
 */
import { best, kindOf } from "../engine.ts";
import { foldedWords } from "../fold.ts";
import { nameOf } from "../person.ts";

const NICKNAMES = new Map(
  (
    "pepe:jose chepe:jose paco:francisco pancho:francisco nacho:ignacio chuy:jesus chucho:jesus memo:guillermo " +
    "beto:alberto lalo:eduardo toño:antonio tono:antonio lupe:guadalupe lupita:guadalupe mari:maria chabela:isabel " +
    "chava:salvador nico:nicolas manolo:manuel quique:enrique fer:fernando rafa:rafael lola:dolores tere:teresa " +
    "vero:veronica paty:patricia gaby:gabriela concha:concepcion chela:graciela neto:ernesto"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);
const LITTLE = new Set(["de", "del", "la", "las", "los", "y"]);

const wordSet = (text: string): ReadonlySet<string> =>
  new Set(
    foldedWords(text)
      .filter((word) => !LITTLE.has(word))
      .map((word) => NICKNAMES.get(word) ?? word),
  );

/** A containing name counts a little less than the same one. */
const CONTAINED = 0.9;
const AGE_SLACK = 1;
const AGE_COST = 0.3;

export function tokenSetScore(
  asked: ReadonlySet<string>,
  found: ReadonlySet<string>,
  shared: number,
): number {
  const jaccard = shared / (asked.size + found.size - shared);
  const contained = shared < 2 ? 0 : (CONTAINED * shared) / Math.min(asked.size, found.size);
  return Math.max(jaccard, contained);
}

export const tokenSet = kindOf("token-set", () => {
  const people: { readonly id: string; readonly words: ReadonlySet<string>; readonly age: number | null }[] =
    [];
  const postings = new Map<string, number[]>();
  return {
    name: "token-set",
    build(all) {
      for (const person of all) {
        const words = wordSet(nameOf(person));
        const at = people.push({ id: person.id, words, age: person.age }) - 1;
        for (const word of words) if (postings.get(word)?.push(at) === undefined) postings.set(word, [at]);
      }
    },
    search({ name, age }) {
      const asked = wordSet(name);
      const shared = new Map<number, number>();
      for (const word of asked)
        for (const at of postings.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
      return best(
        [...shared].map(([at, count]) => {
          const { id, words, age: known } = people[at]!;
          const differs = age !== null && known !== null && Math.abs(age - known) > AGE_SLACK;
          return { id, score: tokenSetScore(asked, words, count) - (differs ? AGE_COST : 0) };
        }),
      );
    },
  };
});
