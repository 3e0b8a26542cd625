/** Records at rest: shown to whoever may erase once their time has passed, kept on, erased; nothing goes by itself. */
import { beforeEach, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { type ProtectedHouse, protectedHouse } from "../support/protected-house.ts";
import { type SetClock, setClock } from "../support/set-clock.ts";

const DAY = 24 * 60 * 60_000;
const MONTH = 31 * DAY;
let house: ProtectedHouse;
let clock: SetClock;
const fault = (code: string) => ({ fault: { code } });

beforeEach(async () => {
  clock = setClock();
  house = await protectedHouse({ clock, who: ["delia", "nadia"] });
});

const due = async (who: "lucia" | "delia" = "lucia"): Promise<readonly string[]> =>
  (await house[who].engine.reviews()).map(({ id, kind }) => `${kind} ${id}`);

const add = async (kind: "report" | "guest" | "night-message", fields: object): Promise<RecordId> =>
  (await house.lucia.engine.add(kind, fields)).id;

describe("what comes to rest", () => {
  test("a search a year after it was closed, and not one that goes on", async () => {
    const { engine } = house.lucia;
    const closed = await add("report", { name: "Josué Prueba", seeker: { phone: "555 0142" } });
    const open = await add("report", { name: "Delmis Prueba", expiresAt: "2031-01-01" });
    await engine.edit(closed, {
      status: "closed",
      outcome: "found-otherwise",
      closedAt: new Date(clock.now()).toISOString(),
    });
    clock.move(11 * MONTH);
    expect(await due()).toEqual([]);
    clock.move(2 * MONTH);
    expect(await due()).toEqual([`report ${closed}`]);
    clock.move(24 * MONTH);
    expect(await due()).not.toContain(`report ${open}`);
    await engine.edit(closed, { status: "open" });
    expect(await due(), "taken up again").toEqual([]);
  });

  test("a message from the door after three months; a guest of whom nothing is noted for a year", async () => {
    const message = await add("night-message", { text: "Preguntan por Mikal Prueba", phone: "555 0143" });
    const guest = await add("guest", { name: "Mikal Prueba" });
    clock.move(4 * MONTH);
    expect(await due()).toEqual([`night-message ${message}`]);
    clock.move(9 * MONTH);
    expect([...(await due())].sort()).toEqual([`guest ${guest}`, `night-message ${message}`]);
  });

  test("of who is protected for who holds their keys alone", async () => {
    const { delia, nadia, meet } = house;
    await nadia.engine.add("arrival", { name: "Wendy Prueba", age: 15, alone: true });
    await meet();
    const [view] = await delia.engine.protectedPeople();
    clock.move(13 * MONTH);
    expect(await due("delia")).toEqual([`protected-guest ${view!.person.id}`]);
    await delia.engine.keepOn(view!.person.id);
    expect(await due("delia")).toEqual([]);
    await meet();
    expect(await due(), "the word about them is where they are").toEqual([]);
    await expect(house.nadia.engine.reviews()).rejects.toMatchObject(fault("not-allowed"));
  });
});

describe("whoever looks", () => {
  test("keeps a record on for a year, everybody of the house hears of it, and then it comes back", async () => {
    const { lucia, delia, meet } = house;
    const message = await add("night-message", { text: "Preguntan por alguien" });
    clock.move(4 * MONTH);
    await meet();
    expect(await due("delia")).toHaveLength(1);
    const { until } = await lucia.engine.keepOn(message);
    expect(Date.parse(until)).toBeGreaterThan(clock.now() + 11 * MONTH);
    await meet();
    for (const who of ["lucia", "delia"] as const) expect(await due(who)).toEqual([]);
    clock.move(12 * MONTH);
    expect(await due("delia")).toEqual([`night-message ${message}`]);
    await delia.engine.keepOn(message);
    expect(await due("delia")).toEqual([]);
  });

  test("erases it with the word that kept it", async () => {
    const { lucia } = house;
    const message = await add("night-message", { text: "Preguntan por alguien" });
    clock.move(4 * MONTH);
    await lucia.engine.keepOn(message);
    expect(await lucia.engine.list("review"), "the control").toHaveLength(1);
    await lucia.engine.erase({ id: message, reason: "ya no hace falta" });
    expect(await lucia.engine.list("review")).toEqual([]);
    clock.move(24 * MONTH);
    expect(await due()).toEqual([]);
  });

  test("is told where there is nothing to keep on", async () => {
    const { lucia, nadia } = house;
    const none = "aaaqeayeaudaocajbifqydiob4" as RecordId;
    await expect(lucia.engine.keepOn(none)).rejects.toMatchObject(fault("no-such-record"));
    const guest = await add("guest", { name: "Mikal Prueba" });
    const [person] = await lucia.engine.list("person");
    await expect(lucia.engine.keepOn(person!.id), "of whom nothing ends").rejects.toMatchObject(
      fault("no-such-record"),
    );
    await expect(lucia.engine.keepOn(guest), "the control").resolves.toMatchObject({ id: guest });
    await house.meet();
    await expect(nadia.engine.keepOn(guest)).rejects.toMatchObject(fault("not-allowed"));
  });
});
