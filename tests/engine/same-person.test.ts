/** Guests that are one person, on two computers of one house that do not hear each other (docs/records.md). */
import { beforeEach, describe, expect, test } from "vitest";
import type { RecordId, SearchAnswer } from "#engine";
import { type Desk, foundRoute, joinHouse, openDesk, type Route } from "../support/houses.ts";

let route: Route;
let here: Desk;
let there: Desk;

const meet = async (one: Desk = here, other: Desk = there): Promise<void> => {
  await one.engine.sync({ peer: other.address });
  await other.engine.sync({ peer: one.address });
};

const WILMER = { name: "Wilmer Xol Caal", age: 27, country: "GT", town: "Cobán" };
const GUERO = { name: "Wilmar Shol", alternateNames: ["el Güero"], age: 27, town: "San Pedro Carchá" };

let one: RecordId;
let other: RecordId;

beforeEach(async () => {
  route = await foundRoute();
  here = route.oaxaca;
  there = await joinHouse(here, await openDesk(route.network, "otra"), "staff");
  one = (await here.engine.add("arrival", { ...WILMER, at: "2026-11-01T10:00:00Z" })).id;
  other = (await here.engine.add("arrival", { ...GUERO, at: "2026-11-01T10:30:00Z" })).id;
  await meet();
});

const listed = async (desk = here) =>
  (await desk.engine.list("guest")).map(({ id, records }) => records ?? [id]);
const bothIn = (ids: readonly (readonly RecordId[])[]): boolean =>
  ids.length === 1 && [one, other].every((id) => ids[0]!.includes(id));
const fieldsOf = async (id: RecordId, desk = here) =>
  (await desk.engine.show(id)).fields as Readonly<Record<string, unknown>>;
const foundBy = async (text: string, desk = here): Promise<readonly RecordId[]> => {
  const answer: SearchAnswer = await desk.engine.search(text);
  return answer.kind === "answer" ? answer.results.map(({ id }) => id) : [];
};
const refused = (code: string) => ({ fault: { code } });

/** All that a device knows of the two, apart from who they are. */
async function known(desk: Desk): Promise<unknown> {
  const all = [];
  for (const id of [one, other]) all.push((await desk.engine.show(id)).fields, await desk.engine.history(id));
  for (const kind of ["arrival", "departure", "call", "consent"] as const)
    all.push((await desk.engine.list(kind)).map(({ id, fields }) => ({ id, fields })));
  return all;
}

describe("two guests who are the same person", () => {
  test("are one in the list, found once by each name, and nothing of either record changes", async () => {
    const before = await known(here);
    expect(await listed()).toHaveLength(2);
    const { records, differing } = await here.engine.merge(one, other);
    expect(records.map(({ id }) => id)).toEqual([one, other]);
    expect(differing).toMatchObject({
      name: ["Wilmer Xol Caal", "Wilmar Shol"],
      town: ["Cobán", "San Pedro Carchá"],
    });
    expect(bothIn(await listed())).toBe(true);
    for (const text of ["Wilmer Xol", "Wilmar Shol", "el Güero"]) expect(await foundBy(text)).toHaveLength(1);
    expect(await here.engine.alike("guest", WILMER, { except: other })).toEqual([]);
    expect(await known(here)).toEqual(before);
    await meet();
    expect(await listed(there)).toEqual(await listed(here));
    expect(await foundBy("el Güero", there)).toEqual(await foundBy("el Güero"));

    await there.engine.unmerge(one, other);
    await meet();
    for (const desk of [here, there]) {
      expect(await listed(desk)).toHaveLength(2);
      expect(await foundBy("el Güero", desk)).toEqual([other]);
      expect(await known(desk)).toEqual(before);
    }
  });

  test("who are put together here and parted there keep every field and note, whatever the order", async () => {
    await here.engine.merge(one, other);
    await meet();
    await here.engine.edit(one, { marks: "cicatriz en la ceja" });
    await here.engine.edit(other, { town: "Chamelco", relatives: ["su tía Luz"] });
    await here.engine.call({ guest: one, relation: "mother", result: "reached", at: "2026-11-02T10:00:00Z" });
    await there.engine.unmerge(other, one);
    await there.engine.edit(other, { town: "Tactic", language: "q'eqchi'" });
    await there.engine.depart({
      guest: other,
      how: "hospital",
      note: "lo llevó Ana",
      at: "2026-11-03T10:00:00Z",
    });
    await there.engine.consent({ guest: one, purpose: "search", said: "no" });
    await meet();
    for (const desk of [here, there]) {
      expect(await listed(desk)).toHaveLength(2);
      expect(await fieldsOf(one, desk)).toMatchObject({ ...WILMER, marks: "cicatriz en la ceja" });
      expect(await fieldsOf(one, desk)).not.toHaveProperty("leftAt");
      const said = await fieldsOf(other, desk);
      expect(said).toMatchObject({
        language: "q'eqchi'",
        relatives: ["su tía Luz"],
        leftAt: "2026-11-03T10:00:00Z",
      });
      const { conflicts } = await desk.engine.show(other);
      expect([...conflicts["town"]!].sort()).toEqual(["Chamelco", "Tactic"]);
      expect((await desk.engine.list("departure")).map(({ fields }) => fields)).toMatchObject([
        { note: "lo llevó Ana" },
      ]);
      expect(await desk.engine.list("call")).toHaveLength(1);
    }
    expect(await known(here)).toEqual(await known(there));
    await here.engine.merge(other, one);
    expect(bothIn(await listed())).toBe(true);
    expect((await here.engine.stays(one)).stays).toMatchObject([{ leavings: [{ how: "hospital" }] }]);
  });

  test("of whom two devices say yes and no at once are not shown as one until somebody decides", async () => {
    await here.engine.merge(one, other);
    await meet();
    await here.engine.unmerge(one, other);
    await here.engine.merge(one, other);
    await there.engine.unmerge(one, other);
    await meet();
    for (const desk of [here, there]) {
      expect(await listed(desk)).toHaveLength(2);
      const { records, contested } = await desk.engine.person(one);
      expect([records.map(({ id }) => id), contested.map(({ id }) => id)]).toEqual([[one], [other]]);
    }
    await there.engine.merge(one, other);
    await meet();
    expect(bothIn(await listed(here))).toBe(true);
    expect((await here.engine.person(other)).contested).toEqual([]);
  });

  test("of three, two pairs said apart from each other are one person, and one can be taken out", async () => {
    const third = (await there.engine.add("guest", { name: "Wilmer X.", marks: "tatuaje" })).id;
    await here.engine.merge(one, other);
    await there.engine.merge(other, third);
    await meet();
    for (const desk of [here, there]) expect(await listed(desk)).toHaveLength(1);
    await there.engine.unmerge(one, other);
    await meet();
    const lists = (await listed(here)).map((ids) => [...ids].sort());
    expect(lists).toHaveLength(2);
    expect(lists).toContainEqual([one, third].sort());
    expect(lists).toContainEqual([other]);
  });

  test("are put together by staff, of their own guests, and only what hangs together is parted", async () => {
    const volunteer = await joinHouse(here, await openDesk(route.network, "turno"), "volunteer");
    await expect(volunteer.engine.merge(one, other)).rejects.toMatchObject(refused("not-allowed"));
    await expect(here.engine.merge(one, one)).rejects.toMatchObject(refused("same-record"));
    await expect(here.engine.unmerge(one, other)).rejects.toMatchObject(refused("not-merged"));
    const report = (await here.engine.add("report", { name: "Ana Luz", seeker: { name: "Rosa" } })).id;
    await expect(here.engine.merge(one, report)).rejects.toMatchObject(refused("no-such-record"));
    await expect(here.engine.add("same-person", { one, other, said: "same" })).rejects.toMatchObject(
      refused("not-by-hand"),
    );
    await here.engine.merge(one, other);
    await meet(volunteer, here);
    expect(bothIn(await listed(volunteer))).toBe(true);
  });
});

describe("what holds of the person", () => {
  const consentOn = async (guest: RecordId, purpose = "search", desk = here) =>
    (await desk.engine.consents(guest)).find((view) => view.purpose === purpose)?.state;

  test("a no of either record beats a yes of the other, also said while nobody knew", async () => {
    await here.engine.consent({ guest: one, purpose: "search", said: "yes" });
    await there.engine.consent({ guest: other, purpose: "search", said: "no" });
    await here.engine.merge(one, other);
    expect(await consentOn(one)).toBe("yes");
    await meet();
    for (const guest of [one, other]) expect(await consentOn(guest)).toBe("no");
    await here.engine.consent({ guest: one, purpose: "search", said: "yes" });
    for (const guest of [one, other]) expect(await consentOn(guest)).toBe("yes");
    // parted, the yes is that of the record where it was said
    await here.engine.unmerge(one, other);
    expect([await consentOn(one), await consentOn(other)]).toEqual(["yes", "no"]);
  });

  test("a no that was said of the person stays with each record when they are parted", async () => {
    await here.engine.consent({ guest: other, purpose: "passed", said: "yes" });
    await here.engine.merge(one, other);
    await here.engine.consent({ guest: one, purpose: "passed", said: "no" });
    await here.engine.unmerge(one, other);
    for (const guest of [one, other]) expect(await consentOn(guest, "passed")).toBe("no");
  });

  test("while it is contested who they are, a yes is nobody else's and a no is both's", async () => {
    await here.engine.merge(one, other);
    await meet();
    await here.engine.unmerge(one, other);
    await here.engine.merge(one, other);
    await there.engine.unmerge(one, other);
    await meet();
    await here.engine.consent({ guest: one, purpose: "search", said: "yes" });
    expect([await consentOn(one), await consentOn(other)]).toEqual(["yes", "unset"]);
    await there.engine.consent({ guest: other, purpose: "search", said: "no" });
    await meet();
    expect([await consentOn(one), await consentOn(other)]).toEqual(["no", "no"]);
  });

  test("stays are those of all records; a departure noted in one is the person's, and is taken back there", async () => {
    await here.engine.merge(one, other);
    expect(await here.engine.stays(other)).toMatchObject({ isHere: true, stays: [{ until: null }] });
    await here.engine.depart({ guest: other, how: "moved-on", at: "2026-11-05T08:00:00Z" });
    for (const guest of [one, other]) expect(await here.engine.stays(guest)).toMatchObject({ isHere: false });
    expect((await here.engine.list("guest"))[0]?.fields).toHaveProperty("leftAt", "2026-11-05T08:00:00Z");
    expect(await fieldsOf(one)).not.toHaveProperty("leftAt");
    expect((await here.engine.rollCall()).people).toEqual([]);
    await here.engine.takeBackDeparture(one);
    expect(await here.engine.stays(one)).toMatchObject({ isHere: true });
    expect((await here.engine.rollCall()).people).toHaveLength(1);
    await here.engine.depart({ guest: one, how: "moved-on", at: "2026-11-06T08:00:00Z" });
    await here.engine.add("arrival", { guest: other, at: "2026-11-09T08:00:00Z" });
    expect(await here.engine.stays(one)).toMatchObject({ isHere: true });
    expect((await here.engine.stays(one)).stays).toHaveLength(2);
  });

  test("figures count one person who came once", async () => {
    const rows = async () => (await here.engine.figures({ from: "2026-09", to: "2026-09" })).rows[0]?.cells;
    const columns = (await here.engine.figures({ from: "2026-09", to: "2026-09" })).columns;
    const total = columns.findIndex(({ figure, part }) => figure === "arrivals" && part === null);
    for (let at = 0; at < 5; at++)
      await here.engine.add("arrival", { name: `Persona ${"abcde"[at]!}`, at: "2026-09-03T10:00:00Z" });
    const first = (await here.engine.add("arrival", { name: "Luz Ana", at: "2026-09-02T10:00:00Z" })).id;
    const again = (await here.engine.add("arrival", { name: "Luz A.", at: "2026-09-02T11:00:00Z" })).id;
    expect((await rows())?.[total]).toBe(7);
    await here.engine.merge(first, again);
    expect((await rows())?.[total]).toBe(6);
  });
});

describe("a match of somebody with two records", () => {
  const SOUGHT = { ...WILMER, age: { from: 27, to: 27, asOf: "2026-06-01" }, seeker: { name: "Rosa Caal" } };
  let report: RecordId;

  beforeEach(async () => {
    report = (await route.comite.engine.add("report", SOUGHT)).id;
    await meet(route.comite, here);
  });

  const pairs = async (desk = here) => (await desk.engine.matches()).pairs;
  const answers = async () => {
    await meet(route.comite, here);
    return (await route.comite.engine.answers({ of: report })).map(({ said }) => said);
  };
  const pairOf = async (guest: RecordId) => (await pairs()).find((pair) => pair.guest.id === guest)!;

  test("is one pair, and what was said in one record holds", async () => {
    await here.engine.edit(other, { name: "Wilmer Shol Caal", town: "Cobán" });
    expect(await pairs()).toHaveLength(2);
    await here.engine.answerMatch({ pair: (await pairOf(one)).id, said: "thinking" });
    await here.engine.merge(one, other);
    expect(await pairs()).toMatchObject([{ state: "thinking" }]);
    expect((await here.engine.matches({ of: one })).pairs).toEqual(
      (await here.engine.matches({ of: other })).pairs,
    );
  });

  test("a no in one record takes back what another let be told, and stands when they are parted", async () => {
    await here.engine.edit(other, { name: "Wilmer Shol Caal", town: "Cobán" });
    await here.engine.answerMatch({ pair: (await pairOf(one)).id, said: "yes" });
    expect(await answers()).toEqual(["alive"]);
    await here.engine.answerMatch({ pair: (await pairOf(other)).id, said: "no" });
    expect(await answers()).toEqual(["alive"]);
    await here.engine.merge(one, other);
    expect(await pairs()).toMatchObject([{ state: "no" }]);
    expect(await answers()).toEqual([]);
    // asked anew, as one person
    await here.engine.answerMatch({ pair: (await pairs())[0]!.id, said: "yes" });
    expect(await pairs()).toMatchObject([{ state: "yes", sent: true }]);
    expect(await answers()).toEqual(["alive"]);
    await here.engine.unmerge(one, other);
    const states = (await pairs()).map(({ state }) => state).sort();
    expect(states).toEqual(["to-ask", "yes"]);
  });

  test("who is a minor by one record is told of by two people", async () => {
    await here.engine.edit(other, { name: "Wilmer Shol Caal", town: "Cobán", age: 16 });
    await here.engine.merge(one, other);
    const said = await here.engine.answerMatch({ pair: (await pairs())[0]!.id, said: "yes" });
    expect(said).toMatchObject({ sent: false, needs: "second" });
    expect(await answers()).toEqual([]);
  });
});
