/** Telling a house that could help of somebody who cannot be asked: two people, three days, never over a no. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RecordId, ReferralView } from "#engine";
import type { SiteId } from "#sync";
import { bringIn, type Desk, joinHouse, openDeskBy, PASSPHRASE } from "../support/houses.ts";
import { memoryNetwork } from "../support/memory-network.ts";
import { type SetClock, setClock } from "../support/set-clock.ts";

const HOUR = 3_600_000;
const HURT = { name: "Mikal Pérez Xol", age: 19, sex: "male", language: "mam", marks: "lunar" };
const REASON = "Sin conocimiento desde ayer; en la casa hay médico.";

interface House {
  readonly desk: Desk;
  readonly clock: SetClock;
}
let lucia: House;
let ramiro: House;
let nadia: House;
let oaxaca: House;
let third: House;
let guest: RecordId;
let to: SiteId;

/** Lucía and these meet, until all have heard of what follows from what was said. */
async function meet(...houses: readonly House[]): Promise<void> {
  for (let round = 0; round < 2; round++)
    for (const { desk } of houses) {
      await desk.engine.sync({ peer: lucia.desk.address });
      await lucia.desk.engine.sync({ peer: desk.address });
    }
}
const everybody = (): Promise<void> => meet(ramiro, oaxaca);
const later = (ms: number): void =>
  [lucia, ramiro, nadia, oaxaca, third].forEach(({ clock }) => clock.move(ms));
const fault = (code: string) => ({ fault: { code } });
const refer = ({ desk }: House) =>
  desk.engine.refer({ guests: [guest], to: { site: to }, need: "health", urgency: "24h" });
const at = ({ desk }: House, id: RecordId): Promise<ReferralView> => desk.engine.referral(id);
const names = async ({ desk }: House): Promise<string> => {
  const lists = await Promise.all(
    (["referral", "referral-extract", "vital-interest", "guest"] as const).map((kind) =>
      desk.engine.list(kind),
    ),
  );
  return JSON.stringify([lists, await desk.engine.referrals()]);
};

beforeAll(async () => {
  const network = memoryNetwork();
  const open = async (name: string): Promise<House> => {
    const clock = setClock();
    return { desk: await openDeskBy(clock, { network, name }), clock };
  };
  lucia = await open("lucia");
  await lucia.desk.engine.found({
    ...{ meshName: "Ruta", siteName: "Casa Uno", siteKind: "shelter" },
    ...{ personName: "Lucía", passphrase: PASSPHRASE },
  });
  [oaxaca, third] = [await open("oaxaca"), await open("tercera")];
  await bringIn(lucia.desk, oaxaca.desk, { name: "Casa Dos", kind: "shelter" });
  await bringIn(lucia.desk, third.desk, { name: "Casa Tres", kind: "shelter" });
  [ramiro, nadia] = [await open("ramiro"), await open("nadia")];
  await joinHouse(lucia.desk, ramiro.desk, "staff");
  await joinHouse(lucia.desk, nadia.desk, "volunteer");
  await meet(ramiro, nadia, oaxaca, third);
  to = (await oaxaca.desk.engine.members()).sites.find((one) => one.ownSite)!.site;
});

beforeEach(async () => {
  guest = (await ramiro.desk.engine.add("guest", HURT)).id;
  await meet(ramiro);
});

/** Ramiro says that it is so. */
async function claimed(): Promise<RecordId> {
  const { id } = await ramiro.desk.engine.claimVital({ guest, to, reason: REASON });
  await everybody();
  return id;
}

/** Told to the other house, and accepted there. */
async function told(): Promise<{ readonly claim: RecordId; readonly referral: RecordId }> {
  const claim = await claimed();
  await lucia.desk.engine.agreeVital(claim);
  const { id } = await refer(lucia);
  await everybody();
  await oaxaca.desk.engine.referStep({ id, step: "accept" });
  await everybody();
  expect((await at(oaxaca, id)).who).toMatchObject([{ name: HURT.name }]);
  return { claim, referral: id };
}

/** What the other house can read of a referral that was told and ended. */
async function expectTakenBack(id: RecordId): Promise<void> {
  const view = await at(oaxaca, id);
  expect([view.state, view.who, view.unasked]).toEqual(["cancelled", [], false]);
  const extracts = (await oaxaca.desk.engine.list("referral-extract")).map((one) => JSON.stringify(one));
  expect(extracts.filter((one) => one.includes(id))).toEqual([expect.not.stringContaining("Mikal")]);
}

describe("DP3 somebody who cannot be asked", () => {
  test("is told of to one house, once a second person agreed, and what it rests on shows there", async () => {
    await expect(refer(ramiro)).rejects.toMatchObject(fault("needs-consent"));
    const claim = await claimed();
    for (const house of [ramiro, lucia])
      await expect(refer(house)).rejects.toMatchObject(fault("needs-consent"));
    await expect(ramiro.desk.engine.agreeVital(claim)).rejects.toMatchObject(fault("second-must-answer"));
    expect(await lucia.desk.engine.vitalInterests(guest)).toMatchObject([
      { to, toName: "Casa Dos", state: "waiting", until: null },
    ]);
    const [mine] = (await ramiro.desk.engine.vitalInterests(guest))[0]!.claims;
    expect(mine).toMatchObject({ id: claim, reason: REASON, by: "Otra de staff", mayAgree: false });
    const before = lucia.clock.now();
    const { until } = await lucia.desk.engine.agreeVital(claim);
    expect(Date.parse(until) - before).toBeLessThanOrEqual(72 * HOUR);
    expect(Date.parse(until) - before).toBeGreaterThan(71 * HOUR);
    await expect(lucia.desk.engine.agreeVital(claim)).rejects.toMatchObject(fault("nothing-to-agree"));
    const { id } = await refer(lucia);
    await everybody();
    expect(await names(oaxaca)).not.toMatch(/Mikal|conocimiento/u);
    await oaxaca.desk.engine.referStep({ id, step: "accept" });
    await everybody();
    const { name, age, sex, language } = HURT;
    expect(await at(oaxaca, id)).toMatchObject({ unasked: true, who: [{ name, age, sex, language }] });
    expect(await names(oaxaca)).not.toMatch(/conocimiento|lunar/u);
    await meet(third);
    expect(await names(third)).not.toMatch(/Mikal|conocimiento/u);
    // another house is another question
    const other = (await third.desk.engine.members()).sites.find((one) => one.ownSite)!.site;
    await expect(
      lucia.desk.engine.refer({ guests: [guest], to: { site: other }, need: "health", urgency: "24h" }),
    ).rejects.toMatchObject(fault("needs-consent"));
    // and whoever coordinates sees that it was done
    expect((await lucia.desk.engine.audit()).days).toMatchObject([{ person: "Lucía", overrides: 1 }]);
  });

  test("is not told of any more once somebody ends it", async () => {
    const { claim, referral } = await told();
    await ramiro.desk.engine.endVital(claim);
    await everybody();
    await expectTakenBack(referral);
    expect(await lucia.desk.engine.vitalInterests(guest)).toEqual([]);
  });

  test("is not told of any more after three days, and needs the word of two anew", async () => {
    const { referral } = await told();
    later(71 * HOUR);
    await ramiro.desk.engine.add("guest", { name: "Otra" });
    await everybody();
    expect((await at(oaxaca, referral)).who).toHaveLength(1);
    later(2 * HOUR);
    await ramiro.desk.engine.add("guest", { name: "Otra más" });
    await everybody();
    await expectTakenBack(referral);
    await expect(refer(lucia)).rejects.toMatchObject(fault("needs-consent"));
  });

  test("ends at home by the house's latest day, though the clock of who looks stands still", async () => {
    await told();
    ramiro.clock.move(73 * HOUR);
    await ramiro.desk.engine.add("guest", { name: "Otra" });
    await everybody();
    expect(await lucia.desk.engine.vitalInterests(guest)).toEqual([]);
    await expect(refer(lucia)).rejects.toMatchObject(fault("needs-consent"));
  });

  test("who says no, before or afterwards, is heard", async () => {
    const { referral } = await told();
    await ramiro.desk.engine.consent({ guest, purpose: "refer", to, said: "no" });
    await everybody();
    await expectTakenBack(referral);
    await expect(refer(lucia)).rejects.toMatchObject(fault("needs-consent"));
    await expect(ramiro.desk.engine.claimVital({ guest, to, reason: REASON })).rejects.toMatchObject(
      fault("said-no-there"),
    );
  });

  test("and a no that came in between is heard before the second word", async () => {
    const claim = await claimed();
    await ramiro.desk.engine.consent({ guest, purpose: "refer", to, said: "no" });
    await everybody();
    await expect(lucia.desk.engine.agreeVital(claim)).rejects.toMatchObject(fault("said-no-there"));
  });

  test("volunteers claim nothing, and of a house or a guest that is not there nobody does", async () => {
    const { engine } = ramiro.desk;
    await expect(nadia.desk.engine.claimVital({ guest, to, reason: REASON })).rejects.toMatchObject(
      fault("not-allowed"),
    );
    const own = (await engine.members()).sites.find((one) => one.ownSite)!.site;
    await expect(engine.claimVital({ guest, to: own, reason: REASON })).rejects.toMatchObject(
      fault("no-such-site"),
    );
    const none = "a".repeat(guest.length) as RecordId;
    await expect(engine.claimVital({ guest: none, to, reason: REASON })).rejects.toMatchObject(
      fault("no-such-record"),
    );
    await expect(engine.agreeVital(guest)).rejects.toMatchObject(fault("no-such-record"));
    await expect(engine.claimVital({ guest, to, reason: " " })).rejects.toMatchObject(fault("fields"));
  });
});
