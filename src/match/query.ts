/**
 * What a line of free text asks: "chepe hernandez 20 honduras tatuaje rosa" is a name, an age, a country and a mark.
 * Which words are places is learned from the gazetteer and the people who are indexed, countries from the caller.
 */
import type { SearchablePerson, SearchRefusal } from "./person-index.ts";
import type { WrittenPlace } from "./gazetteer/index.ts";
import { isParticle, phraseOf, type Word, wordsOf } from "./words.ts";

/** What the reader of a query knows. */
export interface Known {
  /** A place that these words begin with; null for none. */
  readonly placeAt: (
    words: readonly string[],
  ) => { readonly length: number; readonly written: WrittenPlace } | null;
  /** True for a word of somebody's name, folded. */
  readonly isName: (word: string) => boolean;
  /** True for a word of somebody's marks, folded. */
  readonly isMark: (word: string) => boolean;
  /** The country that a phrase names; null for none. */
  readonly countryOf: (phrase: string) => string | null;
}

const OLDEST = 120;
const LONGEST_PHRASE = 6;
/** Shorter words that name a country by its code are as often part of a name ("Ma.", "de"). */
const SHORTEST_COUNTRY = 4;
const MOST_WORDS = 24;

const SEXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hombre: "male",
    muchacho: "male",
    nino: "male",
    varon: "male",
    masculino: "male",
    senor: "male",
    man: "male",
    boy: "male",
    mujer: "female",
    muchacha: "female",
    nina: "female",
    femenino: "female",
    senora: "female",
    senorita: "female",
    woman: "female",
    girl: "female",
    gason: "male",
    fanm: "female",
  }),
);

/** What begins with one of these tells a mark, and so do the words after it. */
const MARKS = new Set(
  (
    "tatuaje tatuajes tatuada tatuado cicatriz cicatrices lunar lunares diente dientes muela quemadura marca marcas " +
    "cojea lentes anteojos bigote barba calvo pelo cabello ojos oreja aretes piercing protesis tattoo scar tooth mole " +
    "birthmark burn glasses limp"
  ).split(" "),
);
/** Who the words after it are called: somebody of the family. */
const RELATIONS = new Set(
  (
    "hijo hija hermano hermana mama papa madre padre esposo esposa marido primo prima tio tia abuelo abuela sobrino " +
    "sobrina cunado cunada novio novia acompanado acompanada son daughter brother sister mother father wife husband cousin"
  ).split(" "),
);

interface Draft {
  readonly name: string[];
  readonly marks: string[];
  readonly relatives: string[];
  readonly numbers: number[];
  place: WrittenPlace;
  country: string | null;
  sex: string | null;
}

type Part = "name" | "marks" | "relatives";

const isNumber = ({ folded }: Word): boolean => /^\d+$/u.test(folded);

interface Taken {
  readonly length: number;
  readonly put: (draft: Draft) => void;
}

function countryAt(words: readonly Word[], known: Known): Taken | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length -= 1) {
    const phrase = phraseOf(words.slice(0, length));
    const country = phrase.length < SHORTEST_COUNTRY ? null : known.countryOf(phrase);
    if (country !== null) return { length, put: (draft) => (draft.country ??= country) };
  }
  return null;
}

function townAt(words: readonly Word[], known: Known): Taken | null {
  const place = known.placeAt(words.slice(0, LONGEST_PHRASE).map(({ folded }) => folded));
  if (place === null) return null;
  const isAName = place.length === 1 && known.isName(words[0]!.folded);
  if (isAName) return null;
  const town = words
    .slice(0, place.length)
    .map(({ raw }) => raw)
    .join(" ");
  const put = (draft: Draft) => {
    draft.place = { ...place.written, ...draft.place, ...(place.written.town === undefined ? {} : { town }) };
  };
  return { length: place.length, put };
}

function sexAt([word]: readonly Word[]): Taken | null {
  const sex = SEXES.get(word!.folded);
  return sex === undefined ? null : { length: 1, put: (draft) => (draft.sex ??= sex) };
}

/** "20 a 25": the little word between two numbers goes with the first. */
function numberAt([word, link, next]: readonly Word[]): Taken | null {
  if (!isNumber(word!)) return null;
  const isRange = link?.folded === "a" && next !== undefined && isNumber(next);
  return { length: isRange ? 2 : 1, put: (draft) => draft.numbers.push(Number(word!.folded)) };
}

/** Which part the word opens; the one that is open goes on where it opens none. */
function partAt({ folded }: Word, open: Part, known: Known): Part {
  if (MARKS.has(folded)) return "marks";
  if (RELATIONS.has(folded)) return "relatives";
  if (open === "marks") return known.isMark(folded) || !known.isName(folded) ? "marks" : "name";
  return open === "name" && known.isMark(folded) && !known.isName(folded) ? "marks" : open;
}

function takenAt(rest: readonly Word[], open: Part, known: Known): Taken | null {
  return (
    numberAt(rest) ?? sexAt(rest) ?? countryAt(rest, known) ?? (open === "marks" ? null : townAt(rest, known))
  );
}

/** Puts a word of a name, a mark or a relative's name where it belongs; returns the part that is open now. */
function putWord(
  draft: Draft,
  word: Word,
  { open, known }: { readonly open: Part; readonly known: Known },
): Part {
  if (isFiller(word)) return open;
  const part = partAt(word, open, known);
  if (!RELATIONS.has(word.folded)) draft[part].push(word.raw);
  return part;
}

function readWords(words: readonly Word[], known: Known): Draft {
  const draft: Draft = {
    name: [],
    marks: [],
    relatives: [],
    numbers: [],
    place: {},
    country: null,
    sex: null,
  };
  let open: Part = "name";
  for (let at = 0; at < words.length;) {
    const taken = takenAt(words.slice(at), open, known);
    if (taken === null) {
      open = putWord(draft, words[at]!, { open, known });
      at += 1;
      continue;
    }
    taken.put(draft);
    at += taken.length;
    if (open !== "marks") open = "name";
  }
  return draft;
}

/** "de" stays part of names; the rest of the little words says nothing. */
const isFiller = (word: Word): boolean => isParticle(word) && !["de", "del", "la"].includes(word.folded);

const years = (numbers: readonly number[]): readonly number[] =>
  numbers.filter((number) => number > 0 && number <= OLDEST);

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

function factsOf({ numbers, place, country, sex }: Draft): SearchablePerson {
  const ages = years(numbers);
  const born = numbers.find((number) => number >= FIRST_YEAR && number <= LAST_YEAR);
  const [from, to] = [Math.min(...ages), Math.max(...ages)];
  return {
    ...(ages.length === 0 ? {} : { age: from === to ? from : { from, to } }),
    ...(born === undefined ? {} : { birthDate: String(born) }),
    ...place,
    ...(country === null ? {} : { country }),
    ...(sex === null ? {} : { sex }),
  };
}

const meaningful = (words: readonly string[]): readonly Word[] =>
  wordsOf(words.join(" ")).filter((word) => !isParticle(word));

function refusalOf(draft: Draft, all: readonly Word[]): SearchRefusal["code"] | null {
  const told = meaningful([...draft.name, ...draft.marks, ...draft.relatives]);
  if (told.some(({ folded }) => folded.length > 1)) return null;
  if (told.length > 0) return "one-letter";
  if (draft.country !== null || Object.keys(draft.place).length > 0) return "place-only";
  return all.length === 0 ? "empty" : "no-name";
}

/** Reads a line, or says why it asks for nobody. */
export function readQuery(text: string, known: Known): SearchablePerson | SearchRefusal["code"] {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const draft = readWords(words, known);
  const refusal = refusalOf(draft, words);
  if (refusal !== null) return refusal;
  const { name, marks, relatives } = draft;
  return {
    ...factsOf(draft),
    ...(meaningful(name).length === 0 ? {} : { name: name.join(" ") }),
    ...(marks.length === 0 ? {} : { marks: marks.join(" ") }),
    ...(relatives.length === 0 ? {} : { relatives: [relatives.join(" ")] }),
  };
}
