/** Erasing a record with all that was noted of it, wherever it lies (docs/protocol.md, "Erasure"). */
import { toText } from "#crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { CONTROL, type Store } from "#sync";
import { type Desk, foundRoute, joinHouse, openDesk, PASSPHRASE, type Route } from "../support/houses.ts";

const SOUGHT = {
  name: "Wilmer Xol Caal",
  age: { from: 27, to: 27, asOf: "2026-06-01" },
  town: "Cobán",
  country: "GT",
  seeker: { name: "Rosa Caal", relation: "madre", phone: "+502 555 0142" },
};
const HERE = { name: "Wilmar Shol Kaal", age: 27, town: "Coban", country: "GT", sex: "male" };
const KINDS = [
  ...(["guest", "arrival", "call", "consent", "match", "answer", "need", "attention"] as const),
  ...(["waiting-message", "waiting-text", "found-card", "capsule-guest"] as const),
];
const REASON = "lo pidió la persona";

let route: Route;
let colega: Desk;

// One route for all: each test brings a guest of its own, and the report stands from the beginning.
beforeAll(async () => {
  route = await foundRoute();
  colega = await joinHouse(route.oaxaca, await openDesk(route.network, "colega"), "staff");
  await route.comite.engine.add("report", SOUGHT);
  await meetAll();
});

const meet = async (one: Desk, other: Desk): Promise<void> => {
  await one.engine.sync({ peer: other.address });
  await other.engine.sync({ peer: one.address });
};

const meetAll = async (): Promise<void> => {
  const { oaxaca, comite, tapachula } = route;
  for (const desk of [colega, comite, tapachula, colega]) await meet(desk, oaxaca);
};

/** The bodies of all data entries in a store, by entry id. */
async function bodiesIn(store: Store): Promise<ReadonlySet<string>> {
  const bodies = new Set<string>();
  for (const { log, low, high } of await store.holdings()) {
    if (log.space === CONTROL) continue;
    for (const { id, body } of await store.read(log, low, high)) if (body !== null) bodies.add(toText(id));
  }
  return bodies;
}

/** Entries with bodies that came into the coordinator's store since. */
async function newBodies(before: ReadonlySet<string>): Promise<readonly string[]> {
  return [...(await bodiesIn(route.oaxaca.store))].filter((id) => !before.has(id));
}

const isLeft = async (store: Store, ids: readonly string[]): Promise<boolean> => {
  const bodies = await bodiesIn(store);
  return ids.some((id) => bodies.has(id));
};

const viewsOf = async (store: Store, id: RecordId): Promise<number> =>
  (await store.list("view/")).filter(({ key }) => key.endsWith(id)).length;

async function guestWithAll(): Promise<{ guest: RecordId; written: readonly string[] }> {
  const { oaxaca } = route;
  await meetAll();
  const before = await bodiesIn(oaxaca.store);
  const guest = (await oaxaca.engine.add("guest", HERE)).id;
  await oaxaca.engine.add("arrival", { guest, from: "Tapachula" });
  await oaxaca.engine.call({ guest, relation: "mother", result: "reached" });
  await oaxaca.engine.consent({ guest, purpose: "passed", said: "yes" });
  const [pair] = (await oaxaca.engine.matches({ of: guest })).pairs;
  await oaxaca.engine.answerMatch({ pair: pair!.id, said: "yes" });
  await oaxaca.engine.add("need", { guest, what: "medical", note: "Fiebre" });
  await oaxaca.engine.add("attention", { guests: [guest], what: "medical" });
  await oaxaca.engine.add("waiting-message", { guest, relation: "mother", text: "Que llame" });
  await oaxaca.engine.consent({ guest, purpose: "findable", said: "yes" });
  await oaxaca.engine.consent({ guest, purpose: "carry", said: "yes" });
  await oaxaca.engine.newCapsule({ guest, parts: ["names"] });
  await oaxaca.engine.edit(guest, { marks: "cicatriz en la ceja" });
  await meetAll();
  return { guest, written: await newBodies(before) };
}

describe("erasing a guest", () => {
  test("leaves nothing of the guest, and of all that was noted of them, in any store that hears of it", async () => {
    const { oaxaca, comite, tapachula } = route;
    const { guest, written } = await guestWithAll();
    expect(written.length).toBeGreaterThan(14);
    for (const desk of [oaxaca, colega]) {
      expect(await isLeft(desk.store, written)).toBe(true);
      expect(await viewsOf(desk.store, guest)).toBe(1);
    }
    expect(await isLeft(tapachula.store, written)).toBe(true);
    expect(await comite.engine.list("answer")).toHaveLength(1);

    expect(await oaxaca.engine.erasePreview(guest)).toMatchObject({ told: [{ name: "Comité de Yoro" }] });
    const { order } = await oaxaca.engine.erase({ id: guest, reason: REASON });
    expect(order).toHaveLength(52);
    await meetAll();
    for (const { store } of [oaxaca, colega, comite, tapachula]) {
      expect(await isLeft(store, written)).toBe(false);
      expect(await viewsOf(store, guest)).toBe(0);
    }
    for (const { engine } of [oaxaca, colega]) {
      for (const kind of KINDS) expect(await engine.list(kind), kind).toEqual([]);
      const found = await engine.search(HERE.name);
      expect(found.kind === "answer" && found.results.filter(({ kind }) => kind === "guest")).toEqual([]);
      expect((await engine.matches()).pairs).toEqual([]);
      expect(await engine.check()).toMatchObject({ ok: true, problems: [] });
    }
    expect(await comite.engine.list("answer")).toEqual([]);
    expect(await comite.engine.list("report")).toHaveLength(1);
  });

  test("says which houses say that they erased it, and which were not heard from", async () => {
    const { oaxaca } = route;
    const { guest } = await guestWithAll();
    await oaxaca.engine.erase({ id: guest, reason: REASON });
    const state = async () =>
      (await oaxaca.engine.erasure(guest)).sites.map(({ name, erased }) => [name, erased] as const);
    expect(new Map(await state())).toEqual(
      new Map([
        ["Casa Oaxaca", true],
        ["Casa Tapachula", false],
        ["Comité de Yoro", false],
      ]),
    );
    await meet(route.tapachula, oaxaca);
    expect(new Map(await state()).get("Casa Tapachula")).toBe(true);
    expect(new Map(await state()).get("Comité de Yoro")).toBe(false);
    expect(await oaxaca.engine.erasure(guest)).toMatchObject({ reason: REASON });
  });

  test("hides at once what a colleague writes later, and erases it too", async () => {
    const { oaxaca } = route;
    const { guest } = await guestWithAll();
    await oaxaca.engine.erase({ id: guest, reason: REASON });
    const before = await bodiesIn(oaxaca.store);
    // the colleague has not heard of it
    await colega.engine.edit(guest, { marks: "lunar en la mano" });
    await colega.engine.sync({ peer: oaxaca.address });
    expect(await colega.engine.list("guest")).toEqual([]);
    await oaxaca.engine.list("guest");
    expect(await oaxaca.engine.list("guest")).toEqual([]);
    expect(await newBodies(before)).toEqual([]);
    const [late] = (await colega.store.holdings()).filter(({ log }) => log.space.startsWith("desk"));
    expect(late).toBeDefined();
    await meet(colega, oaxaca);
    const bodies = [...(await bodiesIn(colega.store))];
    expect(bodies.filter((id) => !before.has(id))).toEqual([]);
  });

  test("keeps what others hold of other guests, and what only mentions this one", async () => {
    const { oaxaca } = route;
    const { guest } = await guestWithAll();
    const before = (await oaxaca.engine.list("arrival")).length;
    const other = (await oaxaca.engine.add("guest", { name: "Keyla Bonilla", age: 30, country: "HN" })).id;
    await oaxaca.engine.add("arrival", { guest: other });
    await oaxaca.engine.markRoll({ night: "2026-11-20", marks: [{ guest, mark: "present" }] });
    await oaxaca.engine.erase({ id: guest, reason: REASON });
    await meetAll();
    expect(await colega.engine.list("guest")).toMatchObject([{ id: other }]);
    expect(await colega.engine.list("arrival")).toHaveLength(before);
    expect(await colega.engine.list("roll-call")).toHaveLength(1);
    await oaxaca.engine.erase({ id: other, reason: REASON });
  });
});

test("a person's copy holds what is about them and whom it was told, and nothing of who seeks them", async () => {
  const { oaxaca, comite } = route;
  const { guest } = await guestWithAll();
  const copy = await colega.engine.personCopy(guest);
  expect(copy.records.map(({ kind }) => kind)).toEqual([
    ...["guest", "arrival", "call", "consent", "consent", "consent"],
    ...["need", "attention", "found-card", "capsule-guest", "answer"],
  ]);
  expect(copy.records.map(({ toldTo }) => toldTo?.name ?? null).filter((name) => name !== null)).toEqual([
    "Comité de Yoro",
  ]);
  // what opens the card that the person carries is on that card alone
  expect(copy.records.find(({ kind }) => kind === "capsule-guest")?.fields).not.toHaveProperty("key");
  const text = JSON.stringify(copy.records.map(({ fields }) => fields));
  expect(text).toContain(HERE.name);
  for (const word of ["Rosa", "madre", "0142", SOUGHT.name]) expect(text).not.toContain(word);
  await expect(comite.engine.personCopy(guest)).rejects.toMatchObject({ fault: { code: "no-such-record" } });
  await oaxaca.engine.erase({ id: guest, reason: REASON });
  await meetAll();
});

describe("what is not undone", () => {
  test("K6 a backup from before learns of it at the first contact, one from after holds no ciphertext", async () => {
    const { oaxaca, network } = route;
    const { guest, written } = await guestWithAll();
    const [file] = [await colega.engine.backup()];
    await oaxaca.engine.erase({ id: guest, reason: REASON });
    await meetAll();
    const later = await colega.engine.backup();
    const restored = async (bytes: Uint8Array, name: string): Promise<Desk> => {
      const desk = await openDesk(network, name);
      await desk.engine.restore(bytes, { by: "passphrase", passphrase: PASSPHRASE });
      return desk;
    };
    const [old, young] = [await restored(file, "vieja"), await restored(later, "nueva")];
    expect(await old.engine.list("guest")).toHaveLength(1);
    expect(await isLeft(old.store, written)).toBe(true);
    expect(await young.engine.list("guest")).toEqual([]);
    expect(await isLeft(young.store, written)).toBe(false);
    // put back into the profile that it came from, it brings nothing back
    await colega.engine.sync({ peer: oaxaca.address });
    expect(await colega.engine.list("guest")).toEqual([]);
  });

  test("a report goes with its card, at every shelter", async () => {
    const { comite, tapachula, oaxaca } = route;
    const { id } = await comite.engine.add("report", { ...SOUGHT, name: "Elmer Canales" });
    await meetAll();
    for (const { engine } of [tapachula, oaxaca]) expect(await engine.list("card")).toHaveLength(2);
    await comite.engine.erase({ id, reason: "lo pidió la familia" });
    await meetAll();
    for (const { engine } of [tapachula, oaxaca]) expect(await engine.list("card")).toHaveLength(1);
    expect(await comite.engine.list("report")).toHaveLength(1);
  });
});

describe("who may", () => {
  const refused = (code: string) => ({ fault: { code } });

  test("a coordinator and whoever protects; nobody another house's records", async () => {
    const { oaxaca, comite } = route;
    const { guest } = await guestWithAll();
    const [card] = await oaxaca.engine.list("card");
    const wish = { id: guest, reason: REASON };
    await expect(colega.engine.erase(wish)).rejects.toMatchObject(refused("not-allowed"));
    await expect(oaxaca.engine.erase({ ...wish, id: card!.id })).rejects.toMatchObject(refused("not-yours"));
    await expect(comite.engine.erase(wish)).rejects.toMatchObject(refused("no-such-record"));
    await expect(oaxaca.engine.erase({ ...wish, reason: " " })).rejects.toMatchObject(refused("fields"));
    await expect(oaxaca.engine.erasure(guest)).rejects.toThrow("not-erased");
    expect((await oaxaca.engine.show(guest)).kind).toBe("guest");
  });
});
