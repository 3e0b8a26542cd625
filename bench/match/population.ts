/**
 * Invents people: names as frequent as where they come from, families that share surnames and town, homonyms,
 * fathers and sons of one name, twins; and of each what a shelter wrote down, with gaps. The same seed, the same
 * people.
 */
import { fold } from "./fold.ts";
import { gazetteerOf, type Gazetteer } from "./gazetteer.ts";
import { type GivenName, type NameSources } from "./name-sources.ts";
import { COMPOUND_SURNAMES, MARKS, type OriginPlan, ORIGINS } from "./origins.ts";
import { nicknamesByName, type NicknamePair } from "./nickname-pairs.ts";
import { BENCH_YEAR, type Made, nameOf, type Person, type Sex } from "./person.ts";
import { type Lottery, lotteryOf, mixOf, type Random, type Weighted } from "./random.ts";

/** How alike people are. */
export interface Level {
  /** Exponent of the frequencies: 1 as they are, less: rarer names more often. */
  readonly damping: number;
  /** How many surnames are of Mexico's hundred most frequent, whatever the country; its own come first. */
  readonly topHundred: number;
  /** How many are a brother or sister of somebody before. */
  readonly siblings: number;
  /** How many are twins, bear their father's name, or are homonyms of somebody before. */
  readonly twins: number;
  readonly namesakes: number;
  readonly homonyms: number;
}

export const EASY: Level = {
  damping: 0.5,
  topHundred: 0.2,
  siblings: 0.05,
  twins: 0,
  namesakes: 0,
  homonyms: 0,
};
export const HARD: Level = {
  damping: 1,
  topHundred: 0.8,
  siblings: 0.25,
  twins: 0.002,
  namesakes: 0.01,
  homonyms: 0.005,
};
export const ADVERSARIAL: Level = { ...HARD, siblings: 0.35, twins: 0.03, namesakes: 0.08, homonyms: 0.06 };

interface OriginDraws {
  readonly plan: OriginPlan;
  readonly surnames: Lottery<string>;
  readonly givenNames: Readonly<Record<Sex, Lottery<readonly string[]>>>;
}

/** Names of those who travel: the old are few. */
const YOUNG = 32;
const FADING = 15;
const youthful = ({ weight, meanAge }: GivenName): number =>
  weight * Math.exp(-Math.max(0, meanAge - YOUNG) / FADING);

const ranked = (names: readonly string[]): readonly Weighted<string>[] =>
  names.map((item, at) => ({ item, weight: 1 / (at + 3) }));

const damped = <T>(tickets: readonly Weighted<T>[], { damping }: Level): readonly Weighted<T>[] =>
  tickets.map(({ item, weight }) => ({ item, weight: weight ** damping }));

const part = <T>(tickets: readonly Weighted<T>[], weight: number): readonly Weighted<Lottery<T>>[] =>
  tickets.length === 0 || weight <= 0 ? [] : [{ item: lotteryOf(tickets), weight }];

const COMPOUND_SHARE = 0.03;

function surnameDraws(plan: OriginPlan, sources: NameSources, level: Level): Lottery<string> {
  const isIndigenous = plan.ownSurnames > 0.7;
  const own = plan.ownSurnames * (isIndigenous ? 1 : 1 - level.topHundred);
  const left = 1 - own;
  const hundred = sources.surnamesOf.get("MX") ?? [];
  const ofCountry = sources.surnamesOf.get(plan.country) ?? [];
  const common = left * level.topHundred;
  const rest = left - common;
  return mixOf([
    ...part(damped(ranked(plan.surnames), level), own),
    ...part(damped(hundred, level), common),
    ...part(damped(ofCountry, level), rest / 2),
    ...part(damped(sources.surnames, level), ofCountry.length === 0 ? rest : rest / 2),
    ...(isIndigenous ? [] : part(ranked(COMPOUND_SURNAMES), COMPOUND_SHARE)),
  ]);
}

function givenDraws(plan: OriginPlan, sources: NameSources, level: Level): OriginDraws["givenNames"] {
  const of = (sex: Sex) =>
    mixOf<readonly string[]>([
      ...part(
        (plan.givenNames?.[sex] ?? []).map((word, at) => ({ item: [word], weight: 1 / (at + 8) })),
        plan.ownGivenNames,
      ),
      ...part(
        damped(
          sources.givenNames[sex].map((name) => ({ item: name.words, weight: youthful(name) })),
          level,
        ),
        1 - plan.ownGivenNames,
      ),
    ]);
  return { f: of("f"), m: of("m") };
}

const MOST_GIVEN_NAMES = 3;
const SECOND_NAME = 0.7;

/** One or two names, seldom three; none twice. */
function givenNames(draws: OriginDraws, sex: Sex, random: Random): readonly string[] {
  const first = draws.givenNames[sex].draw(random);
  const more = first.length === 1 && random.chance(SECOND_NAME) ? draws.givenNames[sex].draw(random) : [];
  return [...new Set([...first, ...more])].slice(0, MOST_GIVEN_NAMES);
}

interface Household {
  readonly draws: OriginDraws;
  readonly surnames: readonly string[];
  readonly town: string;
  readonly department: string | null;
  /** Who is known of the family, by full name: mother first. */
  readonly family: readonly string[];
}

/** Years, mostly of the young. */
function ageOf(random: Random): number {
  const kind = random.next();
  if (kind < 0.15) return random.below(13);
  if (kind < 0.3) return 13 + random.below(5);
  if (kind < 0.85) return 18 + random.below(18);
  return 36 + random.below(30);
}

const two = (value: number): string => String(value).padStart(2, "0");
const LONGEST_MONTH = 28;

const birthDateOf = (age: number, random: Random): string =>
  `${BENCH_YEAR - age}-${two(1 + random.below(12))}-${two(1 + random.below(LONGEST_MONTH))}`;

const MARK_KNOWN = 0.15;
const FIRST_ID = 1;

export interface Wish {
  readonly count: number;
  readonly random: Random;
  /** What people are called by those who look for them. */
  readonly nicknames: readonly NicknamePair[];
}

class Inventor {
  private readonly level: Level;
  private readonly random: Random;
  private readonly which: Lottery<OriginDraws>;
  private readonly gazetteer: Gazetteer;
  private readonly nicknames: ReadonlyMap<string, readonly string[]>;
  private readonly made: { readonly one: Made; readonly home: Household }[] = [];

  constructor(sources: NameSources, level: Level, { random, nicknames }: Pick<Wish, "random" | "nicknames">) {
    this.level = level;
    this.random = random;
    this.nicknames = nicknamesByName(nicknames);
    this.gazetteer = gazetteerOf(sources.places);
    this.which = lotteryOf(
      ORIGINS.map((plan) => ({
        item: {
          plan,
          surnames: surnameDraws(plan, sources, level),
          givenNames: givenDraws(plan, sources, level),
        },
        weight: plan.share,
      })),
    );
  }

  next(): Made {
    const { random } = this;
    const { siblings, twins, namesakes, homonyms } = this.level;
    const kind = this.made.length === 0 ? 1 : random.next();
    const [toSibling, toTwin, toNamesake] = [siblings, siblings + twins, siblings + twins + namesakes];
    const like = this.made.length === 0 ? null : random.pick(this.made);
    if (like === null || kind >= toNamesake + homonyms) return this.keep(this.stranger());
    if (kind < toSibling) return this.keep(this.relative(like.home));
    if (kind < toTwin) return this.keep(this.twin(like));
    return this.keep(kind < toNamesake ? this.namesake(like) : this.homonym(like.one.truth));
  }

  private keep(made: { readonly one: Made; readonly home: Household }): Made {
    this.made.push(made);
    return made.one;
  }

  /** What somebody with one of these names is called; nothing where no nickname is known for them. */
  private nickname(names: readonly string[]): readonly string[] {
    const known = names.flatMap((name) => this.nicknames.get(fold(name)) ?? []);
    return known.length === 0 ? [] : [this.random.pick(known)];
  }

  private household(): Household {
    const { random } = this;
    const draws = this.which.draw(random);
    const { plan } = draws;
    const surnames = Array.from({ length: plan.surnameCount }, () => draws.surnames.draw(random));
    const place =
      plan.towns.length > 0
        ? { name: random.pick(plan.towns), country: plan.country, department: "" }
        : this.gazetteer.draw(plan, random);
    const mother = [draws.givenNames.f.draw(random).join(" "), surnames.at(-1), draws.surnames.draw(random)];
    const father = [draws.givenNames.m.draw(random).join(" "), surnames[0], draws.surnames.draw(random)];
    return {
      draws,
      surnames,
      town: place.name,
      department: this.gazetteer.departmentOf(place.country, place.department),
      family: [mother, father].map((words) => words.join(" ")),
    };
  }

  private stranger() {
    return this.born(this.household(), {});
  }

  private relative(home: Household) {
    return this.born(home, {});
  }

  private twin({ one, home }: { readonly one: Made; readonly home: Household }) {
    const { age, birthDate } = one.truth;
    return this.born(home, { age, birthDate });
  }

  /** A son who is called like his father, or a daughter like her mother. */
  private namesake({ one, home }: { readonly one: Made; readonly home: Household }) {
    const [surname = "", second] = one.truth.surnames;
    const other = second === undefined ? [] : [home.draws.surnames.draw(this.random)];
    const { sex, givenNames: names } = one.truth;
    return this.born({ ...home, surnames: [surname, ...other] }, { sex, givenNames: names });
  }

  private homonym({ givenNames: names, surnames, sex }: Person) {
    return this.born({ ...this.household(), surnames }, { sex, givenNames: names });
  }

  private born(home: Household, given: Partial<Person>): { readonly one: Made; readonly home: Household } {
    const { random } = this;
    const sex: Sex = given.sex ?? (random.chance(0.4) ? "f" : "m");
    const age = given.age ?? ageOf(random);
    const names = given.givenNames ?? givenNames(home.draws, sex, random);
    const truth: Person = {
      id: `p${this.made.length + FIRST_ID}`,
      givenNames: names,
      surnames: home.surnames,
      sex,
      age,
      birthDate: given.birthDate ?? birthDateOf(age, random),
      country: home.draws.plan.country,
      town: home.town,
      department: home.department,
      nicknames: this.nickname(names),
      relatives: home.family,
      marks: random.chance(MARK_KNOWN) ? random.pick(MARKS) : null,
    };
    return { one: { truth, record: recordOf(truth, random), origin: home.draws.plan.origin }, home };
  }
}

/** What is not written down, by how often. */
const GAPS = {
  secondSurname: 0.08,
  sex: 0.03,
  age: 0.1,
  birthDate: 0.55,
  country: 0.05,
  town: 0.12,
  nicknames: 0.9,
  relatives: 0.6,
  marks: 0.3,
};
/** Written without accents, by those in a hurry. */
const PLAIN = 0.4;

const unaccented = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/(?!\u0303)\p{M}/gu, "")
    .normalize("NFC");

/** What a shelter wrote down of somebody. */
function recordOf(truth: Person, random: Random): Person {
  const known = <T>(value: T, gap: number): T | null => (random.chance(gap) ? null : value);
  const isPlain = random.chance(PLAIN);
  const write = (word: string) => (isPlain ? unaccented(word) : word);
  const isShort = truth.surnames.length > 1 && random.chance(GAPS.secondSurname);
  const ofFamily = truth.relatives.filter(() => random.chance(0.6));
  return {
    ...truth,
    givenNames: truth.givenNames.map(write),
    surnames: truth.surnames.slice(0, isShort ? 1 : 2).map(write),
    sex: known(truth.sex, GAPS.sex),
    age: known(truth.age, GAPS.age),
    birthDate: known(truth.birthDate, GAPS.birthDate),
    country: known(truth.country, GAPS.country),
    town: known(truth.town, GAPS.town),
    nicknames: known(truth.nicknames, GAPS.nicknames) ?? [],
    relatives: random.chance(GAPS.relatives) ? [] : ofFamily.map(write),
    marks: known(truth.marks, GAPS.marks),
  };
}

/** So many people at this level. */
export function invent(sources: NameSources, level: Level, wish: Wish): readonly Made[] {
  const inventor = new Inventor(sources, level, wish);
  return Array.from({ length: wish.count }, () => inventor.next());
}

/** How many people share their whole name with somebody else. */
export function homonymShare(made: readonly Made[]): number {
  const counts = new Map<string, number>();
  const key = ({ truth }: Made) => fold(nameOf(truth));
  for (const one of made) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return made.filter((one) => (counts.get(key(one)) ?? 0) > 1).length / Math.max(1, made.length);
}
