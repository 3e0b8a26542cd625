/**
 * One person beside one question: which word of the name answers which, and what else agrees or differs, as features.
 */
import { addAge, addBirth, addMarks, addPlace, addRelatives, addSex, type Place } from "./fact-features.ts";
import { F, FEATURE_COUNT, type FeatureVector } from "./features.ts";
import type { Distance } from "../gazetteer/index.ts";
import { addJourney, compareJourney, type Journey, type JourneyCompared } from "./journey.ts";
import { addNames } from "./name-features.ts";
import { type Match, matchNames, storedParts } from "./name-match.ts";
import type { People, Slot } from "../people.ts";
import type { Question } from "../question.ts";

/** What a person is compared with. */
export interface Beside {
  readonly people: People;
  readonly question: Question;
  readonly placeOf: (place: number) => Place;
  readonly journey: Journey | null;
  /** The current one. */
  readonly year: number;
}

/** Years between two ages, today's where both say when they were true; null where one is not known. */
function yearsBetween({ people, question: { age }, year }: Beside, slot: Slot): number | null {
  const from = people.ageFromAt(slot);
  if (age === null || from < 0) return null;
  const passed = (since: number) => (since === 0 ? 0 : year - since);
  const [mine, theirs] = [passed(age.year), passed(people.ageYearAt(slot))];
  return Math.max(0, age.from + mine - people.ageToAt(slot) - theirs, from + theirs - age.to - mine);
}

/** That it is not the person, but somebody of the same family. */
function addFamily(features: FeatureVector): void {
  features[F.family] = 1;
  features[F.familySurname] = features[F.surnameGain]! + features[F.secondSurnameGain]!;
  features[F.familyTown] = features[F.townGain]!;
  features[F.familyCountryDiffers] = features[F.countryDiffers]!;
  features[F.familyConflict] = features[F.surnameUnmatched]!;
  features[F.familyRelative] = features[F.relativeGain]!;
  features[F.familyJourney] = features[F.journeyGain]!;
}

export interface Compared {
  readonly matches: readonly Match[];
  readonly features: FeatureVector;
  readonly distance: Distance | null;
  readonly yearsApart: number | null;
  readonly journey: JourneyCompared;
  /** More than place and age: a word of a name, a relative's, or of a mark. */
  readonly isAlike: boolean;
}

/** Everything about one person beside the question. */
export function compare(beside: Beside, slot: Slot): Compared {
  const { people, question, placeOf, journey: asked } = beside;
  const features = new Float64Array(FEATURE_COUNT);
  features[F.bias] = 1;
  const parts = storedParts(people, slot);
  const sides = { people, question, parts };
  const matches = matchNames(question, parts);
  addNames(features, sides, matches);
  addSex(features, question.sex, people.sexAt(slot));
  const apart = yearsBetween(beside, slot);
  addAge(features, apart);
  addBirth(features, question.birth, people.birthAt(slot));
  const place = placeOf(people.placeAt(slot));
  addPlace(features, place);
  addRelatives(features, question, parts);
  addMarks(features, sides);
  const journey = compareJourney(asked, people.personAt(slot));
  addJourney(features, journey);
  addFamily(features);
  const isAlike = matches.length > 0 || features[F.relativeGain]! + features[F.markGain]! > 0;
  return { matches, features, distance: place.distance, yearsApart: apart, journey, isAlike };
}
