/**
 * Every word that people in the index are called by: how many bear it, how it sounds, and which words are spelt like
 * it. Words are numbered in the order in which they came, and keep their number when nobody bears them any more.
 */
import { bearersAtLarge, WORDS_AT_LARGE } from "./common-names.ts";
import { type Shape, shapeOf } from "./nicknames/index.ts";
import { type Spelling, spellingOf } from "./slips.ts";
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
function pairsOf(spelling: Spelling): readonly number[] {
  const pairs = new Set<number>();
  let before = EDGE;
  for (const code of spelling) {
    const slot = slotOf(code);
    pairs.add(before * PAIRS + slot);
    before = slot;
  }
  pairs.add(before * PAIRS + EDGE);
  return [...pairs];
}

/** Pairs that two words must share for their length, to be worth comparing. */
const fewestShared = (pairs: number): number => Math.max(2, Math.ceil(pairs * 0.4));

const list = (map: Map<number, number[]>, key: number): number[] => {
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
  private readonly spellings: Spelling[] = [];
  private readonly soundSpellings: Spelling[] = [];
  private readonly shapes: Shape[] = [];
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
    this.spellings.push(spellingOf(folded));
    const heard = spellingOf(sound);
    this.soundSpellings.push(heard);
    this.given.push(0);
    this.surnames.push(0);
    this.relatives.push(0);
    this.atLarge.push(bearersAtLarge(folded));
    const alike = this.bySound.get(sound);
    if (alike === undefined) this.bySound.set(sound, [number]);
    else alike.push(number);
    for (const pair of pairsOf(heard)) list(this.byPair, pair).push(number);
    return number;
  }

  count(word: WordNumber, role: "given" | "surname", by: 1 | -1): void {
    const counts = role === "given" ? this.given : this.surnames;
    counts[word] = counts[word]! + by;
    this.words += by;
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

  spellingOf(word: WordNumber): Spelling {
    return this.spellings[word]!;
  }

  soundSpellingOf(word: WordNumber): Spelling {
    return this.soundSpellings[word]!;
  }

  /** Made when it is asked for: only given names have nicknames. */
  shapeOf(word: WordNumber): Shape {
    return (this.shapes[word] ??= shapeOf(this.folded[word]!));
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
