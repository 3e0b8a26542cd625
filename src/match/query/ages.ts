/** Ages in running text: "20 años", "entre 20 y 25", "20 y pico", "menor de edad", "8 meses", "17 años en 2024". */
import { dateAt, type Dating } from "./dates.ts";
import { figureLength, isNumber, phraseOf, type QueryWord } from "./words.ts";

export interface Age {
  readonly from: number;
  readonly to: number;
  readonly asOf?: string;
}

/** A number that a text begins with, and what follows it. */
export interface AgeAt {
  /** In words. */
  readonly length: number;
  /** Null: a number that is no age. */
  readonly age: Age | null;
  /** It is said that it is an age: not a number alone. */
  readonly isTold: boolean;
}

const OLDEST = 120;
const OF_AGE = 18;

const YEAR_UNITS = new Set("anos ano anitos years year yrs yr ans ane zan lane".split(" "));
const MONTH_UNITS = new Set("meses mes months month mois mwa".split(" "));
const isIn = (set: ReadonlySet<string>, word: QueryWord | undefined): boolean =>
  word !== undefined && set.has(word.folded);

/** What is measured, or counted, so is not how old somebody is. */
const MEASURES = new Set(
  (
    "dias dia semanas semana horas hora days day weeks week hours hour jours jou kilos kg libras lbs metros metro mts cm " +
    "veces pesos dolares"
  ).split(" "),
);
const COUNTED = new Set(
  (
    "hijos hijas hermanos hermanas amigos personas tatuajes cicatrices lunares dientes children kids brothers sisters " +
    "tattoos scars"
  ).split(" "),
);
const isCounted = (word: QueryWord | undefined): boolean => isIn(MEASURES, word) || isIn(COUNTED, word);
const RANGE_LINKS = new Set("a y o u e to or and ak".split(" "));
const AND_SOME = new Set("pico piquito tantos tanto algo".split(" "));
/** A time that has passed since something else. */
const SINCE = new Set("hace hacen durante lleva llevaba depuis ago".split(" "));
const AS_OF = new Set("en in".split(" "));
/** The first ones with "de": a "hermano menor" is any brother. */
const AGE = new Set(["edad"]);
const UNDER = new Set(["menor de", "menores de", "under"]);
const OVER = new Set(["mayor de", "mayores de", "over"]);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  (
    "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho " +
    "diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
  )
    .split(" ")
    .map((name, at) => [name, at + 1]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
    .split(" ")
    .map((name, at) => [name, 10 * (at + 3)]),
);

const yearsOf = (word: QueryWord | undefined): number | null => {
  if (!isNumber(word) || word.folded.length > 3) return null;
  const years = Number(word.folded);
  return years > 0 && years <= OLDEST ? years : null;
};

const sorted = (one: number, other: number): Age => ({
  from: Math.min(one, other),
  to: Math.max(one, other),
});

/** "menor de edad", "mayor de 30", "under 18". */
function boundAt(words: readonly QueryWord[]): AgeAt | null {
  const { length } = words[1]?.folded === "de" && !words[1].isApart ? words.slice(0, 2) : words.slice(0, 1);
  const bound = phraseOf(words.slice(0, length));
  const isUnder = UNDER.has(bound);
  if (!isUnder && !OVER.has(bound)) return null;
  const years = isIn(AGE, words[length]) ? OF_AGE : yearsOf(words[length]);
  if (years === null) return null;
  const age = isUnder ? { from: 0, to: years - 1 } : { from: years, to: OLDEST };
  return { length: length + 1, age, isTold: true };
}

/** "hace 3 años". */
function sinceAt(words: readonly QueryWord[]): AgeAt | null {
  if (!isIn(SINCE, words[0]) || !isNumber(words[1])) return null;
  const hasUnit = [YEAR_UNITS, MONTH_UNITS, MEASURES].some((units) => isIn(units, words[2]));
  return { length: hasUnit ? 3 : 2, age: null, isTold: false };
}

interface Range {
  readonly length: number;
  readonly age: Age;
  readonly isTold: boolean;
}

/** "20-25", "20 a 25", "entre 20 y 25"; not "20 y 2 hermanos". */
function toAt(words: readonly QueryWord[]): { readonly length: number; readonly to: number } | null {
  const [, link, next] = words;
  const tied = figureLength(words) === 2 && link?.sign === "-" ? yearsOf(link) : null;
  if (tied !== null) return { length: 2, to: tied };
  const to = isIn(RANGE_LINKS, link) && !isCounted(words[3]) ? yearsOf(next) : null;
  return to === null ? null : { length: 3, to };
}

function rangeAt(words: readonly QueryWord[], years: number): Range {
  const [, link, next] = words;
  if (link?.folded === "y" && isIn(AND_SOME, next))
    return { length: 3, age: { from: years, to: years - (years % 10) + 9 }, isTold: true };
  const end = toAt(words);
  if (end === null) return { length: 1, age: { from: years, to: years }, isTold: false };
  return { length: end.length, age: sorted(years, end.to), isTold: false };
}

/** "en 2024" behind an age. */
function asOfAt(
  words: readonly QueryWord[],
  dating: Dating,
): { readonly length: number; readonly asOf?: string } {
  const at = words[0]?.folded === "de" && words[1]?.folded === "edad" ? 2 : 0;
  if (!isIn(AS_OF, words[at])) return { length: 0 };
  const found = dateAt(words.slice(at + 1), { ...dating, isExpected: true });
  if (found === null) return { length: 0 };
  const length = at + 1 + found.length;
  return found.date === null ? { length } : { length, asOf: found.date };
}

/** "17 y/o": its two letters are words. */
const unitLength = (words: readonly QueryWord[]): number => {
  if (isIn(YEAR_UNITS, words[0])) return 1;
  return words[0]?.folded === "y" && words[1]?.folded === "o" && words[1].sign === "/" ? 2 : 0;
};

function yearsAt(words: readonly QueryWord[], years: number, dating: Dating): AgeAt {
  const range = rangeAt(words, years);
  const unit = unitLength(words.slice(range.length));
  const length = range.length + unit;
  const { length: more, ...asOf } = asOfAt(words.slice(length), dating);
  return { length: length + more, age: { ...range.age, ...asOf }, isTold: range.isTold || unit > 0 };
}

const noAge = (length: number): AgeAt => ({ length, age: null, isTold: false });

function monthsAt(months: number): AgeAt {
  const years = Math.floor(months / 12);
  return years > OLDEST ? noAge(2) : { length: 2, age: { from: years, to: years }, isTold: true };
}

/** "170 cm", "1.65 m"; but "20 m" is a man of 20. */
const isMeasure = (unit: QueryWord | undefined, figure: number): boolean =>
  isIn(MEASURES, unit) || (figure > 1 && unit?.folded === "m");

function numberAt(words: readonly QueryWord[], dating: Dating): AgeAt | null {
  const [word, unit] = words;
  if (!isNumber(word)) return null;
  if (isIn(MONTH_UNITS, unit)) return monthsAt(Number(word.folded));
  const figure = figureLength(words);
  if (isMeasure(words[figure], figure)) return noAge(figure + 1);
  const years = yearsOf(word);
  if (years === null || isIn(COUNTED, unit)) return noAge(figure);
  const read = yearsAt(words, years, dating);
  return read.length < figure ? noAge(figure) : read;
}

const inWords = (numbers: ReadonlyMap<string, number>, word: QueryWord | undefined): number =>
  numbers.get(word?.folded ?? "") ?? 0;

/** "veinte años", "treinta y dos años": only before "años", for "tres" may be a name or a mark. */
function spelledAt(words: readonly QueryWord[], dating: Dating): AgeAt | null {
  const tens = inWords(TENS, words[0]);
  const ones = tens > 0 && words[1]?.folded === "y" ? inWords(NUMBERS, words[2]) : 0;
  const years = tens + (tens > 0 ? ones : inWords(NUMBERS, words[0]));
  const unitAt = ones > 0 ? 3 : 1;
  if (years === 0 || !isIn(YEAR_UNITS, words[unitAt])) return null;
  const { length, ...asOf } = asOfAt(words.slice(unitAt + 1), dating);
  return { length: unitAt + 1 + length, age: { from: years, to: years, ...asOf }, isTold: true };
}

/** The age, or another number, that these words begin with; null for none. */
export const ageAt = (words: readonly QueryWord[], dating: Dating): AgeAt | null =>
  boundAt(words) ?? sinceAt(words) ?? numberAt(words, dating) ?? spelledAt(words, dating);
