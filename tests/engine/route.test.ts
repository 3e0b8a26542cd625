import { beforeAll, describe, expect, test } from "vitest";
import { EngineError } from "#engine";
import { foundRoute, openDesk, PASSPHRASE, type Route, waitingAt } from "../support/houses.ts";

let route: Route;

beforeAll(async () => {
  route = await foundRoute();
});

describe("a report crosses the route", () => {
  test("what the committee reports is found by the shelters, and the seeker stays at home", async () => {
    const { tapachula, oaxaca, comite } = route;
    const { id } = await comite.engine.add("report", {
      name: "José Hernández Mejía",
      age: 22,
      country: "HN",
      seeker: { name: "Rosa Mejía", relation: "madre", phone: "+504 9999 0000" },
    });
    await comite.engine.sync({ peer: tapachula.address });
    await oaxaca.engine.sync({ peer: tapachula.address });
    const answer = await oaxaca.engine.search("Jose Hernandes Megia");
    if (answer.kind !== "answer") throw new Error("refused");
    expect(answer.results[0]).toMatchObject({ kind: "card", title: "José Hernández Mejía" });
    expect(JSON.stringify(await oaxaca.engine.list("card"))).not.toContain("Rosa");
    expect(await oaxaca.engine.list("report")).toEqual([]);
    expect(answer.coverage.map(({ name }) => name)).toEqual(["Casa Tapachula"]);

    // The committee reads its own report and its own card, and nobody else's.
    await tapachula.engine.add("report", { name: "Wilmer Pineda", age: 30 });
    await comite.engine.sync({ peer: tapachula.address });
    expect((await comite.engine.list("card")).map(({ title }) => title)).toEqual(["José Hernández Mejía"]);
    expect((await comite.engine.show(id)).fields).toMatchObject({ seeker: { name: "Rosa Mejía" } });

    // A change reaches the card, from a device that cannot read the network.
    await comite.engine.edit(id, { age: 23 });
    await comite.engine.sync({ peer: tapachula.address });
    await oaxaca.engine.sync({ peer: tapachula.address });
    const [card] = await oaxaca.engine
      .list("card")
      .then((cards) => cards.filter(({ title }) => title.startsWith("José")));
    expect(card?.fields).toMatchObject({ age: 23 });
    expect((await oaxaca.engine.check()).ok).toBe(true);
  });

  test("a report and its card are one result, as probable as one record", async () => {
    const { tapachula } = route;
    const { id } = await tapachula.engine.add("report", { name: "Zoila Quetzal Tzul", age: 44 });
    await tapachula.engine.sync({ peer: route.oaxaca.address });
    expect((await tapachula.engine.list("card")).map(({ title }) => title)).toContain("Zoila Quetzal Tzul");
    const answer = await tapachula.engine.search("Zoila Quetzal Tzul 44");
    if (answer.kind !== "answer") throw new Error("refused");
    expect(answer.results.map((hit) => hit.id)).toEqual([id]);
    // each of two that are the same has at most half
    expect(answer.results[0]!.score).toBeGreaterThan(0.5);
  });

  test("another house does not change a card: that is its issuer's, and what is added counts nowhere", async () => {
    const { tapachula, oaxaca } = route;
    await tapachula.engine.add("report", { name: "Marleny Xol", town: "Cobán" });
    await oaxaca.engine.sync({ peer: tapachula.address });
    const card = (await oaxaca.engine.list("card")).find(({ title }) => title === "Marleny Xol");
    if (card === undefined) throw new Error("no card");
    await expect(oaxaca.engine.edit(card.id, { marks: "lunar" })).rejects.toMatchObject({
      fault: { code: "not-yours" },
    });
    const { site } = await oaxaca.engine.show(card.id);
    const { sites } = await oaxaca.engine.members();
    expect(sites.find((one) => one.site === site)?.name).toBe("Casa Tapachula");
  });

  test("a live link brings a report within two seconds", async () => {
    const { tapachula, oaxaca } = route;
    await oaxaca.engine.sync({ peer: tapachula.address });
    await oaxaca.engine.connect([tapachula.address]);
    await expect
      .poll(async () => (await oaxaca.engine.status()).peers.some(({ connected }) => connected))
      .toBe(true);
    const heard = new Promise<void>((resolve) => {
      void oaxaca.engine.subscribe((event) => {
        if (event.kind === "records" && event.ids.length > 0) resolve();
      });
    });
    const started = performance.now();
    await tapachula.engine.add("report", { name: "Delmy Orellana" });
    await heard;
    expect(performance.now() - started).toBeLessThan(2000);
    await oaxaca.engine.lock();
    await oaxaca.engine.unlock({ passphrase: PASSPHRASE });
  });

  test("a message between two sites is opened by them and by nobody else", async () => {
    const { tapachula, oaxaca, comite } = route;
    const { sites } = await tapachula.engine.members();
    const to = sites.find(({ name }) => name === "Casa Oaxaca")?.site;
    await tapachula.engine.add("message", { to, text: "Llega una familia el martes" });
    await comite.engine.sync({ peer: tapachula.address });
    await oaxaca.engine.sync({ peer: tapachula.address });
    expect((await oaxaca.engine.list("message")).map(({ title }) => title)).toEqual([
      "Llega una familia el martes",
    ]);
    expect(await comite.engine.list("message")).toEqual([]);
  });

  test("an arrival makes the guest too, who stays in the house", async () => {
    const { tapachula, oaxaca } = route;
    const { id } = await tapachula.engine.add("arrival", {
      name: "Santos Caal",
      age: 40,
      country: "Guatemala",
      from: "Tecún Umán",
    });
    expect(await tapachula.engine.show(id)).toMatchObject({ kind: "guest", fields: { country: "GT" } });
    expect(await tapachula.engine.list("arrival")).toHaveLength(1);
    await oaxaca.engine.sync({ peer: tapachula.address });
    expect(await oaxaca.engine.list("guest")).toEqual([]);
  });
});

describe("the door of a profile", () => {
  test("locks, refuses a wrong passphrase, and shows everything again after the right one", async () => {
    const { tapachula } = route;
    const { id } = await tapachula.engine.add("guest", { name: "Iris Menjívar" });
    await tapachula.engine.lock();
    expect(await tapachula.engine.state()).toMatchObject({
      kind: "locked",
      vaults: [{ siteName: "Casa Tapachula" }],
    });
    await expect(tapachula.engine.list("guest")).rejects.toMatchObject({ fault: { code: "locked" } });
    await expect(tapachula.engine.unlock({ passphrase: "otra frase" })).rejects.toMatchObject({
      fault: { code: "wrong-passphrase" },
    });
    await tapachula.engine.unlock({ passphrase: PASSPHRASE });
    expect((await tapachula.engine.show(id)).fields).toMatchObject({ name: "Iris Menjívar" });
  });

  test("words that differ confirm nobody", async () => {
    const { tapachula, network } = route;
    const intruder = await openDesk(network, "intruso");
    const { code } = await tapachula.engine.invite({ role: "staff", newSite: null, validMs: 60_000 });
    await intruder.engine.join({ code, personName: "X", passphrase: PASSPHRASE });
    await intruder.engine.sync({ peer: tapachula.address });
    const [waiting] = await waitingAt(tapachula);
    if (waiting === undefined) throw new Error("nobody waits");
    const wrong = tapachula.engine.confirm({ device: waiting.device, words: "casa perro luna sol" });
    await expect(wrong).rejects.toBeInstanceOf(EngineError);
    await expect(intruder.engine.list("guest")).resolves.toEqual([]);
  });
});
