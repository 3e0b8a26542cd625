/** Referrals between two houses: no name before it is accepted, and never without consent (src/engine/referrals). */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId, ReferralView } from "#engine";
import { type Desk, foundRoute, openDesk, PASSPHRASE, type Route, waitingAt } from "../support/houses.ts";

let route: Route;
/** A second device of the house in Tapachula. */
let night: Desk;

async function meet(one: Desk, other: Desk): Promise<void> {
  await one.engine.sync({ peer: other.address });
  await one.engine.sync({ peer: other.address });
}

beforeAll(async () => {
  route = await foundRoute();
  const { network, tapachula } = route;
  night = await openDesk(network, "noche");
  const { code } = await tapachula.engine.invite({ role: "staff", newSite: null, validMs: 60_000 });
  const { words } = await night.engine.join({ code, personName: "noche", passphrase: PASSPHRASE });
  await night.engine.sync({ peer: tapachula.address });
  const [waiting] = await waitingAt(tapachula);
  await tapachula.engine.confirm({ device: waiting!.device, words });
  await meet(night, tapachula);
});

const siteOf = async ({ engine }: Desk) => (await engine.members()).sites.find((one) => one.ownSite)!.site;
const MIKAL = {
  name: "Mikal Pérez Xol",
  age: 19,
  sex: "other",
  language: "mam",
  town: "Ixcoy",
  marks: "lunar",
};

async function agreed(fields: object = MIKAL, said: "yes" | "no" = "yes"): Promise<RecordId> {
  const { tapachula, oaxaca } = route;
  const guest = (await tapachula.engine.add("guest", fields)).id;
  await tapachula.engine.consent({ guest, purpose: "refer", to: await siteOf(oaxaca), said });
  return guest;
}

async function sent(...guests: readonly RecordId[]): Promise<RecordId> {
  const { tapachula, oaxaca } = route;
  const to = { site: await siteOf(oaxaca) };
  const wish = { guests, to, need: "health", urgency: "72h", note: "no puede subir escaleras" } as const;
  const { id, state, due } = await tapachula.engine.refer(wish);
  expect([state, due === null]).toEqual(["sent", false]);
  await meet(oaxaca, tapachula);
  return id;
}

const at = ({ engine }: Desk, id: RecordId): Promise<ReferralView> => engine.referral(id);
const fault = (code: string) => ({ fault: { code } });

/** All that a house could read of anything. */
async function everythingAt({ engine }: Desk): Promise<string> {
  const kinds = [
    "referral",
    "referral-step",
    "referral-extract",
    "referral-guest",
    "guest",
    "consent",
  ] as const;
  const lists = await Promise.all(kinds.map((kind) => engine.list(kind)));
  const shown = await Promise.all(lists.flat().map(({ id }) => engine.show(id)));
  return JSON.stringify([shown, await engine.referrals()]);
}

describe("a referral from house to house", () => {
  test("says no name until it is accepted, then what the need needs, and goes on to the end", async () => {
    const { tapachula, oaxaca, comite } = route;
    const guest = await agreed();
    const id = await sent(guest);
    expect(await at(oaxaca, id)).toMatchObject({
      ...{ side: "receiver", otherName: "Casa Tapachula", need: "health", urgency: "72h", state: "sent" },
      ...{ people: 1, ageGroups: ["18-59"], sexes: ["other"], languages: ["mam"], who: [], guests: [] },
      ...{ note: "no puede subir escaleras", late: "no", possible: ["receive", "accept", "decline"] },
    });
    expect(await everythingAt(oaxaca)).not.toMatch(/Mikal|Pérez|Xol/u);
    expect(await everythingAt(oaxaca)).not.toContain(guest);

    await oaxaca.engine.referStep({ id, step: "receive" });
    expect(await oaxaca.engine.referStep({ id, step: "accept" })).toMatchObject({ state: "accepted" });
    await meet(tapachula, oaxaca);
    await meet(oaxaca, tapachula);
    const { name, age, sex, language } = MIKAL;
    expect((await at(oaxaca, id)).who).toEqual([{ name, age, sex, language }]);
    expect(await everythingAt(oaxaca)).not.toMatch(/Ixcoy|lunar/u);
    expect(await everythingAt(oaxaca)).not.toContain(guest);
    const told = await at(tapachula, id);
    expect([told.side, told.state, told.guests.map((one) => one.id)]).toEqual([
      "sender",
      "accepted",
      [guest],
    ]);
    expect([...told.told].sort()).toEqual(["age", "language", "name", "sex"]);
    expect((await tapachula.engine.referrals({ guest })).map((one) => one.id)).toEqual([id]);

    await oaxaca.engine.referStep({ id, step: "arrived" });
    expect(await oaxaca.engine.referStep({ id, step: "attended", reason: "Consulta y medicinas." })).toEqual({
      ...{ id, state: "attended", due: null },
    });
    await meet(tapachula, oaxaca);
    expect((await at(tapachula, id)).steps.at(-1)).toMatchObject({
      ...{ step: "attended", side: "receiver", reason: "Consulta y medicinas." },
    });
    expect(await tapachula.engine.referStep({ id, step: "close" })).toMatchObject({
      state: "closed",
      due: null,
    });
    await meet(comite, tapachula);
    expect(await comite.engine.referrals()).toEqual([]);
  });

  test("is sent for nobody who did not agree, and refuses what would give somebody away", async () => {
    const { tapachula, oaxaca } = route;
    const { engine } = tapachula;
    const base = { to: { site: await siteOf(oaxaca) }, need: "legal", urgency: "2w" } as const;
    const unasked = (await engine.add("guest", { name: "Ana Ruiz" })).id;
    const yes = await agreed();
    const no = await agreed({ name: "Noé Tum" }, "no");
    const before = (await engine.list("referral")).length;
    for (const guests of [[unasked], [yes, unasked], [no]])
      await expect(engine.refer({ ...base, guests })).rejects.toMatchObject(fault("needs-consent"));
    for (const note of ["Se llama MIKAL", "Llamar al 555 0142 77"])
      await expect(engine.refer({ ...base, guests: [yes], note })).rejects.toMatchObject(fault("gives-away"));
    await expect(engine.refer({ ...base, guests: [] })).rejects.toMatchObject(fault("no-such-record"));
    const own = { site: await siteOf(tapachula) };
    await expect(engine.refer({ ...base, to: own, guests: [yes] })).rejects.toMatchObject(
      fault("no-such-site"),
    );
    const crowd = await Promise.all(
      Array.from({ length: 51 }, async () => (await engine.add("guest", MIKAL)).id),
    );
    await expect(engine.refer({ ...base, guests: crowd })).rejects.toMatchObject(fault("too-many-people"));
    expect((await engine.list("referral")).length).toBe(before);
  });

  test("takes each step of who may do it when it may be done, and says which those are", async () => {
    const { tapachula, oaxaca, comite } = route;
    const id = await sent(await agreed());
    const step = (desk: Desk, name: "accept" | "decline" | "close" | "arrived", reason?: string) =>
      desk.engine.referStep({ id, step: name, ...(reason === undefined ? {} : { reason }) });
    const refused = (...possible: readonly string[]) => ({ fault: { code: "step-not-now", possible } });
    await expect(step(tapachula, "accept")).rejects.toMatchObject(refused("cancel"));
    await expect(step(oaxaca, "arrived")).rejects.toMatchObject(refused("receive", "accept", "decline"));
    await expect(step(comite, "accept")).rejects.toMatchObject(fault("no-such-record"));
    await expect(step(oaxaca, "decline")).rejects.toMatchObject(fault("needs-reason"));
    await step(oaxaca, "decline", "No hay cama para esta noche.");
    await meet(tapachula, oaxaca);
    expect(await at(tapachula, id)).toMatchObject({ state: "declined", possible: ["close"], told: [] });
    await expect(step(oaxaca, "accept")).rejects.toMatchObject(refused());
    const cancel = { id: await sent(await agreed()), step: "cancel", reason: "Mikal ya no quiere" } as const;
    await expect(tapachula.engine.referStep(cancel)).rejects.toMatchObject(fault("gives-away"));
  });
});

describe("when somebody no longer agrees", () => {
  test("before it is accepted it is cancelled, and no name ever leaves", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await agreed();
    const id = await sent(guest);
    await tapachula.engine.consent({ guest, purpose: "refer", to: await siteOf(oaxaca), said: "unset" });
    expect(await at(tapachula, id)).toMatchObject({ state: "cancelled", told: [] });
    await oaxaca.engine.referStep({ id, step: "accept" });
    await meet(oaxaca, tapachula);
    await meet(tapachula, oaxaca);
    for (const desk of [oaxaca, tapachula])
      expect(await at(desk, id)).toMatchObject({ state: "cancelled", who: [] });
    expect(
      (await oaxaca.engine.list("referral-extract")).filter(({ fields }) =>
        JSON.stringify(fields).includes(id),
      ),
    ).toEqual([]);
  });

  test("afterwards what was told is taken back and it is cancelled; which fields were told is kept", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await agreed();
    const id = await sent(guest);
    await oaxaca.engine.referStep({ id, step: "accept" });
    await meet(tapachula, oaxaca);
    await meet(oaxaca, tapachula);
    expect((await at(oaxaca, id)).who).toHaveLength(1);
    await tapachula.engine.consent({ guest, purpose: "refer", to: await siteOf(oaxaca), said: "no" });
    await meet(oaxaca, tapachula);
    const view = await at(oaxaca, id);
    expect([view.state, view.who, [...view.told].sort()]).toEqual([
      "cancelled",
      [],
      ["age", "language", "name", "sex"],
    ]);
    const extracts = (await oaxaca.engine.list("referral-extract")).map(({ fields }) =>
      JSON.stringify(fields),
    );
    expect(extracts.filter((one) => one.includes(id))).toEqual([expect.not.stringMatching(/Mikal/u)]);
    // agreeing again is for another referral
    await tapachula.engine.consent({ guest, purpose: "refer", to: await siteOf(oaxaca), said: "yes" });
    await meet(oaxaca, tapachula);
    expect((await at(oaxaca, id)).who).toEqual([]);
  });

  test("one of several goes, and the others stay", async () => {
    const { tapachula, oaxaca } = route;
    const [one, other] = [await agreed(), await agreed({ name: "Eva Tum", age: 30 })];
    const id = await sent(one, other);
    await oaxaca.engine.referStep({ id, step: "accept" });
    await meet(tapachula, oaxaca);
    await meet(oaxaca, tapachula);
    expect((await at(oaxaca, id)).who.map(({ name }) => name).sort()).toEqual(["Eva Tum", "Mikal Pérez Xol"]);
    await tapachula.engine.consent({ guest: one, purpose: "refer", to: await siteOf(oaxaca), said: "no" });
    await meet(oaxaca, tapachula);
    const view = await at(oaxaca, id);
    expect([view.state, view.who.map(({ name }) => name)]).toEqual(["accepted", ["Eva Tum"]]);
  });

  test("on one device, while another one of the house hears of the acceptance: nothing is told in the end", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await agreed();
    const id = await sent(guest);
    await meet(night, tapachula);
    await night.engine.consent({ guest, purpose: "refer", to: await siteOf(oaxaca), said: "no" });
    expect(await at(night, id)).toMatchObject({ state: "cancelled" });
    await oaxaca.engine.referStep({ id, step: "accept" });
    await meet(tapachula, oaxaca);
    // it had not heard of the no, and told
    expect((await at(tapachula, id)).told).not.toEqual([]);
    await meet(oaxaca, tapachula);
    await meet(night, tapachula);
    await meet(tapachula, night);
    await meet(oaxaca, tapachula);
    for (const desk of [tapachula, night, oaxaca])
      expect(await at(desk, id)).toMatchObject({ state: "cancelled", who: [] });
    const extracts = (await oaxaca.engine.list("referral-extract")).map(({ fields }) =>
      JSON.stringify(fields),
    );
    expect(extracts.filter((one) => one.includes(id) && one.includes("Mikal"))).toEqual([]);
  });

  test("two devices of the house that tell at the same time tell once, the same", async () => {
    const { tapachula, oaxaca } = route;
    const id = await sent(await agreed());
    await meet(night, tapachula);
    await oaxaca.engine.referStep({ id, step: "accept" });
    await night.engine.sync({ peer: oaxaca.address });
    await tapachula.engine.sync({ peer: oaxaca.address });
    await meet(oaxaca, tapachula);
    await meet(night, tapachula);
    await meet(oaxaca, night);
    for (const desk of [tapachula, night, oaxaca]) expect((await at(desk, id)).who).toHaveLength(1);
    await tapachula.engine.referStep({ id, step: "cancel" });
    await meet(oaxaca, tapachula);
    expect((await at(oaxaca, id)).who).toEqual([]);
  });
});

test("none of it is written by hand, and the other house's list says who did what", async () => {
  const { tapachula, oaxaca } = route;
  const id = await sent(await agreed());
  await expect(tapachula.engine.edit(id, { need: "legal" })).rejects.toMatchObject(fault("not-by-hand"));
  await expect(oaxaca.engine.edit(id, { need: "legal" })).rejects.toMatchObject(fault("not-by-hand"));
  const people = { to: await siteOf(oaxaca), referral: id, people: [MIKAL] };
  await expect(tapachula.engine.add("referral-extract", people)).rejects.toMatchObject(fault("not-by-hand"));
  await oaxaca.engine.referStep({ id, step: "receive" });
  await meet(tapachula, oaxaca);
  const [first] = (await at(tapachula, id)).steps;
  expect(first).toMatchObject({ step: "receive", side: "receiver", reason: null });
});
