/**
 * One indexed person, taken apart into words once, and how well a query fits it.
 */
import { closeness } from "./closeness.ts";
import type { Hit, Reason, SearchablePerson } from "./person-index.ts";
import type { AskedWord, Query, Years } from "./query.ts";
import { type Word, wordsOf } from "./words.ts";

type WordCode = "name" | "alternate-name" | "relative" | "marks" | "place";

/** The words of a person by what they say, and the rest that is compared. */
export interface Entry {
  readonly id: string;
  readonly words: Readonly<Record<WordCode, readonly Word[]>>;
  readonly person: SearchablePerson;
}

/** How much a word counts by where it was found. */
const WEIGHT: Readonly<Record<WordCode, number>> = {
  name: 1,
  "alternate-name": 1,
  relative: 0.5,
  marks: 0.7,
  place: 1,
};
const CODES = Object.keys(WEIGHT) as readonly WordCode[];
/** A place says less of who is meant than a name. */
const PLACE_SHARE = 0.4;
const AGE_SLACK = 2;
const AGE_FITS = 0.05;
const AGE_DIFFERS = 0.7;
/** A hit rests on one word at least that fits this well and is no place. */
const LEAST_WORD = 0.45;

const all = (texts: readonly (string | undefined)[]): readonly Word[] =>
  texts.flatMap((text) => wordsOf(text ?? ""));

export const entryOf = (id: string, person: SearchablePerson): Entry => ({
  id,
  person,
  words: {
    name: all([person.name, person.givenNames, person.surnames]),
    "alternate-name": all(person.alternateNames ?? []),
    relative: all(person.relatives ?? []),
    marks: all([person.marks]),
    place: all([person.town, person.state]),
  },
});

const yearIn = (date: string | undefined): number | null =>
  date === undefined ? null : Number(date.slice(0, 4));

/** The age today where the year is given and the record says when it was true; null when it says none. */
function ageOf({ age, birthDate }: SearchablePerson, year: number | null): Years | null {
  const born = yearIn(birthDate);
  if (born !== null && year !== null) return { from: year - born - 1, to: year - born };
  if (age === undefined) return null;
  if (typeof age === "number") return { from: age, to: age };
  const since = yearIn(age.asOf);
  const passed = year === null || since === null ? 0 : Math.max(0, year - since);
  return { from: age.from + passed, to: age.to + passed };
}

interface WordFit {
  readonly value: number;
  readonly share: number;
  readonly reason: Reason | null;
}

function fitWord(entry: Entry, { word, isPlace, country }: AskedWord): WordFit {
  const share = isPlace ? PLACE_SHARE : 1;
  if (country !== null && country === entry.person.country)
    return { value: 1, share: PLACE_SHARE, reason: { code: "country", country } };
  let best: WordFit = { value: 0, share, reason: null };
  for (const code of CODES) {
    for (const found of entry.words[code]) {
      const close = closeness(word, found);
      const value = (close?.value ?? 0) * WEIGHT[code];
      if (close === null || value <= best.value) continue;
      best = { value, share, reason: { code, how: close.how, asked: word.raw, found: found.raw } };
    }
  }
  return best;
}

const aboutPerson = ({ value, reason }: WordFit): boolean =>
  value >= LEAST_WORD && reason !== null && reason.code !== "place" && reason.code !== "country";

const yearsText = ({ from, to }: Years): string =>
  from === to ? String(from) : `${String(from)}-${String(to)}`;

function ageReason(asked: Years | null, found: Years | null): Reason | null {
  if (asked === null || found === null) return null;
  const fits = asked.from <= found.to + AGE_SLACK && asked.to >= found.from - AGE_SLACK;
  return { code: fits ? "age" : "age-differs", asked: yearsText(asked), found: yearsText(found) };
}

const withoutDoubles = (reasons: readonly Reason[]): readonly Reason[] => {
  const seen = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...seen.values()];
};

/** How well the person fits the query; null when nothing but place or age does. */
export function fit(entry: Entry, query: Query, year: number | null): Hit | null {
  const fits = query.words.map((word) => fitWord(entry, word)).sort((a, b) => b.value - a.value);
  if (!fits.some(aboutPerson)) return null;
  const asked = fits.reduce((sum, { share }) => sum + share, 0);
  const met = fits.reduce((sum, { value, share }) => sum + value * share, 0);
  const age = ageReason(query.age, ageOf(entry.person, year));
  const reasons = [...fits.map(({ reason }) => reason), age].filter((reason) => reason !== null);
  return { id: entry.id, score: withAge(met / asked, age), reasons: withoutDoubles(reasons) };
}

function withAge(score: number, age: Reason | null): number {
  if (age === null) return score;
  return age.code === "age" ? Math.min(1, score + AGE_FITS) : score * AGE_DIFFERS;
}
