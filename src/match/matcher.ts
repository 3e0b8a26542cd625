/**
 * The person index: question, candidates, comparison and probability put together. How it works, step by step, is
 * in docs/matching.md.
 */
import { Candidates } from "./candidates.ts";
import { compare, type Compared } from "./comparison/comparison.ts";
import { explain } from "./reasons/explain.ts";
import type { Place } from "./comparison/fact-features.ts";
import { createGazetteer, distanceBetween, type Gazetteer, type Location } from "./gazetteer/index.ts";
import { People, type Slot } from "./people.ts";
import type {
  Hit,
  PersonIndex,
  SearchablePerson,
  SearchAnswer,
  SearchOptions,
  TextSearchOptions,
} from "./person-index.ts";
import { journeyOf } from "./comparison/journey.ts";
import { familyScoreOf, probabilitiesOf, scoreOf } from "./comparison/posterior.ts";
import { readLine } from "./query/line.ts";
import type { Known } from "./query/places.ts";
import { type Question, questionOf } from "./question.ts";
import { Reader } from "./names/readings.ts";
import { soundOf } from "./words/sound.ts";
import { PROPOSE_FROM, WEIGHTS } from "./comparison/weights.ts";

/** What the index may ask of the app. */
export interface PersonIndexOptions {
  /** The alpha-2 code of the country that folded words name; null for none. */
  readonly countryOf?: (words: string) => string | null;
  /** Without one, places are compared as words. */
  readonly gazetteer?: Gazetteer;
}

const CANDIDATES = 100;
const DEFAULT_LIMIT = 20;
const NO_PLACE: Place = { distance: null, gain: 0 };
const ABROAD: Place = {
  distance: { nearness: "other-country", kilometres: null, how: "by-place" },
  gain: 0,
};
const noPlaces = (): Gazetteer => createGazetteer({ source: "", departments: [] });
/** A house that has met few people does not know that nobody else is meant. */
const FEWEST_PEOPLE = 300;
/** So many people as if they were from other places: the first two from one town do not make it common. */
const FROM_ELSEWHERE = 100;
/** Slots that may lie empty before the index is packed anew. */
const LEAST_ROOM = 1024;

export interface Candidate {
  readonly slot: Slot;
  readonly id: string;
  readonly compared: Compared;
}

interface Weighed extends Candidate {
  readonly score: number;
  readonly probability: number;
}

export class Matcher implements PersonIndex {
  private people: People;
  private reader: Reader;
  private readonly gazetteer: Gazetteer;
  private readonly candidates = new Candidates();
  private readonly countryOf: (words: string) => string | null;

  constructor({ countryOf = () => null, gazetteer = noPlaces() }: PersonIndexOptions = {}) {
    this.countryOf = countryOf;
    this.gazetteer = gazetteer;
    this.people = new People(this.gazetteer);
    this.reader = new Reader(this.people.names);
  }

  get size(): number {
    return this.people.size;
  }

  add(id: string, person: SearchablePerson): void {
    this.remove(id);
    this.people.add(id, person);
  }

  remove(id: string): void {
    this.people.remove(id);
    if (this.people.room > LEAST_ROOM && this.people.room > 2 * this.people.size) this.pack();
  }

  search(text: string, options: TextSearchOptions = {}): SearchAnswer {
    const line = readLine(text, [this.known], options);
    if (line.kind === "refused") return line;
    const { understood, telling, asked } = line;
    return { kind: "hits", hits: this.match(asked, { ...options, mayBegin: true }), understood, telling };
  }

  match(asked: SearchablePerson, options: SearchOptions = {}): readonly Hit[] {
    return this.hitsOf(asked, this.questionOf(asked, options.mayBegin ?? false), options);
  }

  /** Who is compared with this person, in no order: what weights are learned from. */
  candidatesFor(asked: SearchablePerson, year: number): readonly Candidate[] {
    return this.comparedWith(this.questionOf(asked, false), year);
  }

  private questionOf(asked: SearchablePerson, mayBegin: boolean): Question {
    const { people, reader, gazetteer } = this;
    return questionOf({ people, reader, gazetteer, mayBegin }, asked);
  }

  private hitsOf(
    asked: SearchablePerson,
    question: Question,
    { limit = DEFAULT_LIMIT, year = 0, except }: SearchOptions,
  ): readonly Hit[] {
    const candidates = this.comparedWith(question, year);
    const weighed = this.weigh(candidates.filter(({ id }) => except?.has(id) !== true));
    return weighed.slice(0, Math.max(0, limit)).map(({ id, slot, compared, probability }) => {
      const found = this.people.personAt(slot);
      const reasons = explain({ people: this.people, question, asked, found, compared, year });
      return { id, score: probability, proposed: probability >= PROPOSE_FROM, reasons };
    });
  }

  private comparedWith(question: Question, year: number): readonly Candidate[] {
    const { people } = this;
    const journey = journeyOf(question.contact, people, this.gazetteer);
    const beside = { people, question, placeOf: this.placesFor(question), journey, year };
    const slots = this.candidates.gather({ ...beside, weights: WEIGHTS }, CANDIDATES);
    return slots.flatMap((slot) => {
      const id = people.idOf(slot);
      if (id === null) return [];
      const compared = compare(beside, slot);
      return compared.isAlike ? [{ slot, id, compared }] : [];
    });
  }

  /** Best first; ties by id, so that the same question has the same answer everywhere. */
  private weigh(candidates: readonly Candidate[]): readonly Weighed[] {
    const evidence = candidates.map(({ compared: { features } }) => ({
      score: scoreOf(features, WEIGHTS),
      family: familyScoreOf(features, WEIGHTS),
    }));
    const probabilities = probabilitiesOf(evidence, Math.max(this.people.size, FEWEST_PEOPLE));
    return candidates
      .map(({ slot, id, compared }, at) => ({
        slot,
        id,
        compared,
        score: evidence[at]!.score,
        probability: probabilities[at]!,
      }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  get known(): Known {
    const { names, marks } = this.people;
    const isBorne = (folded: string) => {
      const word = names.numberOf(folded);
      return word !== undefined && names.countOf(word) > 0;
    };
    return {
      countryOf: this.countryOf,
      isName: isBorne,
      soundsLikeName: (folded) => names.soundingLike(soundOf(folded)).some((word) => names.countOf(word) > 0),
      isMark: (folded) => {
        const word = marks.numberOf(folded);
        return word !== undefined && marks.givenCount(word) > 0;
      },
      placeAt: (words) => this.people.placeAtWords(words) ?? this.gazetteer.beginsWith(words),
    };
  }

  /** What the place of somebody says, each place looked at once. */
  private placesFor({ location }: Question): (place: number) => Place {
    if (location === null) return () => NO_PLACE;
    const { locations, placeCountries: countries } = this.people;
    const country = this.people.countryNumber(location.country);
    const known = new Array<Place | undefined>(locations.length);
    return (place) => {
      if (place < 0) return NO_PLACE;
      const theirs = countries[place]!;
      // most people are from another country than who is asked for: that is told without looking at towns
      if (country !== 0 && theirs !== 0 && country !== theirs) return ABROAD;
      return (known[place] ??= this.placeFrom(location, place));
    };
  }

  private placeFrom(asked: Location, place: number): Place {
    const { locations, placeCounts, size } = this.people;
    const gain = Math.log((size + FROM_ELSEWHERE) / ((placeCounts[place] ?? 0) + 1));
    return { distance: distanceBetween(asked, locations[place]!), gain };
  }

  /** Anew, without the slots of who is gone. */
  private pack(): void {
    const all = [...this.people.all()];
    this.people = new People(this.gazetteer);
    this.reader = new Reader(this.people.names);
    for (const [id, person] of all) this.people.add(id, person);
  }
}

export const createPersonIndex = (options: PersonIndexOptions = {}): PersonIndex => new Matcher(options);
