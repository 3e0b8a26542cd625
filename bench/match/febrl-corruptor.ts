/**
 * The second corruptor, for results that the first one's author cannot have tuned to: errors as FEBRL's data generator
 * makes them (generate2 of Christen and Pudjijono: fields by selection probability, then edits, words, sounds and
 * missing values by field). It shares no error with the first, hears by FEBRL's own table, and its nicknames are
 * another list's.
 */
import { applyFebrlRule, type FebrlRule } from "./febrl-rules.ts";
import type { Made, Query } from "./person.ts";
import { type Lottery, lotteryOf, type Random } from "./random.ts";

interface Draft {
  given: string;
  surname: string;
  town: string;
  age: string;
  birth: string;
}
type Field = keyof Draft;

interface Tools {
  readonly random: Random;
  readonly rules: readonly FebrlRule[];
  readonly nickname: string | undefined;
}

/** The draft's field, changed; null where this cannot be done to it. */
type Modify = (value: string, tools: Tools) => string | null;

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
/** Beside one another on a keyboard, in FEBRL's two directions. */
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"];
const COLUMNS = ["qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "ik", "ol", "p"];

const cut = (value: string, at: number, put: string, over: number): string =>
  value.slice(0, at) + put + value.slice(at + over);

/** A position, rather past the middle than before it. */
const somewhere = (value: string, random: Random): number =>
  Math.min(value.length - 1, Math.floor(((random.next() + random.next() + 0.4) / 2.4) * value.length));

function strangeLetter(letter: string, random: Random): string {
  const groups = [...ROWS, ...COLUMNS].filter((group) => group.includes(letter));
  const beside = groups.flatMap((group) => {
    const at = group.indexOf(letter);
    return [group.charAt(at - 1), group.charAt(at + 1)].filter((found) => found !== "");
  });
  if (beside.length > 0 && random.chance(0.85)) return random.pick(beside);
  const strange = /\d/u.test(letter) ? DIGITS : ALPHABET;
  return strange.charAt(random.below(strange.length));
}

const insertLetter: Modify = (value, { random }) => {
  const at = somewhere(value, random);
  return cut(value, at, strangeLetter(value.charAt(at).toLowerCase(), random), 0);
};
const deleteLetter: Modify = (value, { random }) =>
  value.length < 3 ? null : cut(value, somewhere(value, random), "", 1);
const substituteLetter: Modify = (value, { random }) => {
  const at = somewhere(value, random);
  return cut(value, at, strangeLetter(value.charAt(at).toLowerCase(), random), 1);
};
const transposeLetters: Modify = (value, { random }) => {
  if (value.length < 3) return null;
  const at = Math.min(somewhere(value, random), value.length - 2);
  return cut(value, at, value.charAt(at + 1) + value.charAt(at), 2);
};
const insertSpace: Modify = (value, { random }) =>
  value.length < 4 ? null : cut(value, 1 + random.below(value.length - 2), " ", 0);
const deleteSpace: Modify = (value) => (value.includes(" ") ? value.replace(" ", "") : null);
const swapWords: Modify = (value, { random }) => {
  const words = value.split(" ");
  if (words.length < 2) return null;
  const at = random.below(words.length - 1);
  return words
    .with(at, words[at + 1]!)
    .with(at + 1, words[at]!)
    .join(" ");
};
const missingWord: Modify = (value, { random }) => {
  const words = value.split(" ");
  return words.length < 2 ? null : words.toSpliced(random.below(words.length), 1).join(" ");
};
const missingValue: Modify = () => "";
const phonetic: Modify = (value, { rules, random }) => {
  const words = value.toLowerCase().split(" ");
  const at = random.below(words.length);
  const heard = rules.flatMap((rule) => applyFebrlRule(words[at]!, rule) ?? []);
  return heard.length === 0 ? null : words.with(at, random.pick(heard)).join(" ");
};
const lookedUpNickname: Modify = (_value, { nickname }) => nickname ?? null;
const newAge: Modify = (value, { random }) => String(Math.max(1, Number(value) + random.below(7) - 3));

type Named = readonly [name: string, modify: Modify, probability: number];

const EDITS = (insert: number, erase: number, substitute: number, transpose: number): readonly Named[] => [
  ["insert-letter", insertLetter, insert],
  ["delete-letter", deleteLetter, erase],
  ["substitute-letter", substituteLetter, substitute],
  ["transpose-letters", transposeLetters, transpose],
];

/** Of each field: how often it is chosen, and what is done to it then. */
const FIELDS: Readonly<Record<Field, { readonly select: number; readonly how: readonly Named[] }>> = {
  given: {
    select: 0.3,
    how: [
      ...EDITS(0.05, 0.15, 0.35, 0.05),
      ["look-up-nickname", lookedUpNickname, 0.3],
      ["phonetic", phonetic, 0.3],
      ["word-swap", swapWords, 0.02],
      ["word-missing", missingWord, 0.35],
      ["space-insert", insertSpace, 0.02],
      ["space-delete", deleteSpace, 0.02],
      ["value-missing", missingValue, 0.02],
    ],
  },
  surname: {
    select: 0.3,
    how: [
      ...EDITS(0.1, 0.1, 0.35, 0.05),
      ["phonetic", phonetic, 0.3],
      ["word-swap", swapWords, 0.05],
      ["word-missing", missingWord, 0.5],
      ["space-insert", insertSpace, 0.01],
      ["space-delete", deleteSpace, 0.02],
      ["value-missing", missingValue, 0.01],
    ],
  },
  town: {
    select: 0.2,
    how: [
      ...EDITS(0.1, 0.15, 0.22, 0.04),
      ["phonetic", phonetic, 0.3],
      ["word-missing", missingWord, 0.1],
      ["value-missing", missingValue, 0.3],
    ],
  },
  age: {
    select: 0.15,
    how: [
      ["age-new", newAge, 0.6],
      ["value-missing", missingValue, 0.4],
    ],
  },
  birth: {
    select: 0.1,
    how: [
      ["substitute-letter", substituteLetter, 0.6],
      ["value-missing", missingValue, 0.4],
    ],
  },
};

const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[];
const whichField: Lottery<Field> = lotteryOf(
  FIELD_NAMES.map((item) => ({ item, weight: FIELDS[item].select })),
);
const whichWay = Object.fromEntries(
  FIELD_NAMES.map((field) => [
    field,
    lotteryOf(FIELDS[field].how.map((item) => ({ item, weight: item[2] }))),
  ]),
) as Readonly<Record<Field, Lottery<Named>>>;

/** Modifications of a record, as often as these numbers say; FEBRL's "poisson". */
const howMany: Lottery<number> = lotteryOf(
  [2, 8, 18, 24, 23, 15, 10].map((weight, item) => ({ item, weight })),
);
const MOST_IN_A_FIELD = 3;
const FIELDS_SWAPPED = 0.02;
/** How often a field is told at all; FEBRL leaves out up to 60 % of a field. */
const TOLD = { birth: 0.25, age: 0.75, town: 0.7 };

const dateOr = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : null);
const ageOr = (text: string): number | null => (text === "" ? null : Number(text));

function modifyOnce(draft: Draft, counts: Map<Field, number>, tools: Tools): string | null {
  const field = whichField.draw(tools.random);
  const used = counts.get(field) ?? 0;
  if (draft[field] === "" || used >= MOST_IN_A_FIELD) return null;
  const [name, modify] = whichWay[field].draw(tools.random);
  const changed = modify(draft[field], tools);
  const leavesNobody = changed === "" && (field === "given" ? draft.surname : draft.given) === "";
  if (changed === null || changed === draft[field]) return null;
  if (leavesNobody && (field === "given" || field === "surname")) return null;
  draft[field] = changed;
  counts.set(field, used + 1);
  return `${field}:${name}`;
}

/** Tries until so many modifications are made, or nothing seems to be left to modify. */
const TRIES = 12;

export interface FebrlCorruption {
  readonly random: Random;
  readonly rules: readonly FebrlRule[];
}

/** What is asked about this person by somebody whose errors are FEBRL's. */
export function corruptFebrl({ truth }: Made, how: FebrlCorruption): Omit<Query, "id" | "slices"> {
  const { random, rules } = how;
  const draft: Draft = {
    given: truth.givenNames.join(" "),
    surname: truth.surnames.join(" "),
    town: random.chance(TOLD.town) ? (truth.town ?? "") : "",
    age: truth.age !== null && random.chance(TOLD.age) ? String(truth.age) : "",
    birth: random.chance(TOLD.birth) ? (truth.birthDate ?? "") : "",
  };
  const errors: string[] = [];
  const counts = new Map<Field, number>();
  const wanted = howMany.draw(random);
  for (let tried = 0; tried < TRIES && errors.length < wanted; tried += 1) {
    const made = modifyOnce(draft, counts, { random, rules, nickname: truth.nicknames[0] });
    if (made !== null) errors.push(made);
  }
  const isSwapped = random.chance(FIELDS_SWAPPED);
  if (isSwapped) errors.push("fields-swapped");
  return {
    name: (isSwapped ? [draft.surname, draft.given] : [draft.given, draft.surname]).join(" ").trim(),
    sex: random.chance(0.1) ? null : truth.sex,
    age: ageOr(draft.age),
    birthDate: dateOr(draft.birth),
    country: random.chance(0.15) ? null : truth.country,
    town: draft.town === "" ? null : draft.town,
    relatives: [],
    marks: null,
    answer: truth.id,
    errors,
  };
}
