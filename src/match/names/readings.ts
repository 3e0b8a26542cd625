/**
 * What a word of a question may mean: which words of the vocabulary somebody may have meant who said or wrote it so.
 * A noisy channel: for each word, how much likelier it is that a person of this name is asked for so than that
 * anybody is (Bayes; Kernighan, Church and Gale 1990). A rare name that is found is worth much and a frequent one
 * little, however either was spelt.
 */
import { formationsOf, listedNicknames, namesOf, nicknamesOf, variantsOf } from "../nicknames/index.ts";
import { once } from "../once.ts";
import { slips, spellingOf } from "../words/slips.ts";
import { Vocabulary, type WordNumber } from "../words/vocabulary.ts";
import type { Word } from "../words/words.ts";

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
};

const MOST_SLIPS = 2.6;
const MOST_JOINED_SLIPS = 1;
const SLIPS_PER_LETTER = 0.36;
const LONGEST_NICKNAME = 8;
const SHORTEST_MISSPELT = 4;
const MOST_NICKNAME_SLIPS = 1;
/** That it is no nickname as it stands costs as much as this part of a slip. */
const BEING_MISSPELT = 0.5;
const SHORTEST_BEGINNING = 2;
/** A word that so many are called needs no rule that makes it a nickname. */
const OFTEN = 0.0002;

interface Chance {
  readonly how: How;
  readonly chance: number;
  readonly slips: number;
}

/** The likeliest way for each word. */
class Found extends Map<WordNumber, Chance> {
  put(word: WordNumber, how: How, [chance, apart]: readonly [number, number]): void {
    const before = this.get(word);
    if (before === undefined || before.chance < chance) this.set(word, { how, chance, slips: apart });
  }
}

export interface ReadingWish {
  /** The word may be only begun: of somebody who is still typing. */
  readonly mayBegin?: boolean;
  /** The word may be a nickname that no list has: it stands where given names do. */
  readonly mayBeCoined?: boolean;
}

/** Made when it is first needed, and the same for every index. */
const nicknameVocabulary = once(() => {
  const nicknames = new Vocabulary();
  for (const nickname of listedNicknames()) nicknames.intern(nickname);
  return nicknames;
});

export class Reader {
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Two words as one: only what sounds the same, or nearly so where one of them is nothing by itself. */
  readJoined(word: Word, mayDiffer: boolean): readonly Reading[] {
    const found = new Found();
    this.addSame(word, found);
    if (mayDiffer) this.addSimilar(word, found, MOST_JOINED_SLIPS);
    return this.weigh(found);
  }

  /** Every word of the vocabulary that is likelier meant than not, most telling first. */
  read(word: Word, { mayBegin = false, mayBeCoined = true }: ReadingWish = {}): readonly Reading[] {
    const found = new Found();
    this.addSame(word, found);
    this.addSimilar(word, found, MOST_SLIPS);
    this.addNicknames(word, found, mayBeCoined);
    if (mayBegin && word.folded.length >= SHORTEST_BEGINNING) this.addBegun(word, found);
    return this.weigh(found);
  }

  private addSame({ folded, sound }: Word, found: Found): void {
    const { vocabulary } = this;
    for (const word of vocabulary.soundingLike(sound)) {
      const isSame = vocabulary.foldedOf(word) === folded;
      found.put(word, isSame ? "same" : "sounds", [isSame ? CHANNEL.same : CHANNEL.sounds, 0]);
    }
  }

  private addSimilar({ folded, sound }: Word, found: Found, limit: number): void {
    const { vocabulary } = this;
    const [asked, heard] = [spellingOf(folded), spellingOf(sound)];
    const most = Math.min(limit, SLIPS_PER_LETTER * Math.max(folded.length, sound.length));
    for (const word of vocabulary.spelledLike(sound)) {
      if (found.has(word)) continue;
      const bySound = slips(heard, vocabulary.soundSpellingOf(word), most);
      const isSame = folded === sound && vocabulary.isAsItSounds(word);
      const byLetter = isSame ? bySound : slips(asked, vocabulary.spellingOf(word), Math.min(most, bySound));
      const apart = Math.min(bySound, byLetter);
      if (apart > most) continue;
      found.put(word, "similar", [CHANNEL.similar * Math.exp(-CHANNEL.perSlip * apart), apart]);
    }
  }

  private addNicknames(word: Word, found: Found, mayBeCoined: boolean): void {
    const { vocabulary } = this;
    const { folded } = word;
    const add = (other: string, how: How, chance: number) => {
      const number = vocabulary.numberOf(other);
      if (number !== undefined && other !== folded) found.put(number, how, [chance, 0]);
    };
    const names = namesOf(folded);
    for (const { word: name, weight } of names) add(name, "nickname", CHANNEL.nickname * weight);
    for (const { word: nickname, weight } of nicknamesOf(folded))
      add(nickname, "nickname", CHANNEL.nickname * weight);
    for (const { word: form, weight } of variantsOf(folded)) add(form, "variant", CHANNEL.variant * weight);
    if (names.length > 0 || !mayBeCoined) return;
    this.addMisspeltNicknames(word, found);
    this.addFormed(folded, found);
  }

  /** "Cheppe" and "Jvai" are Chepe and Javi, where nobody is called so. */
  private addMisspeltNicknames(word: Word, found: Found): void {
    if (word.folded.length < SHORTEST_MISSPELT || this.isOften(word.folded)) return;
    const nicknames = nicknameVocabulary();
    const heard = spellingOf(word.sound);
    for (const nickname of nicknames.spelledLike(word.sound)) {
      const apart = slips(heard, nicknames.soundSpellingOf(nickname), MOST_NICKNAME_SLIPS);
      if (apart > MOST_NICKNAME_SLIPS) continue;
      const chance = CHANNEL.nickname * Math.exp(-CHANNEL.perSlip * (apart + BEING_MISSPELT));
      for (const { word: name, weight } of namesOf(nicknames.foldedOf(nickname))) {
        const number = this.vocabulary.numberOf(name);
        if (number !== undefined) found.put(number, "nickname", [chance * weight, 0]);
      }
    }
  }

  private isOften(folded: string): boolean {
    const word = this.vocabulary.numberOf(folded);
    return word !== undefined && this.vocabulary.countOf(word) > OFTEN * this.vocabulary.total;
  }

  /** Names that a nickname can be made of, where no list has it. */
  private addFormed(folded: string, found: Found): void {
    const { vocabulary } = this;
    if (folded.length > LONGEST_NICKNAME || this.isOften(folded)) return;
    const formations = formationsOf(folded);
    for (const word of vocabulary.givenNamesWith(formations.pairs)) {
      const chance = formations.from(vocabulary.foldedOf(word), vocabulary.shapeOf(word));
      if (chance > 0) found.put(word, "nickname", [CHANNEL.formed * chance, 0]);
    }
  }

  private addBegun({ folded }: Word, found: Found): void {
    for (const word of this.vocabulary.beginningWith(folded)) found.put(word, "begins", [CHANNEL.begins, 0]);
  }

  /** What a word is worth: its chance against that of all words that may be meant, as often as they are borne. */
  private weigh(found: Found): readonly Reading[] {
    const { vocabulary } = this;
    // words that nobody bears any more are as if they had never been
    const used = [...found].filter(([word]) => vocabulary.isUsed(word));
    let any = CHANNEL.unknown;
    for (const [word, { chance }] of used) any += chance * vocabulary.shareOf(word);
    const readings: Reading[] = [];
    for (const [word, { how, chance, slips: apart }] of used) {
      const gain = Math.log(chance / any);
      if (gain > 0) readings.push({ word, how, gain, slips: apart });
    }
    return readings.sort((a, b) => b.gain - a.gain);
  }
}
