/** Referrals to an institution of the directory, which has no app: the slip, and its answers as the house types them in. */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { type Desk, foundRoute, openDesk, PASSPHRASE, type Route, waitingAt } from "../support/houses.ts";
import { meet } from "../support/shelters.ts";

let route: Route;
/** A second device of the house in Tapachula. */
let night: Desk;
let clinic: RecordId;

const fault = (code: string) => ({ fault: { code } });
const MIKAL = {
  ...{ name: "Mikal Pérez Xol", age: 19, sex: "other", language: "mam", town: "Ixcoy", marks: "lunar" },
  relatives: ["Rosa, 555 0142 88, va a Tijuana"],
};

beforeAll(async () => {
  route = await foundRoute();
  const { network, tapachula } = route;
  night = await openDesk(network, "noche");
  const { code } = await tapachula.engine.invite({ role: "staff", newSite: null, validMs: 60_000 });
  const { words } = await night.engine.join({ code, personName: "Noche", passphrase: PASSPHRASE });
  await night.engine.sync({ peer: tapachula.address });
  const [waiting] = await waitingAt(tapachula);
  await tapachula.engine.confirm({ device: waiting!.device, words });
  clinic = await noted({ name: "Clínica San José", type: "health", offers: ["medical"], address: "Calle 5" });
  await meet(night, tapachula);
});

const noted = async (fields: object): Promise<RecordId> =>
  (await route.tapachula.engine.add("service", fields)).id;

async function agreed(fields: object = MIKAL, said: "yes" | "no" | null = "yes"): Promise<RecordId> {
  const { engine } = route.tapachula;
  const guest = (await engine.add("guest", fields)).id;
  if (said !== null) await engine.consent({ guest, purpose: "refer", to: clinic, said });
  return guest;
}

async function sent(guests: readonly RecordId[], more: object = {}): Promise<RecordId> {
  const wish = { guests, to: { service: clinic }, need: "health", urgency: "72h", ...more } as const;
  const { id, state, due } = await route.tapachula.engine.refer(wish);
  expect([state, due === null]).toEqual(["sent", false]);
  return id;
}

describe("a referral to an institution", () => {
  test("goes on a slip that says what the need needs, and is answered by its code to the end", async () => {
    const { engine } = route.tapachula;
    const guest = await agreed();
    const id = await sent([guest], { note: "no puede subir escaleras" });
    const slip = await engine.slip(id);
    expect(slip).toMatchObject({
      ...{ id, state: "sent", need: "health", urgency: "72h", note: "no puede subir escaleras", count: 1 },
      from: { name: "Casa Tapachula", phone: null },
      to: { name: "Clínica San José", address: "Calle 5", doubtful: false },
      people: [{ name: "Mikal Pérez Xol", age: 19, sex: "other", language: "mam" }],
    });
    expect(slip.code).toMatch(/^[0-9A-Y]{4}-[0-9A-Y]{4}$/u);
    expect(JSON.stringify(slip)).not.toMatch(/Ixcoy|lunar|Rosa|0142|Tijuana/u);
    expect(JSON.stringify(slip)).not.toContain(guest);

    expect(await engine.findSlip(` ${slip.code.toLowerCase()}`)).toEqual({ id });
    await engine.referStep({ id, step: "arrived", heard: "phone" });
    const done = { id, step: "attended", heard: "slip", reason: "Consulta y medicinas." } as const;
    expect(await engine.referStep(done)).toEqual({ id, state: "attended", due: null });
    const view = await engine.referral(id);
    expect(view).toMatchObject({
      ...{ side: "sender", other: null, service: clinic, otherName: "Clínica San José", code: slip.code },
      ...{ people: 1, who: [], differ: false, possible: ["close"] },
      answers: ["decline", "arrived", "not-arrived"],
    });
    expect([...view.told].sort()).toEqual(["age", "language", "name", "sex"]);
    expect(view.steps).toMatchObject([
      { step: "arrived", side: "receiver", heard: "phone", reason: null },
      { step: "attended", side: "receiver", heard: "slip", reason: "Consulta y medicinas." },
    ]);
    expect(view.steps.every(({ typedBy }) => typedBy !== null)).toBe(true);
    expect((await engine.referrals({ guest })).map((one) => one.id)).toEqual([id]);
    expect(await engine.referStep({ id, step: "close" })).toMatchObject({ state: "closed", due: null });
    await expect(engine.slip(id)).rejects.toMatchObject(fault("slip-over"));
    // the person's own copy says where they were referred, and what the paper told
    const copied = (await engine.personCopy(guest)).records.find(({ kind }) => kind === "service-referral");
    expect(copied).toMatchObject({ toldTo: { name: "Clínica San José" } });
  });

  test("leaves nothing with any other house", async () => {
    const { tapachula, oaxaca, comite } = route;
    await sent([await agreed()]);
    await meet(oaxaca, tapachula);
    await meet(comite, tapachula);
    for (const desk of [oaxaca, comite]) {
      expect(await desk.engine.referrals()).toEqual([]);
      for (const kind of ["service-referral", "service-step", "referral-guest"] as const)
        expect(await desk.engine.list(kind)).toEqual([]);
    }
  });

  test("is made for nobody who did not agree to that institution, and refuses what gives somebody away", async () => {
    const { engine } = route.tapachula;
    const other = await noted({ name: "Otra clínica", type: "health", offers: ["medical"] });
    const yes = await agreed();
    const base = { to: { service: clinic }, need: "health", urgency: "24h" } as const;
    const before = (await engine.list("service-referral")).length;
    for (const guests of [[await agreed(MIKAL, null)], [await agreed(MIKAL, "no")], []])
      await expect(engine.refer({ ...base, guests })).rejects.toThrow();
    await expect(engine.refer({ ...base, guests: [yes, await agreed(MIKAL, null)] })).rejects.toMatchObject(
      fault("needs-consent"),
    );
    await expect(engine.refer({ ...base, to: { service: other }, guests: [yes] })).rejects.toMatchObject(
      fault("needs-consent"),
    );
    for (const note of ["Se llama MIKAL", "Su mamá: 555 0142 77"])
      await expect(engine.refer({ ...base, guests: [yes], note })).rejects.toMatchObject(fault("gives-away"));
    const nowhere = { service: yes };
    await expect(engine.refer({ ...base, to: nowhere, guests: [yes] })).rejects.toMatchObject(
      fault("no-such-site"),
    );
    await engine.confirmService(other, { status: "closed" });
    await engine.consent({ guest: yes, purpose: "refer", to: other, said: "yes" });
    await expect(engine.refer({ ...base, to: { service: other }, guests: [yes] })).rejects.toMatchObject(
      fault("service-closed"),
    );
    await expect(
      engine.consent({ guest: yes, purpose: "refer", to: yes, said: "yes" }),
    ).rejects.toMatchObject(fault("no-such-site"));
    expect((await engine.list("service-referral")).length).toBe(before);
    await expect(engine.add("service-referral", {})).rejects.toMatchObject(fault("not-by-hand"));
  });

  test("takes the institution's steps with how they were heard, and the house's own without", async () => {
    const { engine } = route.tapachula;
    const id = await sent([await agreed()]);
    await expect(engine.referStep({ id, step: "accept" })).rejects.toMatchObject(fault("needs-heard"));
    await expect(engine.referStep({ id, step: "close" })).rejects.toMatchObject({
      fault: { code: "step-not-now", possible: ["cancel"] },
    });
    await expect(engine.referStep({ id, step: "decline", heard: "slip" })).rejects.toMatchObject(
      fault("needs-reason"),
    );
    const no = { id, step: "decline", heard: "phone", reason: "Hoy no hay doctora." } as const;
    expect(await engine.referStep(no)).toMatchObject({ state: "declined" });
    expect(await engine.referStep({ id, step: "accept", heard: "phone" })).toMatchObject({
      state: "accepted",
    });
    await expect(engine.referStep({ id, step: "receive", heard: "slip" })).rejects.toMatchObject(
      fault("step-not-now"),
    );
    await expect(
      engine.referStep({ id, step: "attended", heard: "slip", reason: "Mikal ya está bien" }),
    ).rejects.toMatchObject(fault("gives-away"));
    const cancel = { id, step: "cancel", heard: "slip" } as const;
    expect(await engine.referStep(cancel)).toMatchObject({ state: "cancelled" });
    expect((await engine.referral(id)).steps.at(-1)).toMatchObject({ side: "sender", heard: null });
  });

  test("a code that was mistyped, or that no slip here has, is refused with what to do", async () => {
    const { engine } = route.tapachula;
    const { code } = await engine.slip(await sent([await agreed()]));
    const wrong = code.startsWith("7") ? `4${code.slice(1)}` : `7${code.slice(1)}`;
    await expect(engine.findSlip(wrong)).rejects.toMatchObject(fault("slip-mistyped"));
    await expect(engine.findSlip("0000-0000")).rejects.toMatchObject(fault("slip-unknown"));
    // to who has not heard of it yet it is unknown, not wrong
    await expect(night.engine.findSlip(code)).rejects.toMatchObject(fault("slip-unknown"));
    await expect(route.oaxaca.engine.findSlip(code)).rejects.toMatchObject(fault("slip-unknown"));
  });
});

describe("when somebody no longer agrees", () => {
  test("nobody is printed any more, and the referral is cancelled", async () => {
    const { engine } = route.tapachula;
    const guest = await agreed();
    const id = await sent([guest]);
    await engine.consent({ guest, purpose: "refer", to: clinic, said: "unset" });
    expect(await engine.referral(id)).toMatchObject({ state: "cancelled" });
    await expect(engine.slip(id)).rejects.toMatchObject(fault("slip-over"));
  });

  test("one of a list goes from the slip, and the others stay", async () => {
    const { engine } = route.tapachula;
    const [one, other] = [await agreed(), await agreed({ name: "Eva Tum", age: 30 })];
    const id = await sent([one, other]);
    expect((await engine.slip(id)).people.map(({ name }) => name).sort()).toEqual(["Eva Tum", MIKAL.name]);
    await engine.consent({ guest: one, purpose: "refer", to: clinic, said: "no" });
    const slip = await engine.slip(id);
    expect([slip.count, slip.people]).toEqual([2, [{ name: "Eva Tum", age: 30 }]]);
    expect((await engine.referral(id)).state).toBe("sent");
  });

  test("who was moved to protection since is on no slip", async () => {
    const { engine } = route.tapachula;
    const [one, other] = [await agreed(), await agreed({ name: "Eva Tum" })];
    const id = await sent([one, other]);
    await engine.protectGuest({ guest: one, why: ["gender-violence"] });
    expect(JSON.stringify(await engine.slip(id))).not.toMatch(/Mikal|violence|Persona/u);
    expect((await engine.slip(id)).people).toEqual([{ name: "Eva Tum" }]);
    await expect(
      engine.refer({ guests: [one], to: { service: clinic }, need: "health", urgency: "72h" }),
    ).rejects.toMatchObject(fault("no-such-record"));
  });
});

test("without names the slip has the code in their place, also for what was noted of them later", async () => {
  const { engine } = route.tapachula;
  const guest = await agreed({ name: "Ana Ruiz" });
  const id = await sent([guest], { need: "protection", unnamed: true });
  await engine.edit(guest, { alternateNames: ["Anita"], sex: "female", country: "HN" });
  expect((await engine.slip(id)).people).toEqual([{}]);
  expect((await engine.referral(id)).told).toEqual([]);
});

test("two devices that type in different answers at once agree that they differ, and its clock runs", async () => {
  const { tapachula } = route;
  const id = await sent([await agreed()]);
  await meet(night, tapachula);
  await tapachula.engine.referStep({ id, step: "attended", heard: "slip" });
  await night.engine.referStep({ id, step: "not-arrived", heard: "phone" });
  await meet(night, tapachula);
  for (const { engine } of [tapachula, night]) {
    const view = await engine.referral(id);
    expect([view.state, view.differ, view.due === null]).toEqual(["attended", true, false]);
    expect(view.steps.map(({ typedBy }) => typedBy).sort()).toEqual(["Lucía", "Noche"]);
  }
  await night.engine.referStep({ id, step: "not-arrived", heard: "phone" });
  await meet(night, tapachula);
  for (const { engine } of [tapachula, night])
    expect(await engine.referral(id)).toMatchObject({ state: "not-arrived", differ: false });
});

test("the slip says the house's telephone as its own entry in the directory does, and never where it is", async () => {
  const { engine } = route.tapachula;
  const id = await sent([await agreed()]);
  await noted({
    ...{ name: "casa tapachula", type: "shelter", offers: ["night"], phone: "555 0111 22" },
    ...{ place: "Tapachula centro", address: "Calle Real 3" },
  });
  const slip = await engine.slip(id);
  expect(slip.from).toEqual({ name: "Casa Tapachula", phone: "555 0111 22" });
  expect(JSON.stringify(slip)).not.toMatch(/Calle Real|centro/u);
  await engine.confirmService(clinic, { fields: { name: "Clínica Nueva" } });
  expect((await engine.slip(id)).to).toMatchObject({ name: "Clínica San José", doubtful: true });
});

test("erasing a guest erases what was asked for them alone, and what came of it", async () => {
  const { engine } = route.tapachula;
  const [alone, together] = [await agreed(), await agreed({ name: "Eva Tum" })];
  const id = await sent([alone]);
  const shared = await sent([alone, together]);
  await engine.referStep({ id, step: "attended", heard: "slip", reason: "Le hicieron curaciones" });
  await engine.erase({ id: alone, reason: "lo pidió la persona" });
  await expect(engine.referral(id)).rejects.toMatchObject(fault("no-such-record"));
  expect(JSON.stringify(await engine.list("service-step"))).not.toContain("curaciones");
  expect((await engine.referral(shared)).guests.map((one) => one.id)).toEqual([together]);
});
