/** Vereda's own matcher, asked with the fields that a report has. */
import { createPersonIndex, loadGazetteer, type SearchablePerson } from "../../../src/match/index.ts";
import { kindOf, LIMIT } from "../engine.ts";
import { BENCH_YEAR, type Coming, type Person, type Query } from "../person.ts";

const SEXES = { f: "female", m: "male" } as const;

const arrival = ({ at, from }: Coming) => ({ at, ...(from === null ? {} : { from }) });

function contact({ lastContact }: Query): Pick<SearchablePerson, "lastContact"> {
  if (lastContact === undefined || lastContact === null) return {};
  const { at, place } = lastContact;
  return { lastContact: { at, ...(place === null ? {} : { place }) } };
}

/** Without the fields that are not known. */
export function searchable(person: Person): SearchablePerson {
  const { age, birthDate, country, town, department, marks, sex } = person;
  return {
    givenNames: person.givenNames.join(" "),
    surnames: person.surnames.join(" "),
    alternateNames: person.nicknames,
    relatives: person.relatives,
    ...(sex === null ? {} : { sex: SEXES[sex] }),
    ...(age === null ? {} : { age }),
    ...(birthDate === null ? {} : { birthDate }),
    ...(country === null ? {} : { country }),
    ...(town === null ? {} : { town }),
    ...(town === null || department === null ? {} : { state: department }),
    ...(marks === null ? {} : { marks }),
    ...(person.comings === undefined ? {} : { arrivals: person.comings.map(arrival) }),
  };
}

export function asked(query: Query): SearchablePerson {
  const { name, sex, age, birthDate, country, town, relatives, marks } = query;
  return {
    name,
    relatives,
    ...(sex === null ? {} : { sex: SEXES[sex] }),
    ...(age === null ? {} : { age }),
    ...(birthDate === null ? {} : { birthDate }),
    ...(country === null ? {} : { country }),
    ...(town === null ? {} : { town }),
    ...(marks === null ? {} : { marks }),
    ...contact(query),
  };
}

export const vereda = kindOf(
  "vereda",
  async () => {
    const index = createPersonIndex({ gazetteer: await loadGazetteer() });
    return {
      name: "vereda",
      build(people) {
        for (const person of people) index.add(person.id, searchable(person));
      },
      search: (query) =>
        index
          .match(asked(query), { limit: LIMIT, year: BENCH_YEAR })
          .map(({ id, score, proposed }) => ({ id, score, probability: score, proposed })),
    };
  },
  { tellsProbability: true },
);
