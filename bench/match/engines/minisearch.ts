/** MiniSearch, fuzzy with prefixes, on names alone and with the town. Names come without accents. */
import { best, kindOf } from "../engine.ts";
import { fold } from "../fold.ts";
import { nameOf, type Query } from "../person.ts";

interface MiniSearch {
  addAll: (people: readonly object[]) => void;
  search: (text: string) => readonly { readonly id: unknown; readonly score: number }[];
}
type MiniSearchClass = new (options: object) => MiniSearch;

const FUZZY = 0.34;

const minisearch = (name: string, textOf: (query: Query) => string, fields: string[]) =>
  kindOf(name, async (load) => {
    const { default: Index } = (await load("minisearch")) as { default: MiniSearchClass };
    const index = new Index({ fields, searchOptions: { fuzzy: FUZZY, prefix: true } });
    return {
      name,
      build(people) {
        index.addAll(
          people.map((person) => ({
            id: person.id,
            name: fold(nameOf(person)),
            town: fold(person.town ?? ""),
          })),
        );
      },
      search: (query) =>
        best(index.search(fold(textOf(query))).map(({ id, score }) => ({ id: String(id), score }))),
    };
  });

export const minisearchNames = minisearch("minisearch", ({ name }) => name, ["name"]);
export const minisearchTown = minisearch("minisearch+town", ({ name, town }) => `${name} ${town ?? ""}`, [
  "name",
  "town",
]);
