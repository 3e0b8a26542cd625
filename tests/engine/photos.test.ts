/** A photo of somebody who is sought: whose it is, how it travels, and that it goes. */
import { beforeAll, describe, expect, test } from "vitest";
import { toText } from "#crypto";
import type { RecordId } from "#engine";
import { MOST_PHOTO_BYTES } from "#model";
import { CONTROL } from "#sync";
import { type Desk, foundRoute, joinHouse, openDesk, type Route } from "../support/houses.ts";
import { GPS, photoOf } from "../support/jpegs.ts";

let route: Route;
let colega: Desk;
/** A body of that class, with its seal. */
const SEALED_32_KIB = 32_768 + 16;
const fault = (code: string) => ({ fault: { code } });

beforeAll(async () => {
  route = await foundRoute();
  colega = await joinHouse(route.oaxaca, await openDesk(route.network, "colega"), "staff");
  await meet();
});

async function meet(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await colega.engine.sync({ peer: route.oaxaca.address });
    await route.oaxaca.engine.sync({ peer: colega.address });
  }
}

const sought = async (): Promise<RecordId> =>
  (await route.oaxaca.engine.add("report", { name: "Josué Prueba", age: 24 })).id;

/** Of all the data entries that a device keeps. */
async function bodyBytes({ store }: Desk): Promise<number> {
  let sum = 0;
  for (const { log, low, high } of await store.holdings()) {
    if (log.space === CONTROL) continue;
    for (const { body } of await store.read(log, low, high)) sum += body?.length ?? 0;
  }
  return sum;
}

const viewBytes = async ({ store }: Desk): Promise<number> =>
  (await store.list("view/")).reduce((sum, { value }) => sum + value.length, 0);

describe("a photo kept with a report", () => {
  test("is what a colleague sees, without what the camera wrote, and no other house receives it", async () => {
    const { oaxaca, tapachula } = route;
    const report = await sought();
    expect(await oaxaca.engine.photo(report)).toBeNull();
    const jpeg = photoOf(20_000);
    const [tapachulaBefore, here] = [await bodyBytes(tapachula), await viewBytes(oaxaca)];
    const kept = await oaxaca.engine.setPhoto({ report, jpeg });
    expect(kept).toMatchObject({ width: 32, height: 40 });
    const text = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
    expect(text(jpeg), "the control").toContain(GPS);
    expect(text(kept.jpeg)).not.toContain(GPS);
    expect(kept.jpeg.length).toBeGreaterThan(19_000);
    await meet();
    const seen = await colega.engine.photo(report);
    expect(toText(seen!.jpeg)).toBe(toText(kept.jpeg));
    await tapachula.engine.sync({ peer: oaxaca.address });
    await oaxaca.engine.sync({ peer: tapachula.address });
    expect((await bodyBytes(tapachula)) - tapachulaBefore, "a card came").toBeGreaterThan(0);
    expect((await bodyBytes(tapachula)) - tapachulaBefore, "and no photo").toBeLessThan(15_000);
    expect((await viewBytes(oaxaca)) - here, "what the catalog keeps of it").toBeLessThan(8_000);
  });

  test("takes 32 KiB of what is carried, as large as it may be", async () => {
    const { oaxaca } = route;
    const report = await sought();
    const before = await bodyBytes(oaxaca);
    const { length: beside } = photoOf(0);
    const { jpeg } = await oaxaca.engine.setPhoto({ report, jpeg: photoOf(MOST_PHOTO_BYTES - beside) });
    expect(jpeg.length).toBeGreaterThan(MOST_PHOTO_BYTES - 100);
    expect((await bodyBytes(oaxaca)) - before).toBe(SEALED_32_KIB);
  });

  test("gives way to another one, is taken back, and kept again", async () => {
    const { engine } = route.oaxaca;
    const report = await sought();
    await engine.setPhoto({ report, jpeg: photoOf(3000, 1) });
    const second = await engine.setPhoto({ report, jpeg: photoOf(3000, 2) });
    expect(toText((await engine.photo(report))!.jpeg)).toBe(toText(second.jpeg));
    await engine.takeBackPhoto(report);
    expect(await engine.photo(report)).toBeNull();
    await engine.takeBackPhoto(report);
    await engine.setPhoto({ report, jpeg: photoOf(3000, 2) });
    expect(toText((await engine.photo(report))!.jpeg)).toBe(toText(second.jpeg));
  });

  test("that one device takes back while another keeps a new one is shown nowhere, until somebody says so again", async () => {
    const { oaxaca } = route;
    const report = await sought();
    await oaxaca.engine.setPhoto({ report, jpeg: photoOf(3000, 3) });
    await meet();
    await colega.engine.takeBackPhoto(report);
    await oaxaca.engine.takeBackPhoto(report);
    await oaxaca.engine.setPhoto({ report, jpeg: photoOf(3000, 4) });
    await meet();
    expect(await oaxaca.engine.photo(report)).toBeNull();
    expect(await colega.engine.photo(report)).toBeNull();
    const again = await colega.engine.setPhoto({ report, jpeg: photoOf(3000, 5) });
    await meet();
    expect(toText((await oaxaca.engine.photo(report))!.jpeg)).toBe(toText(again.jpeg));
  });

  test("is one, where two devices keep one each", async () => {
    const { oaxaca } = route;
    const report = await sought();
    await meet();
    const kept = [
      await colega.engine.setPhoto({ report, jpeg: photoOf(3000, 6) }),
      await oaxaca.engine.setPhoto({ report, jpeg: photoOf(3000, 7) }),
    ].map(({ jpeg }) => toText(jpeg));
    await meet();
    const [here, there] = [await oaxaca.engine.photo(report), await colega.engine.photo(report)];
    expect(kept).toContain(toText(here!.jpeg));
    expect(toText(there!.jpeg)).toBe(toText(here!.jpeg));
  });

  test("is on a poster only where it was asked for", async () => {
    const { engine } = route.oaxaca;
    const report = await sought();
    await engine.edit(report, { posterAllowed: true });
    const kept = await engine.setPhoto({ report, jpeg: photoOf(3000, 8) });
    const contact = "Casa Oaxaca, 555 0199";
    expect((await engine.poster({ report, contact })).photo).toBeNull();
    const { photo } = await engine.poster({ report, contact, withPhoto: true });
    expect(toText(photo!.jpeg)).toBe(toText(kept.jpeg));
    await engine.takeBackPhoto(report);
    expect((await engine.poster({ report, contact, withPhoto: true })).photo).toBeNull();
  });
});

describe("what is refused", () => {
  test("no JPEG, one that is too large, one for what is no report, and from who hands reports in", async () => {
    const { oaxaca, network } = route;
    const report = await sought();
    const jpeg = photoOf(300);
    const none = oaxaca.engine.setPhoto({ report, jpeg: jpeg.subarray(0, 200) });
    await expect(none).rejects.toMatchObject(fault("no-photo"));
    const large = oaxaca.engine.setPhoto({ report, jpeg: photoOf(MOST_PHOTO_BYTES) });
    await expect(large).rejects.toMatchObject(fault("photo-too-large"));
    const guest = (await oaxaca.engine.add("guest", { name: "Delmis Prueba" })).id;
    const ofGuest = oaxaca.engine.setPhoto({ report: guest, jpeg });
    await expect(ofGuest).rejects.toMatchObject(fault("no-such-record"));
    const byHand = oaxaca.engine.add("photo", { report, jpeg: "/9j/2Q==" });
    await expect(byHand).rejects.toMatchObject({ name: "EngineError" });
    const volunteer = await joinHouse(oaxaca, await openDesk(network, "voluntaria"), "volunteer");
    await volunteer.engine.sync({ peer: oaxaca.address });
    await expect(volunteer.engine.setPhoto({ report, jpeg })).rejects.toMatchObject(fault("not-allowed"));
    await expect(volunteer.engine.photo(report)).rejects.toMatchObject(fault("not-allowed"));
    expect(await oaxaca.engine.photo(report)).toBeNull();
  });
});

test("erasing the report takes the photo's bytes off every device of the house", async () => {
  const { oaxaca } = route;
  const report = await sought();
  await meet();
  const before = [await bodyBytes(oaxaca), await bodyBytes(colega)];
  await oaxaca.engine.setPhoto({ report, jpeg: photoOf(20_000, 9) });
  await meet();
  const grownBy = async (): Promise<readonly number[]> => [
    (await bodyBytes(oaxaca)) - before[0]!,
    (await bodyBytes(colega)) - before[1]!,
  ];
  for (const growth of await grownBy()) expect(growth, "the control").toBeGreaterThan(20_000);
  await oaxaca.engine.erase({ id: report, reason: "lo pidió la familia" });
  await meet();
  for (const growth of await grownBy()) expect(growth).toBeLessThan(10_000);
});
