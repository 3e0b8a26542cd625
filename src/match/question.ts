/**
 * A question made ready: what each of its words may mean in this index, and the facts as numbers. The same for a line
 * of free text, the card of a report, and a guest who arrives.
 */
import { type Contact, contactOf } from "./journeys.ts";
import { namePartsOf, type NamePart, type Role } from "./names/names.ts";
import { isByname, namesOf } from "./nicknames/index.ts";
import { markWordsOf, type People, placeOf } from "./people.ts";
import { type AgeFact, parsedAge, parsedBirth, sexNumber } from "./person-facts.ts";
import type { SearchablePerson } from "./person-index.ts";
import type { Gazetteer, Location } from "./gazetteer/index.ts";
import { Parting } from "./names/parting.ts";
import type { Reader, Reading } from "./names/readings.ts";
import { relativeParts } from "./names/relatives.ts";
import type { WordNumber } from "./words/vocabulary.ts";
import { wordOf } from "./words/words.ts";

export interface AskedPart {
  readonly part: NamePart;
  /** How likely it is a given name, from 0 to 1. */
  readonly givenness: number;
  /** Nobody in the index is called so, nor sounds so. */
  readonly isUnknown: boolean;
  /** What people call somebody may be missing in a record: it says little. */
  readonly isByname: boolean;
}

/** One word of the name, or two that may be one. */
export interface Unit {
  /** Bits of the parts that it covers. */
  readonly mask: number;
  readonly first: number;
  /** As written. */
  readonly asked: string;
  readonly readings: readonly Reading[];
  readonly byWord: ReadonlyMap<WordNumber, Reading>;
}

export interface Question {
  readonly parts: readonly AskedPart[];
  readonly units: readonly Unit[];
  /** Word by word, for each relative; without the words that the person is called as well. */
  readonly relatives: readonly (readonly Unit[])[];
  /** Words of marks that somebody in the index has; and how many were told. */
  readonly marks: readonly WordNumber[];
  readonly marksTold: number;
  readonly sex: number;
  readonly age: AgeFact | null;
  readonly birth: number;
  readonly location: Location | null;
  /** When and where they were last heard of. */
  readonly contact: Contact | null;
}

const MOST_PARTS = 8;

export interface Asking {
  /** Words of the name may be only begun: somebody is typing. */
  readonly mayBegin: boolean;
  readonly people: People;
  readonly reader: Reader;
  readonly gazetteer: Gazetteer;
}

const unitOf = (
  readings: readonly Reading[],
  asked: string,
  [first, mask]: readonly [number, number],
): Unit => ({
  mask,
  first,
  asked,
  readings,
  byWord: new Map(readings.map((reading) => [reading.word, reading])),
});

const FIRST_GIVENNESS = [0.95, 0.55, 0.2, 0.1];

const TOLD_GIVENNESS = { given: 0.95, alternate: 0.9, surname: 0.05 } as const;

/** As it is told; else by who bears the word, where many do; else by where it stands. */
function givennessOf({ people: { names } }: Asking, { part, role }: ToldPart, at: number): number {
  if (role !== null) return TOLD_GIVENNESS[role];
  const place = FIRST_GIVENNESS[Math.min(at, FIRST_GIVENNESS.length - 1)]!;
  let [given, surname] = [place * 2, (1 - place) * 2];
  for (const number of names.soundingLike(part.word.sound)) {
    given += names.givenCount(number);
    surname += names.surnameCount(number);
  }
  if (namesOf(part.word.folded).length > 0) given += 5;
  return given / (given + surname);
}

/** A nickname that nobody listed stands among the first words, or where it is told. */
const mayBeCoined = ({ role }: ToldPart, at: number): boolean =>
  role === null ? at < 2 : role !== "surname";

function nameUnits(
  asking: Asking,
  told: readonly ToldPart[],
  isBorne: (part: NamePart) => boolean,
): readonly Unit[] {
  const parts = told.map(({ part }) => part);
  const singles = told.map((one, at) => {
    const { part } = one;
    const mayBegin = asking.mayBegin && (at === parts.length - 1 || !isBorne(part));
    const wish = { mayBegin, mayBeCoined: mayBeCoined(one, at) };
    return unitOf(part.isInitial ? [] : asking.reader.read(part.word, wish), part.word.raw, [at, 1 << at]);
  });
  const pairs = parts.slice(1).flatMap((part, at) => {
    const before = parts[at]!;
    if (part.isInitial || before.isInitial) return [];
    const joined = wordOf(before.word.folded + part.word.folded, `${before.word.raw} ${part.word.raw}`);
    const close = asking.reader.readJoined(joined, !isBorne(part) || !isBorne(before));
    return close.length === 0 ? [] : [unitOf(close, joined.raw, [at, (1 << at) | (2 << at)])];
  });
  return [...singles, ...pairs];
}

/** Given names that one nickname stands for: "Chema" is "José María". */
function spelledOut(part: NamePart): readonly NamePart[] {
  const [first] = namesOf(part.word.folded);
  if (first === undefined || !first.word.includes(" ") || first.weight < 0.5) return [part];
  return first.word.split(" ").map((name) => ({ ...part, word: wordOf(name, part.word.raw) }));
}

const relativesOf = (
  { reader }: Asking,
  { relatives = [] }: SearchablePerson,
  own: ReadonlySet<string>,
): Question["relatives"] =>
  relatives
    .map((relative) =>
      relativeParts(relative)
        .filter(({ word, isInitial }) => !isInitial && !own.has(word.sound))
        .map(({ word }, at) => unitOf(reader.read(word), word.raw, [at, 1 << at])),
    )
    .filter((units) => units.length > 0);

/** A word of the name, and what it is told to be; null: it stands in a whole name. */
interface ToldPart {
  readonly part: NamePart;
  readonly role: Role | null;
}

/** Fields come before the whole name, which adds what they do not have. */
function toldParts({ name = "", givenNames = "", surnames = "", alternateNames = [] }: SearchablePerson) {
  const as = (role: Role | null, text: string): readonly ToldPart[] =>
    namePartsOf(text).map((part) => ({ part, role }));
  const fields = [...as("given", givenNames), ...as("surname", surnames)];
  const known = new Set(fields.map(({ part }) => part.word.folded));
  const whole = as(null, name).filter(({ part }) => !known.has(part.word.folded));
  return [...fields, ...whole, ...alternateNames.flatMap((text) => as("alternate", text))];
}

const takenApart = (parting: Parting, { part, role }: ToldPart): readonly ToldPart[] =>
  parting
    .part(part)
    .flatMap(spelledOut)
    .map((one) => ({ part: one, role }));

export function questionOf(asking: Asking, person: SearchablePerson): Question {
  const { people, gazetteer } = asking;
  const parting = new Parting(people.names, asking.reader);
  const seen = toldParts(person).flatMap((one) => takenApart(parting, one));
  const asked = seen.slice(0, MOST_PARTS);
  const parts = asked.map(({ part }) => part);
  const own = new Set(parts.map(({ word }) => word.sound));
  const told = markWordsOf(person.marks ?? "");
  return {
    parts: asked.map(({ part, role }, at) => ({
      part,
      givenness: givennessOf(asking, { part, role }, at),
      isUnknown: !parting.isBorne(part.word),
      isByname: role === "alternate" || isByname(part.word.folded),
    })),
    units: nameUnits(asking, asked, ({ word }) => parting.isBorne(word)),
    relatives: relativesOf(asking, person, own),
    marks: told.flatMap((word) => people.marks.numberOf(word) ?? []),
    marksTold: told.length,
    sex: sexNumber(person.sex),
    age: parsedAge(person),
    birth: parsedBirth(person.birthDate),
    location: Object.keys(placeOf(person)).length === 0 ? null : gazetteer.locate(placeOf(person)),
    contact: contactOf(person, gazetteer),
  };
}
