/** The words of place names: abbreviations, little words, and the parts of a name that people make do with. */
import { type Word, wordsOf } from "../words/words.ts";

const LITTLE = new Set(
  ["de", "del", "la", "las", "lo", "los", "el", "y", "e", "d"].concat(["du", "des", "le", "les", "a"]),
);
export const isLittle = (folded: string): boolean => LITTLE.has(folded);

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sn: "san",
    s: "san",
    sta: "santa",
    sto: "santo",
    sntgo: "santiago",
    stgo: "santiago",
    cd: "ciudad",
    cdad: "ciudad",
    pto: "puerto",
    pta: "punta",
    gpe: "guadalupe",
    fco: "francisco",
    gral: "general",
    col: "colonia",
    mpio: "municipio",
    mun: "municipio",
    depto: "departamento",
    dpto: "departamento",
    dept: "departamento",
    edo: "estado",
    st: "saint",
    ste: "sainte",
    pt: "port",
  }),
);

/** What is longer is no name of a place; it bounds the work on whatever was pasted. */
const LONGEST_TEXT = 200;
const MOST_WORDS = 12;

const SPLIT = /[^\p{L}\p{M}\p{N}'\u2018\u2019\u02BC\u02BB\uA78C`\u00B4]+/u;

const writtenOut = (word: Word): readonly Word[] => {
  const meant = ABBREVIATIONS.get(word.folded);
  return meant === undefined ? [word] : wordsOf(meant);
};

/** The words of a written place, abbreviations written out. */
export const townWords = (text: string): readonly Word[] =>
  text
    .slice(0, LONGEST_TEXT)
    .split(SPLIT, MOST_WORDS)
    .flatMap((part) => wordsOf(part).slice(0, 1))
    .flatMap(writtenOut);

/** Folded words of names by their letters: names of places repeat theirs. */
export type KnownWords = Map<string, readonly string[]>;

function foldedOf(part: string, known: KnownWords): readonly string[] {
  const found = known.get(part);
  if (found !== undefined) return found;
  const made = townWords(part).map(({ folded }) => folded);
  known.set(part, made);
  return made;
}

const PARTING = /[ -]/u;

/** The same for a name in a list, folded only: there are many of them. */
export function nameWords(name: string, known: KnownWords): readonly string[] {
  const words: string[] = [];
  for (const part of name.split(PARTING)) for (const word of foldedOf(part, known)) words.push(word);
  return words;
}

export const foldedWords = (words: readonly Word[]): readonly string[] => words.map(({ folded }) => folded);

/** A name as a key: folded, without its little words. */
export function keyOf(folded: readonly string[]): string {
  let key = "";
  for (const word of folded) if (!LITTLE.has(word)) key = key === "" ? word : `${key} ${word}`;
  return key === "" ? folded.join(" ") : key;
}

/** By sound, in one piece, so that it does not matter where words are parted. */
function inOnePiece(sounds: readonly string[]): string {
  let piece = "";
  for (const sound of sounds) piece += piece.endsWith(sound.charAt(0)) ? sound.slice(1) : sound;
  return piece;
}

export function soundKeyOf(words: readonly Word[]): string {
  const weighty = words.filter(({ folded }) => !isLittle(folded));
  return inOnePiece((weighty.length === 0 ? words : weighty).map(({ sound }) => sound));
}

/** The sounds of words by their letters. */
export type KnownSounds = Map<string, string>;

function soundOfWord(folded: string, known: KnownSounds): string {
  const found = known.get(folded);
  if (found !== undefined) return found;
  const [word] = wordsOf(folded);
  const sound = word?.sound ?? "";
  known.set(folded, sound);
  return sound;
}

/** The sound of a key. */
export const soundOfKey = (key: string, known: KnownSounds): string =>
  inOnePiece(key.split(" ").map((word) => soundOfWord(word, known)));

const LETTER_BITS = 32;

/** Which letters a text holds: texts whose bits differ much are far apart. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) % LETTER_BITS);
  return bits;
}

/** A sound and which letters it holds. */
export interface Heard {
  readonly sound: string;
  readonly letters: number;
}

function bitsIn(value: number): number {
  let left = value;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

/** Whether two sounds can be so few slips apart, by their lengths and letters alone. */
export const mayBeNear = (one: Heard, other: Heard, slips: number): boolean =>
  Math.abs(one.sound.length - other.sound.length) <= slips &&
  bitsIn(one.letters ^ other.letters) <= 2 * slips;

/** Letters that may be wrong in a name of this length by sound. */
export function slipsAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/** The first word says what the place is, or whose: alone it is no name. */
const TITLES = new Set(
  [
    "san",
    "santa",
    "santo",
    "saint",
    "sainte",
    "ciudad",
    "villa",
    "heroica",
    "puerto",
    "port",
    "nueva",
  ].concat(
    ["nuevo", "valle", "rio", "colonia", "barrio", "ejido", "loma", "lomas", "rancho", "hacienda", "poblado"],
    ["general", "doctor", "licenciado", "punta", "playa", "laguna", "agua", "aguas", "ojo", "boca", "bocas"],
    [
      "cerro",
      "rincon",
      "paso",
      "monte",
      "pueblo",
      "plan",
      "campo",
      "isla",
      "islas",
      "benito",
      "jose",
      "juan",
    ],
    [
      "petit",
      "petite",
      "grand",
      "grande",
      "anse",
      "gran",
      "alto",
      "alta",
      "bajo",
      "baja",
      "buena",
      "santiago",
    ],
  ),
);
const SAINTS = new Set(["san", "santa", "santo", "saint", "sainte"]);
export const isSaint = (folded: string): boolean => SAINTS.has(folded);
const LONE_SAINTS = new Set(["santiago", "asuncion", "concepcion", "magdalena"]);
const GENERIC = new Set(["ciudad", "heroica"]);
const ADJECTIVE = /^(?:viej|nuev|alt|baj)/u;
const SHORTEST_PART = 4;

/** A part of a name that stands for the whole, and how far it does, from 0 to 1. */
export interface NamePart {
  readonly words: readonly string[];
  readonly weight: number;
  /** "Choluteca" for "Ciudad Choluteca" is the name itself. */
  readonly isWhole: boolean;
}

const WITHOUT_GENERIC = 0.7;
const FIRST_WORDS = 0.2;
const BEFORE_OF = 0.3;
const LAST_WORDS = 0.2;

function withoutGeneric(words: readonly string[]): readonly NamePart[] {
  const [first = "", ...rest] = words;
  if (!GENERIC.has(first)) return [];
  const left = rest.slice(rest.findIndex((word) => !isLittle(word)));
  const [next = ""] = left;
  return ADJECTIVE.test(next) || next.length < SHORTEST_PART
    ? []
    : [{ words: left, weight: WITHOUT_GENERIC, isWhole: true }];
}

/** "San", "Ciudad": no name by themselves. */
const saysLittle = (word: string): boolean => TITLES.has(word) || word.length < SHORTEST_PART;

/** "Iguala" of Iguala de la Independencia, "San Pedro" of San Pedro Sula; not "San", not "Ciudad". */
function firstWords(words: readonly string[]): readonly NamePart[] {
  const parts: NamePart[] = [];
  let names = 0;
  for (let at = 0; at < words.length - 1; at += 1) {
    const word = words[at] ?? "";
    if (isLittle(word)) continue;
    names += 1;
    if (names === 1 && saysLittle(word)) continue;
    const weight = isLittle(words[at + 1] ?? "") ? BEFORE_OF : FIRST_WORDS;
    parts.push({ words: words.slice(0, at + 1), weight, isWhole: false });
  }
  return parts;
}

/** "Pinula" of Santa Catarina Pinula; not what follows "de", which names somebody or a department. */
function lastWords(words: readonly string[]): readonly NamePart[] {
  const [first = ""] = words;
  const start = isSaint(first) ? 2 : LONE_SAINTS.has(first) ? 1 : words.length;
  const next = words[start] ?? "";
  if (isLittle(next) || next.length < SHORTEST_PART) return [];
  return [{ words: words.slice(start), weight: LAST_WORDS, isWhole: false }];
}

/** Every part of a name by which people call the place. */
export const partsOf = (words: readonly string[]): readonly NamePart[] =>
  words.length < 2 ? [] : [...withoutGeneric(words), ...firstWords(words), ...lastWords(words)];
