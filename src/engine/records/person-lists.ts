/**
 * The people of a house on two lists, an index for each: who is here, and who is sought. Nobody is twice on one list,
 * as far as is known, so homonyms of one share what is probable of them; the same person may well be on both. And how
 * rare a name is among those who are here must not be told by the report that asks for it.
 */
import {
  createPersonIndex,
  type Hit,
  type PersonIndex,
  type PersonIndexOptions,
  type SearchablePerson,
  type SearchAnswer,
  type SearchOptions,
  type TextSearchOptions,
} from "#match";

/** `here`: guests, also those who left. `sought`: reports, and the cards of other houses'. */
export type PersonList = "here" | "sought";

const DEFAULT_LIMIT = 20;

type Found = Extract<SearchAnswer, { kind: "hits" }>;

/** The two may read a text differently: each knows other names. */
const bestFirst = (one: Found, other: Found): number =>
  (other.hits[0]?.score ?? 0) - (one.hits[0]?.score ?? 0);

export class PersonLists {
  readonly #indexes: Readonly<Record<PersonList, PersonIndex>>;

  constructor(options: PersonIndexOptions) {
    this.#indexes = { here: createPersonIndex(options), sought: createPersonIndex(options) };
  }

  get size(): number {
    return this.#indexes.here.size + this.#indexes.sought.size;
  }

  /** Adds a person, or replaces what was known under the id. An id stays on its list. */
  add(id: string, person: SearchablePerson, list: PersonList): void {
    this.#indexes[list].add(id, person);
  }

  remove(id: string): void {
    for (const index of Object.values(this.#indexes)) index.remove(id);
  }

  /** On both lists. What one of them refuses, such as a place that people there are from, the other may know as a name. */
  search(text: string, options: TextSearchOptions): SearchAnswer {
    const answers = Object.values(this.#indexes).map((index) => index.search(text, options));
    const found = answers.filter((answer) => answer.kind === "hits").sort(bestFirst);
    const refusal = answers.find(({ kind }) => kind === "refused");
    const hits = found.flatMap((answer) => answer.hits);
    if (refusal !== undefined && hits.length === 0) return refusal;
    return {
      kind: "hits",
      understood: found[0]?.understood ?? {},
      hits: hits
        .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
        .slice(0, options.limit ?? DEFAULT_LIMIT),
    };
  }

  match(
    person: SearchablePerson,
    { list, ...options }: SearchOptions & { readonly list: PersonList },
  ): readonly Hit[] {
    return this.#indexes[list].match(person, options);
  }
}
