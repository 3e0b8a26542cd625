/** What the facts of a question and of a person say, as features: sex, age, birth, place, relatives, marks. */
import { F, type FeatureVector } from "./features.ts";
import type { Distance } from "../gazetteer/index.ts";
import type { Sides } from "./name-features.ts";
import { MOST_GAIN, type StoredPart } from "./name-match.ts";
import { PART } from "../people.ts";
import { birthDay, birthMonth, birthYear } from "../person-facts.ts";
import type { Question, Unit } from "../question.ts";

/** How far the places of question and person are apart. */
export interface Place {
  readonly distance: Distance | null;
  /** Natural logarithm of how few people are from there. */
  readonly gain: number;
}

export function addSex(features: FeatureVector, asked: number, found: number): void {
  if (asked === 0 || found === 0) return;
  if (asked !== found) features[F.sexDiffers] = 1;
  else features[features[F.noGiven] === 0 ? F.sexSameNamed : F.sexSame] = 1;
}

const AGE_STEPS: readonly (readonly [number, number])[] = [
  [0, F.age0],
  [1, F.age1],
  [2, F.age2],
  [3, F.age3],
  [5, F.age5],
  [9, F.age9],
];

export function addAge(features: FeatureVector, apart: number | null): void {
  if (apart === null) return;
  const step = AGE_STEPS.find(([most]) => apart <= most);
  features[step?.[1] ?? F.ageFar] = 1;
}

export function addBirth(features: FeatureVector, asked: number, found: number): void {
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

const TOWN = {
  same: F.townSame,
  short: F.townShort,
  misspelt: F.townMisspelt,
  "by-place": F.townShort,
} as const;

/** Towns of one country, by how far they are apart; null: one of them is not known. */
const elsewhere = (kilometres: number | null): number | null => {
  if (kilometres === null) return null;
  return kilometres < FAR_KM ? F.townApart : F.townElsewhere;
};

/** The feature of a place; null: only the country says something. */
function placeFeature({ nearness, how, kilometres }: Distance): number | null {
  switch (nearness) {
    case "unknown":
      return null;
    case "other-country":
      return F.countryDiffers;
    case "same-town":
      return TOWN[how];
    case "near":
      return F.townNear;
    case "same-department":
      return kilometres === null ? F.departmentOnly : F.department;
    case "same-country":
      return elsewhere(kilometres);
  }
}

const isInCountry = ({ nearness }: Distance): boolean =>
  nearness !== "unknown" && nearness !== "other-country";

export function addPlace(features: FeatureVector, { distance, gain }: Place): void {
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
  for (const { code, isFirst, word } of parts) {
    if (code !== PART.relative) continue;
    if (isFirst) relatives.push([]);
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

export function addRelatives(
  features: FeatureVector,
  question: Question,
  parts: readonly StoredPart[],
): void {
  if (question.relatives.length === 0) return;
  const theirs = relativesIn(parts);
  if (theirs.length === 0) return;
  let gain = 0;
  for (const asked of question.relatives)
    gain += Math.max(0, ...theirs.map((words) => kinGain(asked, words)));
  if (gain > 0) features[F.relativeGain] = Math.min(2 * MOST_GAIN, gain);
  else features[F.relativeDiffers] = 1;
}

export function addMarks(features: FeatureVector, { people, question, parts }: Sides): void {
  if (question.marksTold === 0) return;
  const theirs = new Set(parts.filter(({ code }) => code === PART.mark).map(({ word }) => word));
  if (theirs.size === 0) return;
  let gain = 0;
  for (const word of question.marks)
    if (theirs.has(word)) gain += Math.log((people.marks.total + 1) / (people.marks.givenCount(word) + 1));
  if (gain > 0) features[F.markGain] = Math.min(MOST_GAIN, gain);
  else features[F.marksDiffer] = 1;
}
