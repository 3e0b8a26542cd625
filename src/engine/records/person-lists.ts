/**
 * The people that a house knows of on three lists, an index for each: who is here, who is sought, and who is elsewhere. Nobody is twice on one list,
 * as far as is known, so homonyms of one share what is probable of them; the same person may well be on both. And how
 * rare a name is among those who are here must not be told by the report that asks for it.
 */
import {
  createPersonIndex,
  type Hit,
  type PersonIndex,
  type PersonIndexOptions,
  readLine,
  type SearchablePerson,
  type SearchAnswer,
  type SearchOptions,
  type TextSearchOptions,
} from "#match";

/**
 * `here`: guests, also those who left. `sought`: reports, and the cards of other houses'. `elsewhere`: who agreed to be
 * found, at other shelters.
 */
export type PersonList = "here" | "sought" | "elsewhere";

export interface ListMatchOptions extends SearchOptions {
  readonly list: PersonList;
  /** Whether traces of who left are compared too. */
  readonly withTraces?: boolean;
}

const DEFAULT_LIMIT = 20;

const bestFirst = (one: Hit, other: Hit): number => other.score - one.score || (one.id < other.id ? -1 : 1);

export class PersonLists {
  /** Of those who are here: they take their share of what is probable, and only who compares is told of them. */
  readonly #traces = new Set<string>();
  readonly #indexes: Readonly<Record<PersonList, PersonIndex>>;

  constructor(options: PersonIndexOptions) {
    this.#indexes = {
      here: createPersonIndex(options),
      sought: createPersonIndex(options),
      elsewhere: createPersonIndex(options),
    };
  }

  get size(): number {
    return Object.values(this.#indexes).reduce((sum, index) => sum + index.size, 0);
  }

  /** Adds a person, or replaces what was known under the id. An id stays on its list. */
  add(id: string, person: SearchablePerson, list: PersonList): void {
    this.#indexes[list].add(id, person);
  }

  /** Who left, and shrank to a trace: compared with who is sought, and found by no search. */
  addTrace(id: string, person: SearchablePerson): void {
    this.#traces.add(id);
    this.#indexes.here.add(id, person);
  }

  remove(id: string): void {
    this.#traces.delete(id);
    for (const index of Object.values(this.#indexes)) index.remove(id);
  }

  /** On all lists, with one reading: what is somebody's name on one is a name on the others. */
  search(text: string, options: TextSearchOptions): SearchAnswer {
    const indexes = Object.values(this.#indexes);
    const known = indexes.map((index) => index.known);
    const line = readLine(text, known, options);
    if (line.kind === "refused") return line;
    const { understood, telling, asked } = line;
    const hits = indexes.flatMap((index) =>
      index.match(asked, { ...options, except: this.#traces, mayBegin: true }),
    );
    const limit = options.limit ?? DEFAULT_LIMIT;
    return { kind: "hits", understood, telling, hits: hits.sort(bestFirst).slice(0, limit) };
  }

  match(
    person: SearchablePerson,
    { list, withTraces = false, ...options }: ListMatchOptions,
  ): readonly Hit[] {
    const { except = [] } = options;
    const left = withTraces ? except : [...except, ...this.#traces];
    return this.#indexes[list].match(person, { ...options, except: new Set(left) });
  }
}
