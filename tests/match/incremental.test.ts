/** However people came, changed and went: the index answers as one that was built anew from who is left. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPersonIndex, type PersonIndex, type SearchablePerson } from "#match";

type Step =
  | { readonly kind: "put"; readonly id: string; readonly person: SearchablePerson }
  | { readonly kind: "remove"; readonly id: string };

const GIVEN = ["José", "Elda", "Wilmer", "Santos", "Zenobia", "Chepe", "Ma.", "Marisol", "Yanor", "J."];
const SURNAMES = ["Orantes", "Orantez", "Horandes", "Paz", "Tzul", "de la Cruz", "Caal", "Santos", "Yanor"];
const TOWNS = ["Yoro", "San Marcos del Río", "Cuilco"];

const words = (of: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...of), { minLength: 1, maxLength: most }).map((all) => all.join(" "));
const wholeName = fc.tuple(words(GIVEN, 2), words(SURNAMES, 2)).map((both) => both.join(" "));
const facts = {
  alternateNames: fc.array(words(GIVEN, 1), { maxLength: 1 }),
  age: fc.oneof(
    fc.integer({ min: 1, max: 80 }),
    fc.record({ from: fc.constant(20), to: fc.constant(25), asOf: fc.constantFrom("2020", "2024-05-01") }),
  ),
  birthDate: fc.constantFrom("1998-05-12", "1998-12-05", "2001"),
  sex: fc.constantFrom("male", "female"),
  town: fc.constantFrom(...TOWNS),
  country: fc.constantFrom("HN", "GT"),
  marks: fc.constantFrom("tatuaje de ancla", "lunar", "cicatriz, lunar"),
  relatives: fc.array(wholeName, { maxLength: 2 }),
};
const person: fc.Arbitrary<SearchablePerson> = fc.oneof(
  fc.record({ name: wholeName, ...facts }, { requiredKeys: ["name"] }),
  fc.record(
    { givenNames: words(GIVEN, 2), surnames: words(SURNAMES, 2), ...facts },
    { requiredKeys: ["givenNames", "surnames"] },
  ),
);
const id = fc.integer({ min: 0, max: 14 }).map((at) => `p${String(at)}`);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("put" as const), id, person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), id }) },
);

interface Walked {
  readonly index: PersonIndex;
  readonly left: Map<string, SearchablePerson>;
}

function walk({ index, left }: Walked, steps: readonly Step[]): void {
  for (const one of steps) {
    if (one.kind === "put") {
      index.add(one.id, one.person);
      left.set(one.id, one.person);
    } else {
      index.remove(one.id);
      left.delete(one.id);
    }
  }
}

const fresh = (left: ReadonlyMap<string, SearchablePerson>): PersonIndex => {
  const index = createPersonIndex();
  for (const [key, one] of left) index.add(key, one);
  return index;
};

const YEAR = 2026;
const LINES = [
  "jose orantes",
  "ernandes wilmer 25",
  "chepe tzul yoro",
  "ma de la cruz tatuaje",
  "san marcos del rio",
  "sant",
];
const ASKED: readonly SearchablePerson[] = [
  { name: "José Orantes Paz", age: 22, town: "Yoro", country: "HN" },
  { givenNames: "Zenovia", surnames: "Caal", birthDate: "1998-05-12", relatives: ["Elda Tzul"] },
];

const answersOf = (index: PersonIndex, questions: readonly SearchablePerson[]) => ({
  size: index.size,
  lines: LINES.map((line) => {
    const answer = index.search(line, { year: YEAR });
    return answer.kind === "hits" ? answer.hits : answer.reason.code;
  }),
  people: [...ASKED, ...questions].map((question) => index.match(question, { year: YEAR, limit: 100 })),
});
type Answers = ReturnType<typeof answersOf>;

const hitsIn = ({ lines, people }: Answers) => [
  ...lines.filter((line) => typeof line !== "string"),
  ...people,
];
const plain = ({ size, lines, people }: Answers) => ({
  size,
  lines: lines.map((line) => (typeof line === "string" ? line : line.map((hit) => [hit.id, hit.reasons]))),
  people: people.map((hits) => hits.map((hit) => [hit.id, hit.reasons])),
});

/** The same ids, reasons and order; the same scores to twelve digits. */
function expectSame(one: Answers, other: Answers): void {
  expect(plain(one)).toEqual(plain(other));
  const scores = (answers: Answers) => hitsIn(answers).flatMap((hits) => hits.map(({ score }) => score));
  for (const [at, score] of scores(one).entries())
    expect(Math.abs(score - scores(other)[at]!)).toBeLessThanOrEqual(1e-12);
}

describe("any sequence of people who come, change and go", () => {
  test("leaves an index that answers as one built anew", () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(person, { maxLength: 2 }),
        (steps, questions) => {
          const walked: Walked = { index: createPersonIndex(), left: new Map() };
          walk(walked, steps);
          expectSame(answersOf(walked.index, questions), answersOf(fresh(walked.left), questions));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("also where so many went that the index was packed, and more came after", () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(steps, steps, fc.integer({ min: 1020, max: 1100 }), (before, after, many) => {
        const walked: Walked = { index: createPersonIndex(), left: new Map() };
        walk(walked, before);
        for (let at = 0; at < many; at += 1) {
          const key = `crowd${String(at % 40)}`;
          walk(walked, [
            {
              kind: "put",
              id: key,
              person: { name: `Wilmer Orantes ${GIVEN[at % 5]!}`, town: TOWNS[at % 3]! },
            },
          ]);
        }
        for (let at = 0; at < 40; at += 1) walk(walked, [{ kind: "remove", id: `crowd${String(at)}` }]);
        walk(walked, after);
        expectSame(answersOf(walked.index, []), answersOf(fresh(walked.left), []));
      }),
      { numRuns: 10 },
    );
  });

  test("the questions find somebody, and tell the indexes of different people apart", () => {
    const elda: SearchablePerson = { name: "José Orantes Paz", age: 22 };
    const one = answersOf(fresh(new Map([["p1", elda]])), []);
    const two = answersOf(
      fresh(
        new Map([
          ["p1", elda],
          ["p2", elda],
        ]),
      ),
      [],
    );
    expect(hitsIn(one).some((hits) => hits.length > 0)).toBe(true);
    expect(() => expectSame(one, two)).toThrow();
  });
});
