/** What the names of a question and of a person say, as features. */
import { F, type FeatureVector } from "./features.ts";
import { cappedGain, isName, type Match, type StoredPart } from "./name-match.ts";
import { PART, type PartCode, type People } from "../people.ts";
import type { Question } from "../question.ts";

/** A person beside a question. */
export interface Sides {
  readonly people: People;
  readonly question: Question;
  readonly parts: readonly StoredPart[];
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

/** Which places of a role have an answer. */
const placesOf = (matches: readonly Match[], code: PartCode): readonly Match[] =>
  matches.filter((match) => match.code === code).sort((a, b) => a.unit.first - b.unit.first);

const isTurned = ([one, other]: readonly Match[]): boolean =>
  one !== undefined && other !== undefined && one.place > other.place;

const isOnlySecond = (matches: readonly Match[]): boolean =>
  matches.length > 0 && matches.every(({ place }) => place > 0);

const isAfter = ([one]: readonly Match[], [other]: readonly Match[]): boolean =>
  one !== undefined && other !== undefined && one.unit.first > other.unit.first;

function addOrder(features: FeatureVector, matches: readonly Match[]): void {
  const given = placesOf(matches, PART.given);
  const surnames = placesOf(matches, PART.surname);
  features[F.reversed] = Number(isAfter(given, surnames));
  features[F.surnamesSwapped] = Number(isTurned(surnames));
  features[F.onlySecondSurname] = Number(isOnlySecond(surnames));
  features[F.onlySecondGiven] = Number(isOnlySecond(given));
}

const HALF = 0.5;

/** A question that has given names, or surnames, and a person who has none of them. */
function addMissing(features: FeatureVector, question: Question, matches: readonly Match[]): void {
  const given = question.parts.reduce((sum, { givenness }) => sum + givenness, 0);
  const surnames = question.parts.length - given;
  const has = (...codes: readonly PartCode[]) => matches.some(({ code }) => codes.includes(code));
  features[F.noGiven] = Number(given >= HALF && !has(PART.given, PART.alternate));
  features[F.noSurname] = Number(surnames >= HALF && !has(PART.surname));
}

/** Words left over on both sides, which ought to have answered one another. */
function addConflicts(features: FeatureVector, { parts }: Sides, matches: readonly Match[]): void {
  const leftOf = (role: PartCode) =>
    parts.filter(({ code }) => code === role).length - matches.filter(({ code }) => code === role).length;
  features[F.givenConflict] = Math.min(features[F.givenUnmatched]!, leftOf(PART.given));
  features[F.surnameConflict] = Math.min(features[F.surnameUnmatched]!, leftOf(PART.surname));
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

/** Everything that the names say. */
export function addNames(features: FeatureVector, sides: Sides, matches: readonly Match[]): void {
  const { question } = sides;
  for (const match of matches) addMatch(features, question, match);
  addUnmatched(features, question, matches);
  addConflicts(features, sides, matches);
  addOrder(features, matches);
  addMissing(features, question, matches);
  addInitials(features, sides, matches);
}
