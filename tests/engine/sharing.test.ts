/** Sharing agreements: what a house agreed binds every way by which something is told to another (src/engine/sharing). */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import type { SiteId } from "#sync";
import { type Desk, openDeskBy, PASSPHRASE, waitingAt } from "../support/houses.ts";
import { setClock } from "../support/set-clock.ts";
import { foundShelters, meet, type Shelters } from "../support/shelters.ts";

const clock = setClock(new Date(2026, 10, 21, 12).getTime());
const DAY = 24 * 60 * 60_000;

let route: Shelters;
let oaxacaSite: SiteId;
let tapachulaSite: SiteId;
/** Staff of the house in Tapachula, at a device of their own. */
let night: Desk;

const closed = (why: string) => ({ fault: { code: "sharing-closed", why } });
const siteOf = async ({ engine }: Desk) => (await engine.members()).sites.find((one) => one.ownSite)!.site;

beforeAll(async () => {
  route = await foundShelters(clock);
  oaxacaSite = await siteOf(route.oaxaca);
  tapachulaSite = await siteOf(route.tapachula);
  night = await openDeskBy(clock, { network: route.network, name: "noche" });
  const { code } = await route.tapachula.engine.invite({ role: "staff", newSite: null, validMs: DAY });
  const { words } = await night.engine.join({ code, personName: "noche", passphrase: PASSPHRASE });
  await night.engine.sync({ peer: route.tapachula.address });
  const [waiting] = await waitingAt(route.tapachula);
  await route.tapachula.engine.confirm({ device: waiting!.device, words });
  await meet(night, route.tapachula);
});

const agree = (wish: Parameters<Desk["engine"]["agreeSharing"]>[1]) =>
  route.tapachula.engine.agreeSharing(oaxacaSite, wish);

async function guestWhoAgrees(name: string): Promise<RecordId> {
  const { id: guest } = await route.tapachula.engine.add("guest", { name, age: 30 });
  await route.tapachula.engine.consent({ guest, purpose: "refer", to: oaxacaSite, said: "yes" });
  return guest;
}
const refer = (guest: RecordId) =>
  route.tapachula.engine.refer({
    ...{ guests: [guest], to: { site: oaxacaSite }, need: "health", urgency: "72h" },
  });

/** Somebody whom Oaxaca seeks and who is in Tapachula; resolves with the pair, to be asked. */
async function pairOf(name: string): Promise<RecordId> {
  const { tapachula, oaxaca } = route;
  const fields = { name, age: 24, country: "HN", town: "Yoro" };
  await oaxaca.engine.add("report", fields);
  await meet(oaxaca, tapachula);
  const { id: guest } = await tapachula.engine.add("guest", fields);
  const { pairs } = await tapachula.engine.matches({ of: guest });
  const pair = pairs[0]!.id;
  await tapachula.engine.askMatch(pair);
  return pair;
}

describe("without an agreement", () => {
  test("everything is as consent says, and the list says so of each house", async () => {
    const { houses, rules } = await route.tapachula.engine.sharing();
    expect(rules).toEqual({ onlyAgreed: false, closedCountries: [] });
    expect(houses.map(({ siteName, allows }) => [siteName, allows])).toEqual([
      ["Casa Oaxaca", null],
      ["Casa Saltillo", null],
    ]);
    expect(houses[0]!.closed).toEqual({ referral: null, answer: null, message: null, news: null });
    await refer(await guestWhoAgrees("Ana Prueba"));
    await route.tapachula.engine.add("message", { to: oaxacaSite, text: "Llega una familia" });
  });

  test("a house that shares only where it agreed tells nothing", async () => {
    const { engine } = route.tapachula;
    await engine.setSharingRules({ onlyAgreed: true });
    const guest = await guestWhoAgrees("Bruno Prueba");
    await expect(refer(guest)).rejects.toMatchObject(closed("not-agreed"));
    const message = engine.add("message", { to: oaxacaSite, text: "Hola" });
    await expect(message).rejects.toMatchObject(closed("not-agreed"));
    await engine.setSharingRules({ onlyAgreed: false });
    await expect(refer(guest), "the control: it was nothing else").resolves.toMatchObject({ state: "sent" });
  });
});

describe("an agreement", () => {
  test("lets through what it names, also an answer, and nothing else", async () => {
    const { engine } = route.tapachula;
    await agree({ allows: ["message"] });
    const pair = await pairOf("Carla Prueba Uno");
    await expect(engine.answerMatch({ pair, said: "yes" })).rejects.toMatchObject(closed("not-this"));
    const before = (await engine.matches({})).pairs.find(({ id }) => id === pair)!;
    expect(before.state, "nothing was written of it").toBe("to-ask");
    await expect(refer(await guestWhoAgrees("Dora Prueba"))).rejects.toMatchObject(closed("not-this"));
    await engine.add("message", { to: oaxacaSite, text: "Hola" });
    await agree({ allows: ["message", "answer"] });
    expect(await engine.answerMatch({ pair, said: "yes" })).toMatchObject({ sent: true });
  });

  test("without calls about news asks nobody to call, and says why beside it", async () => {
    const { tapachula, oaxaca } = route;
    await oaxaca.engine.add("report", { name: "Gilma Prueba", country: "HN" });
    await meet(oaxaca, tapachula);
    const card = (await tapachula.engine.list("card")).find(({ title }) => title === "Gilma Prueba")!.id;
    const note = (agreed: "person" | undefined) =>
      tapachula.engine.addNews({
        ...{ about: card, what: "hospital", heardFrom: "hospital", whom: "Inés, 555 0142" },
        ...(agreed === undefined ? {} : { agreed }),
      });
    const standing = async () => (await tapachula.engine.news({ of: card })).map(({ closed: why }) => why);
    await agree({ allows: [] });
    await note("person");
    await meet(oaxaca, tapachula);
    expect(await oaxaca.engine.newsCalls()).toEqual([]);
    expect(await standing()).toEqual(["not-this"]);
    await note(undefined);
    expect((await standing()).toSorted(), "what would ask nobody anyway says nothing").toEqual([
      "not-this",
      null,
    ]);
    await agree({ allows: ["news"] });
    await tapachula.engine.addNews({
      ...{ about: card, what: "seen", heardFrom: "witness", whom: "Inés, 555 0142", agreed: "person" },
    });
    await meet(oaxaca, tapachula);
    expect(await oaxaca.engine.newsCalls(), "the control: it was nothing else").toHaveLength(1);
    expect(await standing()).toEqual([null, null, null]);
  });

  test("that is taken away stops nobody from taking back what was told", async () => {
    const { engine } = route.tapachula;
    await agree({ allows: ["answer"] });
    const pair = await pairOf("Elmer Prueba Dos");
    await engine.answerMatch({ pair, said: "yes" });
    await meet(route.oaxaca, route.tapachula);
    const given = async () => (await route.oaxaca.engine.answers({})).length;
    const before = await given();
    await agree({ allows: [] });
    await engine.reopenMatch(pair);
    await meet(route.oaxaca, route.tapachula);
    expect(await given()).toBe(before - 1);
    const other = await pairOf("Ester Prueba Tres");
    await expect(engine.answerMatch({ pair: other, said: "yes" })).rejects.toMatchObject(closed("not-this"));
  });

  test("that is taken away between sending and acceptance keeps the names here", async () => {
    const { tapachula, oaxaca } = route;
    await agree({ allows: ["referral"] });
    const { id } = await refer(await guestWhoAgrees("Fidel Prueba"));
    await meet(oaxaca, tapachula);
    await agree({ allows: [] });
    await oaxaca.engine.referStep({ id, step: "receive" });
    await oaxaca.engine.referStep({ id, step: "accept" });
    await meet(oaxaca, tapachula);
    await meet(tapachula, oaxaca);
    expect((await oaxaca.engine.referral(id)).who).toEqual([]);
    expect((await tapachula.engine.referral(id)).closed, "the sender is told why").toBe("not-this");
    expect((await oaxaca.engine.referral(id)).closed).toBeNull();
    await agree({ allows: ["referral"] });
    await meet(oaxaca, tapachula);
    await meet(tapachula, oaxaca);
    expect((await oaxaca.engine.referral(id)).who, "the control: it goes once it may").toHaveLength(1);
    expect((await tapachula.engine.referral(id)).closed).toBeNull();
  });

  test("ends after its last day, whatever this computer's clock was set back to", async () => {
    await agree({ allows: ["referral"], until: "2026-11-24" });
    const guest = await guestWhoAgrees("Gema Prueba");
    await refer(guest);
    clock.move(6 * DAY);
    await expect(refer(guest)).rejects.toMatchObject(closed("over"));
    await night.engine.add("guest", { name: "Otra Prueba" });
    await meet(night, route.tapachula);
    clock.move(-6 * DAY);
    await expect(refer(guest)).rejects.toMatchObject(closed("over"));
    await agree({ until: null });
    await refer(guest);
  });
});

describe("a country", () => {
  test("is what that house says on its board, unless this house noted another", async () => {
    const { tapachula, oaxaca } = route;
    await oaxaca.engine.setBoard({ country: "México" });
    await meet(oaxaca, tapachula);
    const of = async () =>
      (await tapachula.engine.sharing()).houses.find(({ site }) => site === oaxacaSite)!.country;
    expect(await of()).toEqual({ codes: ["MX"], saidBy: "that-house" });
    await agree({ country: "US" });
    expect(await of()).toEqual({ codes: ["US"], saidBy: "own-house" });
    const guest = await guestWhoAgrees("Iris Prueba");
    const { id } = await refer(guest);
    await oaxaca.engine.sync({ peer: tapachula.address });
    await oaxaca.engine.referStep({ id, step: "receive" });
    await oaxaca.engine.referStep({ id, step: "accept" });
    await meet(oaxaca, tapachula);
    await meet(tapachula, oaxaca);
    const { records } = await tapachula.engine.personCopy(guest);
    const told = records.flatMap(({ toldTo }) => (toldTo === null ? [] : [toldTo.countries]));
    expect(told, "a person reads in which country it is").toEqual([["US"]]);
    await agree({ country: null });
    expect(await of()).toEqual({ codes: ["MX"], saidBy: "that-house" });
    const { cardsReach } = await tapachula.engine.sharing();
    expect(cardsReach).toEqual({ countries: ["MX"], unknown: 1 });
  });

  test("that is closed is told nothing, nor is a house of which nobody knows the country", async () => {
    const { engine } = route.tapachula;
    const guest = await guestWhoAgrees("Hilda Prueba");
    await engine.setSharingRules({ closedCountries: ["US"] });
    await refer(guest);
    await agree({ country: "US" });
    await expect(refer(guest)).rejects.toMatchObject(closed("country-closed"));
    await agree({ country: null });
    await engine.setSharingRules({ closedCountries: ["MX"] });
    await expect(refer(guest)).rejects.toMatchObject(closed("country-closed"));
    const saltillo = await siteOf(route.saltillo);
    const message = engine.add("message", { to: saltillo, text: "Hola" });
    await expect(message).rejects.toMatchObject(closed("country-unknown"));
    await engine.setSharingRules({ closedCountries: [] });
    await engine.add("message", { to: saltillo, text: "Hola" });
  });
});

describe("who decides", () => {
  test("only who coordinates; it holds at every device of the house", async () => {
    const { tapachula } = route;
    const asked = night.engine.agreeSharing(oaxacaSite, { allows: [] });
    await expect(asked).rejects.toMatchObject({ fault: { code: "not-allowed" } });
    const rules = night.engine.setSharingRules({ onlyAgreed: true });
    await expect(rules).rejects.toMatchObject({ fault: { code: "not-allowed" } });
    await agree({ allows: [] });
    await meet(night, tapachula);
    const message = night.engine.add("message", { to: oaxacaSite, text: "Hola" });
    await expect(message).rejects.toMatchObject(closed("not-this"));
    const { houses } = await night.engine.sharing();
    expect(houses.find(({ site }) => site === oaxacaSite)!.allows).toEqual([]);
  });

  test("never of the own house, nor of one that is not in the mesh", async () => {
    const { engine } = route.tapachula;
    for (const site of [tapachulaSite, "nowhere" as SiteId])
      await expect(engine.agreeSharing(site, {})).rejects.toMatchObject({ fault: { code: "no-such-site" } });
    const wrong = engine.setSharingRules({ closedCountries: ["Atlantis"] });
    await expect(wrong).rejects.toMatchObject({
      fault: { code: "fields", problems: [{ code: "unknown-country" }] },
    });
  });

  test("by hand nobody writes the records of it", async () => {
    const { engine } = route.tapachula;
    const byHand = engine.add("sharing-rules", { onlyAgreed: true });
    await expect(byHand).rejects.toMatchObject({ fault: { code: "not-by-hand" } });
  });
});
