/** Referrals that are prepared and not sent: the house has them, nobody else, and sending them ends them. */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { type Desk, foundRoute, joinHouse, openDesk, type Route } from "../support/houses.ts";

let route: Route;
let colega: Desk;
const fault = (code: string) => ({ fault: { code } });
const ASKED = { need: "legal", urgency: "72h" } as const;
const NOTE = "Falta preguntarle con intérprete";

beforeAll(async () => {
  route = await foundRoute();
  colega = await joinHouse(route.tapachula, await openDesk(route.network, "colega"), "staff");
  await meet(colega, route.tapachula);
});

async function meet(one: Desk, other: Desk): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await one.engine.sync({ peer: other.address });
    await other.engine.sync({ peer: one.address });
  }
}

const siteOf = async ({ engine }: Desk) => (await engine.members()).sites.find((one) => one.ownSite)!.site;
const guestNamed = async (name: string): Promise<RecordId> =>
  (await route.tapachula.engine.add("guest", { name })).id;

describe("what is prepared for a guest", () => {
  test("is finished by a colleague at another device, sent by the rules of any referral, and is gone with it", async () => {
    const { tapachula, oaxaca } = route;
    const to = { site: await siteOf(oaxaca) };
    const [guest, sister] = [await guestNamed("Mikal Prueba"), await guestNamed("Ana Prueba")];
    const kept = await tapachula.engine.keepReferralDraft({
      guest,
      companions: [sister],
      to: null,
      ...ASKED,
    });
    expect(kept).toMatchObject({ guest, companions: [sister], to: null, toName: null, note: "", ...ASKED });
    await meet(tapachula, colega);
    const again = { guest, companions: [sister], to, ...ASKED, note: NOTE, handOver: true };
    await colega.engine.keepReferralDraft(again);
    const [draft] = await colega.engine.referralDrafts({ guest });
    expect(draft).toMatchObject({ ...again, toName: "Casa Oaxaca", unnamed: false });
    expect(await colega.engine.referralDrafts({ guest: sister }), "it is the guest's").toEqual([]);

    const wish = { ...ASKED, guests: [guest, sister], to, note: NOTE, draftOf: guest };
    await expect(colega.engine.refer(wish)).rejects.toMatchObject(fault("needs-consent"));
    expect(await colega.engine.referralDrafts(), "nothing is lost of what was refused").toHaveLength(1);
    for (const one of [guest, sister])
      await colega.engine.consent({ guest: one, purpose: "refer", to: to.site, said: "yes" });
    expect((await colega.engine.refer(wish)).state).toBe("sent");
    expect(await colega.engine.referralDrafts()).toEqual([]);
    await meet(tapachula, colega);
    expect(await tapachula.engine.referralDrafts()).toEqual([]);
    expect(await tapachula.engine.referrals({ guest })).toMatchObject([{ state: "sent", people: 2 }]);
  });

  test("does not leave the house, which a referral does", async () => {
    const { tapachula, oaxaca } = route;
    const site = await siteOf(oaxaca);
    const guest = await guestNamed("Josué Prueba");
    await tapachula.engine.keepReferralDraft({ guest, to: { site }, ...ASKED, note: NOTE });
    await meet(tapachula, oaxaca);
    const before = await oaxaca.engine.referrals();
    expect(await oaxaca.engine.referralDrafts()).toEqual([]);
    await tapachula.engine.consent({ guest, purpose: "refer", to: site, said: "yes" });
    await tapachula.engine.refer({ guests: [guest], to: { site }, ...ASKED });
    await meet(tapachula, oaxaca);
    expect((await oaxaca.engine.referrals()).length, "the control").toBe(before.length + 1);
    expect(await tapachula.engine.referralDrafts({ guest }), "another one was sent").toHaveLength(1);
  });

  test("thrown away on one device and changed on another meanwhile is gone; it can be prepared anew", async () => {
    const { tapachula } = route;
    const guest = await guestNamed("Delmis Prueba");
    await tapachula.engine.keepReferralDraft({ guest, to: null, ...ASKED });
    await meet(tapachula, colega);
    await tapachula.engine.dropReferralDraft(guest);
    await colega.engine.keepReferralDraft({ guest, to: null, ...ASKED, note: NOTE });
    await meet(tapachula, colega);
    for (const { engine } of [tapachula, colega]) expect(await engine.referralDrafts({ guest })).toEqual([]);
    await colega.engine.keepReferralDraft({ guest, to: null, need: "health", urgency: "24h" });
    await meet(tapachula, colega);
    expect(await tapachula.engine.referralDrafts({ guest })).toMatchObject([
      { need: "health", urgency: "24h", note: "" },
    ]);
  });

  test("stays one where two devices prepared one each, and shows to nobody once the guest is erased", async () => {
    const { tapachula } = route;
    const guest = await guestNamed("Wendy Prueba");
    await meet(tapachula, colega);
    await tapachula.engine.keepReferralDraft({ guest, to: null, ...ASKED });
    await colega.engine.keepReferralDraft({ guest, to: null, need: "health", urgency: "24h" });
    await meet(tapachula, colega);
    const here = await tapachula.engine.referralDrafts({ guest });
    expect(here).toHaveLength(1);
    expect(await colega.engine.referralDrafts({ guest })).toEqual(here);
    await tapachula.engine.erase({ id: guest, reason: "lo pidió" });
    await meet(tapachula, colega);
    for (const { engine } of [tapachula, colega]) expect(await engine.referralDrafts({ guest })).toEqual([]);
  });
});

test("what is refused: nobody on record, no such house, and whoever only helps at the door", async () => {
  const { tapachula, network } = route;
  const guest = await guestNamed("Carlos Prueba");
  const none = "aaaqeayeaudaocajbifqydiob4" as RecordId;
  const keep = (wish: object) => tapachula.engine.keepReferralDraft({ guest, to: null, ...ASKED, ...wish });
  await expect(keep({ guest: none })).rejects.toMatchObject(fault("no-such-record"));
  await expect(keep({ companions: [none] })).rejects.toMatchObject(fault("no-such-record"));
  await expect(keep({ to: { site: await siteOf(tapachula) } })).rejects.toMatchObject(fault("no-such-site"));
  await expect(keep({ urgency: "soon" })).rejects.toMatchObject(fault("fields"));
  const volunteer = await joinHouse(tapachula, await openDesk(network, "voluntaria"), "volunteer");
  await volunteer.engine.sync({ peer: tapachula.address });
  const asked = volunteer.engine.keepReferralDraft({ guest, to: null, ...ASKED });
  await expect(asked).rejects.toMatchObject(fault("not-allowed"));
  await expect(volunteer.engine.referralDrafts()).rejects.toMatchObject(fault("not-allowed"));
});
