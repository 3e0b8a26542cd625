/** The roll call of a night, called on two computers of a house at once. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Engine, RecordId } from "#engine";
import type { RollStanding } from "#model";
import { type House, oneHouse } from "../support/one-house.ts";
import { setClock } from "../support/set-clock.ts";

/** Ten in the evening, by the clock of wherever this runs. */
const EVENING = new Date(2026, 10, 21, 22).getTime();
const HOUR = 60 * 60_000;
const clock = setClock(EVENING);
const NAMES = ["Ana", "Berta", "Carlos", "Diego", "Elmer"] as const;
type Name = (typeof NAMES)[number];

let house: House;
let guests: Readonly<Record<Name, RecordId>>;

beforeAll(async () => {
  house = await oneHouse({ lucia: clock, ramiro: clock });
  const people = NAMES.map((name, at) => ({
    name: `${name} Caal`,
    ...(at > 3 ? {} : { bed: `cama ${12 - at}` }),
  }));
  const { ids } = await house.lucia.engine.add("arrival", { people });
  guests = Object.fromEntries(NAMES.map((name, at) => [name, ids![at]])) as typeof guests;
  await house.meet();
});

const mark = (engine: Engine, marks: Partial<Record<Name, "present" | "absent">>, night?: string) =>
  engine.markRoll({
    marks: Object.entries(marks).map(([name, said]) => ({ guest: guests[name as Name], mark: said })),
    ...(night === undefined ? {} : { night }),
  });
const standings = async (engine: Engine, night?: string): Promise<Readonly<Record<string, RollStanding>>> => {
  const { people } = await engine.rollCall(night === undefined ? {} : { night });
  return Object.fromEntries(people.map(({ guest, standing }) => [guest.title.split(" ")[0] ?? "", standing]));
};

describe("the roll call", () => {
  test("lists who is here, by bed, and nobody is marked before somebody looks", async () => {
    const { night, people } = await house.ramiro.engine.rollCall();
    expect(night).toBe("2026-11-21");
    expect(people.map(({ guest, bed, standing }) => [guest.title, bed, standing])).toEqual([
      ["Diego Caal", "cama 9", null],
      ["Carlos Caal", "cama 10", null],
      ["Berta Caal", "cama 11", null],
      ["Ana Caal", "cama 12", null],
      ["Elmer Caal", null, null],
    ]);
    expect(await house.ramiro.engine.list("roll-call")).toEqual([]);
  });

  test("begun on two computers that have not heard of each other is one record, and no mark is lost", async () => {
    const { lucia, ramiro, meet } = house;
    const { id } = await mark(lucia.engine, { Ana: "present", Berta: "present" });
    expect((await mark(ramiro.engine, { Berta: "absent", Carlos: "present" })).id).toBe(id);
    await meet();
    const both = { Ana: "present", Berta: "apart", Carlos: "present", Diego: null, Elmer: null };
    for (const { engine } of [lucia, ramiro]) {
      expect(await engine.list("roll-call")).toHaveLength(1);
      expect(await standings(engine)).toEqual(both);
    }
    // both go on before they meet again: whose beginning stands does not matter
    await mark(lucia.engine, { Diego: "present" });
    await mark(ramiro.engine, { Elmer: "absent" });
    await meet();
    for (const { engine } of [lucia, ramiro])
      expect(await standings(engine)).toEqual({ ...both, Diego: "present", Elmer: "absent" });
    // and who looks again settles it, on either
    await mark(ramiro.engine, { Berta: "absent" });
    await mark(lucia.engine, { Elmer: "present" });
    await meet();
    for (const { engine } of [lucia, ramiro])
      expect(await standings(engine)).toEqual({
        ...{ Ana: "present", Berta: "absent", Carlos: "present", Diego: "present", Elmer: "present" },
      });
  });

  test("says nothing of a stay: who is absent is here until a departure is noted", async () => {
    const { engine } = house.lucia;
    expect(await engine.stays(guests.Berta)).toMatchObject({ isHere: true });
    expect(await engine.list("departure")).toEqual([]);
    await engine.depart({ guest: guests.Berta, how: "not-returned" });
    // whoever was marked stays on the list of that night
    expect(await standings(engine)).toMatchObject({ Berta: "absent" });
  });

  test("is that of the evening until noon, and then another", async () => {
    const { engine } = house.lucia;
    clock.move(5 * HOUR);
    expect((await engine.rollCall()).night).toBe("2026-11-21");
    clock.move(10 * HOUR);
    const { night, people } = await engine.rollCall();
    expect(night).toBe("2026-11-22");
    expect(people.map(({ guest, standing }) => [guest.title, standing])).not.toContainEqual([
      "Berta Caal",
      "absent",
    ]);
    expect(people.every(({ standing }) => standing === null)).toBe(true);
    const before = await engine.rollCall({ night: "2026-11-21" });
    expect(before.people).toHaveLength(5);
    expect((await engine.rollCall({ night: "2026-11-20" })).people).toEqual([]);
  });

  test("refuses nobody, one marked both ways, no date, and being written by hand", async () => {
    const { engine } = house.lucia;
    const nobody = "aaaqeayeaudaocajbifqydiob4" as RecordId;
    const before = await standings(engine);
    await expect(engine.markRoll({ marks: [{ guest: nobody, mark: "present" }] })).rejects.toMatchObject({
      fault: { code: "no-such-record" },
    });
    const twice = (["present", "absent"] as const).map((said) => ({ guest: guests.Ana, mark: said }));
    await expect(engine.markRoll({ marks: twice })).rejects.toMatchObject({ fault: { code: "fields" } });
    await expect(engine.rollCall({ night: "mañana" })).rejects.toMatchObject({
      fault: { code: "fields", problems: [{ field: "date", code: "bad-date" }] },
    });
    await expect(engine.add("roll-call", { date: "2026-11-21" })).rejects.toMatchObject({
      fault: { code: "not-by-hand" },
    });
    expect(await standings(engine)).toEqual(before);
  });
});
