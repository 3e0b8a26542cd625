/** How the engine in memory keeps which guests are one person: the model's own reading, for one device. */
import { type Link, linksToMerge, linksToPart, mergeGuests, onePersons, type SaidLink } from "#model";
import {
  type Engine,
  EngineError,
  type EngineEvent,
  type PersonView,
  type RecordId,
  type SamePersonCommands,
} from "../../src/engine/api/index.ts";

type Records = Pick<Engine, "list"> & { raise(event: EngineEvent): void };

export interface FakeSamePersons extends SamePersonCommands {
  /** For tests: two devices said something else of two guests at once. */
  contest(one: RecordId, other: RecordId): void;
}

export function fakeSamePersons(engine: Records): FakeSamePersons {
  const said = new Map<string, Link>();
  const say = (links: readonly (SaidLink | Link)[]): void => {
    for (const { one, other, said: word } of links)
      said.set(`${one} ${other}`, { one, other, said: Array.isArray(word) ? word : [word] });
    engine.raise({ kind: "records", ids: [] });
  };
  const person = async (guest: RecordId): Promise<PersonView> => {
    const guests = await engine.list("guest");
    const known = onePersons([...said.values()]).get(guest);
    const alone: readonly string[] = [guest];
    const { members, maybe } = known ?? { members: alone, maybe: alone };
    const at = (ids: readonly string[]) => guests.filter(({ id }) => ids.some((one) => one === id));
    const records = [...at([guest]), ...at(members.filter((id) => id !== guest))];
    return {
      records,
      differing: mergeGuests(records.map(({ fields }) => ({ ...fields }))).differing,
      contested: at(maybe.filter((id) => !members.includes(id))),
    };
  };
  return {
    person,
    contest(a, b) {
      const [one, other] = a < b ? [a, b] : [b, a];
      say([{ one, other, said: ["same", "apart"] }]);
    },
    async merge(one, other) {
      say(linksToMerge([...said.values()], [one, other]));
      return person(one);
    },
    async unmerge(from, out) {
      const links = linksToPart([...said.values()], { from, out });
      if (links === null) throw new EngineError({ code: "not-merged" });
      say(links);
      return person(from);
    },
  };
}
