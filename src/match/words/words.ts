/**
 * Words of names as they are compared: folded (lower case, no accents, no apostrophes) and by how
 * they sound in Spanish as it is spoken along the route (b = v, s = c = z, no h, ll = y, g = j
 * before e and i, qu = k). Simple on purpose.
 */
import { soundOf } from "./sound.ts";

/** One word as it stands in the text, folded, and by sound. */
export interface Word {
  readonly raw: string;
  readonly folded: string;
  readonly sound: string;
}

const APOSTROPHE = /['\u2018\u2019\u02BC\u02BB\uA78C`\u00B4]/gu;

/** Letters and digits without accents, as most words are: nothing of them is taken off. */
const PLAIN = /^[A-Za-z0-9]*$/u;

/** As words of names are compared: lower case, no accents, no apostrophes. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text.normalize("NFD").replace(/\p{M}/gu, "").replace(APOSTROPHE, "").toLowerCase();

class SoundedWord implements Word {
  readonly raw: string;
  readonly folded: string;
  private heard: string | null = null;

  constructor(text: string, raw: string) {
    this.raw = raw;
    this.folded = fold(text);
  }

  /** Made when it is asked for: most words of a record are known by their letters. */
  get sound(): string {
    this.heard ??= soundOf(this.folded);
    return this.heard;
  }
}

/** A single word; `raw` is how it was written, where that is another way. */
export const wordOf = (text: string, raw = text): Word => new SoundedWord(text, raw);

/** What is longer is no name, and comparing it would take long. */
const LONGEST_WORD = 40;

const WORDS = /[\p{L}\p{M}\p{N}']+/gu;

/** As long as the text, with one sign for all apostrophes. */
const withPlainApostrophes = (text: string): string => text.replace(APOSTROPHE, "'");

/** Where the words of a text stand, one after the other, as far as they are asked for. */
export const wordMatches = (text: string): Iterable<RegExpExecArray> =>
  withPlainApostrophes(text).matchAll(WORDS);

/** The words of a text; hyphens, spaces and other signs part them, apostrophes do not. */
export const wordsOf = (text: string): readonly Word[] =>
  (withPlainApostrophes(text).match(WORDS) ?? [])
    .map((word) => wordOf(word.slice(0, LONGEST_WORD)))
    .filter(({ folded }) => folded !== "");

/** A phrase as a key: its words folded, one space between. */
export const phraseOf = (words: readonly Word[]): string => words.map(({ folded }) => folded).join(" ");

/** Little words of names: they join, and name nobody. */
const NAME_PARTICLES = "de del la las los el y e da do dos di du le".split(" ");
const FILLERS =
  "the of en in anos ano edad age years year old ans ane zan tiene como unos entre from con".split(" ");

const nameParticles: ReadonlySet<string> = new Set(NAME_PARTICLES);
const particles: ReadonlySet<string> = new Set([...NAME_PARTICLES, ...FILLERS]);

export const isNameParticle = ({ folded }: Word): boolean => nameParticles.has(folded);

/** Words of little weight: they say nothing of who is meant. */
export const isParticle = ({ folded }: Pick<Word, "folded">): boolean => particles.has(folded);
