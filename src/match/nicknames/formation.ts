/** Whether a nickname that no list has can have been formed from a name, by the rules and what the lists know. */
import { once } from "../once.ts";
import { book, forms } from "./book.ts";
import { basesOf } from "./diminutives.ts";
import { beginning, ending, shortened } from "./rules.ts";
import { childish, said, type Shape, shapeOf } from "./shape.ts";

/** What is shorter or longer is no nickname. */
const SHORTEST = 2;
const LONGEST = 14;
/** How much less a word that is a name of its own is a short form of another: Rosa of Rosario. */
const A_NAME_ITSELF = 0.3;
/** A diminutive of a short form, as a part of the short form's own plausibility. */
const ONE_STEP_MORE = 0.85;
const JOINED = 0.7;
const SHORTLY_JOINED = 0.55;
const LONG_ENOUGH = 5;

interface Base extends Shape {
  readonly weight: number;
  /** The names that the lists tie to it. */
  readonly names: ReadonlyMap<string, number> | undefined;
}

/** A possible nickname, worked out once for all names that it is held against. */
interface Asked {
  readonly shape: Shape;
  readonly isName: boolean;
  readonly bases: readonly Base[];
}

/** Of a nickname as it is said: the names that it stands for, as they are said, and how surely. */
const saidNames = once((): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const all = new Map<string, Map<string, number>>();
  for (const [nickname, ties] of book().names) {
    const names = all.get(said(nickname)) ?? new Map<string, number>();
    for (const { word, weight } of ties) names.set(said(word), Math.max(weight, names.get(said(word)) ?? 0));
    all.set(said(nickname), names);
  }
  return all;
});

const listedWeight = (short: string, name: string): number => saidNames().get(short)?.get(name) ?? 0;

const isName = (word: string): boolean =>
  book().listed.has(word) || (forms().has(word) && !book().names.has(word));

function ask(word: string): Asked {
  const named = isName(word);
  const bases = named ? [] : basesOf(word);
  return {
    shape: shapeOf(word),
    isName: named,
    bases: bases.map(({ said: sound, weight }) => ({
      said: sound,
      child: childish(sound),
      weight,
      names: saidNames().get(sound),
    })),
  };
}

function ofBase(base: Base, name: Shape): number {
  if (base.said === name.said) return base.weight;
  const listed = base.names?.get(name.said) ?? 0;
  const plausible = listed > 0 ? (1 + listed) / 2 : ONE_STEP_MORE * shortened(base, name);
  return base.weight * plausible;
}

function ofOne({ shape, isName: named, bases }: Asked, name: Shape): number {
  if (named) return A_NAME_ITSELF * Math.max(ofOpenBeginning(shape, name), ending(shape, name));
  let best = shortened(shape, name);
  for (const base of bases) best = Math.max(best, ofBase(base, name));
  return best;
}

/** Rosa of Rosario; but José is not of Josefa, nor Ángel of Angélica. */
const ofOpenBeginning = (short: Shape, name: Shape): number =>
  short.said.endsWith("a") || short.said.endsWith("i") ? beginning(short, name) : 0;

/** A part of a nickname for two names: a beginning, a nickname of its own, or the whole name. */
const isPartOf = (part: string, name: string): boolean =>
  part.length >= SHORTEST && (name.startsWith(part) || listedWeight(part, name) > 0);

/** Juan Carlos: Juanca; María José: Majo; José Luis: Pepelucho; María Elena: Marilena. */
function ofTwo(short: string, first: string, second: string): number {
  for (let cut = SHORTEST; cut <= short.length - SHORTEST; cut += 1)
    if (isPartOf(short.slice(0, cut), first) && isPartOf(short.slice(cut), second))
      return short.length < LONG_ENOUGH ? SHORTLY_JOINED : JOINED;
  return 0;
}

/** The first two sounds; null where there are fewer. */
const startOf = (sound: string): string | null => (sound.length < 2 ? null : sound.slice(0, 2));

/** What a name begins or goes on with that a base is of: the base itself, a short form of it, or of a listed name. */
const startsOf = ({ said: sound, child, names }: Base): readonly (string | null)[] => [
  startOf(sound),
  startOf(child),
  ...Array.from(names?.keys() ?? [], startOf),
];

/** Each rule asks for the first two sounds of the nickname, or of what it is a diminutive of, somewhere in the name. */
function startsAsked({ shape, isName: named, bases }: Asked): ReadonlySet<string> | null {
  const starts = named ? [startOf(shape.said)] : [startOf(shape.child), ...bases.flatMap(startsOf)];
  return starts.includes(null) ? null : new Set(starts.filter((start) => start !== null));
}

/** What a nickname can have been formed from. */
export interface Formations {
  /**
   * How plausible it is, from 0 (not at all) to 1, that somebody of this name is called so. Whoever keeps names may
   * keep their shapes, and hand them in.
   */
  readonly from: (name: string, shape?: Shape) => number;
  /** A single name that it is formed from has at least one of these among its `soundPairsOf`; null: it may have any. */
  readonly pairs: ReadonlySet<string> | null;
}

const NOTHING: Formations = { from: () => 0, pairs: new Set() };

/**
 * By the way nicknames are formed, to hold against many names. All words are folded; a name is one given name, or two
 * with a space between. Nothing of what is asked stays in memory.
 */
export function formationsOf(short: string): Formations {
  if (short.length < SHORTEST || short.length > LONGEST) return NOTHING;
  const asked = ask(short);
  const from = (name: string, shape?: Shape) => {
    if (name === short) return 0;
    const gap = name.indexOf(" ");
    if (gap < 0) return ofOne(asked, shape ?? shapeOf(name));
    return ofTwo(asked.shape.said, said(name.slice(0, gap)), said(name.slice(gap + 1)));
  };
  return { from, pairs: startsAsked(asked) };
}

/** The same for one name. */
export const formedFrom = (short: string, name: string): number => formationsOf(short).from(name);
