/** Fuse.js with its token search. It reads every record for every query: slow, so it is asked less. */
import { kindOf, LIMIT } from "../engine.ts";
import { fold } from "../fold.ts";
import { nameOf } from "../person.ts";

interface Fuse {
  search: (
    text: string,
    options: { limit: number },
  ) => readonly { readonly item: { readonly id: string }; readonly score?: number }[];
}
type FuseClass = new (people: readonly object[], options: object) => Fuse;

export const fuse = kindOf(
  "fuse",
  async (load) => {
    const { default: FuseJs } = (await load("fuse.js")) as { default: FuseClass };
    let index: Fuse | undefined;
    return {
      name: "fuse",
      build(people) {
        const items = people.map((person) => ({ id: person.id, name: fold(nameOf(person)) }));
        index = new FuseJs(items, { keys: ["name"], includeScore: true, useTokenSearch: true });
      },
      search: ({ name }) =>
        (index?.search(fold(name), { limit: LIMIT }) ?? []).map(({ item, score = 1 }) => ({
          id: item.id,
          score: 1 - score,
        })),
    };
  },
  { isSlow: true },
);
