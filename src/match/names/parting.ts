/**
 * Parts words that nobody bears, where words that people bear make them together: "Joseangel", "Juancarlosluis",
 * "Eliasantpnio", "Delacruz".
 */
import type { Vocabulary } from "../words/vocabulary.ts";
import { type Word, wordOf } from "../words/words.ts";
import type { NamePart } from "./names.ts";
import type { Reader } from "./readings.ts";

const SHORTEST_SPLIT = 6;
const SHORTEST_PIECE = 3;
/** A word with a slip in it is parted only if it is so long, into pieces of so many letters. */
const SHORTEST_MISSPELT_SPLIT = 8;
const SHORTEST_MISSPELT_PIECE = 4;
const MOST_PIECES = 3;

/** Compound particles that are written together: "Delacruz", "Delcid". */
const JOINED_PARTICLE = /^(?:dela|delos|delas|del|de)(?=[a-z]{3})/u;

interface Pieces {
  readonly texts: readonly string[];
  /** How many bear the rarest of them. */
  readonly often: number;
}
const NO_PIECES: Pieces = { texts: [], often: 0 };

export class Parting {
  private readonly names: Vocabulary;
  private readonly reader: Reader;

  constructor(names: Vocabulary, reader: Reader) {
    this.names = names;
    this.reader = reader;
  }

  /** Somebody bears the word, or one that sounds the same. */
  isBorne(word: Word): boolean {
    return this.bearersOf(word) > 0;
  }

  /** The words that the part is made of; itself where it is one. */
  part(part: NamePart): readonly NamePart[] {
    if (this.isBorne(part.word)) return [part];
    const rest = part.word.folded.replace(JOINED_PARTICLE, "");
    const bare = { ...part, word: wordOf(rest, part.word.raw), afterParticle: true };
    if (rest !== part.word.folded && this.isBorne(bare.word)) return [bare];
    const { texts } = this.piecesOf(part.word);
    return texts.length === 0
      ? [part]
      : texts.map((text) => ({ ...part, word: wordOf(text, part.word.raw) }));
  }

  private bearersOf({ sound }: Word): number {
    return Math.max(0, ...this.names.soundingLike(sound).map((number) => this.names.countOf(number)));
  }

  private piecesOf(word: Word): Pieces {
    const { folded } = word;
    for (let count = 2; count <= MOST_PIECES; count += 1) {
      const pieces = this.bornePieces(folded, count);
      if (pieces.often > 0) return pieces;
    }
    if (folded.length < SHORTEST_MISSPELT_SPLIT) return NO_PIECES;
    const pieces = this.misspeltPieces(folded);
    // the dear question comes last
    return pieces.often > 0 && !this.isMisspelt(word) ? pieces : NO_PIECES;
  }

  private bornePieces(text: string, count: number): Pieces {
    if (count === 1) return { texts: [text], often: this.bearersOf(wordOf(text)) };
    let best = NO_PIECES;
    if (text.length < SHORTEST_SPLIT) return best;
    for (let at = SHORTEST_PIECE; at <= text.length - SHORTEST_PIECE; at += 1) {
      const first = this.bearersOf(wordOf(text.slice(0, at)));
      if (first <= best.often) continue;
      const rest = this.bornePieces(text.slice(at), count - 1);
      const often = Math.min(first, rest.often);
      if (often > best.often) best = { texts: [text.slice(0, at), ...rest.texts], often };
    }
    return best;
  }

  /** It is one word, with slips, or somebody's nickname. */
  private isMisspelt(word: Word): boolean {
    return this.reader.read(word, { mayBeCoined: false }).length > 0;
  }

  /** Two words, one of them a slip apart from one that is borne. */
  private misspeltPieces(text: string): Pieces {
    let best = NO_PIECES;
    for (let at = SHORTEST_MISSPELT_PIECE; at <= text.length - SHORTEST_MISSPELT_PIECE; at += 1) {
      const texts = [text.slice(0, at), text.slice(at)] as const;
      const [first, second] = texts.map((half) => this.bearersOf(wordOf(half))) as [number, number];
      const borne = Math.max(first, second);
      if (borne <= best.often) continue;
      const often = Math.min(borne, this.nearlyBorne(wordOf(texts[first > second ? 1 : 0])));
      if (often > best.often) best = { texts, often };
    }
    return best;
  }

  private nearlyBorne(word: Word): number {
    return Math.max(
      0,
      ...this.reader.readJoined(word, true).map((reading) => this.names.countOf(reading.word)),
    );
  }
}
