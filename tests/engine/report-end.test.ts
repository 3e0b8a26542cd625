/** When reports end: by more than one clock, never against a renewal, and back again (docs/decisions/0026-reports-end.md). */
import { beforeEach, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { bringIn, type Desk, joinHouse, openDeskBy, PASSPHRASE } from "../support/houses.ts";
import { memoryNetwork, type MemoryNetwork } from "../support/memory-network.ts";
import { type SetClock, setClock } from "../support/set-clock.ts";

const DAY = 24 * 60 * 60_000;
const YEAR = 366 * DAY;
const SOUGHT = { name: "Wilmer Xol Caal", age: 27, country: "GT", seeker: { name: "Rosa Caal" } };
const LATER = "2031-01-01";

interface House {
  readonly desk: Desk;
  readonly clock: SetClock;
}
let network: MemoryNetwork;
let first: House;
let second: House;
let other: Desk;
let report: RecordId;

async function open(name: string): Promise<House> {
  const clock = setClock();
  return { desk: await openDeskBy(clock, { network, name }), clock };
}
const meet = async (...desks: readonly Desk[]): Promise<void> => {
  const [hub, ...rest] = desks;
  for (const desk of [...rest, ...rest]) await desk.engine.sync({ peer: hub!.address });
};
const cardAt = async (desk: Desk) => (await desk.engine.list("card"))[0]!.fields;
const fieldsAt = async ({ desk }: House) => (await desk.engine.show(report)).fields;
const stateAt = async ({ desk }: House) => (await desk.engine.renewals({ of: report }))[0]?.state;
/** Something of today, so that others hear what day it is here. */
const write = ({ desk }: House) => desk.engine.add("guest", { name: "Mikal Pérez" });

beforeEach(async () => {
  network = memoryNetwork();
  first = await open("primera");
  second = await open("segunda");
  other = (await open("otra")).desk;
  await first.desk.engine.found({
    ...{ meshName: "Ruta", siteName: "Casa Uno", siteKind: "shelter" },
    ...{ personName: "Lucía", passphrase: PASSPHRASE },
  });
  await bringIn(first.desk, other, { name: "Casa Dos", kind: "shelter" });
  await joinHouse(first.desk, second.desk, "staff");
  report = (await first.desk.engine.add("report", SOUGHT)).id;
  await meet(first.desk, second.desk, other);
});

/** Both clocks of the house a year and more later, and each has heard of the other's day. */
async function aYearLater(): Promise<void> {
  first.clock.move(YEAR + 2 * DAY);
  second.clock.move(YEAR + 2 * DAY);
  await write(first);
  await write(second);
  await meet(first.desk, second.desk, other);
}

describe("a report", () => {
  test("holds a year from the day that it is made, its card too, and as long as it says where it says so", async () => {
    expect(await fieldsAt(first)).toMatchObject({ expiresAt: "2027-11-21" });
    expect(await cardAt(other)).toMatchObject({ status: "open", expiresAt: "2027-11-21" });
    const { id } = await first.desk.engine.add("report", { name: "Otra", expiresAt: "2026-12-01" });
    expect((await first.desk.engine.show(id)).fields).toMatchObject({ expiresAt: "2026-12-01" });
  });

  test("made by a clock that is years behind holds no shorter than what the house wrote already lets it", async () => {
    await write(second);
    await meet(first.desk, second.desk);
    first.clock.move(-6 * YEAR);
    const { id } = await first.desk.engine.add("report", SOUGHT);
    const { fields } = await first.desk.engine.show(id);
    expect(fields).toMatchObject({ expiresAt: "2027-11-21" });
  });

  test("asks to be renewed in its last thirty days", async () => {
    expect(await first.desk.engine.renewals()).toEqual([]);
    expect(await stateAt(first)).toBe("runs");
    first.clock.move(340 * DAY);
    expect(await first.desk.engine.renewals()).toMatchObject([
      { report: { id: report }, state: "soon", until: "2027-11-21" },
    ]);
  });

  test("ends when its day is over, and its card leaves without a reason", async () => {
    await aYearLater();
    expect(await fieldsAt(first)).toMatchObject({ status: "open", ended: "2027-11-21" });
    expect(await cardAt(other)).toEqual({ status: "withdrawn" });
    expect(await stateAt(second)).toBe("ended");
  });

  test("does not end by one clock alone that is years ahead, however often it writes", async () => {
    first.clock.move(5 * YEAR);
    await write(first);
    await meet(first.desk, second.desk, other);
    await write(second);
    await meet(first.desk, second.desk, other);
    expect(await fieldsAt(first)).not.toHaveProperty("ended");
    expect(await fieldsAt(second)).not.toHaveProperty("ended");
    expect(await cardAt(other)).toMatchObject({ status: "open" });
    expect(await stateAt(first)).toBe("over");
    expect(await stateAt(second)).toBe("runs");
  });

  test("that the family renews holds a year more, and does not end on its old day", async () => {
    first.clock.move(350 * DAY);
    second.clock.move(350 * DAY);
    expect(await second.desk.engine.renewReport(report)).toEqual({ id: report, until: "2028-11-06" });
    await meet(first.desk, second.desk, other);
    first.clock.move(20 * DAY);
    second.clock.move(20 * DAY);
    await write(first);
    await write(second);
    await meet(first.desk, second.desk, other);
    expect(await fieldsAt(first)).not.toHaveProperty("ended");
    expect(await cardAt(other)).toMatchObject({ status: "open", expiresAt: "2028-11-06" });
  });

  test("that ended is sought again when it is renewed, with all that its card said", async () => {
    const before = await cardAt(other);
    await aYearLater();
    expect(await cardAt(other)).toEqual({ status: "withdrawn" });
    const { until } = await second.desk.engine.renewReport(report);
    await meet(first.desk, second.desk, other);
    expect(until > "2028-11-20").toBe(true);
    expect(await cardAt(other)).toEqual({ ...before, expiresAt: until });
    expect(await stateAt(first)).toBe("runs");
  });

  test("is renewed by a clock that is behind as well, and never made shorter", async () => {
    await aYearLater();
    second.clock.move(-8 * YEAR);
    const { until } = await second.desk.engine.renewReport(report);
    expect(until > "2028-11-20").toBe(true);
  });

  test("renewed on one device and ended on another at once goes on, whichever hears first", async () => {
    const before = await cardAt(other);
    const third = await open("tercera");
    await joinHouse(first.desk, third.desk, "staff");
    for (const house of [first, second, third]) house.clock.move(YEAR + 2 * DAY);
    await write(third);
    await meet(first.desk, third.desk, other);
    expect(await cardAt(other)).toEqual({ status: "withdrawn" });
    // the second has heard nothing of it
    expect(await stateAt(second)).toBe("over");
    const { until } = await second.desk.engine.renewReport(report);
    await meet(first.desk, second.desk, other);
    await meet(first.desk, second.desk, other);
    for (const house of [first, second]) expect(await stateAt(house)).toBe("runs");
    expect(await cardAt(other)).toEqual({ ...before, expiresAt: until });
  });

  test("renewed apart to different days holds to the later", async () => {
    await first.desk.engine.renewReport(report);
    await second.desk.engine.edit(report, { expiresAt: LATER });
    await meet(first.desk, second.desk, other);
    await meet(first.desk, second.desk, other);
    expect(await fieldsAt(first)).toMatchObject({ expiresAt: LATER });
    expect(await fieldsAt(second)).toMatchObject({ expiresAt: LATER });
    expect(await cardAt(other)).toMatchObject({ expiresAt: LATER });
  });

  test("that is closed is opened again, and not renewed", async () => {
    await first.desk.engine.closeReport({ report, outcome: "given-up" });
    await expect(first.desk.engine.renewReport(report)).rejects.toMatchObject({
      fault: { code: "report-closed" },
    });
    expect(await first.desk.engine.renewals({ of: report })).toEqual([]);
  });
});

describe("somebody else who asks for the same person", () => {
  const TIO = { name: "Mateo Caal Pop", relation: "tío", phone: "+502 555 0177" };

  test("is kept in the report, and in no card", async () => {
    await first.desk.engine.edit(report, { relatives: ["Mateo Caal Pop", "Elena Xol"] });
    await first.desk.engine.joinReport({ report, seeker: TIO });
    await meet(first.desk, second.desk, other);
    expect(await fieldsAt(second)).toMatchObject({ seeker: { name: "Rosa Caal" }, seekers: [TIO] });
    const card = await cardAt(other);
    expect(card).toMatchObject({ relatives: ["Elena Xol"] });
    for (const word of ["Mateo", "0177", "tío"]) expect(JSON.stringify(card)).not.toContain(word);
  });

  test("is not lost where two devices note one each at once", async () => {
    await first.desk.engine.joinReport({ report, seeker: TIO });
    await second.desk.engine.joinReport({ report, seeker: { name: "Ana Xol", relation: "hermana" } });
    await meet(first.desk, second.desk);
    await meet(first.desk, second.desk);
    for (const house of [first, second]) {
      const { seekers } = (await fieldsAt(house)) as { seekers: readonly { name: string }[] };
      expect(seekers.map(({ name }) => name).sort()).toEqual(["Ana Xol", "Mateo Caal Pop"]);
      expect((await house.desk.engine.show(report)).conflicts).toEqual({});
    }
  });

  test("who asks twice in the same words is kept once", async () => {
    for (let times = 0; times < 2; times += 1) await first.desk.engine.joinReport({ report, seeker: TIO });
    expect(await fieldsAt(first)).toMatchObject({ seekers: [TIO] });
  });
});

describe("what is taken at the door", () => {
  test("is handed in by a volunteer, read by staff of the house, and by nobody else", async () => {
    const night = await open("noche");
    await joinHouse(first.desk, night.desk, "volunteer");
    await night.desk.engine.add("night-message", { for: "Wilmer", text: "Que llame a su casa" });
    await night.desk.engine.add("report", { name: "Ana Tzul Pop", seeker: { name: "Rosa" } });
    await meet(first.desk, night.desk, other, second.desk);
    expect(await second.desk.engine.list("night-message")).toMatchObject([
      { title: "Que llame a su casa", fields: { for: "Wilmer" } },
    ]);
    expect(await second.desk.engine.list("report")).toHaveLength(2);
    for (const desk of [night.desk, other]) {
      expect(await desk.engine.list("night-message")).toEqual([]);
      expect(await desk.engine.list("report")).toEqual([]);
    }
  });
});
