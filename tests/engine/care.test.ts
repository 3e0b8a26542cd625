/** Needs, attentions, waiting messages and whom never to tell, of one house (docs/records.md). */
import { beforeEach, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { type Desk, foundRoute, joinHouse, openDesk, type Route } from "../support/houses.ts";

let route: Route;
let staff: Desk;
let volunteer: Desk;
let guest: RecordId;

const meet = async (one: Desk = staff, other: Desk = volunteer): Promise<void> => {
  await one.engine.sync({ peer: other.address });
  await other.engine.sync({ peer: one.address });
};
const refused = (code: string) => ({ fault: { code } });
const WILMER = { name: "Wilmer Xol Caal", age: 27, town: "Cobán", country: "GT" };

beforeEach(async () => {
  route = await foundRoute();
  staff = route.oaxaca;
  volunteer = await joinHouse(staff, await openDesk(route.network, "turno"), "volunteer");
  guest = (await staff.engine.add("arrival", { ...WILMER, at: "2026-11-01T10:00:00Z" })).id;
  await meet();
});

describe("needs and attentions", () => {
  test("are handed in by a volunteer, who reads none; a need is open until something was given for it", async () => {
    const { id } = await volunteer.engine.add("need", { guest, what: "medical", note: "fiebre" });
    await volunteer.engine.add("need", { guest, what: "transport" });
    await meet();
    const { needs } = await staff.engine.care();
    expect(needs.map(({ what, note, isOpen }) => ({ what, note, isOpen }))).toEqual(
      expect.arrayContaining([
        { what: "medical", note: "fiebre", isOpen: true },
        { what: "transport", note: null, isOpen: true },
      ]),
    );
    await expect(volunteer.engine.care()).rejects.toMatchObject(refused("not-allowed"));
    expect(await volunteer.engine.list("need")).toEqual([]);
    await staff.engine.add("attention", { guests: [guest], what: "medical", need: id });
    expect((await staff.engine.care()).needs.map(({ what }) => what)).toEqual(["transport"]);
    const { needs: own, attentions } = await staff.engine.care(guest);
    expect(own.map(({ isOpen }) => isOpen)).toEqual([true, false]);
    expect(attentions).toMatchObject([{ what: "medical", people: 1 }]);
    // given by mistake: it is open again
    await staff.engine.edit(attentions[0]!.id, { takenBack: true });
    expect((await staff.engine.care()).needs).toHaveLength(2);
  });

  test("of who left are no longer the house's, and stay the person's", async () => {
    await staff.engine.add("need", { guest, what: "legal" });
    await staff.engine.depart({ guest, how: "moved-on" });
    expect((await staff.engine.care()).needs).toEqual([]);
    expect((await staff.engine.care(guest)).needs).toHaveLength(1);
  });

  test("what is handed out to many is one record; what is of one person's body, mind or case is of one", async () => {
    const other = (await staff.engine.add("guest", { name: "Luz Ana" })).id;
    const before = (await staff.engine.status()).entries;
    await volunteer.engine.sync({ peer: staff.address });
    await volunteer.engine.add("attention", { guests: [guest, other], what: "kit" });
    await staff.engine.add("attention", { people: 84, what: "food" });
    await volunteer.engine.sync({ peer: staff.address });
    expect((await staff.engine.care(other)).attentions).toMatchObject([{ what: "kit", people: 2 }]);
    expect((await staff.engine.care(guest)).attentions).toHaveLength(1);
    expect((await staff.engine.status()).entries).toBeGreaterThan(before);
    for (const wrong of [
      { guests: [guest, other], what: "legal" },
      { people: 4, what: "medical" },
      { guests: [guest], people: 4, what: "kit" },
      { what: "kit" },
      { guests: [], what: "kit" },
      { people: 0, what: "food" },
    ])
      await expect(staff.engine.add("attention", wrong)).rejects.toMatchObject(refused("fields"));
    const nobody = "aaaqeayeaudaocajbifqydiob4" as RecordId;
    for (const wrong of [
      { guests: [guest, nobody], what: "kit" },
      { guests: [guest], what: "kit", need: nobody },
    ])
      await expect(staff.engine.add("attention", wrong)).rejects.toMatchObject(refused("no-such-record"));
  });

  test("noted in two records of one person are that person's", async () => {
    const other = (await staff.engine.add("guest", { name: "Wilmar Shol" })).id;
    await staff.engine.add("need", { guest, what: "legal" });
    await staff.engine.add("attention", { guests: [other], what: "kit" });
    await staff.engine.merge(guest, other);
    const { needs, attentions } = await staff.engine.care(other);
    expect([needs.length, attentions.length]).toEqual([1, 1]);
  });
});

describe("a message that waits", () => {
  test("is known to the desk and says nothing there; what it says is read by staff, until it is given", async () => {
    const text = "Que llame a su mamá el domingo.";
    const { id } = await volunteer.engine.add("waiting-message", { guest, relation: "mother", text });
    expect(await volunteer.engine.waiting(guest)).toMatchObject([{ id, relation: "mother", text: null }]);
    expect(JSON.stringify((await volunteer.engine.show(id)).fields)).not.toContain("domingo");
    await meet();
    expect(await staff.engine.waiting()).toMatchObject([{ id, guest: { id: guest }, text }]);
    await expect(
      volunteer.engine.add("waiting-message", { guest, relation: "+502 555 0142" }),
    ).rejects.toMatchObject(refused("fields"));
    await volunteer.engine.deliver(id);
    await meet();
    for (const desk of [staff, volunteer]) expect(await desk.engine.waiting()).toEqual([]);
    expect((await staff.engine.show(id)).fields).toHaveProperty("deliveredAt");
  });
});

describe("who must never be told", () => {
  const SOUGHT = { ...WILMER, seeker: { name: "Luis Caal Tot", relation: "esposo" } };

  const answered = async (report: RecordId) => {
    await meet(route.comite, staff);
    return route.comite.engine.answers({ of: report });
  };

  test("holds back what a person lets be told to another house, until a second person has looked", async () => {
    const report = (await route.comite.engine.add("report", SOUGHT)).id;
    await meet(route.comite, staff);
    // handed in at the door by who cannot read it again
    await volunteer.engine.add("never-tell", { guest, relation: "su esposo", note: "la amenazó" });
    expect(await volunteer.engine.neverTell(guest)).toEqual([]);
    await meet();
    const [pair] = (await staff.engine.matches()).pairs;
    expect(pair!.neverTell).toEqual([{ name: null, relation: "su esposo", isSeeker: false }]);
    expect(await staff.engine.answerMatch({ pair: pair!.id, said: "yes" })).toMatchObject({
      sent: false,
      needs: "second",
    });
    expect(await answered(report)).toEqual([]);
    await expect(staff.engine.agreeMatch(pair!.id)).rejects.toMatchObject(refused("another-person"));
    const second = await joinHouse(staff, await openDesk(route.network, "otra"), "protection");
    await second.engine.agreeMatch(pair!.id);
    await meet(second, staff);
    expect(await answered(report)).toMatchObject([{ said: "alive" }]);
  });

  test("noted after an answer has gone out, takes it back, also handed in at the door; a second person lets it go again", async () => {
    const report = (await route.comite.engine.add("report", SOUGHT)).id;
    await meet(route.comite, staff);
    const second = await joinHouse(staff, await openDesk(route.network, "otra"), "protection");
    const [pair] = (await staff.engine.matches()).pairs;
    const say = () => staff.engine.answerMatch({ pair: pair!.id, said: "yes", message: "Que está bien." });
    const held = async () => (await staff.engine.matches()).pairs[0];
    expect(await say()).toMatchObject({ sent: true, needs: null });
    expect(await answered(report)).toHaveLength(1);
    expect(await held()).toMatchObject({ takenBack: false });

    await volunteer.engine.add("never-tell", { guest, relation: "su papá" });
    expect(await answered(report)).toHaveLength(1);
    await meet();
    expect(await answered(report)).toEqual([]);
    expect(await held()).toMatchObject({ state: "yes", sent: false, takenBack: true, needs: "second" });
    await meet(second, staff);
    await second.engine.agreeMatch(pair!.id);
    await meet(second, staff);
    expect(await answered(report)).toMatchObject([{ message: "Que está bien." }]);
    expect(await held()).toMatchObject({ sent: true, takenBack: false });

    // who agreed had not heard of this one
    const { id } = await staff.engine.add("never-tell", { guest, name: "Luis Caal" });
    expect(await answered(report)).toEqual([]);
    // and taking it off again lets nothing out by itself, but what a person says again
    await staff.engine.edit(id, { takenBack: true });
    expect(await answered(report)).toEqual([]);
    expect(await held()).toMatchObject({ sent: false, takenBack: true });
  });

  test("of another person takes nothing back, and neither does a need", async () => {
    const report = (await route.comite.engine.add("report", SOUGHT)).id;
    await meet(route.comite, staff);
    const [pair] = (await staff.engine.matches()).pairs;
    await staff.engine.answerMatch({ pair: pair!.id, said: "yes" });
    const other = (await staff.engine.add("guest", { name: "Otra Persona", age: 40 })).id;
    await staff.engine.add("never-tell", { guest: other, relation: "su esposo" });
    await staff.engine.add("need", { guest, what: "legal" });
    expect(await answered(report)).toHaveLength(1);
  });

  test("is said where it is just that person who seeks, and ends when it is taken back", async () => {
    await staff.engine.add("report", SOUGHT);
    const { id } = await staff.engine.add("never-tell", { guest, name: "Luis Caal" });
    const [pair] = (await staff.engine.matches()).pairs;
    expect(pair!.neverTell).toMatchObject([{ isSeeker: true }]);
    expect(await staff.engine.answerMatch({ pair: pair!.id, said: "yes" })).toMatchObject({
      needs: "second",
    });
    await staff.engine.edit(id, { takenBack: true });
    expect(await staff.engine.neverTell(guest)).toEqual([]);
    expect((await staff.engine.matches()).pairs[0]).toMatchObject({ neverTell: [], needs: null });
    await expect(staff.engine.add("never-tell", { guest })).rejects.toMatchObject(refused("fields"));
  });

  test("said of one record holds for every record that somebody says is the same person", async () => {
    const other = (await staff.engine.add("guest", { name: "Wilmar Shol" })).id;
    await staff.engine.add("never-tell", { guest: other, relation: "su papá" });
    expect(await staff.engine.neverTell(guest)).toEqual([]);
    await staff.engine.merge(guest, other);
    expect(await staff.engine.neverTell(guest)).toMatchObject([{ relation: "su papá" }]);
  });
});
