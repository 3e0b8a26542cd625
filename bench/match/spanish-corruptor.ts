/**
 * The first corruptor: what somebody on the telephone says of a person, and how it is written down. Drops and swaps
 * parts of names as Spanish usage does, takes nicknames, mishears and mistypes words, rounds ages, swaps day and
 * month, names a town by another word. Each change has a name, which the query keeps.
 */
import type { Gazetteer } from "./gazetteer.ts";
import type { Made, Origin, Person, Query } from "./person.ts";
import type { Random } from "./random.ts";
import { type Ear, mishear, mistype } from "./spanish-slips.ts";

/** How often each change happens, where it can. */
export interface Rates {
  readonly nickname: number;
  readonly dropSecondGiven: number;
  readonly dropFirstGiven: number;
  readonly swapGiven: number;
  readonly joinGiven: number;
  readonly splitGiven: number;
  readonly shortenGiven: number;
  readonly dropSecondSurname: number;
  readonly dropFirstSurname: number;
  readonly swapSurnames: number;
  readonly married: number;
  readonly changeCompound: number;
  /** Slips of ear or finger in the name: how many at most, and how often each. */
  readonly mostSlips: number;
  readonly slip: number;
  readonly ageMissing: number;
  readonly ageRounded: number;
  readonly ageNear: number;
  readonly ageFar: number;
  readonly dateMissing: number;
  readonly dayMonth: number;
  readonly yearOnly: number;
  readonly townMissing: number;
  readonly townMisspelt: number;
  readonly townShort: number;
  readonly townNear: number;
  readonly department: number;
  readonly sexMissing: number;
  readonly countryMissing: number;
  readonly relativesMissing: number;
  readonly marksMissing: number;
}

export const HARD_RATES: Rates = {
  nickname: 0.4,
  dropSecondGiven: 0.6,
  dropFirstGiven: 0.06,
  swapGiven: 0.03,
  joinGiven: 0.03,
  splitGiven: 0.03,
  shortenGiven: 0.1,
  dropSecondSurname: 0.55,
  dropFirstSurname: 0.04,
  swapSurnames: 0.06,
  married: 0.08,
  changeCompound: 0.5,
  mostSlips: 4,
  slip: 0.24,
  ageMissing: 0.35,
  ageRounded: 0.15,
  ageNear: 0.3,
  ageFar: 0.05,
  dateMissing: 0.8,
  dayMonth: 0.1,
  yearOnly: 0.3,
  townMissing: 0.4,
  townMisspelt: 0.15,
  townShort: 0.2,
  townNear: 0.1,
  department: 0.1,
  sexMissing: 0.1,
  countryMissing: 0.2,
  relativesMissing: 0.75,
  marksMissing: 0.6,
};

const times = (rates: Rates, factor: number): Rates =>
  Object.fromEntries(
    Object.entries(rates).map(([key, rate]: [string, number]) => [
      key,
      key === "mostSlips" ? rate : rate * factor,
    ]),
  ) as unknown as Rates;

/** Half of what happens in the hard set. */
export const EASY_RATES: Rates = times(HARD_RATES, 0.5);

export type Change = Exclude<keyof Rates, "mostSlips">;

/** What is being said, and what has been changed so far. */
interface Telling {
  given: readonly string[];
  surnames: readonly string[];
  age: number | null;
  birthDate: string | null;
  town: string | null;
  country: string | null;
  sex: Person["sex"];
  relatives: readonly string[];
  marks: string | null;
  readonly errors: string[];
}

interface Scene {
  readonly truth: Person;
  readonly ear: Ear;
  readonly random: Random;
  readonly gazetteer: Gazetteer;
  /** Whether this change happens now. */
  readonly happens: (change: Change) => boolean;
}

/** A change of the telling; false where it cannot be made. */
type Step = (telling: Telling, scene: Scene) => boolean;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const SHORT: Readonly<Record<string, string>> = {
  María: "Ma.",
  Maria: "Ma.",
  José: "J.",
  Jose: "J.",
  Francisco: "Fco.",
};

const GIVEN: readonly (readonly [Change, Step])[] = [
  [
    "nickname",
    (telling, { truth }) => {
      const [nickname] = truth.nicknames;
      if (nickname === undefined) return false;
      telling.given = [capital(nickname)];
      return true;
    },
  ],
  [
    "dropSecondGiven",
    (telling) => {
      if (telling.given.length < 2) return false;
      telling.given = telling.given.slice(0, 1);
      return true;
    },
  ],
  [
    "dropFirstGiven",
    (telling) => {
      if (telling.given.length < 2) return false;
      telling.given = telling.given.slice(1);
      return true;
    },
  ],
  [
    "swapGiven",
    (telling) => {
      if (telling.given.length < 2) return false;
      telling.given = telling.given.toReversed();
      return true;
    },
  ],
  [
    "joinGiven",
    (telling) => {
      if (telling.given.length < 2) return false;
      telling.given = [capital(telling.given.join("").toLowerCase())];
      return true;
    },
  ],
  [
    "splitGiven",
    (telling) => {
      const at = telling.given.findIndex((word) => word.length > 6);
      const word = telling.given[at];
      if (word === undefined) return false;
      const half = Math.ceil(word.length / 2);
      telling.given = telling.given.toSpliced(at, 1, word.slice(0, half), word.slice(half));
      return true;
    },
  ],
  [
    "shortenGiven",
    (telling) => {
      const at = telling.given.findIndex((word) => SHORT[word] !== undefined);
      if (at < 0 || telling.given.length < 2) return false;
      telling.given = telling.given.with(at, SHORT[telling.given[at]!]!);
      return true;
    },
  ],
];

const SURNAMES: readonly (readonly [Change, Step])[] = [
  [
    "changeCompound",
    (telling, { random }) => {
      const at = telling.surnames.findIndex((surname) => surname.includes(" "));
      const surname = telling.surnames[at];
      if (surname === undefined) return false;
      const joined = capital(surname.replaceAll(" ", "").toLowerCase());
      const bare = surname.split(" ").at(-1)!;
      telling.surnames = telling.surnames.with(at, random.chance(0.5) ? joined : capital(bare));
      return true;
    },
  ],
  [
    "swapSurnames",
    (telling) => {
      if (telling.surnames.length < 2) return false;
      telling.surnames = telling.surnames.toReversed();
      return true;
    },
  ],
  [
    "married",
    (telling, { truth, random }) => {
      if (truth.sex !== "f" || (truth.age ?? 0) < 18 || telling.surnames.length === 0) return false;
      const husband = random.pick([
        "Hernández",
        "López",
        "Martínez",
        "García",
        "Pérez",
        "Ramos",
        "Mejía",
        "Cruz",
      ]);
      telling.surnames = [telling.surnames[0]!, `de ${husband}`];
      return true;
    },
  ],
  [
    "dropFirstSurname",
    (telling) => {
      if (telling.surnames.length < 2) return false;
      telling.surnames = telling.surnames.slice(1);
      return true;
    },
  ],
  [
    "dropSecondSurname",
    (telling) => {
      if (telling.surnames.length < 2) return false;
      telling.surnames = telling.surnames.slice(0, 1);
      return true;
    },
  ],
];

const ROUND = 5;

const AGE: readonly (readonly [Change, Step])[] = [
  [
    "ageFar",
    (telling, { random }) => {
      if (telling.age === null) return false;
      telling.age = Math.max(0, telling.age + (random.chance(0.5) ? 1 : -1) * (3 + random.below(3)));
      return true;
    },
  ],
  [
    "ageRounded",
    (telling) => {
      const rounded = telling.age === null ? null : Math.round(telling.age / ROUND) * ROUND;
      if (rounded === null || rounded === telling.age) return false;
      telling.age = rounded;
      return true;
    },
  ],
  [
    "ageNear",
    (telling, { random }) => {
      if (telling.age === null) return false;
      telling.age = Math.max(0, telling.age + (random.chance(0.5) ? 1 : -1) * (1 + random.below(2)));
      return true;
    },
  ],
];

const DATE: readonly (readonly [Change, Step])[] = [
  [
    "dayMonth",
    (telling) => {
      const [year, month, day] = (telling.birthDate ?? "").split("-");
      if (day === undefined || day === month || Number(day) > 12) return false;
      telling.birthDate = [year, day, month].join("-");
      return true;
    },
  ],
  [
    "yearOnly",
    (telling) => {
      if (telling.birthDate === null) return false;
      telling.birthDate = telling.birthDate.slice(0, 4);
      return true;
    },
  ],
];

const SHORTEST_END = 3;

const TOWN: readonly (readonly [Change, Step])[] = [
  [
    "department",
    (telling, { truth }) => {
      if (truth.department === null || truth.department === telling.town) return false;
      telling.town = truth.department;
      return true;
    },
  ],
  [
    "townNear",
    (telling, { truth, gazetteer }) => {
      const near = gazetteer.near(truth.town ?? "", truth.country ?? "");
      if (near === null) return false;
      telling.town = near;
      return true;
    },
  ],
  [
    "townShort",
    (telling) => {
      const words = (telling.town ?? "").split(" ");
      if (words.length < 2) return false;
      const short = words.slice(0, words.length - 1);
      // "El", "Candelaria de La": nobody stops there
      if (short.at(-1)!.length < SHORTEST_END) return false;
      telling.town = short.join(" ");
      return true;
    },
  ],
  [
    "townMisspelt",
    (telling, { ear, random }) => {
      const words = (telling.town ?? "").split(" ");
      const at = random.below(words.length);
      const heard = mishear(words[at]!, ear, random);
      if (heard === null) return false;
      telling.town = words.with(at, heard).join(" ");
      return true;
    },
  ],
];

/** Makes the first of these changes that happens and can be made. */
function firstOf(steps: readonly (readonly [Change, Step])[], telling: Telling, scene: Scene): void {
  for (const [change, step] of steps) {
    if (!scene.happens(change) || !step(telling, scene)) continue;
    telling.errors.push(change);
    return;
  }
}

const MISHEARD = 0.6;

function slipOnce(telling: Telling, { ear, random }: Scene): void {
  const isGiven = random.chance(0.4) || telling.surnames.length === 0;
  const words = (isGiven ? telling.given : telling.surnames).join(" ").split(" ");
  const at = random.below(words.length);
  const word = words[at]!;
  const isHeard = random.chance(MISHEARD);
  const changed = isHeard ? mishear(word, ear, random) : mistype(word, random);
  if (changed === null) return;
  telling.errors.push(isHeard ? "misheard" : "mistyped");
  if (isGiven) telling.given = words.with(at, changed);
  else telling.surnames = words.with(at, changed);
}

/** What is left out altogether. */
function forget(telling: Telling, { happens }: Scene): void {
  const left = (change: Change, known: boolean) => {
    if (!known || !happens(change)) return false;
    telling.errors.push(change);
    return true;
  };
  if (left("ageMissing", telling.age !== null)) telling.age = null;
  if (left("townMissing", telling.town !== null)) telling.town = null;
  // not counted as errors: hardly anybody tells them
  if (happens("dateMissing")) telling.birthDate = null;
  if (happens("sexMissing")) telling.sex = null;
  if (happens("countryMissing")) telling.country = null;
  if (happens("relativesMissing")) telling.relatives = [];
  if (happens("marksMissing")) telling.marks = null;
}

/** In capitals, in small letters, without accents: as it is typed. */
function typed(name: string, random: Random): string {
  const kind = random.next();
  const plain = name
    .normalize("NFD")
    .replace(/(?!\u0303)\p{M}/gu, "")
    .normalize("NFC");
  if (kind < 0.25) return plain.toLowerCase();
  if (kind < 0.4) return plain.toUpperCase();
  return kind < 0.75 ? plain : name;
}

const earOf = (origin: Origin): Ear => {
  if (origin === "haiti" || origin === "africa") return "haitian";
  return ["maya", "yucatan", "nahua", "garifuna"].includes(origin) ? "indigenous" : "spanish";
};

/** The change that cannot be avoided, and what must be told for it to be seen. */
const KEEPS: Partial<Record<Change, Change>> = {
  dayMonth: "dateMissing",
  yearOnly: "dateMissing",
  ageRounded: "ageMissing",
  ageNear: "ageMissing",
  ageFar: "ageMissing",
  townShort: "townMissing",
  townNear: "townMissing",
  townMisspelt: "townMissing",
  department: "townMissing",
};

/** Changes of one kind: where one is forced, no other of its kind comes before it. */
const KINDS = [GIVEN, SURNAMES, AGE, DATE, TOWN].map((steps) => steps.map(([change]) => change));

export interface Corruption {
  readonly rates: Rates;
  readonly random: Random;
  readonly gazetteer: Gazetteer;
  /** Happens in any case, where it can. */
  readonly forced?: Change;
}

function happensIn({ rates, random, forced }: Corruption): Scene["happens"] {
  if (forced === undefined) return (change) => random.chance(rates[change]);
  const beside = KINDS.find((kind) => kind.includes(forced)) ?? [];
  return (change) => {
    if (change === forced) return true;
    if (beside.includes(change) || KEEPS[forced] === change) return false;
    return random.chance(rates[change]);
  };
}

/** What is asked about this person. The answer is theirs; whether they are there is for the caller to say. */
export function corruptSpanish({ truth, origin }: Made, how: Corruption): Omit<Query, "id" | "slices"> {
  const { random, rates, gazetteer } = how;
  const telling: Telling = {
    given: truth.givenNames,
    surnames: truth.surnames,
    age: truth.age,
    birthDate: truth.birthDate,
    town: truth.town,
    country: truth.country,
    sex: truth.sex,
    relatives: truth.relatives,
    marks: truth.marks,
    errors: [],
  };
  const scene: Scene = { truth, ear: earOf(origin), random, gazetteer, happens: happensIn(how) };
  firstOf(GIVEN, telling, scene);
  firstOf(SURNAMES, telling, scene);
  forget(telling, scene);
  firstOf(AGE, telling, scene);
  firstOf(DATE, telling, scene);
  if (telling.town !== null) firstOf(TOWN, telling, scene);
  for (let slip = 0; slip < rates.mostSlips; slip += 1)
    if (random.chance(rates.slip)) slipOnce(telling, scene);
  const { given, surnames, errors, relatives, ...rest } = telling;
  return {
    ...rest,
    name: typed([...given, ...surnames].join(" "), random),
    relatives: relatives.slice(0, 1).map((relative) => typed(relative, random)),
    answer: truth.id,
    errors,
  };
}
