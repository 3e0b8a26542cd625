/** Every reason of a hit is true of the pair, judged from the fields alone, and no hit is without one. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import {
  createPersonIndex,
  loadGazetteer,
  type PersonIndex,
  type Reason,
  type SearchablePerson,
  speaksAgainst,
} from "#match";
import { isParticle, wordsOf } from "../../src/match/words/words.ts";

const YEAR = 2026;

const GIVEN = [
  "José",
  "María",
  "Ma.",
  "Juan Carlos",
  "Wilmer",
  "Chepe",
  "Guadalupe",
  "Widelene",
  "Q'anil",
  "J.",
];
const SURNAMES = [
  "Hernández",
  "Ernandes",
  "Mejía",
  "Xol",
  "de la Cruz",
  "Caal",
  "Pierre-Louis",
  "López",
  "Güity",
];
const TOWNS = [
  "San Pedro Sula",
  "San Pedro",
  "Choloma",
  "Puerto Cortés",
  "Villanueva",
  "Cobán",
  "Coban",
  "Tapachula",
  "Port-au-Prince",
  "Aldea Piedra Lisa",
];
const PASSED = ["Tapachula", "Tijuana", "Tegucigalpa", "San Pedro", "Cobán", "Aldea Piedra Lisa"];
/** Most came long ago: who came lately is the more telling. */
const LATELY = ["2026-03-02", "2026-03-01T08:00:00Z", "2026-02-11", "2026-03", "2026-05-30"];
const DAYS = [...LATELY, ...Array.from({ length: 15 }, (_, at) => `20${String(10 + at)}-07-07`)];
const MARKS = ["tatuaje de rosa", "cicatriz en la ceja", "diente de oro", "tatuaje"];

const one = (...items: readonly string[]) => fc.constantFrom(...items);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const anyPerson: fc.Arbitrary<SearchablePerson> = fc
  .record({
    givenNames: maybe(one(...GIVEN)),
    surnames: maybe(
      fc.array(one(...SURNAMES), { minLength: 1, maxLength: 2 }).map((names) => names.join(" ")),
    ),
    name: maybe(fc.tuple(one(...GIVEN, "Wilmer Adonay"), one(...SURNAMES)).map((names) => names.join(" "))),
    alternateNames: maybe(fc.array(one("Chepe", "Lupita", "El Chino", "Juanca"), { maxLength: 2 })),
    sex: maybe(one("male", "female", "other")),
    age: maybe(
      fc.oneof(
        fc.integer({ min: 0, max: 60 }),
        fc.record({
          from: fc.integer({ min: 10, max: 20 }),
          to: fc.integer({ min: 20, max: 30 }),
          asOf: one("2019-05-01", "2024"),
        }),
      ),
    ),
    birthDate: maybe(one("2004-03-07", "2004-07-03", "2004", "1999-12", "2001-03-07")),
    country: maybe(one("HN", "GT", "MX", "HT")),
    town: maybe(one(...TOWNS)),
    marks: maybe(one(...MARKS)),
    relatives: maybe(
      fc.array(one("Rosa Mejía", "Pedro Xol Caal", "Rosa", "Marlene Pierre"), { maxLength: 2 }),
    ),
    lastContact: maybe(
      fc.record(
        { at: one("2026-03-10", "2026-03", "2026", "2024-11-20"), place: one(...PASSED) },
        { requiredKeys: [] },
      ),
    ),
    arrivals: maybe(
      fc.array(fc.record({ at: one(...DAYS), from: one(...PASSED) }, { requiredKeys: ["at"] }), {
        maxLength: 2,
      }),
    ),
  })
  .map(
    (person) =>
      Object.fromEntries(
        Object.entries(person).filter(([, value]) => value !== undefined),
      ) as SearchablePerson,
  );

let index: PersonIndex;
const people = fc.sample(anyPerson, { seed: 7, numRuns: 400 });

beforeAll(async () => {
  index = createPersonIndex({ gazetteer: await loadGazetteer() });
  for (const [at, person] of people.entries()) index.add(String(at), person);
});

const folded = (text: string) => wordsOf(text).map((word) => word.folded);
const namesOf = ({ name = "", givenNames = "", surnames = "", alternateNames = [] }: SearchablePerson) => [
  ...[name, givenNames, surnames],
  ...alternateNames,
];
const has = (texts: readonly string[], words: string) =>
  folded(words).every((word) =>
    texts.flatMap(folded).some((known) => known.includes(word) || word.includes(known)),
  );

/** Years in which somebody of this person's age or date of birth may be today: the widest reading. */
function ages({ age, birthDate }: SearchablePerson): readonly [number, number] {
  if (birthDate !== undefined) {
    const born = Number(birthDate.slice(0, 4));
    return [YEAR - born - 1, YEAR - born];
  }
  if (typeof age === "number") return [age, age];
  const passed = age?.asOf === undefined ? 0 : YEAR - Number(age.asOf.slice(0, 4));
  return [(age?.from ?? 0) + passed, (age?.to ?? 0) + passed];
}

const gap = (asked: SearchablePerson, found: SearchablePerson): number => {
  const [[a, b], [c, d]] = [ages(asked), ages(found)];
  return Math.max(0, a - d, c - b);
};

type Judge<Code extends Reason["code"]> = (
  reason: Reason & { readonly code: Code },
  asked: SearchablePerson,
  found: SearchablePerson,
) => boolean;

const writtenOut = (word: string) => folded(word).join("").replace(/^ma$/u, "maria");

const isOfName = (
  reason: { how: string; asked: string; found: string },
  ...[asked, found]: SearchablePerson[]
) =>
  has(namesOf(found!), reason.found) &&
  has(namesOf(asked!), reason.asked) &&
  (reason.how !== "same" || writtenOut(reason.asked) === writtenOut(reason.found));

const areTowns = (
  reason: { asked: string; found: string },
  asked: SearchablePerson,
  found: SearchablePerson,
) => reason.found === found.town && reason.asked === asked.town;

const datesDiffer = (_: Reason, asked: SearchablePerson, found: SearchablePerson) =>
  asked.birthDate !== found.birthDate;

const markWords = (text = "") =>
  wordsOf(text)
    .filter((word) => !isParticle(word))
    .map((word) => word.folded);

const placesBefore = ({ arrivals = [] }: SearchablePerson) => arrivals.map(({ from }) => from);

/** First and last day of what is told, in milliseconds. */
const span = (told: string): readonly [number, number] => {
  const [year, month, day] = told.slice(0, 10).split("-").map(Number) as [number, number, number?];
  return [
    Date.UTC(year, month - 1, day ?? 1),
    day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day),
  ];
};

/** Days from the last contact to each arrival. */
const gapsInDays = ({ lastContact }: SearchablePerson, { arrivals = [] }: SearchablePerson) =>
  arrivals.map(({ at }) => {
    const [[from, to], [first, last]] = [span(lastContact?.at ?? ""), span(at)];
    const apart = first > to ? first - to : Math.min(0, last - from);
    return apart / 86_400_000;
  });

const isSoonAfter = (days: number, asked: SearchablePerson, found: SearchablePerson) =>
  days >= -30 && days <= 180 && gapsInDays(asked, found).includes(days);

/** Whether a reason is true, by the fields alone. */
const JUDGES: { readonly [Code in Reason["code"]]: Judge<Code> } = {
  "given-name": isOfName,
  // of three words told as one, the second may be a given name
  surname: (reason, asked, found) =>
    isOfName(reason, asked, found) &&
    ((found.givenNames ?? found.surnames) !== undefined ||
      folded(found.name ?? "")[1] !== "adonay" ||
      folded(reason.found)[0] !== "adonay"),
  name: (reason, asked, found) =>
    isOfName(reason, asked, found) &&
    (found.givenNames ?? found.surnames) === undefined &&
    folded(reason.found)[0] === folded(found.name ?? "")[1],
  "second-surname": isOfName,
  "alternate-name": isOfName,
  relative: (reason, asked, found) =>
    has(found.relatives ?? [], reason.found) && has(asked.relatives ?? [], reason.asked),
  marks: (reason, asked, found) =>
    has([found.marks ?? ""], reason.found) && has([asked.marks ?? ""], reason.asked),
  "name-missing": (reason, asked, found) =>
    has(namesOf(asked), reason.asked) &&
    !namesOf(found)
      .flatMap(folded)
      .includes(folded(reason.asked)[0] ?? ""),
  "surnames-swapped": (_reason, _asked, { surnames, name }) => folded(surnames ?? name ?? "").length > 1,
  age: (_, asked, found) => gap(asked, found) <= 2,
  "age-differs": (_, asked, found) => gap(asked, found) >= 2,
  "birth-date": (_, asked, found) => asked.birthDate === found.birthDate,
  "birth-date-swapped": (_, asked, found) => {
    const [year, month, day] = (asked.birthDate ?? "").split("-");
    return found.birthDate === [year, day, month].join("-") && month !== day;
  },
  "birth-date-partly": datesDiffer,
  "birth-date-differs": datesDiffer,
  "sex-differs": (_, asked, found) =>
    asked.sex !== undefined && found.sex !== undefined && asked.sex !== found.sex,
  town: (_, asked, found) => folded(asked.town ?? "").join() === folded(found.town ?? "").join(),
  "town-alike": areTowns,
  "town-near": areTowns,
  department: areTowns,
  "town-differs": areTowns,
  country: ({ country }, asked, found) => country === found.country && asked.country === country,
  "country-differs": ({ country }, asked, found) => country === found.country && asked.country !== country,
  "arrived-after": (reason, asked, found) => isSoonAfter(Number(reason.days), asked, found),
  "arrived-before": (reason, asked, found) => isSoonAfter(-Number(reason.days), asked, found),
  "came-from": (reason, asked, found) =>
    reason.asked === asked.lastContact?.place &&
    placesBefore(found).includes(reason.found) &&
    folded(reason.asked).some((word) => folded(reason.found).includes(word)),
  "too-far": (reason, asked, found) =>
    reason.asked === asked.lastContact?.place &&
    placesBefore(found).includes(reason.found) &&
    Number(reason.kilometres) > 1000 * (Number(reason.days) + 1) &&
    [1, -1].some((way) => gapsInDays(asked, found).includes(way * Number(reason.days))),
  "relatives-differ": (_, asked, found) =>
    (asked.relatives ?? []).length > 0 && (found.relatives ?? []).length > 0,
  "marks-differ": (_, asked, found) =>
    !markWords(asked.marks).some((word) => markWords(found.marks).includes(word)),
};

/** The reason with the pair where it is not true; null: it is. */
function fault(reason: Reason, asked: SearchablePerson, found: SearchablePerson): string | null {
  const judge = JUDGES[reason.code] as Judge<Reason["code"]>;
  return judge(reason, asked, found) ? null : JSON.stringify({ reason, asked, found });
}

const seen = new Set<Reason["code"]>();

test("every reason shown is true of the pair, and no hit is without one that speaks for it", () => {
  fc.assert(
    fc.property(anyPerson, (asked) => {
      for (const { id, score, reasons } of index.match(asked, { year: YEAR, limit: 40 })) {
        const found = people[Number(id)] ?? {};
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(reasons.some((reason) => !speaksAgainst(reason))).toBe(true);
        for (const reason of reasons) {
          seen.add(reason.code);
          expect(fault(reason, asked, found)).toBeNull();
        }
      }
    }),
    { numRuns: 300, seed: 11 },
  );
});

test("all kinds of reasons came up", () => {
  expect([...seen].sort()).toEqual([
    ...["age", "age-differs", "alternate-name", "arrived-after", "arrived-before"],
    ...["birth-date", "birth-date-differs", "birth-date-partly"],
    ...[
      "birth-date-swapped",
      "came-from",
      "country",
      "country-differs",
      "department",
      "given-name",
      "marks",
      "marks-differ",
      "name",
    ],
    ...[
      "name-missing",
      "relative",
      "relatives-differ",
      "second-surname",
      "sex-differs",
      "surname",
      "surnames-swapped",
    ],
    ...["too-far", "town", "town-alike", "town-differs", "town-near"],
  ]);
});

test("the check finds a reason that is not true", () => {
  const asked = { name: "José Mejía", age: 20, town: "Cobán" };
  const found = { name: "José Xol", age: 40, town: "Choloma" };
  expect(
    fault({ code: "surname", how: "same", asked: "Mejía", found: "Mejía" }, asked, found),
  ).not.toBeNull();
  expect(fault({ code: "age", asked: "20", found: "40" }, asked, found)).not.toBeNull();
  expect(fault({ code: "town", asked: "Cobán", found: "Choloma" }, asked, found)).not.toBeNull();
});
