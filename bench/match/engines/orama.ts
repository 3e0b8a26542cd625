/** Orama, one slip of the finger allowed. */
import { kindOf, LIMIT } from "../engine.ts";
import { fold } from "../fold.ts";
import { nameOf } from "../person.ts";

interface Orama {
  create: (options: object) => object;
  insertMultiple: (index: object, people: readonly object[], batch?: number) => Promise<unknown>;
  search: (
    index: object,
    query: object,
  ) =>
    | Promise<{ hits: readonly { id: string; score: number }[] }>
    | { hits: readonly { id: string; score: number }[] };
}

const BATCH = 1000;

export const orama = kindOf("orama", async (load) => {
  const { create, insertMultiple, search } = (await load("@orama/orama")) as Orama;
  const index = create({ schema: { name: "string" } });
  return {
    name: "orama",
    async build(people) {
      const items = people.map((person) => ({ id: person.id, name: fold(nameOf(person)) }));
      await insertMultiple(index, items, BATCH);
    },
    async search({ name }) {
      const { hits } = await search(index, { term: fold(name), tolerance: 1, limit: LIMIT });
      return hits.map(({ id, score }) => ({ id, score }));
    },
  };
});
