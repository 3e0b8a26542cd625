/** Names of places by their letters and by their sound, whole or in part. */
import { stepped, type Steps } from "../steps.ts";
import { DEPARTMENTS } from "./departments.ts";
import type { TownHow } from "./location.ts";
import type { Place } from "./place.ts";
import { POPULAR_NAMES, type PopularName } from "./popular-names.ts";
import { createSimilarSounds, type SimilarSounds } from "./similar-sounds.ts";
import {
  isLittle,
  keyOf,
  type KnownSounds,
  type KnownWords,
  type NamePart,
  nameWords,
  partsOf,
  soundOfKey,
} from "./town-words.ts";

/** A place that a name may mean; more weight, more likely. */
export interface Named {
  readonly place: Place;
  /** Inhabitants, less where the name is only a part or is misspelt. */
  readonly weight: number;
  readonly how: TownHow;
  /** The article that the name begins with, or "". */
  readonly article: string;
}

export interface NameIndex {
  /** Those of this name or of whose name this is a part. */
  readonly byKey: (key: string) => readonly Named[];
  /** Those whose name sounds so, though spelled otherwise. */
  readonly bySound: (sound: string) => readonly Named[];
  /** Those whose whole name sounds nearly so. */
  readonly similar: (sound: string) => readonly Named[];
  /** Works out, by steps, the sounds that the other two need. */
  readonly prepare: () => Iterable<undefined>;
}

interface Name {
  readonly words: readonly string[];
  readonly weight: number;
  readonly how: TownHow;
}

/** Of spelled otherwise, and of each letter that is wrong besides: so many times less likely. */
export const SOUNDS_ONLY = 0.2;
export const SLIP = 0.08;

/** What people call the towns of each department, by its id. */
function popularNames(): ReadonlyMap<number, readonly PopularName[]> {
  const ids = new Map(DEPARTMENTS.map(({ code }, id) => [code, id]));
  const byDepartment = new Map<number, readonly PopularName[]>();
  for (const name of POPULAR_NAMES) {
    const id = ids.get(name.code) ?? -1;
    byDepartment.set(id, [...(byDepartment.get(id) ?? []), name]);
  }
  return byDepartment;
}

function otherNamesOf(
  names: readonly string[],
  parts: readonly NamePart[],
  known: KnownWords,
): readonly Name[] {
  const partKeys = new Set(parts.map(({ words }) => keyOf(words)));
  return names.map((name): Name => {
    const words = nameWords(name, known);
    return { words, weight: 1, how: partKeys.has(keyOf(words)) ? "short" : "same" };
  });
}

function namesOf(place: Place, called: readonly string[], known: KnownWords): readonly Name[] {
  const whole = nameWords(place.name, known);
  const parts = partsOf(whole);
  const names: Name[] = [{ words: whole, weight: 1, how: "same" }];
  for (const { words, weight, isWhole: whole } of parts)
    names.push({ words, weight, how: whole ? "same" : "short" });
  const others = place.otherNames.length + called.length;
  return others === 0 ? names : [...names, ...otherNamesOf([...place.otherNames, ...called], parts, known)];
}

const mostFirst = (one: Named, other: Named): number =>
  other.weight - one.weight || one.place.id - other.place.id;

/** Each place once, by the name that makes it likeliest. */
export function likeliest(named: readonly Named[]): readonly Named[] {
  const seen = new Set<Place>();
  return [...named].sort(mostFirst).filter(({ place }) => {
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}

export const isWhole = ({ how }: Named): boolean => how === "same";

const add = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
};

const times = (named: readonly Named[], factor: number): readonly Named[] =>
  named.map((one) => ({ ...one, weight: one.weight * factor, how: "misspelt" }));

type Keys = ReadonlyMap<string, readonly Named[]>;

function* keysOf(places: readonly Place[]): Steps<Keys> {
  const known: KnownWords = new Map();
  const keys = new Map<string, Named[]>();
  const popular = popularNames();
  const claimed = new Set<PopularName>();
  for (const place of places) {
    // larger ones come first
    const name = popular.get(place.department)?.find((one) => one.town === place.name && !claimed.has(one));
    if (name !== undefined) claimed.add(name);
    for (const { words, weight, how } of namesOf(place, name?.called ?? [], known)) {
      const first = words[0] ?? "";
      const article = words.length > 1 && isLittle(first) ? first : "";
      add(keys, keyOf(words), { place, weight: weight * place.population, how, article });
    }
    yield;
  }
  return keys;
}

interface Sounds {
  readonly keysOf: ReadonlyMap<string, readonly string[]>;
  readonly similar: SimilarSounds;
}

function* soundsOf(keys: Keys): Steps<Sounds> {
  const known: KnownSounds = new Map();
  const bySound = new Map<string, string[]>();
  const whole = new Set<string>();
  for (const [key, named] of keys) {
    const sound = soundOfKey(key, known);
    add(bySound, sound, key);
    if (named.some(isWhole)) whole.add(sound);
    yield;
  }
  return { keysOf: bySound, similar: createSimilarSounds([...whole]) };
}

/** Larger places of a department come first. Sounds are worked out when a name is asked for that no place has. */
export function* createNameIndex(places: readonly Place[]): Steps<NameIndex> {
  const keys = yield* keysOf(places);
  const { value: heard, steps: prepare } = stepped(() => soundsOf(keys));
  const byKey = (key: string): readonly Named[] => keys.get(key) ?? [];
  const ofSound = (sound: string): readonly Named[] => (heard().keysOf.get(sound) ?? []).flatMap(byKey);
  return {
    byKey,
    bySound: (sound) => times(ofSound(sound), SOUNDS_ONLY),
    similar: (sound) =>
      heard()
        .similar(sound)
        .flatMap(({ sound: like, slips }) =>
          times(ofSound(like).filter(isWhole), SOUNDS_ONLY * SLIP ** slips),
        ),
    prepare,
  };
}
