/** Who comes and who leaves, on two computers of one house (docs/records.md, "departure"). */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { type House, oneHouse } from "../support/one-house.ts";
import { setClock } from "../support/set-clock.ts";

const NOON = Date.UTC(2026, 10, 21, 12);
const HOUR = 60 * 60_000;

const clocks = { lucia: setClock(NOON), ramiro: setClock(NOON) };
let house: House;
let guest: RecordId;

const WILMER = { name: "Wilmer Xol Caal", age: 19, country: "GT" };
const fieldsOf = async (id: RecordId, desk = house.lucia) =>
  (await desk.engine.show(id)).fields as Readonly<Record<string, unknown>>;

beforeAll(async () => {
  house = await oneHouse(clocks);
});

beforeEach(async () => {
  for (const clock of Object.values(clocks)) clock.move(NOON - clock.now());
  guest = (await house.lucia.engine.add("arrival", { ...WILMER, from: "Tecún Umán" })).id;
});

describe("a departure", () => {
  test("is noted with its guest in one append, and a volunteer may", async () => {
    const { lucia, ramiro, meet } = house;
    await meet();
    clocks.ramiro.move(HOUR);
    const before = (await ramiro.engine.status()).entries;
    const { id } = await ramiro.engine.depart({ guest, how: "moved-on", to: "Monterrey" });
    expect((await ramiro.engine.status()).entries - before).toBe(2);
    await meet();
    expect(await fieldsOf(id)).toEqual({
      ...{ guest, how: "moved-on", to: "Monterrey" },
      at: "2026-11-21T13:00:00Z",
    });
    expect(await fieldsOf(guest)).toMatchObject({ ...WILMER, leftAt: "2026-11-21T13:00:00Z" });
    const { isHere, stays } = await lucia.engine.stays(guest);
    expect(isHere).toBe(false);
    expect(stays).toEqual([
      {
        from: "2026-11-21T12:00:00Z",
        until: "2026-11-21T13:00:00Z",
        leavings: [{ id, at: "2026-11-21T13:00:00Z", how: "moved-on", to: "Monterrey" }],
      },
    ]);
  });

  test("by `add` is the same, and a new coming clears what it said and nothing else", async () => {
    const { engine } = house.lucia;
    await engine.add("departure", { guest, how: "hospital", at: "21/11/2026" });
    const gone = await fieldsOf(guest);
    expect(gone["leftAt"]).toBe("2026-11-21");
    await engine.add("arrival", { guest, from: "el hospital" });
    const { leftAt: _, ...rest } = gone;
    expect(await fieldsOf(guest)).toEqual(rest);
    expect(await engine.stays(guest)).toMatchObject({ isHere: true });
    expect((await engine.stays(guest)).stays).toHaveLength(2);
  });

  test("within one second of a coming, and of the one before, they take turns as they were noted", async () => {
    const { engine } = house.lucia;
    await engine.depart({ guest, how: "moved-on" });
    await engine.add("arrival", { guest });
    await engine.depart({ guest, how: "transferred" });
    const { isHere, stays } = await engine.stays(guest);
    expect(isHere).toBe(false);
    expect(stays.map(({ leavings }) => leavings.map(({ how }) => how))).toEqual([
      ["moved-on"],
      ["transferred"],
    ]);
    await engine.add("arrival", { guest });
    expect(await engine.stays(guest)).toMatchObject({ isHere: true });
  });

  test("on a computer whose clock is a day behind is still a departure of now", async () => {
    const { ramiro, meet } = house;
    await meet();
    clocks.ramiro.move(-24 * HOUR);
    await ramiro.engine.depart({ guest, how: "moved-on" });
    await meet();
    expect(await fieldsOf(guest)).toMatchObject({ leftAt: "2026-11-21T12:00:01Z" });
    expect((await house.lucia.engine.stays(guest)).stays).toHaveLength(1);
  });

  test("of the past, told later, leaves the guest here", async () => {
    const { engine } = house.lucia;
    await engine.add("arrival", { guest, at: "2026-10-01T10:00:00Z" });
    await engine.depart({ guest, how: "moved-on", at: "2026-10-05" });
    expect(await fieldsOf(guest)).not.toHaveProperty("leftAt");
    expect(await engine.stays(guest)).toMatchObject({
      isHere: true,
      stays: [{ until: "2026-10-05" }, { until: null }],
    });
  });

  test("noted on two computers at once is one leaving, and both are kept", async () => {
    const { lucia, ramiro, meet } = house;
    await meet();
    clocks.lucia.move(HOUR);
    clocks.ramiro.move(HOUR + 20_000);
    await lucia.engine.depart({ guest, how: "moved-on" });
    await ramiro.engine.depart({ guest, how: "detained" });
    await meet();
    for (const { engine } of [lucia, ramiro]) {
      const { isHere, stays } = await engine.stays(guest);
      expect(isHere).toBe(false);
      expect(stays.map(({ leavings }) => leavings.map(({ how }) => how))).toEqual([["moved-on", "detained"]]);
    }
    await lucia.engine.takeBackDeparture(guest);
    expect((await lucia.engine.show(guest)).conflicts).toEqual({});
    expect(await lucia.engine.stays(guest)).toMatchObject({ isHere: true, stays: [{ until: null }] });
  });

  test("of nobody, of a record that is no guest, and with a way of leaving that does not exist is refused", async () => {
    const { engine } = house.lucia;
    const nobody = "aaaqeayeaudaocajbifqydiob4" as RecordId;
    const noRecord = { fault: { code: "no-such-record" } };
    await expect(engine.depart({ guest: nobody, how: "moved-on" })).rejects.toMatchObject(noRecord);
    const [arrival] = await engine.list("arrival");
    await expect(engine.depart({ guest: arrival!.id, how: "moved-on" })).rejects.toMatchObject(noRecord);
    await expect(engine.add("departure", { guest, how: "dead" })).rejects.toMatchObject({
      fault: { code: "fields", problems: [{ field: "how", code: "unknown-choice" }] },
    });
    await expect(engine.add("departure", "no fields")).rejects.toMatchObject({ fault: { code: "fields" } });
    const departures = await engine.list("departure");
    expect(departures.filter(({ fields }) => "guest" in fields && fields.guest === guest)).toEqual([]);
    expect(await fieldsOf(guest)).not.toHaveProperty("leftAt");
  });
});

describe("a death", () => {
  const diesAt = (desk: typeof house.lucia) => desk.engine.depart({ guest, how: "died" });

  test("is noted by staff, and neither noted nor unsaid by who is there for two weeks", async () => {
    const { lucia, ramiro, meet } = house;
    await meet();
    const refused = { fault: { code: "not-allowed", role: "volunteer" } };
    await expect(diesAt(ramiro)).rejects.toMatchObject(refused);
    expect(await fieldsOf(guest, ramiro)).not.toHaveProperty("leftAt");
    const { id } = await diesAt(lucia);
    await meet();
    await expect(ramiro.engine.edit(id, { how: "moved-on" })).rejects.toMatchObject(refused);
    expect((await ramiro.engine.stays(guest)).stays.at(-1)?.leavings).toMatchObject([{ how: "died" }]);
    // no list says more than that they left
    const item = (await ramiro.engine.list("guest")).find((one) => one.id === guest);
    expect(JSON.stringify(item)).not.toContain("died");
  });

  test("counts where two devices noted something else at once", async () => {
    const { lucia, ramiro, meet } = house;
    const { id } = await lucia.engine.depart({ guest, how: "hospital" });
    await meet();
    await ramiro.engine.edit(id, { how: "detained" });
    await lucia.engine.edit(id, { how: "died" });
    await meet();
    for (const { engine } of [lucia, ramiro])
      expect((await engine.stays(guest)).stays.at(-1)?.leavings).toMatchObject([{ how: "died" }]);
  });
});

describe("a departure that was a mistake", () => {
  test("is taken back and stays in the history; of who is here there is none", async () => {
    const { engine } = house.lucia;
    await expect(engine.takeBackDeparture(guest)).rejects.toMatchObject({ fault: { code: "not-left" } });
    const { id } = await engine.depart({ guest, how: "not-returned" });
    expect(await engine.takeBackDeparture(guest)).toEqual({ id });
    expect(await fieldsOf(id)).toMatchObject({ how: "not-returned", takenBack: true });
    expect(await fieldsOf(guest)).not.toHaveProperty("leftAt");
    expect(await engine.stays(guest)).toMatchObject({ isHere: true, stays: [{ until: null }] });
  });

  test("or had the wrong time is edited, and the guest's record follows", async () => {
    const { engine } = house.lucia;
    const { id } = await engine.depart({ guest, how: "moved-on" });
    await engine.edit(id, { at: "2026-11-22" });
    expect(await fieldsOf(guest)).toMatchObject({ leftAt: "2026-11-22" });
    await engine.edit(id, { to: "Puebla" });
    expect(await fieldsOf(guest)).toMatchObject({ leftAt: "2026-11-22" });
    await engine.edit(id, { takenBack: true });
    expect(await fieldsOf(guest)).not.toHaveProperty("leftAt");
    await engine.edit(id, { takenBack: null });
    expect(await fieldsOf(guest)).toMatchObject({ leftAt: "2026-11-22" });
  });

  test("leaves an earlier one that nobody answered by a coming", async () => {
    const { engine } = house.lucia;
    await engine.depart({ guest, how: "moved-on", at: "2026-11-22T10:00:00Z" });
    await engine.depart({ guest, how: "hospital", at: "2026-11-25T10:00:00Z" });
    await engine.takeBackDeparture(guest);
    expect(await fieldsOf(guest)).toMatchObject({ leftAt: "2026-11-22T10:00:00Z" });
  });

  test("may come from a file, without a departure: it is cleared", async () => {
    const { engine } = house.lucia;
    const old = (await engine.add("guest", { ...WILMER, arrivedAt: "2026-10-01", leftAt: "2026-10-03" })).id;
    expect(await engine.stays(old)).toMatchObject({
      isHere: false,
      stays: [{ from: "2026-10-01", until: "2026-10-03" }],
    });
    expect(await engine.takeBackDeparture(old)).toEqual({ id: old });
    expect(await fieldsOf(old)).not.toHaveProperty("leftAt");
  });
});
