/**
 * The first person index: MiniSearch proposes candidates by sound, beginning and slips of the
 * finger; each is then judged word by word, so that scores are absolute and reasons are known.
 * Knows no nicknames, no gazetteer and no frequency of names yet.
 */
import MiniSearch from "minisearch";
import { type Entry, entryOf, fit } from "./entry.ts";
import type { Hit, PersonIndex, SearchablePerson, SearchAnswer, SearchOptions } from "./person-index.ts";
import { type Query, readQuery, type Vocabulary } from "./query.ts";
import { phraseOf, type Word, wordsOf } from "./words.ts";

/** What the index may ask of the app. */
export interface PersonIndexOptions {
  /** The alpha-2 code of the country that folded words name; null for none. */
  readonly countryOf?: (words: string) => string | null;
}

interface Indexed {
  readonly id: string;
  readonly names: string;
  readonly more: string;
}

const DEFAULT_LIMIT = 20;
const FUZZY = 0.34;
/** Candidates that are judged, for each hit that is asked for. */
const BREADTH = 10;
const LEAST_SCORE = 0.3;

/** Counts how many people have a word or phrase. */
class Counted {
  private readonly counts = new Map<string, number>();

  has(key: string): boolean {
    return this.counts.has(key);
  }

  change(keys: readonly string[], by: 1 | -1): void {
    for (const key of keys) {
      const count = (this.counts.get(key) ?? 0) + by;
      if (count > 0) this.counts.set(key, count);
      else this.counts.delete(key);
    }
  }
}

const sounds = (words: readonly Word[]): string => words.map(({ sound }) => sound).join(" ");

const indexed = ({ id, words }: Entry): Indexed => ({
  id,
  names: sounds([...words.name, ...words["alternate-name"]]),
  more: sounds([...words.place, ...words.marks, ...words.relative]),
});

const phrases = ({ town = "", state = "" }: SearchablePerson): readonly string[] =>
  [town, state].map((place) => phraseOf(wordsOf(place))).filter((phrase) => phrase !== "");

class MiniSearchIndex implements PersonIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly names = new Counted();
  private readonly places = new Counted();
  private readonly vocabulary: Vocabulary;
  private readonly candidates = new MiniSearch<Indexed>({
    fields: ["names", "more"],
    tokenize: (text) => text.split(" ").filter((word) => word !== ""),
    processTerm: (term) => term,
    searchOptions: { prefix: true, fuzzy: FUZZY, boost: { names: 3 } },
  });

  constructor({ countryOf = () => null }: PersonIndexOptions) {
    this.vocabulary = {
      countryOf,
      isPlace: (phrase) => this.places.has(phrase),
      isName: (word) => this.names.has(word),
    };
  }

  get size(): number {
    return this.entries.size;
  }

  add(id: string, person: SearchablePerson): void {
    this.remove(id);
    const entry = entryOf(id, person);
    this.entries.set(id, entry);
    this.candidates.add(indexed(entry));
    this.count(entry, 1);
  }

  remove(id: string): void {
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    this.entries.delete(id);
    this.candidates.remove(indexed(entry));
    this.count(entry, -1);
  }

  search(text: string, options: SearchOptions = {}): SearchAnswer {
    const query = readQuery(text, this.vocabulary);
    if (typeof query === "string") return { kind: "refused", reason: { code: query } };
    const limit = Math.max(0, options.limit ?? DEFAULT_LIMIT);
    const hits = this.judged(query, limit * BREADTH, options.year ?? null);
    return { kind: "hits", hits: hits.slice(0, limit) };
  }

  private count({ words, person }: Entry, by: 1 | -1): void {
    this.names.change(
      [...words.name, ...words["alternate-name"]].map(({ folded }) => folded),
      by,
    );
    this.places.change(phrases(person), by);
  }

  private judged(query: Query, most: number, year: number | null): readonly Hit[] {
    const terms = new Set(query.words.map(({ word }) => word.sound));
    const found = this.candidates.search([...terms].join(" "));
    const hits: Hit[] = [];
    for (const { id } of found.slice(0, most)) {
      const entry = this.entries.get(String(id));
      const hit = entry === undefined ? null : fit(entry, query, year);
      if (hit !== null && hit.score >= LEAST_SCORE) hits.push(hit);
    }
    // the order of the candidates decides between equals, because sorting is stable
    return hits.sort((a, b) => b.score - a.score);
  }
}

/** An empty index. */
export const createPersonIndex = (options: PersonIndexOptions = {}): PersonIndex =>
  new MiniSearchIndex(options);
