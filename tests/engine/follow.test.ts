/** Handing over who follows a case: asked with a referral, taken by the other house's own act, given back (src/engine/referrals/follow.ts). */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { type Desk, foundRoute, openDesk, PASSPHRASE, type Route, waitingAt } from "../support/houses.ts";
import { meet } from "../support/shelters.ts";

let route: Route;
/** A second device of the house in Oaxaca. */
let night: Desk;

const fault = (code: string, more: object = {}) => ({ fault: { code, ...more } });
const siteOf = async ({ engine }: Desk) => (await engine.members()).sites.find((one) => one.ownSite)!.site;

beforeAll(async () => {
  route = await foundRoute();
  const { network, oaxaca } = route;
  night = await openDesk(network, "noche");
  const { code } = await oaxaca.engine.invite({ role: "staff", newSite: null, validMs: 60_000 });
  const { words } = await night.engine.join({ code, personName: "Noche", passphrase: PASSPHRASE });
  await night.engine.sync({ peer: oaxaca.address });
  const [waiting] = await waitingAt(oaxaca);
  await oaxaca.engine.confirm({ device: waiting!.device, words });
  await meet(night, oaxaca);
});

async function asked(handOver = true): Promise<{ readonly id: RecordId; readonly guest: RecordId }> {
  const { tapachula, oaxaca } = route;
  const to = await siteOf(oaxaca);
  const guest = (await tapachula.engine.add("guest", { name: "Mikal Pérez", age: 19 })).id;
  await tapachula.engine.consent({ guest, purpose: "refer", to, said: "yes" });
  const wish = { guests: [guest], to: { site: to }, need: "shelter", urgency: "72h", handOver } as const;
  const { id } = await tapachula.engine.refer(wish);
  await meet(oaxaca, tapachula);
  return { id, guest };
}

async function spread(): Promise<void> {
  const { tapachula, oaxaca } = route;
  await meet(night, oaxaca);
  await meet(oaxaca, tapachula);
  await meet(night, oaxaca);
}

const follows = async ({ engine }: Desk, id: RecordId) => (await engine.referral(id)).follow;

describe("following a case", () => {
  test("goes to the house that receives by its own act, is shown to both since when, and can be given back", async () => {
    const { tapachula, oaxaca } = route;
    const { id, guest } = await asked();
    expect(await follows(tapachula, id)).toMatchObject({
      ...{ by: "sender", siteName: "Casa Tapachula", since: null, answered: null, possible: ["keep"] },
    });
    expect(await follows(oaxaca, id)).toMatchObject({ by: "sender", possible: ["leave"] });
    await expect(oaxaca.engine.follow({ id, says: "take" })).rejects.toMatchObject(
      fault("follow-not-now", { allowed: ["leave"] }),
    );
    await oaxaca.engine.referStep({ id, step: "accept" });
    // accepting is not taking over
    expect(await follows(oaxaca, id)).toMatchObject({ by: "sender", possible: ["take", "leave"] });
    expect(await oaxaca.engine.follow({ id, says: "take" })).toMatchObject({ by: "receiver" });
    await spread();
    const since = (await follows(oaxaca, id))?.since;
    expect(since).toMatch(/^20/u);
    for (const desk of [tapachula, oaxaca, night])
      expect(await follows(desk, id)).toMatchObject({ by: "receiver", siteName: "Casa Oaxaca", since });
    const { site } = (await follows(tapachula, id))!;
    expect(await tapachula.engine.followers()).toEqual([
      { guest, referral: id, site, siteName: "Casa Oaxaca", since },
    ]);
    // whom others follow is the sender's to know, and who the guest is stays there
    expect(await oaxaca.engine.followers()).toEqual([]);
    expect(JSON.stringify(await oaxaca.engine.list("case-follow"))).not.toContain(guest);

    expect(await night.engine.follow({ id, says: "leave" })).toMatchObject({
      by: "sender",
      answered: "leave",
    });
    await spread();
    for (const desk of [tapachula, oaxaca])
      expect(await follows(desk, id)).toMatchObject({
        by: "sender",
        siteName: "Casa Tapachula",
        since: null,
      });
    expect(await tapachula.engine.followers()).toEqual([]);
  });

  test("stays with the sender where two devices of the other house differ, and where it keeps it", async () => {
    const { tapachula, oaxaca } = route;
    const { id } = await asked();
    await oaxaca.engine.referStep({ id, step: "accept" });
    await meet(night, oaxaca);
    await oaxaca.engine.follow({ id, says: "take" });
    await night.engine.follow({ id, says: "leave" });
    await spread();
    for (const desk of [tapachula, oaxaca, night])
      expect(await follows(desk, id)).toMatchObject({ by: "sender", answered: null });
    await night.engine.follow({ id, says: "take" });
    await spread();
    expect(await follows(tapachula, id)).toMatchObject({ by: "receiver" });
    expect(await tapachula.engine.follow({ id, says: "keep" })).toMatchObject({ by: "sender", possible: [] });
    await spread();
    expect(await follows(oaxaca, id)).toMatchObject({ by: "sender", possible: [] });
    await expect(oaxaca.engine.follow({ id, says: "take" })).rejects.toMatchObject(fault("follow-not-now"));
  });

  test("comes back by itself with the consent that is taken back, and with a person who did not arrive", async () => {
    const { tapachula, oaxaca } = route;
    const [one, other] = [await asked(), await asked()];
    for (const { id } of [one, other]) {
      await oaxaca.engine.referStep({ id, step: "accept" });
      await oaxaca.engine.follow({ id, says: "take" });
    }
    await spread();
    expect((await tapachula.engine.followers()).map(({ guest }) => guest).sort()).toEqual(
      [one.guest, other.guest].sort(),
    );
    const to = await siteOf(oaxaca);
    await tapachula.engine.consent({ guest: one.guest, purpose: "refer", to, said: "no" });
    await oaxaca.engine.referStep({ id: other.id, step: "not-arrived" });
    await spread();
    for (const { id } of [one, other])
      for (const desk of [tapachula, oaxaca]) expect(await follows(desk, id)).toMatchObject({ by: "sender" });
    expect(await tapachula.engine.followers()).toEqual([]);
  });

  test("is asked of no institution, of nobody unasked, and is no other house's to say", async () => {
    const { tapachula, oaxaca, comite } = route;
    const { id, guest } = await asked(false);
    await oaxaca.engine.referStep({ id, step: "accept" });
    for (const desk of [tapachula, oaxaca]) expect(await follows(desk, id)).toBeNull();
    await expect(oaxaca.engine.follow({ id, says: "take" })).rejects.toMatchObject(
      fault("follow-not-now", { allowed: [] }),
    );
    await meet(comite, tapachula);
    await expect(comite.engine.follow({ id, says: "take" })).rejects.toMatchObject(fault("no-such-record"));
    const clinic = await tapachula.engine.add("service", {
      ...{ name: "Clínica", type: "health", offers: ["medical"] },
    });
    await tapachula.engine.consent({ guest, purpose: "refer", to: clinic.id, said: "yes" });
    const wish = { guests: [guest], to: { service: clinic.id }, need: "health", urgency: "72h" } as const;
    await expect(tapachula.engine.refer({ ...wish, handOver: true })).rejects.toMatchObject(
      fault("hand-over-to-house"),
    );
    await expect(oaxaca.engine.add("case-follow", {})).rejects.toMatchObject(fault("not-by-hand"));
  });
});
