/** A family or group at the door, in one command; and the bed that each has while they are here. */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import type { Arrival } from "#model";
import { type House, oneHouse } from "../support/one-house.ts";
import { setClock } from "../support/set-clock.ts";

const NOON = Date.UTC(2026, 10, 21, 12);
const clock = setClock(NOON);
let house: House;

beforeAll(async () => {
  house = await oneHouse({ lucia: clock, ramiro: clock });
});

const fieldsOf = async (id: RecordId) =>
  (await house.lucia.engine.show(id)).fields as Readonly<Record<string, unknown>>;
const counts = async () => {
  const { engine } = house.lucia;
  return [(await engine.list("guest")).length, (await engine.list("arrival")).length];
};

const ROSA = { name: "Rosa Caal Pop", age: 31, sex: "female" };
const NELSON = { name: "Nelson Caal", age: 9 };

describe("people who come together", () => {
  test("are all saved, in the order of the list, with one group and what is said of all", async () => {
    const { engine } = house.lucia;
    const before = (await engine.status()).entries;
    const { id, ids } = await engine.add("arrival", {
      from: "Tecún Umán",
      country: "GT",
      people: [ROSA, { ...NELSON, country: "HN" }],
    });
    expect((await engine.status()).entries - before).toBe(4);
    expect(ids).toHaveLength(2);
    expect(id).toBe(ids![0]);
    expect(await fieldsOf(ids![0]!)).toMatchObject({ ...ROSA, country: "GT" });
    expect(await fieldsOf(ids![1]!)).toMatchObject({ ...NELSON, country: "HN" });
    const arrivals = (await engine.list("arrival")).map(({ fields }) => fields as Arrival);
    expect(arrivals.map(({ from }) => from)).toEqual(["Tecún Umán", "Tecún Umán"]);
    expect(new Set(arrivals.map(({ group }) => group)).size).toBe(1);
    expect(arrivals[0]?.group).toMatch(/^[a-z2-7]{26}$/u);
    expect(new Set(arrivals.map(({ guest }) => guest))).toEqual(new Set(ids));
  });

  test("are known as companions of one another while they are here, and nobody else is", async () => {
    const { engine } = house.lucia;
    const people = ["Abel", "Berta", "Ciro"].map((name) => ({ name: `${name} Juntos` }));
    const { ids = [] } = await engine.add("arrival", { people });
    const alone = (await engine.add("arrival", { name: "Dina Sola" })).id;
    const [abel, berta, ciro] = ids;
    const namesWith = async (guest: RecordId) =>
      (await engine.companions(guest)).map(({ title }) => title).toSorted();
    expect(await namesWith(abel!)).toEqual(["Berta Juntos", "Ciro Juntos"]);
    expect(await namesWith(alone)).toEqual([]);
    await engine.add("departure", { guest: ciro!, how: "moved-on" });
    expect(await namesWith(abel!)).toEqual(["Berta Juntos"]);
    const again = (await engine.add("guest", { name: "Abel Junto" })).id;
    await engine.merge(abel!, again);
    expect(await namesWith(again), "one person in two records").toEqual(["Berta Juntos"]);
    expect((await engine.companions(berta!)).length).toBe(1);
  });

  test("or of a night's list on paper: all saved of that day, with no group", async () => {
    const { engine } = house.lucia;
    const before = (await engine.list("arrival")).map(({ id }) => id);
    const people = [
      { ...ROSA, at: "2026-11-19 22:10" },
      { ...NELSON, age: 30, bed: "3" },
    ];
    const { ids } = await engine.add("arrival", { at: "19/11/2026", apart: true, people });
    expect(ids).toHaveLength(2);
    expect(await fieldsOf(ids![1]!)).toMatchObject({ arrivedAt: "2026-11-19", bed: "3" });
    const mine = (await engine.list("arrival")).filter(({ id }) => !before.includes(id));
    const arrivals = mine.map(({ fields }) => fields as Arrival);
    expect(arrivals.map(({ group }) => group)).toEqual([undefined, undefined]);
    expect(arrivals.map(({ at }) => at.slice(0, 10)).sort()).toEqual(["2026-11-19", "2026-11-19"]);
    const count = await counts();
    for (const wrong of [{ apart: "sí" }, { apart: true, group: ids![0] }])
      await expect(engine.add("arrival", { ...wrong, people })).rejects.toMatchObject({
        fault: { code: "fields" },
      });
    await expect(
      engine.add("arrival", { apart: true, people: [ROSA, { name: "Eva", age: "muchos" }] }),
    ).rejects.toMatchObject({ fault: { problems: [{ field: "people.1.age" }] } });
    expect(await counts()).toEqual(count);
  });

  test("or of whom one was here before: they are here again", async () => {
    const { engine } = house.lucia;
    const { id: guest } = await engine.add("arrival", { name: "Elmer Caal", bed: "cama 2" });
    await engine.depart({ guest, how: "moved-on" });
    const { ids } = await engine.add("arrival", { people: [{ guest }, ROSA, { guest }] });
    expect(ids).toHaveLength(2);
    expect(ids![0]).toBe(guest);
    expect(await engine.stays(guest)).toMatchObject({ isHere: true });
    expect((await engine.stays(guest)).stays).toHaveLength(2);
  });

  test("are all refused when one cannot be read, and it is said which and why", async () => {
    const { engine } = house.lucia;
    const before = await counts();
    await expect(
      engine.add("arrival", { people: [ROSA, { ...NELSON, age: "muchos" }, { age: 3 }, "Ana"] }),
    ).rejects.toMatchObject({
      fault: {
        code: "fields",
        problems: [
          { field: "people.1.age", code: "bad-age" },
          { field: "people.2.name", code: "needs-name" },
          { field: "people.3", code: "not-an-object" },
        ],
      },
    });
    const problem = (people: unknown, more = {}) =>
      engine.add("arrival", { people, ...more }).then(
        () => null,
        (error: unknown) => (error as { fault: { problems: readonly unknown[] } }).fault.problems,
      );
    expect(await problem([])).toEqual([{ field: "people", code: "required" }]);
    expect(await problem("Rosa y Nelson")).toEqual([{ field: "people", code: "wrong-type" }]);
    expect(await problem(Array.from({ length: 101 }, () => ROSA))).toEqual([
      { field: "people", code: "too-many" },
    ]);
    // somebody beside the list would be lost
    expect(await problem([NELSON], ROSA)).toEqual([{ field: "name", code: "unknown-field" }]);
    expect(await counts()).toEqual(before);
  });
});

describe("a bed", () => {
  test("is free again when its guest leaves, and is not given back by a coming or a mistake", async () => {
    const { engine } = house.lucia;
    const { id: guest } = await engine.add("arrival", { name: "Zoila Batz", bed: " cama  3, cuarto 1 " });
    expect(await fieldsOf(guest)).toMatchObject({ bed: "cama 3, cuarto 1" });
    await engine.depart({ guest, how: "hospital" });
    expect(await fieldsOf(guest)).not.toHaveProperty("bed");
    await engine.takeBackDeparture(guest);
    expect(await fieldsOf(guest)).not.toHaveProperty("bed");
  });
});
