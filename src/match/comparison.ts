/**
 * One person beside one question: which word of the name answers which, and what else agrees or differs, as features.
 */
import { F, FEATURE_COUNT, type FeatureVector } from "./features.ts";
import type { AskedPart, Question, Unit } from "./question.ts";
import {
  isAfterParticle,
  isFirstPart,
  isInitialPart,
  PART,
  type PartCode,
  partCode,
  type People,
  type Slot,
  wordOfPart,
} from "./people.ts";
import { birthDay, birthMonth, birthYear } from "./person-facts.ts";
import type { Distance } from "./gazetteer/index.ts";
import type { Reading } from "./readings.ts";

/** A word of the question that a word of the person answers. */
export interface Match {
  readonly unit: Unit;
  readonly reading: Reading;
  /** Where the person's word stands among all of that role. */
  readonly code: PartCode;
  readonly place: number;
  readonly part: number;
}

const MOST_GAIN = 11;
const cappedGain = ({ gain }: Reading): number => Math.min(MOST_GAIN, gain);

interface StoredPart {
  readonly word: number;
  readonly code: PartCode;
  /** Among those of its role, from 0. */
  readonly place: number;
  readonly part: number;
  readonly isInitial: boolean;
  readonly afterParticle: boolean;
}

function storedParts(people: People, slot: Slot): readonly StoredPart[] {
  const parts: StoredPart[] = [];
  const places = [0, 0, 0, 0, 0];
  for (let at = people.partsFrom(slot); at < people.partsTo(slot); at += 1) {
    const part = people.partAt(at);
    const code = partCode(part);
    parts.push({
      word: wordOfPart(part),
      code,
      place: places[code]!++,
      part,
      isInitial: isInitialPart(part),
      afterParticle: isAfterParticle(part),
    });
  }
  return parts;
}

const isName = ({ code }: StoredPart): boolean => code <= PART.alternate;

/** A word in the role in which people seldom bear it fits less. */
const ROLE_COST = 2;
const roleCost = (asked: AskedPart, code: PartCode): number =>
  code === PART.surname ? asked.givenness * ROLE_COST : (1 - asked.givenness) * ROLE_COST;

/** The best answers of words to words, each used once: greedily, as names have few words. */
function matchNames(question: Question, parts: readonly StoredPart[]): readonly Match[] {
  const options: { readonly match: Match; readonly worth: number; readonly at: number }[] = [];
  for (const unit of question.units)
    for (const [at, stored] of parts.entries()) {
      if (!isName(stored) || stored.isInitial) continue;
      const reading = unit.byWord.get(stored.word);
      if (reading === undefined) continue;
      const { code, place, part } = stored;
      const worth = cappedGain(reading) - roleCost(question.parts[unit.first]!, code) - place * 0.01;
      options.push({ match: { unit, reading, code, place, part }, worth, at });
    }
  options.sort((a, b) => b.worth - a.worth);
  const used = new Set<number>();
  const matches: Match[] = [];
  let covered = 0;
  for (const { match, at } of options) {
    if (used.has(at) || (covered & match.unit.mask) !== 0) continue;
    used.add(at);
    covered |= match.unit.mask;
    matches.push(match);
  }
  return matches;
}

const HOW_GIVEN = {
  same: F.givenSame,
  sounds: F.givenSounds,
  similar: F.givenSimilar,
  nickname: F.givenNickname,
  variant: F.givenVariant,
  begins: F.givenSimilar,
} as const;
const HOW_SURNAME = {
  same: F.surnameSame,
  sounds: F.surnameSounds,
  similar: F.surnameSimilar,
  nickname: F.surnameSimilar,
  variant: F.surnameSimilar,
  begins: F.surnameSimilar,
} as const;

function addMatch(features: FeatureVector, question: Question, match: Match): void {
  const { reading, code, unit, place } = match;
  const gain = cappedGain(reading);
  const { givenness } = question.parts[unit.first]!;
  features[F.roleDiffers]! += code === PART.surname ? givenness : 1 - givenness;
  if (code === PART.alternate) {
    features[F.alternateGain]! += gain;
    features[F.alternateFits]! += 1;
    return;
  }
  if (code === PART.given) {
    features[F.givenGain]! += gain;
    features[HOW_GIVEN[reading.how]]! += 1;
    features[F.givenSlips]! += reading.slips;
    return;
  }
  features[place === 0 ? F.surnameGain : F.secondSurnameGain]! += gain;
  features[HOW_SURNAME[reading.how]]! += 1;
  features[F.surnameSlips]! += reading.slips;
}

const coveredBy = (matches: readonly Match[]): number =>
  matches.reduce((mask, { unit }) => mask | unit.mask, 0);

/** What was asked and has no answer, by what it may be. */
function addUnmatched(features: FeatureVector, question: Question, matches: readonly Match[]): void {
  const covered = coveredBy(matches);
  for (const [at, asked] of question.parts.entries()) {
    if ((covered & (1 << at)) !== 0 || asked.part.isInitial) continue;
    if (asked.isByname) features[F.bynameUnmatched]! += 1;
    else if (asked.part.afterParticle && at === question.parts.length - 1) features[F.husbandUnmatched]! += 1;
    else {
      features[F.givenUnmatched]! += asked.givenness;
      features[F.surnameUnmatched]! += 1 - asked.givenness;
      if (asked.isUnknown) features[F.unknownUnmatched]! += 1;
    }
  }
}

interface Counts {
  readonly given: number;
  readonly surnames: number;
}

const countOf = (parts: readonly StoredPart[]): Counts => {
  let [given, surnames] = [0, 0];
  for (const { code } of parts) {
    if (code === PART.given) given += 1;
    if (code === PART.surname) surnames += 1;
  }
  return { given, surnames };
};

/** Which places of a role have an answer. */
const placesOf = (matches: readonly Match[], code: PartCode): readonly Match[] =>
  matches.filter((match) => match.code === code).sort((a, b) => a.unit.first - b.unit.first);

const isTurned = ([one, other]: readonly Match[]): boolean =>
  one !== undefined && other !== undefined && one.place > other.place;

function addOrder(features: FeatureVector, question: Question, matches: readonly Match[]): void {
  const given = placesOf(matches, PART.given);
  const surnames = placesOf(matches, PART.surname);
  const [firstGiven] = given;
  const [firstSurname] = surnames;
  if (
    firstGiven !== undefined &&
    firstSurname !== undefined &&
    firstSurname.unit.first < firstGiven.unit.first
  )
    features[F.reversed] = 1;
  if (isTurned(surnames)) features[F.surnamesSwapped] = 1;
  if (firstSurname !== undefined && surnames.every(({ place }) => place > 0))
    features[F.onlySecondSurname] = 1;
  if (firstGiven !== undefined && given.every(({ place }) => place > 0)) features[F.onlySecondGiven] = 1;
  const hasGiven = firstGiven !== undefined || matches.some(({ code }) => code === PART.alternate);
  const asksGiven = question.parts.reduce((sum, { givenness }) => sum + givenness, 0) >= 0.5;
  const asksSurname = question.parts.reduce((sum, { givenness }) => sum + 1 - givenness, 0) >= 0.5;
  if (!hasGiven && asksGiven) features[F.noGiven] = 1;
  if (firstSurname === undefined && asksSurname) features[F.noSurname] = 1;
}

/** Words left over on both sides, which ought to have answered one another. */
function addConflicts(features: FeatureVector, counts: Counts, matches: readonly Match[]): void {
  const [givenUsed, surnamesUsed] = [
    placesOf(matches, PART.given).length,
    placesOf(matches, PART.surname).length,
  ];
  const [given, surname] = [features[F.givenUnmatched]!, features[F.surnameUnmatched]!];
  features[F.givenConflict] = Math.min(given, Math.max(0, counts.given - givenUsed));
  features[F.surnameConflict] = Math.min(surname, Math.max(0, counts.surnames - surnamesUsed));
}

function addInitials(
  features: FeatureVector,
  { people, question, parts }: Sides,
  matches: readonly Match[],
): void {
  const used = new Set(matches.map(({ part }) => part));
  for (const { part } of question.parts) {
    if (!part.isInitial) continue;
    const fits = parts.some(
      (stored) =>
        isName(stored) &&
        !used.has(stored.part) &&
        people.names.foldedOf(stored.word).startsWith(part.word.folded),
    );
    features[fits ? F.initialFits : F.initialDiffers]! += 1;
  }
}

interface Sides {
  readonly people: People;
  readonly question: Question;
  readonly parts: readonly StoredPart[];
}

function addSex(features: FeatureVector, asked: number, found: number): void {
  if (asked === 0 || found === 0) return;
  if (asked !== found) features[F.sexDiffers] = 1;
  else features[features[F.noGiven] === 0 ? F.sexSameNamed : F.sexSame] = 1;
}

/** Years between two ages, today's where both say when they were true; null where one is not known. */
export function yearsApart(question: Question, people: People, slot: Slot, year: number): number | null {
  const { age } = question;
  const found = people.ageFromAt(slot);
  if (age === null || found < 0) return null;
  const at = (since: number) => (since === 0 ? 0 : year - since);
  const [mine, theirs] = [at(age.year), at(people.ageYearAt(slot))];
  const above = age.from + mine - (people.ageToAt(slot) + theirs);
  const below = found + theirs - (age.to + mine);
  return Math.max(0, above, below);
}

const AGE_STEPS: readonly (readonly [number, number])[] = [
  [0, F.age0],
  [1, F.age1],
  [2, F.age2],
  [3, F.age3],
  [5, F.age5],
  [9, F.age9],
];

function addAge(features: FeatureVector, apart: number | null): void {
  if (apart === null) return;
  const step = AGE_STEPS.find(([most]) => apart <= most);
  features[step?.[1] ?? F.ageFar] = 1;
}

function addBirth(features: FeatureVector, asked: number, found: number): void {
  if (asked === 0 || found === 0) return;
  const [year, month, day] = [birthYear, birthMonth, birthDay].map(
    (of) => [of(asked), of(found)] as const,
  ) as [readonly [number, number], readonly [number, number], readonly [number, number]];
  const isWhole = ![...month, ...day].includes(0);
  const same = [year, month, day].filter(([one, other]) => one === other && one !== 0).length;
  if (!isWhole) features[year[0] === year[1] ? F.birthYear : F.birthDiffers] = 1;
  else if (same === 3) features[F.birthSame] = 1;
  else if (year[0] === year[1] && month[0] === day[1] && month[1] === day[0]) features[F.birthSwapped] = 1;
  else features[same === 2 ? F.birthPart : F.birthDiffers] = 1;
}

const MOST_TOWN_GAIN = 9;

const FAR_KM = 120;

/** The feature of a place that is not the same town; null: only the country says something. */
export function placeFeature({ nearness, how, kilometres }: Distance): number | null {
  switch (nearness) {
    case "unknown":
      return null;
    case "other-country":
      return F.countryDiffers;
    case "same-town":
      return how === "same" ? F.townSame : how === "misspelt" ? F.townMisspelt : F.townShort;
    case "near":
      return F.townNear;
    case "same-department":
      return kilometres === null ? F.departmentOnly : F.department;
    case "same-country":
      if (kilometres === null) return null;
      return kilometres < FAR_KM ? F.townApart : F.townElsewhere;
  }
}

const isInCountry = ({ nearness }: Distance): boolean =>
  nearness !== "unknown" && nearness !== "other-country";

function addPlace(features: FeatureVector, { distance, gain }: Place): void {
  if (distance === null) return;
  const feature = placeFeature(distance);
  if (feature !== null) features[feature] = 1;
  if (isInCountry(distance)) features[F.countrySame] = 1;
  if (distance.nearness === "same-town") features[F.townGain] = Math.min(MOST_TOWN_GAIN, gain);
}

/** What a place is worth by itself. */
export function placeWorth({ distance, gain }: Place, weights: readonly number[]): number {
  if (distance === null) return 0;
  const feature = placeFeature(distance);
  const own = feature === null ? 0 : weights[feature]!;
  const town = distance.nearness === "same-town" ? weights[F.townGain]! * Math.min(MOST_TOWN_GAIN, gain) : 0;
  return own + town + (isInCountry(distance) ? weights[F.countrySame]! : 0);
}

/** Relatives one by one, as their words. */
function relativesIn(parts: readonly StoredPart[]): readonly (readonly number[])[] {
  const relatives: number[][] = [];
  for (const { code, part, word } of parts) {
    if (code !== PART.relative) continue;
    if (isFirstPart(part)) relatives.push([]);
    relatives.at(-1)?.push(word);
  }
  return relatives;
}

/** A word of a relative's that ought to be there and is not. */
const MISSING_COST = 2;

/** What two relatives are worth as one: what agrees, less what has no answer on both sides. */
function kinGain(asked: readonly Unit[], words: readonly number[]): number {
  let gain = 0;
  let met = 0;
  for (const unit of asked) {
    const best = Math.max(0, ...words.map((word) => unit.byWord.get(word)?.gain ?? 0));
    gain += Math.min(MOST_GAIN, best);
    if (best > 0) met += 1;
  }
  return gain - MISSING_COST * (Math.min(asked.length, words.length) - met);
}

function addRelatives(features: FeatureVector, question: Question, parts: readonly StoredPart[]): void {
  if (question.relatives.length === 0) return;
  const theirs = relativesIn(parts);
  if (theirs.length === 0) return;
  let gain = 0;
  for (const asked of question.relatives)
    gain += Math.max(0, ...theirs.map((words) => kinGain(asked, words)));
  if (gain > 0) features[F.relativeGain] = Math.min(2 * MOST_GAIN, gain);
  else features[F.relativeDiffers] = 1;
}

function addMarks(features: FeatureVector, { people, question, parts }: Sides): void {
  if (question.marksTold === 0) return;
  const theirs = new Set(parts.filter(({ code }) => code === PART.mark).map(({ word }) => word));
  if (theirs.size === 0) return;
  let gain = 0;
  for (const word of question.marks)
    if (theirs.has(word)) gain += Math.log((people.marks.total + 1) / (people.marks.givenCount(word) + 1));
  if (gain > 0) features[F.markGain] = Math.min(MOST_GAIN, gain);
  else features[F.marksDiffer] = 1;
}

/** That it is not the person, but somebody of the same family. */
function addFamily(features: FeatureVector): void {
  features[F.family] = 1;
  features[F.familySurname] = features[F.surnameGain]! + features[F.secondSurnameGain]!;
  features[F.familyTown] = features[F.townGain]!;
  features[F.familyCountryDiffers] = features[F.countryDiffers]!;
  features[F.familyConflict] = features[F.surnameUnmatched]!;
  features[F.familyRelative] = features[F.relativeGain]!;
}

export interface Compared {
  readonly matches: readonly Match[];
  readonly features: FeatureVector;
  readonly distance: Distance | null;
  readonly yearsApart: number | null;
  /** More than place and age: a word of a name, a relative's, or of a mark. */
  readonly isAlike: boolean;
}

export interface Place {
  readonly distance: Distance | null;
  readonly gain: number;
}

/** Everything about one person beside the question. `year` is the current one. */
export function compare(
  {
    people,
    question,
    placeOf,
    year,
  }: {
    readonly people: People;
    readonly question: Question;
    readonly placeOf: (place: number) => Place;
    readonly year: number;
  },
  slot: Slot,
): Compared {
  const features = new Float64Array(FEATURE_COUNT);
  features[F.bias] = 1;
  const parts = storedParts(people, slot);
  const sides = { people, question, parts };
  const matches = matchNames(question, parts);
  for (const match of matches) addMatch(features, question, match);
  addUnmatched(features, question, matches);
  addConflicts(features, countOf(parts), matches);
  addOrder(features, question, matches);
  addInitials(features, sides, matches);
  addSex(features, question.sex, people.sexAt(slot));
  const apart = yearsApart(question, people, slot, year);
  addAge(features, apart);
  addBirth(features, question.birth, people.birthAt(slot));
  const place = placeOf(people.placeAt(slot));
  addPlace(features, place);
  addRelatives(features, question, parts);
  addMarks(features, sides);
  addFamily(features);
  const isAlike = matches.length > 0 || features[F.relativeGain]! + features[F.markGain]! > 0;
  return { matches, features, distance: place.distance, yearsApart: apart, isAlike };
}
