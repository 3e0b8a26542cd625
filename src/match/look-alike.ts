/**
 * Whether two names of houses can be taken for one another: by letters of other alphabets, digits in the place of
 * letters, case, accents, spaces, little words, or a slip in a long word. Words of their own (a town, a number)
 * tell houses apart, however much else they share. Made for warning people: it decides nothing by itself.
 */
import unhomoglyph from "unhomoglyph";
import { distance } from "./words/edit-distance.ts";

/** Digits that stand for letters inside a word; 0 and 1 are in Unicode's own table. */
const DIGITS: Readonly<Record<string, string>> = { 3: "e", 4: "a", 5: "s", 7: "t", 8: "b" };

/** Small letters of other alphabets that look like our capitals: Unicode's table leaves them as small capitals. */
const SMALL_CAPITALS: Readonly<Record<string, string>> = { ʙ: "b", ʜ: "h", ĸ: "k", ᴛ: "t", ʍ: "m", ɴ: "n" };

const LITTLE = new Set(["de", "del", "la", "las", "el", "los", "y", "e"].map(shapeOf));

const LONG_WORD = 6;
const LONG_NAME = 12;
const LONGER_NAME = 16;

/** Letters as they look: those that look alike become one. For comparing only (Unicode TS 39, section 4). */
function shapeOf(text: string): string {
  const lower = unhomoglyph(bare(text)).toLowerCase();
  return bare(unhomoglyph(lower))
    .toLowerCase()
    .replace(/[ʙʜĸᴛʍɴ]/gu, (letter) => SMALL_CAPITALS[letter] ?? letter)
    .replace(/i/gu, "l")
    .replace(/vv/gu, "w");
}

/** Without accents, and without what takes no room on the screen. */
function bare(text: string): string {
  return text.normalize("NFKD").replace(/[\p{M}\p{Cf}\p{Cc}]/gu, "");
}

function wordShape(word: string): string {
  const shape = shapeOf(word);
  return /\p{L}/u.test(bare(word)) ? shape.replace(/[34578]/gu, (digit) => DIGITS[digit] ?? digit) : shape;
}

/** A name as it looks. */
export interface Look {
  readonly whole: string;
  /** Without the little ones. */
  readonly words: readonly string[];
}

export function lookOf(name: string): Look {
  const words = (bare(name).match(/[\p{L}\p{N}]+/gu) ?? []).map(wordShape);
  return { whole: words.join(""), words: words.filter((word) => word !== "" && !LITTLE.has(word)) };
}

const slipsAllowed = (length: number): number => {
  if (length < LONG_NAME) return 0;
  return length < LONGER_NAME ? 1 : 2;
};

const maySlip = (word: string): boolean => word.length >= LONG_WORD && !/\p{N}/u.test(word);

/** Edits between as many words; infinite where a short word or a number differs: it has its own meaning. */
function slipsBetween(one: readonly string[], other: readonly string[]): number {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  let slips = 0;
  for (const [at, word] of one.entries()) {
    const beside = other[at] ?? "";
    if (word === beside) continue;
    if (!maySlip(word) || !maySlip(beside)) return Number.POSITIVE_INFINITY;
    slips += distance(word, beside);
  }
  return slips;
}

const lengthOf = ({ words }: Look): number => words.join("").length;

/** The same for both orders; true for a name and itself. A name without letters or digits is like none. */
export function looksAlike(one: Look, other: Look): boolean {
  if (one.whole === "" || other.whole === "") return false;
  if (one.whole === other.whole) return true;
  const length = Math.min(lengthOf(one), lengthOf(other));
  return length > 0 && slipsBetween(one.words, other.words) <= slipsAllowed(length);
}
