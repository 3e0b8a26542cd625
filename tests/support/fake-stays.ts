/** How the engine in memory notes who leaves: as the engine does, for one device. */
import {
  type Arrival,
  endedStay,
  fieldNames,
  type FieldsOf,
  parseFields,
  type RollMark,
  staysOf,
} from "#model";
import {
  type CallCommands,
  type Engine,
  EngineError,
  type EngineEvent,
  type ProtectionCommands,
  type RecordId,
  type RollCallCommands,
  type StayCommands,
} from "../../src/engine/api/index.ts";

/** As the engine does, a coming makes its guest, and a group all of them. */
export type FakeStays = Omit<StayCommands, keyof ProtectionCommands> &
  CallCommands &
  RollCallCommands &
  Pick<Engine, "add">;

type Records = Pick<Engine, "add" | "edit" | "list" | "show"> & { raise(event: EngineEvent): void };

const NIGHT = "2026-11-21";
const GROUP = `${"a".repeat(25)}a`;

const second = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** A person as typed, without what is said of their coming, nor of who may see them. */
function guestFieldsOf(given: object): object {
  const elsewhere = new Set([...fieldNames("arrival"), "alone", "protect"]);
  return Object.fromEntries(Object.entries(given).filter(([name]) => !elsewhere.has(name)));
}

export function fakeStays(engine: Records, now: () => number): FakeStays {
  const of = async (kind: "arrival" | "departure", guest: RecordId) =>
    (await engine.list(kind)).filter(({ fields }) => "guest" in fields && fields.guest === guest);
  const stays: StayCommands["stays"] = async (guest) => {
    const { fields } = await engine.show(guest);
    const departures = (await of("departure", guest)).filter(
      (item) => !("takenBack" in item.fields && item.fields.takenBack),
    );
    const noted = {
      comings: (await of("arrival", guest)).map(({ id, fields }) => ({ id, at: (fields as Arrival).at })),
      leavings: departures.map(({ id, fields }) => ({ ...(fields as FieldsOf<"departure">), id })),
    };
    return { isHere: !("leftAt" in fields), stays: staysOf(noted) };
  };
  const add = engine.add.bind(engine);
  const come = async (given: object): Promise<RecordId> => {
    const at = "at" in given ? given.at : second(now());
    const ofArrival = new Set(fieldNames("arrival"));
    const part = (isOfArrival: boolean): object =>
      Object.fromEntries(Object.entries(given).filter(([name]) => ofArrival.has(name) === isOfArrival));
    if ("guest" in given) {
      const { id } = await add("arrival", { ...given, at });
      if ("leftAt" in (await engine.show(given.guest as RecordId)).fields)
        await engine.edit(given.guest as RecordId, { leftAt: null });
      return id;
    }
    const { id } = await add("guest", { ...part(false), arrivedAt: at });
    await add("arrival", { ...part(true), at, guest: id });
    return id;
  };
  const marks = new Map<string, RollMark>();
  const rollCall: RollCallCommands["rollCall"] = async ({ night = NIGHT } = {}) => {
    const guests = (await engine.list("guest")).filter(({ fields }) => !("leftAt" in fields));
    const people = guests.map((guest) => ({
      guest,
      bed: "bed" in guest.fields ? (guest.fields.bed ?? null) : null,
      standing: marks.get(guest.id) ?? null,
    }));
    return { id: GROUP as RecordId, night, people };
  };
  return {
    stays,
    rollCall,
    async markRoll(wish) {
      for (const { guest, mark } of wish.marks) marks.set(guest, mark);
      engine.raise({ kind: "records", ids: [GROUP as RecordId] });
      return rollCall();
    },
    async add(kind, fields) {
      if (kind !== "arrival") return add(kind, fields);
      const { people, apart, ...shared } = fields as {
        readonly people?: readonly object[];
        readonly apart?: boolean;
      };
      if (people === undefined) return { id: await come(shared) };
      // all or none, and what is wrong with one of them is said with their place
      const problems = people.flatMap((person, at) => {
        if ("guest" in person) return [];
        const parsed = parseFields("guest", guestFieldsOf({ ...shared, ...person }));
        return parsed.kind === "ok"
          ? []
          : parsed.problems.map(({ field, code }) => ({ field: `people.${String(at)}.${field}`, code }));
      });
      if (problems.length > 0) throw new EngineError({ code: "fields", problems });
      const group = apart === true ? {} : { group: GROUP };
      const ids: RecordId[] = [];
      for (const person of people) ids.push(await come({ ...shared, ...group, ...person }));
      return { id: ids[0]!, ids };
    },
    call: (wish) => engine.add("call", { at: second(now()), ...wish }),
    async depart(wish) {
      const at = wish.at ?? second(now());
      const { id } = await engine.add("departure", { ...wish, at });
      const stored = (await engine.show(id)).fields;
      await engine.edit(wish.guest, { leftAt: "at" in stored ? stored.at : at });
      return { id };
    },
    async takeBackDeparture(guest) {
      const known = await stays(guest);
      if (known.isHere) throw new EngineError({ code: "not-left" });
      const leavings = endedStay(known.stays)?.leavings ?? [];
      for (const { id } of leavings) await engine.edit(id as RecordId, { takenBack: true });
      await engine.edit(guest, { leftAt: null });
      return { id: (leavings.at(-1)?.id ?? guest) as RecordId };
    },
  };
}
