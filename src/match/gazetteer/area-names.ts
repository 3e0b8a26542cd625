/** Departments by their names, spelled well or not, and countries. */
import { parseCountry } from "#model";
import { distance } from "../words/edit-distance.ts";
import type { Word } from "../words/words.ts";
import { DEPARTMENTS } from "./departments.ts";
import {
  foldedWords,
  type Heard,
  keyOf,
  lettersOf,
  mayBeNear,
  slipsAllowed,
  soundKeyOf,
  townWords,
} from "./town-words.ts";

export interface AreaNames {
  /** Ids of the departments of this name, of this country where one is given. */
  readonly departments: (words: readonly Word[], country: string | null) => readonly number[];
  /** The same, also where letters are wrong. */
  readonly departmentsLike: (words: readonly Word[], country: string | null) => readonly number[];
  readonly country: (words: readonly Word[]) => string | null;
}

interface DepartmentName extends Heard {
  readonly id: number;
  readonly key: string;
}

const MOST_SLIPS = 2;

/** Shorter ones are codes of countries, and also little words. */
const SHORTEST_COUNTRY = 4;

const byCountry =
  (country: string | null) =>
  (id: number): boolean =>
    country === null || DEPARTMENTS[id]?.country === country;

const all: readonly DepartmentName[] = DEPARTMENTS.flatMap(({ names }, id) =>
  names.map((name) => {
    const words = townWords(name);
    const sound = soundKeyOf(words);
    return { id, key: keyOf(foldedWords(words)), sound, letters: lettersOf(sound) };
  }),
);

const distinct = (names: readonly DepartmentName[]): readonly number[] => [
  ...new Set(names.map(({ id }) => id)),
];

function grouped(by: "key" | "sound"): ReadonlyMap<string, readonly DepartmentName[]> {
  const groups = new Map<string, DepartmentName[]>();
  for (const name of all) groups.set(name[by], [...(groups.get(name[by]) ?? []), name]);
  return groups;
}

export function createAreaNames(): AreaNames {
  const byKey = grouped("key");
  const bySound = grouped("sound");

  const similar = (sound: string, country: string | null): readonly number[] => {
    const allowed = Math.min(MOST_SLIPS, slipsAllowed(sound.length));
    const of = byCountry(country);
    const asked = { sound, letters: lettersOf(sound) };
    const near = all.filter((name) => of(name.id) && allowed > 0 && mayBeNear(asked, name, allowed));
    const slips = near.map((name) => ({ name, slips: distance(sound, name.sound) }));
    const least = Math.min(allowed, ...slips.map((one) => one.slips));
    return distinct(slips.filter((one) => one.slips === least).map(({ name }) => name));
  };

  const departments = (words: readonly Word[], country: string | null): readonly number[] =>
    distinct(byKey.get(keyOf(foldedWords(words))) ?? []).filter(byCountry(country));

  return {
    departments,
    departmentsLike(words, country) {
      const exact = departments(words, country);
      if (exact.length > 0 || words.length === 0) return exact;
      const sound = soundKeyOf(words);
      const sounding = distinct(bySound.get(sound) ?? []).filter(byCountry(country));
      return sounding.length > 0 ? sounding : similar(sound, country);
    },
    country(words) {
      const phrase = foldedWords(words).join(" ");
      return phrase.length < SHORTEST_COUNTRY ? null : parseCountry(phrase);
    },
  };
}
