/**
 * What of a word counts when nicknames are formed: how it is said, and how a small child says it. Plain loops over the
 * letters, because this is done for hundreds of words per query.
 */

/** Stands for ch, sh and x, which are one sound here. */
const CH = "C";

const LIKE: Readonly<Record<string, string>> = { v: "b", z: "s", q: "k", w: "u", y: "i", x: CH };
const PAIRS: Readonly<Record<string, string>> = {
  ch: CH,
  sh: CH,
  tx: CH,
  ph: "f",
  th: "t",
  qu: "k",
  ll: "i",
};

const FIRST_OF_PAIR = "cstpqlg";

export const isVowel = (letter: string | undefined): boolean =>
  letter !== undefined && "aeiou".includes(letter);
const isFront = (letter: string | undefined): boolean => letter === "e" || letter === "i" || letter === "y";

function soundAt(word: string, at: number): string {
  const letter = word.charAt(at);
  const next = word.charAt(at + 1);
  if (letter === "c") return isFront(next) ? "s" : "k";
  if (letter === "g" && isFront(next)) return "j";
  return letter === "h" ? "" : (LIKE[letter] ?? letter);
}

/** What the two letters are together; "" where each has a sound of its own. */
function pairAt(word: string, at: number): string {
  const letter = word.charAt(at);
  if (!FIRST_OF_PAIR.includes(letter)) return "";
  const next = word.charAt(at + 1);
  if (letter === "g") return next === "u" && isFront(word.charAt(at + 2)) ? "g" : "";
  return PAIRS[letter + next] ?? "";
}

/** As it is said: "quique" is "kike", "yeni" is "ieni", "nacho" is "naCo". */
export function said(word: string): string {
  let out = "";
  let last = "";
  for (let at = 0; at < word.length; at += 1) {
    const pair = pairAt(word, at);
    const sound = pair === "" ? soundAt(word, at) : pair;
    if (pair !== "") at += 1;
    if (sound !== last) out += sound;
    if (sound !== "") last = sound;
  }
  return out;
}

const CHILD: Readonly<Record<string, string>> = { s: CH, f: "p", r: "l" };
const STOPS = "pbtdkg";

/** A weak vowel between consonant and vowel is left out. */
const isWeak = (before: string, next: string): boolean => before !== "" && !isVowel(before) && isVowel(next);

/** So is what closes a syllable; only n and m stay. */
const closes = (sound: string, next: string): boolean =>
  sound !== "n" && sound !== "m" && next !== "" && !isVowel(next) && !"lr".includes(next);

/** Whether a child leaves a sound out; of two consonants that begin a syllable, the second. */
function isLost(before: string, sound: string, next: string): boolean {
  if (sound === "i" || sound === "u") return isWeak(before, next);
  if (isVowel(sound)) return false;
  return (sound === "l" && before !== "" && STOPS.includes(before)) || closes(sound, next);
}

/** A "t" before a weak i is said ch, as s always is. */
const softens = (sound: string, word: string, at: number): boolean =>
  sound === "t" && word.charAt(at + 1) === "i" && isVowel(word.charAt(at + 2));

/** As a small child says it, from how it is said: "bisente" is "biCente", "losario" is "loCalo", "alberto" is "abeto". */
export function childish(word: string): string {
  let out = "";
  let before = "";
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const glide = letter === "i" && isVowel(word.charAt(at + 1)) && (before === "" || isVowel(before));
    const sound = glide ? "l" : softens(letter, word, at) ? CH : (CHILD[letter] ?? letter);
    if (!isLost(before, sound, word.charAt(at + 1))) out += sound;
    before = sound;
  }
  return out;
}

/** A word with what is made of it once. */
export interface Shape {
  readonly said: string;
  readonly child: string;
}

export function shapeOf(word: string): Shape {
  const sound = said(word);
  return { said: sound, child: childish(sound) };
}

/** Every two neighbouring sounds of a word, as it is said and as a child says it; each once. */
export function soundPairsOf({ said: sound, child }: Shape): Iterable<string> {
  const pairs = new Set<string>();
  for (const text of [sound, child])
    for (let at = 2; at <= text.length; at += 1) pairs.add(text.slice(at - 2, at));
  return pairs;
}
