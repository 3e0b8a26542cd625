/**
 * Words of names as they are compared: folded (lower case, no accents, no apostrophes) and by how
 * they sound in Spanish as it is spoken along the route (b = v, s = c = z, no h, ll = y, g = j
 * before e and i, qu = k). Simple on purpose.
 */

/** One word as it stands in the text, folded, and by sound. */
export interface Word {
  readonly raw: string;
  readonly folded: string;
  readonly sound: string;
}

const APOSTROPHE = /['\u2018\u2019\u02BC\u02BB\uA78C`\u00B4]/gu;

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, "f"],
  [/[cs]h/gu, "Q"],
  [/h(?=u[aeio])/gu, ""],
  [/gu(?=[ei])/gu, "G"],
  [/g(?=[ei])/gu, "j"],
  [/(?:^|\s)u(?=[aeio])|gu(?=[ao])/gu, "w"],
  [/qu|q/gu, "k"],
  [/c(?=[eiy])|z|ç/gu, "s"],
  [/ck|c/gu, "k"],
  [/^x/gu, "j"],
  [/x/gu, "s"],
  [/v/gu, "b"],
  [/ll|y/gu, "i"],
  [/h/gu, ""],
  [/n(?=[bp])/gu, "m"],
  [/(.)\1+/gu, "$1"],
];

const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(APOSTROPHE, "").toLowerCase();

const soundOf = (folded: string): string => {
  const sound = SOUNDS.reduce((text, [pattern, to]) => text.replace(pattern, to), folded);
  return sound === "" ? folded : sound;
};

/** What is longer is no name, and comparing it would take long. */
const LONGEST_WORD = 40;

/** The words of a text; hyphens, spaces and other signs part them, apostrophes do not. */
export const wordsOf = (text: string): readonly Word[] =>
  (text.replace(APOSTROPHE, "'").match(/[\p{L}\p{M}\p{N}']+/gu) ?? [])
    .map((word) => word.slice(0, LONGEST_WORD))
    .map((raw) => ({ raw, folded: fold(raw) }))
    .filter(({ folded }) => folded !== "")
    .map(({ raw, folded }) => ({ raw, folded, sound: soundOf(folded) }));

/** A phrase as a key: its words folded, one space between. */
export const phraseOf = (words: readonly Word[]): string => words.map(({ folded }) => folded).join(" ");

/** Words of little weight: they say nothing of who is meant. */
export const isParticle = (word: Word): boolean => PARTICLES.has(word.folded);

const PARTICLES = new Set(
  [
    "de",
    "del",
    "la",
    "las",
    "los",
    "el",
    "y",
    "e",
    "da",
    "do",
    "dos",
    "di",
    "du",
    "le",
    "the",
    "of",
    "en",
    "in",
  ].concat([
    "anos",
    "ano",
    "edad",
    "age",
    "years",
    "year",
    "old",
    "ans",
    "ane",
    "zan",
    "tiene",
    "como",
    "unos",
    "from",
    "con",
  ]),
);
