/** From a written place to what it may mean: first the country and the department, then the town within them. */
import type { Word } from "../words/words.ts";
import type { AreaNames } from "./area-names.ts";
import { DEPARTMENTS } from "./departments.ts";
import type { Location, Scope, WrittenPlace } from "./location.ts";
import { asHow, type Lookup } from "./lookup.ts";
import { type Named, SLIP, SOUNDS_ONLY } from "./name-index.ts";
import type { Place } from "./place.ts";
import { type Segment, segmentsOf } from "./reading.ts";
import { foldedWords, isLittle, keyOf, lettersOf, soundKeyOf } from "./town-words.ts";

export interface Locator {
  readonly lookup: Lookup;
  readonly areas: AreaNames;
  /** Inhabitants of the towns of a department. */
  readonly populationOf: (department: number) => number;
}

/** What was read: where, and which parts may be the town. */
interface Reading {
  readonly scope: Scope;
  /** Not areas, as written. */
  readonly towns: readonly Segment[];
  /** Areas that stood after the town: towns, too, where nothing else is one. */
  readonly wider: readonly Segment[];
}

const MOST_PLACES = 6;
/** Of the likeliest: less likely ones are left out. */
const LEAST_SHARE = 0.03;
/** A town that has less of the people of a department of its name is not what the name means. */
const TOWN_SHARE = 0.1;
/** The same where both are misspelt: a town's weight has been made less for it. */
const MISSPELT_SHARE = SOUNDS_ONLY * SLIP;
const LONGEST_AREA = 5;

const COVERED: ReadonlySet<string> = new Set(DEPARTMENTS.map(({ country }) => country));
const NOWHERE: Scope = { country: null, departments: [] };

const within = (departments: readonly number[], { departments: known }: Scope): readonly number[] => {
  const both = departments.filter((id) => known.includes(id));
  return both.length > 0 ? both : departments;
};

const agreed = <T>(values: readonly T[]): T | null =>
  values.length > 0 && values.every((value) => value === values[0]) ? (values[0] ?? null) : null;

const countryOf = (departments: readonly number[]): string | null =>
  agreed(departments.map((id) => DEPARTMENTS[id]?.country ?? ""));

/** The scope narrowed to departments, and to their country where they are of one. */
const scopedTo = (departments: readonly number[], scope: Scope): Scope => {
  const narrowed = within(departments, scope);
  return { country: scope.country ?? countryOf(narrowed), departments: narrowed };
};

/** The scope with what the words name; null: they name no country and no department of it. */
function areaOf(areas: AreaNames, words: readonly Word[], scope: Scope): Scope | null {
  const country = areas.country(words);
  const departments = areas.departments(words, scope.country);
  const isCountry = country !== null && (departments.length === 0 || scope.country === null);
  if (isCountry) return { ...scope, country: scope.country ?? country };
  return departments.length === 0 ? null : scopedTo(departments, scope);
}

function areaOfSegment(areas: AreaNames, { forms }: Segment, scope: Scope): Scope | null {
  for (const form of forms) {
    const area = areaOf(areas, form, scope);
    if (area !== null) return area;
  }
  return null;
}

/** A town and what it lies in, taken apart. */
interface Parted {
  readonly town: Segment;
  readonly wider: readonly Segment[];
  readonly scope: Scope;
}

/** "tapachula chiapas": the town, and the scope that its last words name. */
function withoutArea(areas: AreaNames, { town, wider, scope }: Parted): Parted | null {
  const words = town.forms.at(-1) ?? [];
  for (let length = Math.min(LONGEST_AREA, words.length - 1); length > 0; length -= 1) {
    const last = words.slice(-length);
    const area = areaOf(areas, last, scope);
    const head = words.slice(0, -length);
    while (isLittle(head.at(-1)?.folded ?? "")) head.pop();
    if (area !== null && head.length > 0)
      return {
        town: { ...town, forms: [head] },
        wider: [{ forms: [last], isWithinTown: false }, ...wider],
        scope: area,
      };
  }
  return null;
}

function withoutAreas({ areas, lookup }: Locator, town: Segment, scope: Scope): Parted {
  let left: Parted = { town, wider: [], scope };
  const isTown = (): boolean =>
    lookup.known(left.town, left.scope).length > 0 || lookup.misspelt(left.town, left.scope).length > 0;
  while (!isTown()) {
    const next = withoutArea(areas, left);
    if (next === null) break;
    left = next;
  }
  return left;
}

/** What the field of the department says: an area, misspelt or not; null: none. */
function statedArea(areas: AreaNames, { forms }: Segment, scope: Scope): Scope | null {
  for (const form of [forms[0] ?? [], forms.at(-1) ?? []]) {
    const departments = areas.departmentsLike(form, scope.country);
    if (departments.length > 0) return scopedTo(departments, scope);
  }
  // the country that is stated may be where the person is from, and the department where they lived
  const anywhere = areaOfSegment(areas, { forms, isWithinTown: false }, NOWHERE);
  return anywhere === null ? null : { ...anywhere, country: scope.country ?? anywhere.country };
}

interface Stated {
  readonly scope: Scope;
  /** What stands in the field of the department and is none. */
  readonly unread: readonly Segment[];
}

function statedIn(areas: AreaNames, { state = "", country = "" }: WrittenPlace): Stated {
  let scope: Scope = { ...NOWHERE, country: country === "" ? null : country.toUpperCase() };
  const unread: Segment[] = [];
  for (const segment of segmentsOf(state)) {
    const area = statedArea(areas, segment, scope);
    if (area === null) unread.push(segment);
    else scope = area;
  }
  return { scope, unread };
}

function read(locator: Locator, written: WrittenPlace): Reading {
  const { scope: stated, unread } = statedIn(locator.areas, written);
  const segments = [...segmentsOf(written.town ?? ""), ...unread];
  let scope = stated;
  const wider: Segment[] = [];
  while (segments.length > 1) {
    const area = areaOfSegment(locator.areas, segments.at(-1) ?? { forms: [], isWithinTown: false }, scope);
    if (area === null) break;
    wider.unshift(...segments.splice(-1));
    scope = area;
  }
  const towns: Segment[] = [];
  for (const segment of segments.reverse()) {
    const parted = withoutAreas(locator, segment, scope);
    scope = parted.scope;
    towns.unshift(parted.town);
    wider.unshift(...parted.wider);
  }
  return { scope, towns, wider };
}

/** The only name that is written; null: there are several, or none. */
const loneName = ({ towns, wider }: Reading): Segment | null =>
  towns.length + wider.length > 1 ? null : (towns[0] ?? null);

const peopleOf = (locator: Locator, departments: readonly number[]): number =>
  departments.reduce((sum, id) => sum + locator.populationOf(id), 0);

/** Whether a name means a department rather than one of these towns. `share` is how many of its people a town needs. */
function isRather(
  locator: Locator,
  departments: readonly number[],
  [named, share]: readonly [readonly Named[], number],
): boolean {
  const [first] = named;
  if (first === undefined) return true;
  if (named.some(({ place }) => departments.includes(place.department))) return false;
  return first.weight < peopleOf(locator, departments) * share;
}

/** Whether a name means the area rather than one of these towns. */
function isArea(locator: Locator, named: readonly Named[], [area, scope]: readonly [Scope, Scope]): boolean {
  // a town in the department that is stated, though named like another department
  if (scope.departments.length > 0 && named.length > 0) return false;
  if (area.departments !== scope.departments) return isRather(locator, area.departments, [named, TOWN_SHARE]);
  return named.length === 0 || (area.country !== scope.country && COVERED.has(area.country ?? ""));
}

/** A name alone may be that of a country or of a department. */
function loneArea(locator: Locator, reading: Reading): Scope | null {
  const { scope } = reading;
  const only = loneName(reading);
  for (const form of only?.forms ?? []) {
    const named = locator.lookup.known({ forms: [form], isWithinTown: false }, scope);
    const area = areaOf(locator.areas, form, scope);
    if (area !== null) return isArea(locator, named, [area, scope]) ? area : null;
    if (named.length > 0) return null;
  }
  return null;
}

/** A department that is misspelt, rather than a town that is. */
function misspeltArea(locator: Locator, reading: Reading, named: readonly Named[]): Scope | null {
  const { scope } = reading;
  const only = loneName(reading);
  if (only === null || scope.departments.length > 0) return null;
  const departments = locator.areas.departmentsLike(only.forms.at(-1) ?? [], scope.country);
  if (departments.length === 0 || !isRather(locator, departments, [named, MISSPELT_SHARE])) return null;
  return scopedTo(departments, scope);
}

/** A town, as it was read. */
interface Found {
  readonly named: readonly Named[];
  readonly town: Segment | null;
  readonly scope: Scope;
}

/** "aldea El Achiotal, Tela": El Achiotal in the department of Tela, or else Tela; of a neighbourhood its town. */
function nextToTown({ known }: Lookup, { scope, towns }: Reading): Found | null {
  const [first, second] = towns;
  if (first === undefined || second === undefined) return null;
  const around = known(second, scope);
  if (around.length === 0) return null;
  if (first.isWithinTown) return { named: around, town: second, scope };
  const near = departmentsOf(
    around.slice(0, MOST_PLACES).map(({ place }) => place),
    scope.departments,
  );
  const nearby = scopedTo(near, scope);
  const there = known(first, nearby);
  return { named: there.length > 0 ? there : asHow(around, "short"), town: first, scope: nearby };
}

/** "barrio El Centro, Comayagua": the department is the town. */
function townOfNeighbourhood({ known }: Lookup, { scope, towns, wider }: Reading): Found | null {
  if (towns[0]?.isWithinTown !== true) return null;
  for (const town of wider) {
    const named = known(town, scope);
    if (named.length > 0) return { named, town, scope };
  }
  return null;
}

/** The town's own name first, then what it lies in. */
function findTown({ lookup }: Locator, reading: Reading): Found {
  const { scope, towns } = reading;
  const around = nextToTown(lookup, reading) ?? townOfNeighbourhood(lookup, reading);
  if (around !== null) return around;
  for (const find of [lookup.known, lookup.knownElsewhere, lookup.inside, lookup.misspelt])
    for (const town of towns) {
      const named = find(town, scope);
      if (named.length > 0) return { named, town, scope };
    }
  return { named: [], town: towns[0] ?? null, scope };
}

/** Departments: stated, and those of the places; both, where a place lies elsewhere than stated. */
function departmentsOf(places: readonly Place[], stated: readonly number[]): readonly number[] {
  const ofPlaces = new Set(places.map(({ department }) => department));
  const narrowed = stated.filter((id) => ofPlaces.has(id));
  return narrowed.length > 0 ? narrowed : [...new Set([...stated, ...ofPlaces])];
}

function locationOf({ scope: said, named, town }: Found): Location {
  const least = (named[0]?.weight ?? 0) * LEAST_SHARE;
  const places = named
    .filter(({ weight }) => weight >= least)
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
  const departments = departmentsOf(places, said.departments);
  const words = town?.forms.at(-1) ?? [];
  const sound = soundKeyOf(words);
  return {
    country: said.country ?? countryOf(departments),
    department: agreed(departments),
    departments,
    said,
    places,
    town: keyOf(foldedWords(words)),
    sound,
    letters: lettersOf(sound),
    how: named[0]?.how ?? "same",
  };
}

/** Never throws, whatever is written. */
export function locate(locator: Locator, written: WrittenPlace): Location {
  const reading = read(locator, written);
  const { scope, towns } = reading;
  const lone = loneArea(locator, reading);
  if (lone !== null) return locationOf({ named: [], town: null, scope: lone });
  // of another country no list is here: a town of its name is somewhere else
  if (scope.country !== null && !COVERED.has(scope.country))
    return locationOf({ named: [], town: towns[0] ?? null, scope });
  const found = findTown(locator, reading);
  const isSure = found.named.some(({ how }) => how !== "misspelt");
  const misspelt = isSure ? null : misspeltArea(locator, reading, found.named);
  return locationOf(misspelt === null ? found : { named: [], town: null, scope: misspelt });
}
