/**
 * What a word of a question may mean: which words of the vocabulary somebody may have meant who said or wrote it so.
 * A noisy channel: for each word, how much likelier it is that a person of this name is asked for so than that
 * anybody is (Bayes; Kernighan, Church and Gale 1990). A rare name that is found is worth much and a frequent one
 * little, however either was spelt.
 */
import { formationsOf, namesOf, nicknamesOf, variantsOf } from "./nicknames/index.ts";
import { slips, spellingOf } from "./slips.ts";
import type { Vocabulary, WordNumber } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** The same letters; the same sound; slips apart; a nickname of it or it of a nickname; a name's other form; its beginning. */
export type How = "same" | "sounds" | "similar" | "nickname" | "variant" | "begins";

export interface Reading {
  readonly word: WordNumber;
  readonly how: How;
  /** Natural logarithm of how much likelier. */
  readonly gain: number;
  /** Slips between the two, where that is how. */
  readonly slips: number;
}

/** How likely a name is said in each way by somebody who knows it. */
export const CHANNEL = {
  same: 0.75,
  sounds: 0.08,
  /** Of slips: this, less for each. */
  similar: 0.06,
  perSlip: 2.6,
  nickname: 0.08,
  variant: 0.05,
  formed: 0.01,
  begins: 0.05,
  /** A word that nobody in the index bears. */
  unknown: 4e-6,
  /** People who may bear each word though nobody does. */
  smoothing: 0.3,
};

const MOST_SLIPS = 2.6;
const MOST_JOINED_SLIPS = 1;
const SLIPS_PER_LETTER = 0.36;
const LONGEST_NICKNAME = 8;
const SHORTEST_BEGINNING = 2;
/** A word that so many are called needs no rule that makes it a nickname. */
const OFTEN = 0.0002;

type Found = Map<WordNumber, { readonly how: How; readonly chance: number; readonly slips: number }>;

export interface ReadingWish {
  /** The word may be only begun: the last one of what somebody is still typing. */
  readonly mayBegin?: boolean;
}

export class Reader {
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Two words as one: only what sounds the same, or nearly so where one of them is nothing by itself. */
  readJoined(word: Word, mayDiffer: boolean): readonly Reading[] {
    const found: Found = new Map();
    this.addSame(word, found);
    if (mayDiffer) this.addSimilar(word, found, MOST_JOINED_SLIPS);
    return this.weigh(found);
  }

  /** Every word of the vocabulary that is likelier meant than not, most telling first. */
  read(word: Word, { mayBegin = false }: ReadingWish = {}): readonly Reading[] {
    const found: Found = new Map();
    this.addSame(word, found);
    this.addSimilar(word, found, MOST_SLIPS);
    this.addNicknames(word, found);
    if (mayBegin && word.folded.length >= SHORTEST_BEGINNING) this.addBegun(word, found);
    return this.weigh(found);
  }

  private put(found: Found, word: WordNumber, how: How, [chance, apart]: readonly [number, number]): void {
    const before = found.get(word);
    if (before === undefined || before.chance < chance) found.set(word, { how, chance, slips: apart });
  }

  private addSame({ folded, sound }: Word, found: Found): void {
    const { vocabulary } = this;
    for (const word of vocabulary.soundingLike(sound)) {
      const isSame = vocabulary.foldedOf(word) === folded;
      this.put(found, word, isSame ? "same" : "sounds", [isSame ? CHANNEL.same : CHANNEL.sounds, 0]);
    }
  }

  private addSimilar({ folded, sound }: Word, found: Found, limit: number): void {
    const { vocabulary } = this;
    const [asked, heard] = [spellingOf(folded), spellingOf(sound)];
    const most = Math.min(limit, SLIPS_PER_LETTER * Math.max(folded.length, sound.length));
    for (const word of vocabulary.spelledLike(sound)) {
      if (found.has(word)) continue;
      const bySound = slips(heard, vocabulary.soundSpellingOf(word), most);
      const byLetter = slips(asked, vocabulary.spellingOf(word), Math.min(most, bySound));
      const apart = Math.min(bySound, byLetter);
      if (apart > most) continue;
      this.put(found, word, "similar", [CHANNEL.similar * Math.exp(-CHANNEL.perSlip * apart), apart]);
    }
  }

  private addNicknames({ folded }: Word, found: Found): void {
    const { vocabulary } = this;
    const add = (other: string, how: How, chance: number) => {
      const word = vocabulary.numberOf(other);
      if (word !== undefined && word !== vocabulary.numberOf(folded)) this.put(found, word, how, [chance, 0]);
    };
    const names = namesOf(folded);
    for (const { word, weight } of names) add(word, "nickname", CHANNEL.nickname * weight);
    for (const { word, weight } of nicknamesOf(folded)) add(word, "nickname", CHANNEL.nickname * weight);
    for (const { word, weight } of variantsOf(folded)) add(word, "variant", CHANNEL.variant * weight);
    if (names.length === 0) this.addFormed(folded, found);
  }

  /** Names that a nickname can be made of, where no list has it. */
  private addFormed(folded: string, found: Found): void {
    const { vocabulary } = this;
    const known = vocabulary.numberOf(folded);
    if (folded.length > LONGEST_NICKNAME) return;
    if (known !== undefined && vocabulary.countOf(known) > OFTEN * vocabulary.total) return;
    const formed = formationsOf(folded);
    for (let word = 0; word < vocabulary.size; word += 1) {
      if (vocabulary.givenCount(word) === 0) continue;
      const chance = formed(vocabulary.foldedOf(word), vocabulary.shapeOf(word));
      if (chance > 0) this.put(found, word, "nickname", [CHANNEL.formed * chance, 0]);
    }
  }

  private addBegun({ folded }: Word, found: Found): void {
    for (const word of this.vocabulary.beginningWith(folded))
      this.put(found, word, "begins", [CHANNEL.begins, 0]);
  }

  /** What a word is worth: its chance against that of all words that may be meant, as often as they are borne. */
  private weigh(found: Found): readonly Reading[] {
    const { vocabulary } = this;
    const total = vocabulary.total + 1;
    let any = CHANNEL.unknown;
    for (const [word, { chance }] of found)
      any += (chance * (vocabulary.countOf(word) + CHANNEL.smoothing)) / total;
    const readings: Reading[] = [];
    for (const [word, { how, chance, slips: apart }] of found) {
      const gain = Math.log(chance / any);
      if (gain > 0) readings.push({ word, how, gain, slips: apart });
    }
    return readings.sort((a, b) => b.gain - a.gain);
  }
}
