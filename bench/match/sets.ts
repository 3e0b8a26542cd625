/**
 * The sets that engines are judged on: FEBRL's own names, easy and hard people, the adversarial ones, slices of one
 * operation or one origin each, the set of the second corruptor, and the hard one
 * with journeys, and with journeys that say nothing. A set is people and queries; in most, half of
 * the queries are for people who are not there.
 */
import { corruptFebrl } from "./febrl-corruptor.ts";
import { type Gazetteer, gazetteerOf } from "./gazetteer.ts";
import { withJourneys } from "./journeys.ts";
import type { NameSources } from "./name-sources.ts";
import type { NicknamePair } from "./nickname-pairs.ts";
import type { Made, Origin, Person, Query } from "./person.ts";
import { ADVERSARIAL, EASY, HARD, invent, type Level } from "./population.ts";
import { type Random, randomOf } from "./random.ts";
import { type Change, corruptSpanish, EASY_RATES, HARD_RATES, type Rates } from "./spanish-corruptor.ts";

export interface BenchSet {
  readonly name: string;
  readonly people: readonly Person[];
  readonly queries: readonly Query[];
  /** Each query was made for one slice; otherwise slices are what happened to be there. */
  readonly isSliced: boolean;
}

export interface SetWish {
  readonly people: number;
  readonly queries: number;
  /** Queries of each slice of the set of slices; all of them for people who are there. */
  readonly perSlice: number;
  /** How many of the queries are for people who are not there. */
  readonly absent: number;
  readonly seed: number;
}

type Corrupt = (made: Made, random: Random) => Omit<Query, "id" | "slices">;

interface Recipe {
  readonly name: string;
  readonly level: Level;
  readonly nicknames: (sources: NameSources) => readonly NicknamePair[];
  readonly corrupt: (sources: NameSources, gazetteer: Gazetteer) => Corrupt;
}

const spanish =
  (rates: Rates) =>
  (_: NameSources, gazetteer: Gazetteer): Corrupt =>
  (made, random) =>
    corruptSpanish(made, { rates, random, gazetteer });
const byFebrl =
  ({ febrlRules: rules }: NameSources): Corrupt =>
  (made, random) =>
    corruptFebrl(made, { random, rules });

const S1: Recipe = {
  name: "S1-easy",
  level: EASY,
  nicknames: ({ nicknames }) => nicknames,
  corrupt: spanish(EASY_RATES),
};
const S2: Recipe = { ...S1, name: "S2-hard", level: HARD, corrupt: spanish(HARD_RATES) };
const S3: Recipe = { ...S2, name: "S3-adversarial", level: ADVERSARIAL };
const S5: Recipe = {
  name: "S5-held-out",
  level: HARD,
  nicknames: ({ otherNicknames }) => otherNicknames,
  corrupt: byFebrl,
};

interface Population {
  readonly people: readonly Person[];
  readonly present: readonly Made[];
  readonly absent: readonly Made[];
}

/** People who are recorded, and others of the same families who are not. */
function populationOf(recipe: Recipe, sources: NameSources, wish: SetWish): Population {
  const random = randomOf(`${recipe.name}/${wish.seed}`);
  const others = Math.ceil(wish.queries * wish.absent);
  const count = wish.people + others;
  const made = invent(sources, recipe.level, {
    count,
    random: random.fork("people"),
    nicknames: recipe.nicknames(sources),
  });
  const away = new Set<number>();
  const draw = random.fork("absent");
  while (away.size < others) away.add(draw.below(count));
  const present = made.filter((_, at) => !away.has(at));
  return {
    people: present.map(({ record }) => record),
    present,
    absent: made.filter((_, at) => away.has(at)),
  };
}

const sliceNames = (errors: readonly string[], origin: Origin): readonly string[] => [
  ...new Set([origin, ...errors]),
];

function makeSet(recipe: Recipe, sources: NameSources, wish: SetWish): BenchSet {
  const { people, present, absent } = populationOf(recipe, sources, wish);
  const random = randomOf(`${recipe.name}/${wish.seed}/queries`);
  const corrupt = recipe.corrupt(sources, gazetteerOf(sources.places));
  const there = Array.from({ length: wish.queries - absent.length }, () => random.pick(present));
  const ask = (made: Made, isThere: boolean) => {
    const asked = corrupt(made, random);
    const slices = isThere ? sliceNames(asked.errors, made.origin) : [];
    return { ...asked, slices, answer: isThere ? asked.answer : null };
  };
  const queries = [...there.map((made) => ask(made, true)), ...absent.map((made) => ask(made, false))];
  return {
    name: recipe.name,
    isSliced: false,
    people,
    queries: queries.map((query, at) => ({ ...query, id: `q${at + 1}` })),
  };
}

/** Slices of the fourth set by what must have happened to the query. */
const FORCED: Readonly<Record<string, Change>> = {
  nickname: "nickname",
  "surnames-swapped": "swapSurnames",
  "second-surname-dropped": "dropSecondSurname",
  "mothers-surname-only": "dropFirstSurname",
  married: "married",
  compound: "changeCompound",
  "joined-given": "joinGiven",
  "split-given": "splitGiven",
  "shortened-given": "shortenGiven",
  "day-month": "dayMonth",
  "age-far": "ageFar",
  "age-rounded": "ageRounded",
  "town-near": "townNear",
  "town-short": "townShort",
  "town-misspelt": "townMisspelt",
  department: "department",
};
/** And by where the family is from. */
const ORIGIN_SLICES: Readonly<Record<string, readonly Origin[]>> = {
  maya: ["maya", "yucatan"],
  nahua: ["nahua"],
  garifuna: ["garifuna"],
  haiti: ["haiti"],
  africa: ["africa"],
};

/** A person is drawn at most so often before a slice is left short. */
const TRIES_PER_QUERY = 200;

function sliceQueries(
  from: { readonly present: readonly Made[]; readonly random: Random; readonly count: number },
  make: (made: Made, random: Random) => Omit<Query, "id" | "slices"> | null,
): readonly Omit<Query, "id" | "slices">[] {
  const { present, random, count } = from;
  const queries: Omit<Query, "id" | "slices">[] = [];
  for (let tried = 0; queries.length < count && tried < count * TRIES_PER_QUERY; tried += 1) {
    const query = make(random.pick(present), random);
    if (query !== null) queries.push(query);
  }
  return queries;
}

/** A date that is told helps only where it was written down. */
const isSeen = (change: Change, { record }: Made): boolean => {
  if (change === "dayMonth") return record.birthDate !== null;
  if (change.startsWith("age")) return record.age !== null;
  return change === "department" || change.startsWith("town") ? record.town !== null : true;
};

function slicesSet(sources: NameSources, wish: SetWish): BenchSet {
  const recipe: Recipe = { ...S2, name: "S4-slices" };
  const { people, present } = populationOf(recipe, sources, { ...wish, absent: 0 });
  const gazetteer = gazetteerOf(sources.places);
  const queries = [...Object.keys(FORCED), ...Object.keys(ORIGIN_SLICES)].flatMap((slice) => {
    const random = randomOf(`${recipe.name}/${wish.seed}/${slice}`);
    const forced = FORCED[slice];
    const origins = ORIGIN_SLICES[slice];
    const able = origins === undefined ? present : present.filter(({ origin }) => origins.includes(origin));
    if (able.length === 0) return [];
    const made = sliceQueries({ present: able, random, count: wish.perSlice }, (one) => {
      if (forced !== undefined && !isSeen(forced, one)) return null;
      const how = { rates: HARD_RATES, random, gazetteer };
      const query = corruptSpanish(one, forced === undefined ? how : { ...how, forced });
      return forced === undefined || query.errors.includes(forced) ? query : null;
    });
    return made.map((query) => ({ ...query, slices: [slice] }));
  });
  return {
    name: recipe.name,
    isSliced: true,
    people,
    queries: queries.map((query, at) => ({ ...query, id: `q${at + 1}` })),
  };
}

function journeysSet(
  { name, fitting }: { readonly name: string; readonly fitting: number },
  sources: NameSources,
  wish: SetWish,
): BenchSet {
  const hard = makeSet(S2, sources, wish);
  return { ...hard, ...withJourneys(hard, { random: randomOf(`${name}/${wish.seed}`), fitting }), name };
}

/** FEBRL's own records: 5,000 of them, and each again with errors; names alone. */
function febrlSet({ febrl4 }: NameSources, wish: SetWish): BenchSet {
  const nobody = {
    sex: null,
    age: null,
    birthDate: null,
    country: null,
    town: null,
    relatives: [],
    marks: null,
  };
  const words = (text: string) => text.split(" ").filter((word) => word !== "");
  const people = febrl4.records.map(({ id, given, surname }): Person => ({
    ...nobody,
    id: id.replace("-org", ""),
    givenNames: words(given),
    surnames: words(surname),
    department: null,
    nicknames: [],
  }));
  const random = randomOf(`S0-febrl4/${wish.seed}`);
  const named = febrl4.queries.filter(({ given, surname }) => `${given}${surname}` !== "");
  const asked = named
    .map((query) => ({ query, turn: random.next() }))
    .sort((a, b) => a.turn - b.turn)
    .slice(0, wish.queries);
  const queries = asked.map(({ query: { id, given, surname } }): Query => ({
    ...nobody,
    id,
    name: `${given} ${surname}`.trim(),
    answer: id.replace(/-dup-\d+$/u, ""),
    errors: [],
    slices: [],
  }));
  return { name: "S0-febrl4", isSliced: false, people, queries };
}

export const SETS: Readonly<Record<string, (sources: NameSources, wish: SetWish) => BenchSet>> = {
  S0: febrlSet,
  S1: (sources, wish) => makeSet(S1, sources, wish),
  S2: (sources, wish) => makeSet(S2, sources, wish),
  S3: (sources, wish) => makeSet(S3, sources, wish),
  S4: slicesSet,
  S5: (sources, wish) => makeSet(S5, sources, wish),
  S6: (sources, wish) => journeysSet({ name: "S6-journeys", fitting: 0.8 }, sources, wish),
  S7: (sources, wish) => journeysSet({ name: "S7-idle-journeys", fitting: 0 }, sources, wish),
};
