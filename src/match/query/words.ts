/**
 * The words of a line of free text, with what stands between them: dates and ranges are told by their signs, clauses by
 * commas. What is glued together is parted ("20años", "12th").
 */
import { wordMatches, wordsOf } from "../words/words.ts";

/** One word of the text. */
export interface QueryWord {
  readonly raw: string;
  readonly folded: string;
  /** The sign that ties it to the word before ("12/05", "20 - 25"); "" for none. */
  readonly sign: string;
  /** A label ("Nombre:"), a clause or a sentence ends before it. */
  readonly isApart: boolean;
  readonly isAfterLabel: boolean;
  readonly startsSentence: boolean;
}

/** A long report in words; what stands behind them is not looked at. */
export const MOST_WORDS = 120;
/** Signs beyond these say nothing more. */
const LONGEST_GAP = 12;
/** A full stop after a word of so few letters may be that of an abbreviation: "Ma.", "Hdez.". */
const LONGEST_ABBREVIATION = 4;
const YEAR_OR_LONGER = /^\d{3,}$/u;
const SMALL = /^\p{Ll}/u;
const CAPITAL = /^\p{Lu}/u;

const TIE = /^(?:\s*([-/–—])\s*|([.,:]))$/u;
const DASH = /[–—]/u;
const CLAUSE_END = /[,;:()"“”«»|•]|\s[-–—]\s/u;
const SENTENCE_END = /[!?\n\r]/u;

const YEARS_GLUED = /^(\d{1,3})(?:anos?|anitos|a|ans|zan|lane|yo|yrs?)$/u;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|ro|ero|er|º)$/u;

const YEARS = "anos";

type Before = Omit<QueryWord, "raw" | "folded">;

const NOTHING: Before = { sign: "", isApart: false, isAfterLabel: false, startsSentence: false };

/** "2024. Es de ...", "ayer. Es de ...": names are abbreviated with a capital, or everything is in small letters. */
const mayBeAbbreviated = ({ raw, folded }: QueryWord, next: string): boolean =>
  folded.length <= LONGEST_ABBREVIATION &&
  !YEAR_OR_LONGER.test(folded) &&
  !(SMALL.test(raw) && CAPITAL.test(next));

function beforeOf(gap: string, last: QueryWord | undefined, next: string): Before {
  if (last === undefined) return NOTHING;
  const [, spaced = "", close = ""] = TIE.exec(gap) ?? [];
  const isStop = gap.includes(".") && !mayBeAbbreviated(last, next);
  const startsSentence = isStop || SENTENCE_END.test(gap);
  return {
    sign: DASH.test(spaced) ? "-" : spaced + close,
    isApart: startsSentence || CLAUSE_END.test(gap),
    isAfterLabel: gap.includes(":"),
    startsSentence,
  };
}

function parted(raw: string, before: Before): readonly QueryWord[] {
  const [word] = wordsOf(raw);
  if (word === undefined) return [];
  const [, age] = YEARS_GLUED.exec(word.folded) ?? [];
  if (age !== undefined) {
    const unit = { raw: word.raw.slice(age.length), folded: YEARS, ...NOTHING };
    return [{ raw: age, folded: age, ...before }, unit];
  }
  const folded = ORDINAL.exec(word.folded)?.[1] ?? word.folded;
  return [{ raw: word.raw, folded, ...before }];
}

/** The first words of a text of any length. */
export function queryWords(text: string): readonly QueryWord[] {
  const words: QueryWord[] = [];
  let end = 0;
  for (const { 0: raw, index } of wordMatches(text)) {
    const gap = text.slice(end, Math.min(index, end + LONGEST_GAP));
    words.push(...parted(raw, beforeOf(gap, words.at(-1), raw)));
    end = index + raw.length;
    if (words.length >= MOST_WORDS) break;
  }
  return words.slice(0, MOST_WORDS);
}

export const phraseOf = (words: readonly QueryWord[]): string => words.map(({ folded }) => folded).join(" ");

export const isNumber = (word: QueryWord | undefined): word is QueryWord =>
  word !== undefined && /^\d+$/u.test(word.folded);

/** How many words at the beginning are numbers tied by signs: "12/05/1998", "555-0100". */
export function figureLength(words: readonly QueryWord[]): number {
  let length = isNumber(words[0]) ? 1 : 0;
  while (length > 0 && isNumber(words[length]) && words[length]!.sign !== "") length += 1;
  return length;
}
