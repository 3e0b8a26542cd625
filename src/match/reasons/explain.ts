/** Words the comparison of a person with a question as reasons: what speaks for it first, most telling first. */
import type { Compared } from "../comparison/comparison.ts";
import { F } from "../comparison/features.ts";
import { namesOf } from "../nicknames/index.ts";
import type { How } from "../names/readings.ts";
import type { Distance } from "../gazetteer/index.ts";
import { markWordsOf, PART, type People, wordOfPart } from "../people.ts";
import type { Match } from "../comparison/name-match.ts";
import { namePartsOf } from "../names/names.ts";
import { parsedAge } from "../person-facts.ts";
import type { SearchablePerson } from "../person-index.ts";
import type { Question } from "../question.ts";
import { type Reason, speaksAgainst, type WordOf } from "./reason.ts";
import { isParticle, wordsOf } from "../words/words.ts";

export interface Explaining {
  readonly people: People;
  readonly question: Question;
  readonly asked: SearchablePerson;
  readonly found: SearchablePerson;
  readonly compared: Compared;
  readonly year: number;
}

const NAME_FIELDS: readonly ((person: SearchablePerson) => readonly string[])[] = [
  ({ name = "", givenNames = "", surnames = "" }) => [name, givenNames, surnames],
  ({ alternateNames = [] }) => alternateNames,
  ({ relatives = [] }) => relatives,
];

/** The word as it is written in the person's fields. */
function writtenAs(folded: string, person: SearchablePerson): string {
  const texts = NAME_FIELDS.flatMap((field) => field(person));
  for (const text of texts)
    for (const { word } of namePartsOf(text)) if (word.folded === folded) return word.raw;
  return folded;
}

/** "Wilmer Adonay Paz", as one text: the second of three is a surname, or a given name that no list has. */
function mayBeGiven({ name = "", givenNames, surnames }: SearchablePerson, written: string): boolean {
  const [, second, third, ...more] = namePartsOf(name);
  const isSecond = third !== undefined && more.length === 0 && second?.word.raw === written;
  return isSecond && (givenNames ?? surnames) === undefined && !second.word.folded.endsWith("ez");
}

/** Which surname is the second is known only where surnames are told apart from given names. */
const codeOf = ({ code, place }: Match, found: SearchablePerson, written: string): WordOf => {
  const { surnames } = found;
  if (code === PART.given) return "given-name";
  if (code === PART.alternate) return "alternate-name";
  if (place === 0 && mayBeGiven(found, written)) return "name";
  return place === 1 && surnames !== undefined ? "second-surname" : "surname";
};

/** A word that was taken apart ("Joseangel", "Chema") is like each of its names, not the same. */
function howOf({ reading, unit }: Match, found: string): How {
  if (reading.how !== "same") return reading.how;
  const [asked, written] = [unit.asked, found].map((text) =>
    namePartsOf(text)
      .map(({ word }) => word.folded)
      .join(""),
  );
  if (asked === written) return "same";
  return namesOf(asked ?? "").length > 0 ? "nickname" : "similar";
}

function nameReasons({ people, found, compared }: Explaining): readonly Reason[] {
  return [...compared.matches]
    .sort((a, b) => b.reading.gain - a.reading.gain)
    .map((match) => {
      const written = writtenAs(people.names.foldedOf(wordOfPart(match.part)), found);
      return {
        code: codeOf(match, found, written),
        how: howOf(match, written),
        asked: match.unit.asked,
        found: written,
      };
    });
}

function missingNames({ question: { parts }, compared }: Explaining): readonly Reason[] {
  const covered = compared.matches.reduce((mask, { unit }) => mask | unit.mask, 0);
  const isMet = (at: number) => (covered & (1 << at)) !== 0;
  // of "Mejía Mejía" one may be met: then it is not missing
  const met = new Set(parts.flatMap(({ part }, at) => (isMet(at) ? [part.word.folded] : [])));
  const missing = parts.filter(
    ({ part, isByname }, at) => !isMet(at) && !part.isInitial && !isByname && !met.has(part.word.folded),
  );
  const words = [...new Set(missing.map(({ part }) => part.word.raw))];
  return words.map((asked) => ({ code: "name-missing", asked }));
}

const range = (from: number, to: number): string =>
  from === to ? String(from) : `${String(from)}-${String(to)}`;

const NEAR_AGE = 2;

/** Today's years: of who is told by a date of birth, the birthday may be still to come. */
function yearsOf(person: SearchablePerson, year: number): string | null {
  const age = parsedAge(person);
  if (age === null) return null;
  const passed = age.year === 0 ? 0 : year - age.year;
  const early = person.birthDate === undefined ? 0 : 1;
  return range(Math.max(0, age.from + passed - early), Math.max(0, age.to + passed));
}

/** What the record says, where it was true in another year. */
function thenOf(person: SearchablePerson, year: number): { then?: string; since?: string } {
  const age = parsedAge(person);
  if (age === null || age.year === 0 || age.year === year || person.birthDate !== undefined) return {};
  return { then: range(age.from, age.to), since: String(age.year) };
}

function ageReasons({ asked, found, compared, year }: Explaining): readonly Reason[] {
  const [mine, theirs] = [yearsOf(asked, year), yearsOf(found, year)];
  if (mine === null || theirs === null || compared.yearsApart === null) return [];
  const code = compared.yearsApart <= NEAR_AGE ? "age" : "age-differs";
  return [{ code, asked: mine, found: theirs, ...thenOf(found, year) }];
}

/** Reasons for features that are there or not. */
const BIRTH: readonly (readonly [number, Extract<Reason, { asked: string; found: string }>["code"]])[] = [
  [F.birthSame, "birth-date"],
  [F.birthSwapped, "birth-date-swapped"],
  [F.birthPart, "birth-date-partly"],
  [F.birthDiffers, "birth-date-differs"],
];

function birthReasons({ asked, found, compared }: Explaining): readonly Reason[] {
  const code = BIRTH.find(([feature]) => compared.features[feature] === 1)?.[1];
  if (code === undefined || asked.birthDate === undefined || found.birthDate === undefined) return [];
  return [{ code, asked: asked.birthDate, found: found.birthDate } as Reason];
}

interface Towns {
  readonly asked: string;
  readonly found: string;
}

const NOWHERE: Distance = { nearness: "unknown", kilometres: null, how: "by-place" };

const townOf = ({ town, state }: SearchablePerson): string => town ?? state ?? "";

const TOWN_CODES = { same: "town", short: "town-alike", misspelt: "town-alike", "by-place": "town" } as const;

/** What towns say where one is not the other; nothing where one of them is not known. */
const apart = (kilometres: number | null, towns: Towns): readonly Reason[] =>
  kilometres === null ? [] : [{ code: "town-differs", ...towns }];

const countryReasons = (
  code: "country" | "country-differs",
  { country }: SearchablePerson,
): readonly Reason[] => (country === undefined ? [] : [{ code, country }]);

function placeReasons({ asked, found, compared }: Explaining): readonly Reason[] {
  const { nearness, how, kilometres } = compared.distance ?? NOWHERE;
  const towns = { asked: townOf(asked), found: townOf(found) };
  switch (nearness) {
    case "unknown":
      return [];
    case "other-country":
      return countryReasons("country-differs", found);
    case "same-town":
      return [{ code: TOWN_CODES[how], ...towns }];
    case "near":
      return [{ code: "town-near", ...towns, kilometres: String(Math.round(kilometres ?? 0)) }];
    case "same-department":
      return [{ code: "department", ...towns }];
    case "same-country":
      return [
        ...(asked.country === found.country ? countryReasons("country", found) : []),
        ...apart(kilometres, towns),
      ];
  }
}

function relativeReasons({ people, question, found, compared }: Explaining): readonly Reason[] {
  if (compared.features[F.relativeDiffers] === 1) return [{ code: "relatives-differ" }];
  if (compared.features[F.relativeGain] === 0) return [];
  const theirs = (found.relatives ?? []).flatMap((relative) => namePartsOf(relative));
  return question.relatives.flat().flatMap(({ byWord, asked }): readonly Reason[] => {
    const best = theirs
      .flatMap(({ word }) => {
        const number = people.names.numberOf(word.folded);
        const reading = number === undefined ? undefined : byWord.get(number);
        return reading === undefined ? [] : [{ reading, found: word.raw }];
      })
      .sort((a, b) => b.reading.gain - a.reading.gain)[0];
    return best === undefined ? [] : [{ code: "relative", how: best.reading.how, asked, found: best.found }];
  });
}

function markReasons({ asked, found, compared }: Explaining): readonly Reason[] {
  if (compared.features[F.marksDiffer] === 1) return [{ code: "marks-differ" }];
  if (compared.features[F.markGain] === 0) return [];
  const theirs = new Set(markWordsOf(found.marks ?? ""));
  return wordsOf(asked.marks ?? "")
    .filter((word) => !isParticle(word) && theirs.has(word.folded))
    .map(({ raw, folded }) => {
      const written = wordsOf(found.marks ?? "").find((word) => word.folded === folded)?.raw ?? raw;
      return { code: "marks", how: "same", asked: raw, found: written };
    });
}

function journeyReasons({ asked, compared: { journey } }: Explaining): readonly Reason[] {
  const { soon, cameFrom, tooFar } = journey;
  const place = asked.lastContact?.place ?? "";
  const days = (count: number): string => String(Math.abs(count));
  if (tooFar !== null) {
    const kilometres = String(Math.round(tooFar.kilometres));
    return [{ code: "too-far", asked: place, found: tooFar.from, kilometres, days: days(tooFar.days) }];
  }
  return [
    ...(cameFrom === null ? [] : [{ code: "came-from" as const, asked: place, found: cameFrom }]),
    ...(soon === null
      ? []
      : [{ code: soon < 0 ? ("arrived-before" as const) : ("arrived-after" as const), days: days(soon) }]),
  ];
}

/** What speaks for the person, then what speaks against. Who has nothing for them is no result. */
export function explain(explaining: Explaining): readonly Reason[] {
  const { features } = explaining.compared;
  const reasons: readonly Reason[] = [
    ...nameReasons(explaining),
    ...relativeReasons(explaining),
    ...markReasons(explaining),
    ...birthReasons(explaining),
    ...ageReasons(explaining),
    ...placeReasons(explaining),
    ...journeyReasons(explaining),
    ...missingNames(explaining),
    ...(features[F.surnamesSwapped] === 1 ? [{ code: "surnames-swapped" as const }] : []),
    ...(features[F.sexDiffers] === 1 ? [{ code: "sex-differs" as const }] : []),
  ];
  return [
    ...reasons.filter((reason) => !speaksAgainst(reason)),
    ...reasons.filter((reason) => speaksAgainst(reason)),
  ];
}
