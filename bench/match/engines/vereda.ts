/**
 * Vereda's own person index, through its door. It is asked in one line of free text, as people type it: name, age,
 * town, country. Its score is no probability yet.
 */
import { createPersonIndex, type SearchablePerson } from "../../../src/match/index.ts";
import { kindOf, LIMIT } from "../engine.ts";
import { fold } from "../fold.ts";
import { BENCH_YEAR, type Person, type Query } from "../person.ts";

const COUNTRIES = ["HN", "GT", "SV", "NI", "MX", "HT", "CM"];
const names = new Intl.DisplayNames(["es"], { type: "region" });
const codeOf = new Map(COUNTRIES.map((code) => [fold(names.of(code) ?? code), code]));

/** Without the fields that are not known. */
function searchable(person: Person): SearchablePerson {
  const { age, birthDate, country, town, department, marks } = person;
  return {
    givenNames: person.givenNames.join(" "),
    surnames: person.surnames.join(" "),
    alternateNames: person.nicknames,
    relatives: person.relatives,
    ...(age === null ? {} : { age }),
    ...(birthDate === null ? {} : { birthDate }),
    ...(country === null ? {} : { country }),
    ...(town === null ? {} : { town }),
    ...(town === null || department === null ? {} : { state: department }),
    ...(marks === null ? {} : { marks }),
  };
}

const lineOf = ({ name, age, town, country }: Query): string =>
  [name, age, town, country === null ? null : names.of(country)].filter((part) => part !== null).join(" ");

export const vereda = kindOf("vereda", () => {
  const index = createPersonIndex({ countryOf: (words) => codeOf.get(words) ?? null });
  return {
    name: "vereda",
    build(people) {
      for (const person of people) index.add(person.id, searchable(person));
    },
    search(query) {
      const answer = index.search(lineOf(query), { limit: LIMIT, year: BENCH_YEAR });
      return answer.kind === "hits" ? answer.hits.map(({ id, score }) => ({ id, score })) : [];
    },
  };
});
