/** What a line of text was understood to say, part by part; and a search that leaves some of them out. */
import type { QueryPart, SearchablePerson } from "../person-index.ts";

/** Each with the fields that it fills. */
const QUERY_PARTS: Readonly<Record<QueryPart, readonly (keyof SearchablePerson)[]>> = {
  name: ["name"],
  alternateNames: ["alternateNames"],
  sex: ["sex"],
  age: ["age"],
  birthDate: ["birthDate"],
  place: ["town", "state", "country"],
  relatives: ["relatives"],
  marks: ["marks"],
  lastContact: ["lastContact"],
};

const TELLING: readonly QueryPart[] = ["name", "alternateNames", "relatives", "marks"];

const hasPart = (person: SearchablePerson, part: QueryPart): boolean =>
  QUERY_PARTS[part].some((field) => person[field] !== undefined);

/** The parts of which one is enough to look for somebody. */
export const tellingParts = (person: SearchablePerson): readonly QueryPart[] =>
  TELLING.filter((part) => hasPart(person, part));

/** What is left of a question; all of it where too little would be left to look for anybody. */
export function withoutParts(person: SearchablePerson, parts: readonly QueryPart[]): SearchablePerson {
  const away = new Set<string>(parts.flatMap((part) => QUERY_PARTS[part]));
  const kept = Object.fromEntries(Object.entries(person).filter(([field]) => !away.has(field)));
  return tellingParts(kept).length > 0 ? kept : person;
}
