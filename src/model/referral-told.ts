/**
 * What a referral tells of people: before it is accepted how many they are, about how old, their sexes and languages;
 * after that, for each need, the fields that it needs and no others.
 */
import type { Age } from "./age.ts";
import { hasContact } from "./contact.ts";
import type { PersonFields } from "./person-fields.ts";
import { AGE_GROUPS, type AgeGroup, type Need } from "./referral.ts";
import { foldedWords } from "./text.ts";

type PersonField = keyof PersonFields;

const NAMES = ["name", "givenNames", "surnames"] as const satisfies readonly PersonField[];

/** Beside the names. */
const NEEDED: Readonly<Record<Need, readonly PersonField[]>> = {
  shelter: ["sex", "age", "language", "relatives"],
  health: ["sex", "age", "birthDate", "language"],
  psychosocial: ["sex", "age", "language"],
  legal: ["age", "birthDate", "country", "language"],
  protection: ["sex", "age", "country", "language"],
  material: [],
  family: ["country", "state", "town", "language"],
  other: [],
};

/** By what a person is called to the door: a name, else a nickname, else what is seen. */
function calledBy(person: PersonFields): readonly PersonField[] {
  const names = NAMES.filter((field) => person[field] !== undefined);
  if (names.length > 0) return names;
  return person.alternateNames === undefined ? ["marks"] : ["alternateNames"];
}

/** The extract of one person. */
export function toldOf(person: PersonFields, need: Need): PersonFields {
  const fields = [...calledBy(person), ...NEEDED[need]].filter((field) => person[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, person[field]]));
}

const FROM: readonly (readonly [number, AgeGroup])[] = [0, 6, 12, 18, 60].map((from, at) => [
  from,
  AGE_GROUPS[at] ?? "60+",
]);

const groupOf = (years: number): AgeGroup => FROM.findLast(([from]) => years >= from)?.[1] ?? "0-5";

const boundsOf = (age: Age): readonly number[] => (typeof age === "number" ? [age] : [age.from, age.to]);

/** Both ends where an age is not exact; by the year of birth where it is not told. */
function groupsOf({ age, birthDate }: PersonFields, year: number): readonly AgeGroup[] {
  if (age !== undefined) return boundsOf(age).map(groupOf);
  return birthDate === undefined ? [] : [groupOf(Math.max(0, year - Number(birthDate.slice(0, 4))))];
}

export interface PeopleSummary {
  readonly people: number;
  readonly ageGroups: readonly AgeGroup[];
  readonly sexes: readonly string[];
  readonly languages: readonly string[];
}

/** What is said of people before anybody accepts. */
export function summaryOf(people: readonly PersonFields[], year: number): PeopleSummary {
  const groups = new Set(people.flatMap((person) => groupsOf(person, year)));
  return {
    people: people.length,
    ageGroups: AGE_GROUPS.filter((group) => groups.has(group)),
    sexes: [...new Set(people.flatMap(({ sex }) => sex ?? []))],
    languages: [...new Set(people.flatMap(({ language }) => language ?? []))],
  };
}

/** Shorter words of a name are in every sentence. */
const LEAST_LETTERS = 4;

/** Whether a text says a word of somebody's name, or how to reach somebody. */
export function givesAway(text: string, people: readonly PersonFields[]): boolean {
  const names = people.flatMap((person) => [
    ...NAMES.flatMap((field) => person[field] ?? []),
    ...(person.alternateNames ?? []),
  ]);
  const telling = new Set(foldedWords(names.join(" ")).filter((word) => word.length >= LEAST_LETTERS));
  return hasContact(text) || foldedWords(text).some((word) => telling.has(word));
}
