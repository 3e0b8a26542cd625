/** Towns by name within a country and departments: exactly, inside a longer text, or misspelt. */
import type { Word } from "../words/words.ts";
import type { Scope, TownHow } from "./location.ts";
import { isWhole, likeliest, type Named, type NameIndex } from "./name-index.ts";
import type { Place } from "./place.ts";
import type { Segment } from "./reading.ts";
import { foldedWords, isLittle, isSaint, keyOf, soundKeyOf } from "./town-words.ts";

export interface Lookup {
  /** Of this name or a part of it, or spelled as it sounds. */
  readonly known: (segment: Segment, scope: Scope) => readonly Named[];
  /** The same where the country or the department that is stated does not have it: larger ones elsewhere. */
  readonly knownElsewhere: (segment: Segment, scope: Scope) => readonly Named[];
  /** A larger town named at the beginning or the end of the text. */
  readonly inside: (segment: Segment, scope: Scope) => readonly Named[];
  readonly misspelt: (segment: Segment, scope: Scope) => readonly Named[];
}

/** Inhabitants from which a town is believed to be meant although the department, or the country, is another. */
const OUTSIDE = 20_000;
/** A name of more towns than these tells none of them where it is not expected. */
const MOST_NAMESAKES = 3;
/** A town to which a neighbourhood is named. */
const HAS_NEIGHBOURHOODS = 20_000;
const SHORTEST_INSIDE = 6;
/** Where no country is known, a hamlet is a less likely reading than a village that no list has. */
const MISSPELT_ANYWHERE = 10_000;

const isIn =
  ({ country, departments }: Scope) =>
  ({ place }: Named): boolean =>
    (country === null || place.country === country) &&
    (departments.length === 0 || departments.includes(place.department));

const whosePlaceHas =
  (fewest: number) =>
  ({ place }: { readonly place: Place }): boolean =>
    place.population >= fewest;

export const asHow = (named: readonly Named[], how: TownHow): readonly Named[] =>
  named.map((one) => ({ ...one, how }));

const isName = (words: readonly Word[], key: string): boolean =>
  !(words.length <= 2 && isSaint(words[0]?.folded ?? "")) &&
  (words.length > 1 || key.length >= SHORTEST_INSIDE);

/** Both ends of a text, longer ones first, its last words before its first ones. */
function* endsOf(words: readonly Word[]): Generator<readonly Word[]> {
  for (let length = words.length - 1; length > 0; length -= 1) {
    yield words.slice(-length);
    yield words.slice(0, length);
  }
}

export function createLookup(names: NameIndex): Lookup {
  const known = ({ forms }: Segment, scope: Scope): readonly Named[] => {
    for (const find of [
      (form: readonly Word[]) => names.byKey(keyOf(foldedWords(form))),
      (form: readonly Word[]) => names.bySound(soundKeyOf(form)),
    ])
      for (const form of forms) {
        const found = find(form).filter(isIn(scope));
        if (found.length > 0) return likeliest(found);
      }
    return [];
  };

  const insideOf = (words: readonly Word[], scope: Scope): readonly Named[] => {
    for (const end of endsOf(words.filter(({ folded }) => !isLittle(folded)))) {
      const key = keyOf(foldedWords(end));
      const whole = names.byKey(key).filter(isWhole);
      const there = whole.filter(isIn(scope)).filter(whosePlaceHas(HAS_NEIGHBOURHOODS));
      if (there.length > 0 && whole.length <= MOST_NAMESAKES && isName(end, key))
        return asHow(there, "short");
    }
    return [];
  };

  return {
    known,
    knownElsewhere(segment, { country, departments }) {
      const wider: Scope = { country: departments.length > 0 ? country : null, departments: [] };
      const named = known(segment, wider).filter(isWhole);
      return named.length > MOST_NAMESAKES ? [] : named.filter(whosePlaceHas(OUTSIDE));
    },
    inside: (segment, scope) => likeliest(insideOf(segment.forms.at(-1) ?? [], scope)),
    misspelt(segment, scope) {
      const fewest = scope.country === null && scope.departments.length === 0 ? MISSPELT_ANYWHERE : 0;
      const similar = names.similar(soundKeyOf(segment.forms.at(-1) ?? []));
      return likeliest(similar.filter(isIn(scope)).filter(whosePlaceHas(fewest)));
    },
  };
}
