/**
 * Primero's two ways of finding a person (primeroIMS/primero 4b95bf9), written again from reading them. `primero-name`:
 * its search for names (any Double Metaphone code of any word, by how many words fit, then by word similarity).
 * `primero-trace`: its matching of tracing requests (Solr: any field, boosted, names by word and by Double Metaphone,
 * everything else by word, ages as words; scores as parts of the best one).
 */
import { best, kindOf, LIMIT, type LoadRival } from "../engine.ts";
import { fold, foldedWords } from "../fold.ts";
import { nameOf, type Person, type Query } from "../person.ts";
import { Bm25Field } from "./bm25.ts";
import { trigramsInOrder, wordSimilarity } from "./trigrams.ts";

type Codes = (word: string) => readonly string[];

async function codesBy(load: LoadRival): Promise<Codes> {
  const { doubleMetaphone } = (await load("double-metaphone")) as {
    doubleMetaphone: (word: string) => [string, string];
  };
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const codes = known.get(word) ?? [...new Set(doubleMetaphone(word))].filter((code) => code !== "");
    known.set(word, codes);
    return codes;
  };
}

export const primeroName = kindOf("primero-name", async (load) => {
  const codesOf = await codesBy(load);
  const people: { readonly id: string; readonly trigrams: readonly string[] }[] = [];
  const postings = new Map<string, number[]>();
  return {
    name: "primero-name",
    build(all) {
      for (const person of all) {
        const name = nameOf(person);
        const at = people.push({ id: person.id, trigrams: trigramsInOrder(name) }) - 1;
        for (const code of new Set(foldedWords(name).flatMap(codesOf)))
          if (postings.get(code)?.push(at) === undefined) postings.set(code, [at]);
      }
    },
    search({ name }) {
      const fits = new Map<number, number>();
      for (const code of new Set(foldedWords(name).flatMap(codesOf)))
        for (const at of postings.get(code) ?? []) fits.set(at, (fits.get(at) ?? 0) + 1);
      // similarity is below one, so it only orders those with as many words
      const asked = new Set(trigramsInOrder(name));
      const most = [...fits].sort((a, b) => b[1] - a[1]);
      const least = most[LIMIT - 1]?.[1] ?? 0;
      return best(
        most
          .filter(([, count]) => count >= least)
          .map(([at, count]) => {
            const { id, trigrams } = people[at]!;
            return { id, score: count + wordSimilarity(asked, trigrams) };
          }),
      );
    },
  };
});

interface Field {
  readonly boost: number;
  readonly isName: boolean;
  readonly of: (person: Person) => string;
  readonly asked: (query: Query) => string;
}

const FIELDS: readonly Field[] = [
  { boost: 15, isName: true, of: nameOf, asked: ({ name }) => name },
  { boost: 15, isName: true, of: ({ nicknames }) => nicknames.join(" "), asked: ({ name }) => name },
  { boost: 10, isName: false, of: ({ sex }) => sex ?? "", asked: ({ sex }) => sex ?? "" },
  { boost: 10, isName: false, of: ({ age }) => String(age ?? ""), asked: ({ age }) => String(age ?? "") },
  {
    boost: 10,
    isName: true,
    of: ({ relatives }) => relatives.join(" "),
    asked: ({ relatives }) => relatives.join(" "),
  },
  { boost: 5, isName: false, of: (one) => one.birthDate ?? "", asked: (one) => one.birthDate ?? "" },
  { boost: 3, isName: false, of: ({ country }) => country ?? "", asked: ({ country }) => country ?? "" },
  { boost: 1, isName: false, of: ({ town }) => town ?? "", asked: ({ town }) => town ?? "" },
];
/** Of the best score; what is below is left out. */
const LEAST = 0.1;

export const primeroTrace = kindOf("primero-trace", async (load) => {
  const codesOf = await codesBy(load);
  const ids: string[] = [];
  const fields = FIELDS.map((field) => ({ ...field, index: new Bm25Field() }));
  // names keep their accents there; only the codes do without
  const plainWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const tokens = ({ isName }: Field, text: string) =>
    plainWords(text).flatMap((word) => (isName ? [word, ...codesOf(fold(word))] : [word]));
  return {
    name: "primero-trace",
    build(people) {
      for (const person of people) {
        ids.push(person.id);
        for (const field of fields) field.index.add(tokens(field, field.of(person)));
      }
    },
    search(query) {
      const scores = new Map<number, number>();
      for (const field of fields) field.index.score(tokens(field, field.asked(query)), field.boost, scores);
      const ranked = best([...scores].map(([at, score]) => ({ id: ids[at]!, score })));
      const top = ranked[0]?.score ?? 1;
      return ranked.map(({ id, score }) => ({ id, score: score / top })).filter(({ score }) => score > LEAST);
    },
  };
});
