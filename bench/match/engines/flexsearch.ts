/** FlexSearch with its balanced Latin encoder and suggestions. It gives an order and no score. */
import { kindOf, LIMIT } from "../engine.ts";
import { nameOf } from "../person.ts";

interface FlexIndex {
  add: (id: string, text: string) => unknown;
  search: (text: string, options: object) => readonly (string | number)[];
}
interface FlexSearch {
  readonly Index: new (options: object) => FlexIndex;
  readonly Charset: Readonly<Record<string, unknown>>;
}

export const flexsearch = kindOf("flexsearch", async (load) => {
  const module = (await load("flexsearch")) as FlexSearch & { readonly default?: FlexSearch };
  const { Index, Charset } = module.default ?? module;
  const index = new Index({ encoder: Charset["LatinBalance"], tokenize: "forward" });
  return {
    name: "flexsearch",
    build(people) {
      for (const person of people) index.add(person.id, nameOf(person));
    },
    search: ({ name }) =>
      index
        .search(name, { limit: LIMIT, suggest: true })
        .map((id, at) => ({ id: String(id), score: 1 / (at + 1) })),
  };
});
