/** Limits of a house, through the engine (docs/protocol.md, "Limits of a house"). */
import { beforeAll, describe, expect, test } from "vitest";
import { CONTROL, memoryStore, NETWORK, type Replica, type DeviceId, withMethods } from "#sync";
import { watchOwnLogs } from "../../src/engine/house/own-logs.ts";
import { type Desk, foundRoute, type Route } from "../support/houses.ts";

const MIB = 1024 * 1024;
let route: Route;

beforeAll(async () => {
  route = await foundRoute();
});

const limitOf = async ({ engine }: Desk) => (await engine.limits()).limits;

describe("what a house may fill", () => {
  test("is shown for each house, the own one first, with what it really fills", async () => {
    const { tapachula, oaxaca } = route;
    const before = (await tapachula.engine.limits()).houses;
    expect(before.map(({ ownSite }) => ownSite)).toEqual([true, false, false]);
    await tapachula.engine.add("guest", { name: "Nadia Invento" });
    const [own] = (await tapachula.engine.limits()).houses;
    expect(own).toMatchObject({ name: "Casa Tapachula", near: [], wanted: null });
    expect(own!.bytes).toBeGreaterThan(before[0]!.bytes);
    expect(own!.devices).toBeGreaterThan(0);
    expect(own!.operations).toBeGreaterThan(0);
    // elsewhere it fills what that place holds of it
    await oaxaca.engine.sync({ peer: tapachula.address });
    const there = (await oaxaca.engine.limits()).houses.find(({ name }) => name === "Casa Tapachula");
    expect(there!.operations).toBe(own!.operations);
  });

  test("changes when two houses of three want as much; what is not given stays", async () => {
    const { tapachula, oaxaca } = route;
    const before = await limitOf(tapachula);
    await tapachula.engine.limits({ siteBytes: before.siteBytes * 2 });
    expect(await limitOf(tapachula)).toEqual(before);
    await oaxaca.engine.limits({ siteBytes: before.siteBytes * 4 });
    await oaxaca.engine.sync({ peer: tapachula.address });
    for (const desk of [tapachula, oaxaca])
      expect(await limitOf(desk)).toEqual({ ...before, siteBytes: before.siteBytes * 2 });
  });

  test("cannot be asked for below what a house needs", async () => {
    const { engine } = route.tapachula;
    for (const wish of [{ devices: 1 }, { deviceBytes: MIB }, { operations: 2.5 }])
      await expect(engine.limits(wish)).rejects.toMatchObject({ fault: { code: "limit-too-low" } });
  });
});

test("M17 what nobody would take is not written: the author is told, and control goes on", async () => {
  const written: string[] = [];
  const full = withMethods<Replica>({} as Replica, {
    isFull: () => true,
    append: async (runs) => {
      written.push(...runs.map(({ log }) => log.space));
    },
  });
  const device = "a".repeat(26) as DeviceId;
  const { replica } = await watchOwnLogs(full, { store: memoryStore(), device });
  const run = (space: string) => ({ log: { space, device } }) as Parameters<Replica["append"]>[0][number];
  await expect(replica.append([run(NETWORK)])).rejects.toMatchObject({ fault: { code: "house-limit" } });
  await replica.append([run(CONTROL)]);
  expect(written).toEqual([CONTROL]);
});
