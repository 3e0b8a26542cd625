/**
 * Every word that people in the index are called by: how many bear it, how it sounds, and which words are spelt like
 * it. Words are numbered in the order in which they came, and keep their number when nobody bears them any more.
 */
import { bearersAtLarge, WORDS_AT_LARGE } from "../names/common-names.ts";
import { type Shape, shapeOf, soundPairsOf } from "../nicknames/index.ts";
import { type Spelling, spellingOf, Spellings } from "./slips.ts";
import { soundOf } from "./sound.ts";

export type WordNumber = number;

/** People who may bear each word though nobody does. */
const SMOOTHING = 0.3;

const EDGE = 0;
const PAIRS = 64;
/** Letters, and the capitals that stand for sounds; everything else is alike. */
const slotOf = (code: number): number => {
  if (code >= 97 && code <= 122) return code - 96;
  return code >= 65 && code <= 90 ? code - 38 : 53;
};

/** The pairs of neighbouring letters of a spelling, its edges among them. */
function pairsOf({ codes, from, length }: Spelling): readonly number[] {
  const pairs = new Set<number>();
  let before = EDGE;
  for (let at = from; at < from + length; at += 1) {
    const slot = slotOf(codes[at]!);
    pairs.add(before * PAIRS + slot);
    before = slot;
  }
  pairs.add(before * PAIRS + EDGE);
  return [...pairs];
}

/** Pairs that two words must share for their length, to be worth comparing. */
const fewestShared = (pairs: number): number => Math.max(2, Math.ceil(pairs * 0.4));

const list = <K>(map: Map<K, number[]>, key: K): number[] => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made: number[] = [];
  map.set(key, made);
  return made;
};

export class Vocabulary {
  private readonly numbers = new Map<string, WordNumber>();
  private readonly bySound = new Map<string, WordNumber[]>();
  private readonly byPair = new Map<number, number[]>();
  private readonly folded: string[] = [];
  private readonly sounds: string[] = [];
  private readonly spellings = new Spellings();
  private readonly soundSpellings = new Spellings();
  private readonly asTheySound: boolean[] = [];
  /** Of words that somebody was ever given as a name. */
  private readonly shapes = new Map<WordNumber, Shape>();
  private readonly bySoundPair = new Map<string, WordNumber[]>();
  private readonly given: number[] = [];
  private readonly surnames: number[] = [];
  private readonly relatives: number[] = [];
  private readonly atLarge: number[] = [];
  private shared = new Uint8Array(0);
  private words = 0;

  /** Counted once for each person and place in the name. */
  get total(): number {
    return this.words;
  }

  get size(): number {
    return this.folded.length;
  }

  intern(folded: string): WordNumber {
    const known = this.numbers.get(folded);
    if (known !== undefined) return known;
    const number = this.folded.length;
    const sound = soundOf(folded);
    this.numbers.set(folded, number);
    this.folded.push(folded);
    this.sounds.push(sound);
    this.spellings.add(folded);
    this.soundSpellings.add(sound);
    this.asTheySound.push(sound === folded);
    this.given.push(0);
    this.surnames.push(0);
    this.relatives.push(0);
    this.atLarge.push(bearersAtLarge(folded));
    const alike = this.bySound.get(sound);
    if (alike === undefined) this.bySound.set(sound, [number]);
    else alike.push(number);
    for (const pair of pairsOf(this.soundSpellings.at(number))) list(this.byPair, pair).push(number);
    return number;
  }

  count(word: WordNumber, role: "given" | "surname", by: 1 | -1): void {
    const counts = role === "given" ? this.given : this.surnames;
    counts[word] = counts[word]! + by;
    this.words += by;
    if (role === "given" && !this.shapes.has(word)) this.addShape(word);
  }

  private addShape(word: WordNumber): void {
    const shape = shapeOf(this.folded[word]!);
    this.shapes.set(word, shape);
    for (const pair of soundPairsOf(shape)) list(this.bySoundPair, pair).push(word);
  }

  /** Said of a relative, who is not counted among the people. */
  countRelative(word: WordNumber, by: 1 | -1): void {
    this.relatives[word] = this.relatives[word]! + by;
  }

  /** Somebody, or a relative of theirs, is called so now. */
  isUsed(word: WordNumber): boolean {
    return this.countOf(word) + this.relatives[word]! > 0;
  }

  numberOf(folded: string): WordNumber | undefined {
    return this.numbers.get(folded);
  }

  foldedOf(word: WordNumber): string {
    return this.folded[word]!;
  }

  soundOf(word: WordNumber): string {
    return this.sounds[word]!;
  }

  /** Good until the next word comes. */
  spellingOf(word: WordNumber): Spelling {
    return this.spellings.at(word);
  }

  /** The same. */
  soundSpellingOf(word: WordNumber): Spelling {
    return this.soundSpellings.at(word);
  }

  /** Its sound is written with the same letters. */
  isAsItSounds(word: WordNumber): boolean {
    return this.asTheySound[word]!;
  }

  /** Of a word that somebody is given as a name. */
  shapeOf(word: WordNumber): Shape {
    return this.shapes.get(word)!;
  }

  /** Words that somebody is given as a name, with one of these pairs of sounds; null: all of them. Each once. */
  givenNamesWith(pairs: Iterable<string> | null): readonly WordNumber[] {
    const words = new Set<WordNumber>(pairs === null ? this.shapes.keys() : []);
    for (const pair of pairs ?? []) for (const word of this.bySoundPair.get(pair) ?? []) words.add(word);
    return [...words].filter((word) => this.given[word]! > 0);
  }

  givenCount(word: WordNumber): number {
    return this.given[word]!;
  }

  surnameCount(word: WordNumber): number {
    return this.surnames[word]!;
  }

  countOf(word: WordNumber): number {
    return this.given[word]! + this.surnames[word]!;
  }

  /** How often a word of a name is this one, as far as the index and what is known at large tell. */
  shareOf(word: WordNumber): number {
    return (this.countOf(word) + this.atLarge[word]! + SMOOTHING) / (this.words + WORDS_AT_LARGE);
  }

  soundingLike(sound: string): readonly WordNumber[] {
    return this.bySound.get(sound) ?? [];
  }

  /** Words that begin so; each once. */
  beginningWith(folded: string): readonly WordNumber[] {
    const found: WordNumber[] = [];
    for (let word = 0; word < this.folded.length; word += 1)
      if (this.folded[word]!.startsWith(folded)) found.push(word);
    return found;
  }

  /** Words whose sound shares enough pairs of letters with this one: those that are worth comparing. */
  spelledLike(sound: string): readonly WordNumber[] {
    const { length } = this.folded;
    if (this.shared.length < length) this.shared = new Uint8Array(length * 2);
    const { shared } = this;
    const pairs = pairsOf(spellingOf(sound));
    const least = fewestShared(pairs.length);
    const enough: WordNumber[] = [];
    const touched: (readonly number[])[] = [];
    for (const pair of pairs) {
      const words = this.byPair.get(pair);
      if (words === undefined) continue;
      touched.push(words);
      for (const word of words) {
        const count = shared[word]! + 1;
        shared[word] = count;
        if (count === least) enough.push(word);
      }
    }
    for (const words of touched) for (const word of words) shared[word] = 0;
    return enough;
  }
}
