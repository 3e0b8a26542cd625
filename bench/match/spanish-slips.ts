/**
 * How a word of a name is misheard or mistyped by people who speak Spanish: letters that sound alike along the
 * route, keys that lie side by side, letters left out, doubled or swapped. First corruptor only.
 */
import type { Random } from "./random.ts";

type Rule = readonly [heard: RegExp, written: string];

/** Both ways round, where both are heard. */
const SPANISH: readonly Rule[] = [
  [/b/u, "v"],
  [/v/u, "b"],
  [/s(?=[aeiou])/u, "z"],
  [/z/u, "s"],
  [/c(?=[ei])/u, "s"],
  [/s(?=[ei])/u, "c"],
  [/ll/u, "y"],
  [/y(?=[aeiou])/u, "ll"],
  [/^h/u, ""],
  [/^(?=[aeiou])/u, "h"],
  [/g(?=[ei])/u, "j"],
  [/j(?=[ei])/u, "g"],
  [/^x/u, "j"],
  [/x/u, "s"],
  [/qu(?=[ei])/u, "k"],
  [/c(?=[aou])/u, "k"],
  [/k(?=[aou])/u, "c"],
  [/hu(?=[aei])/u, "gu"],
  [/hu(?=[aei])/u, "w"],
  [/w/u, "gu"],
  [/m(?=[pb])/u, "n"],
  [/n(?=[pb])/u, "m"],
  [/i(?=[aeo])/u, "y"],
  [/y$/u, "i"],
  [/i$/u, "y"],
  [/ñ/u, "n"],
  [/rr/u, "r"],
  [/(?<=[aeiou])r(?=[aeiou])/u, "rr"],
  [/nn/u, "n"],
  [/th/u, "t"],
  [/ph/u, "f"],
  [/z$/u, "s"],
  [/s$/u, ""],
  [/d$/u, ""],
];

/** Maya, Nahua and Garífuna names as a Spanish ear writes them. */
const INDIGENOUS: readonly Rule[] = [
  [/q'/u, "k"],
  [/k'/u, "c"],
  [/'/u, ""],
  [/x/u, "sh"],
  [/x/u, "ch"],
  [/^tz/u, "s"],
  [/tz/u, "ts"],
  [/dz/u, "z"],
  [/k/u, "c"],
  [/c$/u, "k"],
  [/tl/u, "t"],
  [/hu(?=[aei])/u, "w"],
  [/gü/u, "w"],
  [/oo/u, "o"],
  [/aa/u, "a"],
  [/uu/u, "u"],
  [/j/u, "h"],
];

/** Creole and French names as a Spanish ear writes them. */
const HAITIAN: readonly Rule[] = [
  [/ou/u, "u"],
  [/ou/u, "w"],
  [/ch/u, "sh"],
  [/c(?=[aou])/u, "k"],
  [/ç/u, "s"],
  [/oi/u, "ua"],
  [/eau/u, "o"],
  [/au/u, "o"],
  [/ean/u, "an"],
  [/è|é|ê/u, "e"],
  [/s$/u, ""],
  [/e$/u, ""],
  [/th/u, "t"],
  [/j/u, "y"],
  [/ph/u, "f"],
  [/-/u, " "],
];

export const EARS = { spanish: SPANISH, indigenous: INDIGENOUS, haitian: HAITIAN } as const;
export type Ear = keyof typeof EARS;

const capitalsOf = (word: string, changed: string): string =>
  /^\p{Lu}/u.test(word) ? changed.charAt(0).toUpperCase() + changed.slice(1) : changed;

/** The word as somebody with this ear writes it; null where nothing of it can be misheard. */
export function mishear(word: string, ear: Ear, random: Random): string | null {
  const lower = word.toLowerCase();
  const rules: readonly Rule[] = ear === "spanish" ? SPANISH : [...EARS[ear], ...EARS[ear], ...SPANISH];
  const heard = rules
    .filter(([pattern]) => pattern.test(lower))
    .map(([pattern, written]) => lower.replace(pattern, written))
    .filter((changed) => changed !== lower && changed.length > 1);
  return heard.length === 0 ? null : capitalsOf(word, random.pick(heard));
}

const KEYS = ["qwertyuiop", "asdfghjklñ", "zxcvbnm"];

function neighbours(key: string): readonly string[] {
  const row = KEYS.findIndex((keys) => keys.includes(key));
  if (row < 0) return [];
  const at = KEYS[row]!.indexOf(key);
  return [KEYS[row]![at - 1], KEYS[row]![at + 1], KEYS[row - 1]?.[at], KEYS[row + 1]?.[at]].filter(
    (found) => found !== undefined,
  );
}

type Slip = (word: string, at: number, random: Random) => string;

const SLIPS: readonly Slip[] = [
  (word, at, random) => {
    const keys = neighbours(word.charAt(at).normalize("NFD").charAt(0).toLowerCase());
    return keys.length === 0 ? word : word.slice(0, at) + random.pick(keys) + word.slice(at + 1);
  },
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.charAt(at).toLowerCase() + word.slice(at),
  (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
];
const SHORTEST_SLIP = 3;

/** The word with one slip of the finger, which is seldom the first letter; null where it is too short. */
export function mistype(word: string, random: Random): string | null {
  if (word.length < SHORTEST_SLIP) return null;
  const at = random.chance(0.1) ? 0 : 1 + random.below(word.length - 1);
  const typed = random.pick(SLIPS)(word, at, random);
  return typed === word ? null : typed;
}
