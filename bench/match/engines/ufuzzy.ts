/** uFuzzy: one slip within a word, words in any order. It gives an order and no score. */
import { kindOf, LIMIT } from "../engine.ts";
import { fold } from "../fold.ts";
import { nameOf } from "../person.ts";

interface Fuzzy {
  search: (
    haystack: readonly string[],
    needle: string,
    outOfOrder: number,
    infoLimit: number,
  ) => readonly [
    indexes: readonly number[] | null,
    info: { readonly idx: readonly number[] } | null,
    order: readonly number[] | null,
  ];
}
type FuzzyClass = new (options: object) => Fuzzy;

/** Words in any order, as long as there are so few. */
const OUT_OF_ORDER = 4;
const RANKED_AT_MOST = 10_000;

export const ufuzzy = kindOf("ufuzzy", async (load) => {
  const loaded = (await load("@leeoniya/ufuzzy")) as { default: FuzzyClass };
  const fuzzy = new loaded.default({ intraMode: 1 });
  let ids: readonly string[] = [];
  let names: readonly string[] = [];
  return {
    name: "ufuzzy",
    build(people) {
      ids = people.map(({ id }) => id);
      names = people.map((person) => fold(nameOf(person)));
    },
    search({ name }) {
      const [indexes, info, order] = fuzzy.search(names, fold(name), OUT_OF_ORDER, RANKED_AT_MOST);
      const found = info === null || order === null ? (indexes ?? []) : order.map((at) => info.idx[at]!);
      return found.slice(0, LIMIT).map((at, place) => ({ id: ids[at]!, score: 1 / (place + 1) }));
    },
  };
});
