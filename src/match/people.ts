/**
 * The people of the index, taken apart once and kept in columns: a hundred thousand of them fit a phone, and comparing
 * one takes no parsing. A person has a slot; the slot of who is taken away is not used again until `compact`.
 */
import type { Gazetteer, Location, WrittenPlace } from "./gazetteer/index.ts";
import { arrivalsOf, placeBefore } from "./journeys.ts";
import { namePartsOf, type NamePart } from "./names/names.ts";
import { nicknamesOf, variantsOf } from "./nicknames/index.ts";
import { relativeParts } from "./names/relatives.ts";
import type { SearchablePerson } from "./person-index.ts";
import { Vocabulary, type WordNumber } from "./words/vocabulary.ts";
import { isParticle, phraseOf, wordsOf } from "./words/words.ts";
import { parsedAge, parsedBirth, sexNumber, NO_AGE } from "./person-facts.ts";

export type Slot = number;

/** What a word of a person's is. */
export const PART = { given: 0, surname: 1, alternate: 2, relative: 3, mark: 4 } as const;
export type PartCode = (typeof PART)[keyof typeof PART];

const ROLE_BITS = 3;
const AFTER_PARTICLE = 1 << ROLE_BITS;
const INITIAL = 2 << ROLE_BITS;
const FIRST = 4 << ROLE_BITS;
const SHIFT = ROLE_BITS + 3;

export const partCode = (part: number): PartCode => (part & 7) as PartCode;
export const isAfterParticle = (part: number): boolean => (part & AFTER_PARTICLE) !== 0;
export const isInitialPart = (part: number): boolean => (part & INITIAL) !== 0;
/** The first word of a relative's name. */
export const isFirstPart = (part: number): boolean => (part & FIRST) !== 0;
export const wordOfPart = (part: number): WordNumber => part >>> SHIFT;

const FIRST_ROOM = 1024;

/** A column that grows. */
export class Column<T extends Int32Array | Int16Array | Uint8Array> {
  /** Replaced as it grows: good until somebody is added. */
  values: T;

  constructor(empty: T) {
    this.values = empty;
  }

  at(slot: Slot): number {
    return this.values[slot]!;
  }

  put(slot: Slot, value: number): void {
    if (slot >= this.values.length) {
      const Kind = this.values.constructor as new (length: number) => T;
      const grown = new Kind(Math.max(FIRST_ROOM, slot * 2));
      grown.set(this.values);
      this.values = grown;
    }
    this.values[slot] = value;
  }
}

const whole = (): Column<Int32Array> => new Column(new Int32Array(FIRST_ROOM));
const small = (): Column<Int16Array> => new Column(new Int16Array(FIRST_ROOM));
const tiny = (): Column<Uint8Array> => new Column(new Uint8Array(FIRST_ROOM));

/** Somebody's given name, in the lists: they know those that have nicknames or other forms. */
const isGivenName = ({ word: { folded } }: NamePart): boolean =>
  nicknamesOf(folded).length > 0 || variantsOf(folded).length > 0;

/** How many words of a name are given names, where only the whole name is told. The same whoever came before. */
function splitName(parts: readonly NamePart[]): number {
  if (parts.length >= 4) return parts.length - 2;
  return parts.length === 3 && isGivenName(parts[1]!) ? 2 : 1;
}

type Postings = number[][];

const post = (postings: Postings, word: number, slot: Slot): void => {
  const slots = (postings[word] ??= []);
  if (slots[slots.length - 1] !== slot) slots.push(slot);
};

export class People {
  readonly names = new Vocabulary();
  readonly marks = new Vocabulary();
  /** Slots by word: of names, of relatives' names, of marks. May hold slots of people who are gone. */
  readonly byName: Postings = [];
  readonly byRelative: Postings = [];
  readonly byMark: Postings = [];
  readonly locations: Location[] = [];
  readonly placeCounts: number[] = [];
  /** Of each place the number of its country; 0: not known. */
  readonly placeCountries: number[] = [];
  private readonly countries = new Map<string, number>();
  private readonly placePhrases = new Map<string, readonly number[]>();
  private readonly placeNumbers = new Map<string, number>();
  private readonly slots = new Map<string, Slot>();
  private ids: (string | null)[] = [];
  private persons: (SearchablePerson | null)[] = [];
  private readonly starts = whole();
  private readonly parts = whole();
  readonly sexes = tiny();
  readonly agesFrom = small();
  readonly agesTo = small();
  readonly ageYears = small();
  private readonly births = whole();
  readonly places = whole();
  /** The day of the last arrival, in days since 1970; 0: not known. */
  readonly arrivedOn = whole();
  /** How many came from each place, as its folded words; and all of them. */
  private readonly before = new Map<string, number>();
  private allBefore = 0;
  private used = 0;
  private readonly gazetteer: Gazetteer;

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
    this.starts.put(0, 0);
  }

  get size(): number {
    return this.slots.size;
  }

  /** Slots in use and left behind. */
  get room(): number {
    return this.ids.length;
  }

  idOf(slot: Slot): string | null {
    return this.ids[slot] ?? null;
  }

  slotOf(id: string): Slot | undefined {
    return this.slots.get(id);
  }

  personAt(slot: Slot): SearchablePerson {
    return this.persons[slot]!;
  }

  partsFrom(slot: Slot): number {
    return this.starts.at(slot);
  }

  partsTo(slot: Slot): number {
    return this.starts.at(slot + 1);
  }

  partAt(at: number): number {
    return this.parts.at(at);
  }

  sexAt(slot: Slot): number {
    return this.sexes.at(slot);
  }

  ageFromAt(slot: Slot): number {
    return this.agesFrom.at(slot);
  }

  ageToAt(slot: Slot): number {
    return this.agesTo.at(slot);
  }

  /** The year in which the age was true; 0: that of the question. */
  ageYearAt(slot: Slot): number {
    return this.ageYears.at(slot);
  }

  birthAt(slot: Slot): number {
    return this.births.at(slot);
  }

  placeAt(slot: Slot): number {
    return this.places.at(slot);
  }

  /** 0: not known; -1: nobody here is from there. */
  countryNumber(code: string | null): number {
    return code === null ? 0 : (this.countries.get(code) ?? -1);
  }

  /** How many came from a place, by its folded words; null: from any. */
  countBefore(place: string | null): number {
    return place === null ? this.allBefore : (this.before.get(place) ?? 0);
  }

  /** The longest town or department of somebody here that these folded words begin with. */
  placeAtWords(words: readonly string[]): { readonly length: number; readonly written: WrittenPlace } | null {
    for (let length = Math.min(LONGEST_PLACE, words.length); length > 0; length -= 1) {
      const phrase = words.slice(0, length).join(" ");
      const numbers = this.placePhrases.get(phrase) ?? [];
      if (numbers.some((number) => (this.placeCounts[number] ?? 0) > 0))
        return { length, written: { town: phrase } };
    }
    return null;
  }

  *all(): Iterable<readonly [string, SearchablePerson]> {
    for (const [id, slot] of this.slots) yield [id, this.persons[slot]!];
  }

  add(id: string, person: SearchablePerson): void {
    const slot = this.ids.length;
    this.slots.set(id, slot);
    this.ids.push(id);
    this.persons.push(person);
    this.addNames(slot, person);
    for (const relative of person.relatives ?? []) {
      for (const [at, part] of relativeParts(relative).entries()) {
        const word = this.keep(
          this.names.intern(part.word.folded),
          PART.relative | (at === 0 ? FIRST : 0),
          part,
        );
        if (part.isInitial) continue;
        this.names.countRelative(word, 1);
        post(this.byRelative, word, slot);
      }
    }
    for (const word of markWordsOf(person.marks ?? "")) {
      const number = this.marks.intern(word);
      this.marks.count(number, "given", 1);
      this.parts.put(this.used++, (number << SHIFT) | PART.mark);
      post(this.byMark, number, slot);
    }
    this.starts.put(slot + 1, this.used);
    this.addFacts(slot, person);
  }

  /** The slot stays behind, empty. */
  remove(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    for (let at = this.partsFrom(slot); at < this.partsTo(slot); at += 1) {
      const part = this.partAt(at);
      const code = partCode(part);
      if (code === PART.mark) this.marks.count(wordOfPart(part), "given", -1);
      else if (isInitialPart(part)) continue;
      else if (code === PART.relative) this.names.countRelative(wordOfPart(part), -1);
      else this.names.count(wordOfPart(part), code === PART.surname ? "surname" : "given", -1);
    }
    this.countJourney(slot, this.personAt(slot), -1);
    const place = this.placeAt(slot);
    if (place >= 0) this.placeCounts[place] = this.placeCounts[place]! - 1;
    this.slots.delete(id);
    this.ids[slot] = null;
    this.persons[slot] = null;
  }

  private keep(word: WordNumber, code: number, { isInitial, afterParticle }: NamePart): WordNumber {
    const flags = (afterParticle ? AFTER_PARTICLE : 0) | (isInitial ? INITIAL : 0);
    this.parts.put(this.used++, (word << SHIFT) | flags | code);
    return word;
  }

  private addNames(slot: Slot, person: SearchablePerson): void {
    const whole = namePartsOf(person.name ?? "");
    const hasFields = (person.givenNames ?? person.surnames) !== undefined;
    const split = splitName(whole);
    const given = hasFields ? namePartsOf(person.givenNames ?? "") : whole.slice(0, split);
    const surnames = hasFields ? namePartsOf(person.surnames ?? "") : whole.slice(split);
    const alternates = (person.alternateNames ?? []).flatMap((name) => namePartsOf(name));
    const known = new Set([...given, ...surnames].map(({ word }) => word.folded));
    const more = hasFields ? whole.filter(({ word }) => !known.has(word.folded)) : [];
    this.addName(slot, PART.given, given);
    this.addName(slot, PART.surname, surnames);
    this.addName(slot, PART.alternate, [...alternates, ...more]);
  }

  private addName(slot: Slot, code: PartCode, parts: readonly NamePart[]): void {
    for (const part of parts) {
      const word = this.keep(this.names.intern(part.word.folded), code, part);
      if (part.isInitial) continue;
      this.names.count(word, code === PART.surname ? "surname" : "given", 1);
      post(this.byName, word, slot);
    }
  }

  private addFacts(slot: Slot, person: SearchablePerson): void {
    const age = parsedAge(person) ?? NO_AGE;
    this.sexes.put(slot, sexNumber(person.sex));
    this.agesFrom.put(slot, age.from);
    this.agesTo.put(slot, age.to);
    this.ageYears.put(slot, age.year);
    this.births.put(slot, parsedBirth(person.birthDate));
    this.countJourney(slot, person, 1);
    const place = this.placeNumber(person);
    this.places.put(slot, place);
    if (place >= 0) this.placeCounts[place] = (this.placeCounts[place] ?? 0) + 1;
  }

  private countJourney(slot: Slot, person: SearchablePerson, by: 1 | -1): void {
    let last = 0;
    for (const arrival of arrivalsOf(person)) {
      last = Math.max(last, arrival.days?.to ?? 0);
      const place = placeBefore(arrival);
      if (place === "") continue;
      this.before.set(place, (this.before.get(place) ?? 0) + by);
      this.allBefore += by;
    }
    this.arrivedOn.put(slot, by === 1 ? last : 0);
  }

  private internCountry(code: string | null): number {
    if (code !== null && !this.countries.has(code)) this.countries.set(code, this.countries.size + 1);
    return this.countryNumber(code);
  }

  private placeNumber(person: SearchablePerson): number {
    const { town = "", state = "", country = "" } = person;
    const key = `${town}\n${state}\n${country}`;
    if (key === "\n\n") return -1;
    const known = this.placeNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.locations.length;
    const location = this.gazetteer.locate(placeOf(person));
    this.locations.push(location);
    this.placeCountries.push(this.internCountry(location.country));
    this.placeNumbers.set(key, number);
    for (const place of [town, state]) {
      const phrase = phraseOf(wordsOf(place));
      if (phrase !== "") this.placePhrases.set(phrase, [...(this.placePhrases.get(phrase) ?? []), number]);
    }
    return number;
  }
}

/** The place of a person as it is written. */
export const placeOf = ({ town, state, country }: SearchablePerson): WrittenPlace => ({
  ...(town === undefined ? {} : { town }),
  ...(state === undefined ? {} : { state }),
  ...(country === undefined ? {} : { country }),
});

const LONGEST_PLACE = 6;

/** Words that say something of a mark, each once. */
export function markWordsOf(text: string): readonly string[] {
  return [
    ...new Set(
      wordsOf(text).flatMap((word) => (isParticle(word) || word.folded.length < 3 ? [] : [word.folded])),
    ),
  ];
}
