/**
 * The rules by which Spanish makes a short name of one long one, each with how plausible its outcome is. They know no
 * list; a rule that does not apply answers 0.
 */
import { isVowel, type Shape } from "./shape.ts";

export type Rule = (short: Shape, name: Shape) => number;

const SHORTEST = 3;
const SHORTEST_ENDING = 4;
const TWO_SYLLABLES = 5;

const lastOf = (word: string): string => word.charAt(word.length - 1);
const withoutLast = (word: string): string => word.slice(0, -1);

/** Alejandro: Ale; Fernando: Fer; Sofía: Sofi. One letter less is Daniel of Daniela, and no nickname. */
export const beginning: Rule = ({ said: short }, { said: name }) => {
  if (short.length < SHORTEST || !name.startsWith(short)) return 0;
  const last = lastOf(short);
  const dropped = name.length - short.length;
  if (dropped === 1) return last === "i" && isVowel(lastOf(name)) ? 0.5 : 0;
  if (dropped === 0 || short.length > TWO_SYLLABLES) return dropped === 0 ? 0 : 0.5;
  return isVowel(last) ? 0.8 : 0.6;
};

/** Roberto: Berto; Guadalupe: Lupe; Elena: Lena. */
export const ending: Rule = ({ said: short }, { said: name }) => {
  if (short.length < SHORTEST_ENDING || isVowel(short[0]) || !name.endsWith(short)) return 0;
  const dropped = name.length - short.length;
  return dropped > 1 || (dropped === 1 && isVowel(name[0])) ? 0.7 : 0;
};

const NEW_ENDS: Readonly<Record<string, number>> = { i: 0.6, e: 0.3, a: 0.35, o: 0.35, u: 0.3 };

/** Letters of the name that a new end stands for at least: Juani of Juan, Rosi of Rosa, but no Marta of Martín. */
const fewestDropped = (end: string): number => (end === "i" ? 0 : 3);

function newEnd(short: string, name: string): number {
  if (name === "" || !short.startsWith(name.charAt(0))) return 0;
  const stem = withoutLast(short);
  const end = lastOf(short);
  if (stem.length < SHORTEST || isVowel(lastOf(stem)) || !name.startsWith(stem)) return 0;
  return name.length - stem.length < fewestDropped(end) ? 0 : (NEW_ENDS[end] ?? 0);
}

/** Rosario: Rosi; Leticia: Lety; Concepción: Concha; Francisco: Pancho. */
const beginningWithNewEnd: Rule = (short, name) =>
  Math.max(newEnd(short.said, name.said), 0.9 * newEnd(short.child, name.child));

/** Alejandro: Alex. */
const beginningInX: Rule = ({ said: short }, { said: name }) =>
  short.length > SHORTEST && short.endsWith("C") && name.startsWith(`${withoutLast(short)}j`) ? 0.6 : 0;

/** Ends as names of men or women do. */
const isOpen = (word: string): boolean => word.endsWith("o") || word.endsWith("a");

const endsIn = (name: string, short: string): boolean => name.length > short.length && name.endsWith(short);

/** Vicente: Chente; Rosario: Chayo; Ernesto: Neto; Isabel: Chabela; Sofía: Chofi, whose whole name changes. */
const childishEnding: Rule = ({ said, child: short }, { child: name }) => {
  if (isVowel(short[0])) return 0;
  if (short.length < SHORTEST_ENDING) return closing(short, name);
  if (endsIn(name, short)) return 0.55;
  if (!isVowel(lastOf(name)) && endsIn(name + lastOf(short), short)) return isOpen(short) ? 0.55 : 0;
  return said.startsWith("C") && name.startsWith(withoutLast(short)) && name.length <= short.length + 1
    ? 0.5
    : 0;
};

/** Agustín: Tin; Encarnación: Chon. */
const closing = (short: string, name: string): number =>
  short.length === SHORTEST && short.endsWith("n") && endsIn(name, short) ? 0.35 : 0;

/** Martín: Tincho; Ramón: Moncho; Juan: Juancho. */
const inCho: Rule = ({ child: short }, { child: name }) => {
  if (short.charAt(short.length - 2) !== "C" || !isVowel(lastOf(short))) return 0;
  const stem = short.slice(0, -2);
  if (stem.length < SHORTEST) return 0;
  return lastOf(stem) === "n" && (name.endsWith(stem) || name.startsWith(stem)) ? 0.45 : 0;
};

const DOUBLED = 4;

/** Liliana: Lili; Alfonso: Fofo. */
const doubled: Rule = ({ said: short, child }, { said, child: name }) => {
  if (short.length !== DOUBLED) return 0;
  const half = short.slice(0, 2);
  if (short !== half + half || isVowel(half[0]) || !isVowel(half[1])) return 0;
  if (said.startsWith(half) || said.endsWith(half)) return 0.4;
  return said.includes(half) || name.includes(child.slice(0, 2)) ? 0.3 : 0;
};

/** The syllables in another order: Pablo, Blopa. */
const swapped: Rule = ({ said: short }, { said: name }) => {
  if (short.length !== name.length || short.length < SHORTEST_ENDING || short === name) return 0;
  const cut = `${name}${name}`.indexOf(short);
  return cut > 1 && cut < name.length - 1 && isVowel(name[cut - 1]) && !isVowel(name[cut]) ? 0.4 : 0;
};

const RULES: readonly Rule[] = [
  beginning,
  ending,
  beginningWithNewEnd,
  beginningInX,
  childishEnding,
  inCho,
  doubled,
  swapped,
];

/** Whatever the rule, a nickname begins as its name does somewhere: most words are told apart by that alone. */
const canBe = (short: Shape, name: Shape): boolean => name.child.includes(short.child.slice(0, 2));

/** The most plausible rule. */
export function shortened(short: Shape, name: Shape): number {
  if (!canBe(short, name)) return 0;
  return RULES.reduce((best, rule) => Math.max(best, rule(short, name)), 0);
}
