/** Who is protected, in a house with devices: registered out of sight, a bed for the desk, leaving by two (docs/decisions/0029-protected.md). */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EngineError, type Engine, type ProtectedView, type RecordId } from "#engine";
import { KIND_NAMES } from "#model";
import { type Desk, openDeskBy } from "../support/houses.ts";
import { letIn, type ProtectedHouse, protectedHouse } from "../support/protected-house.ts";
import { setClock } from "../support/set-clock.ts";

const NOW = new Date(2026, 10, 21, 22).getTime();
const HOUR = 3_600_000;
const clock = setClock(NOW);
const ALONE = {
  name: "Yesenia Xol",
  age: "unos 15",
  alone: true,
  from: "Tenosique",
  travellingWith: "el Chele",
  bed: "cama 3",
};

let house: ProtectedHouse;

beforeAll(async () => {
  house = await protectedHouse({ clock });
});
afterAll(async () => {
  for (const desk of Object.values(house)) if ("engine" in desk) await (desk as Desk).engine.close();
});

const fault = async (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => "done",
    (error: unknown) => (error instanceof EngineError ? error.fault.code : String(error)),
  );

/** Everything that a device's person may read, as text. */
async function readBy(engine: Engine): Promise<string> {
  const lists = await Promise.all(KIND_NAMES.map((kind) => engine.list(kind)));
  return JSON.stringify([lists, await engine.drafts()]);
}

const only = async (engine: Engine): Promise<ProtectedView> => {
  const [view, ...others] = await engine.protectedPeople();
  if (view === undefined || others.length > 0) throw new Error("there is one");
  return view;
};

describe("a minor alone", () => {
  let bed: RecordId;

  test("goes to protection at once, from the hands of a volunteer who cannot read it afterwards", async () => {
    const { ramiro } = house;
    const added = await ramiro.engine.add("arrival", ALONE);
    bed = added.id;
    expect(added.reserved).toEqual([{ id: bed, number: expect.any(Number) as number, bed: "cama 3" }]);
    expect((await ramiro.engine.show(bed)).kind).toBe("reserved-bed");
    expect(await readBy(ramiro.engine)).not.toMatch(/Yesenia|Xol|Chele|Tenosique/u);
    expect(await ramiro.engine.list("guest")).toEqual([]);
    expect(await ramiro.engine.list("arrival")).toEqual([]);
    const found = await ramiro.engine.search("Yesenia Xol");
    expect(found).toMatchObject({ kind: "answer", results: [] });
    expect(await ramiro.engine.alike("guest", { name: "Yesenia Xol", age: 15 })).toEqual([]);
  });

  test("is read by whoever answers for protection, and by nobody else", async () => {
    await house.meet();
    for (const who of ["delia", "elsa", "lucia"] as const) {
      const { person, why, bed: kept, isHere } = await only(house[who].engine);
      expect({ title: person.title, why, isHere }).toEqual({
        title: "Yesenia Xol",
        why: ["minor-alone"],
        isHere: true,
      });
      expect(kept).toMatchObject({ id: bed, bed: "cama 3" });
      expect(JSON.stringify(person.fields)).toMatch(/Tenosique.*Chele/u);
    }
    for (const who of ["tomas", "nadia", "ramiro"] as const) {
      expect(await readBy(house[who].engine)).not.toMatch(/Yesenia|Xol|Chele|Tenosique|minor/u);
      expect(await fault(house[who].engine.protectedPeople())).toBe("not-protection");
    }
  });

  test("is a bed without a reason for everybody else, counted in the roll call", async () => {
    for (const who of ["tomas", "nadia", "ramiro", "delia"] as const) {
      const { people } = await house[who].engine.rollCall();
      expect(people).toHaveLength(1);
      expect(people[0]).toMatchObject({
        bed: "cama 3",
        standing: null,
        guest: { id: bed, kind: "reserved-bed" },
      });
    }
    const { people } = await house.nadia.engine.markRoll({ marks: [{ guest: bed, mark: "present" }] });
    expect(people[0]?.standing).toBe("present");
    const kept = await house.nadia.engine.show(bed);
    expect(Object.keys(kept.fields).sort()).toEqual(["at", "bed", "number"]);
  });

  test("the desk gives another bed, and frees none", async () => {
    await house.ramiro.engine.edit(bed, { bed: "cama 7" });
    expect((await house.ramiro.engine.show(bed)).fields).toMatchObject({ bed: "cama 7" });
    for (const who of ["ramiro", "nadia"] as const)
      expect(await fault(house[who].engine.edit(bed, { freedAt: "2026-11-21" }))).toBe(
        "only-protection-frees",
      );
    expect(await fault(house.ramiro.engine.edit(bed, { number: 7 }))).toBe("fields");
  });

  test("what is owed is noted, with its day", async () => {
    await house.meet();
    const { person, notice } = await only(house.delia.engine);
    expect(notice).toEqual({ at: new Date(NOW + 24 * HOUR).toISOString(), late: "no" });
    clock.move(25 * HOUR);
    expect((await only(house.delia.engine)).notice.late).toBe("yes");
    const noted = await house.delia.engine.noteProtectedStep({
      ...{ guest: person.id, step: "authority", done: true, note: "PPNNA, por teléfono" },
    });
    expect(noted.notice).toEqual({ at: null, late: "no" });
    await house.meet();
    const [authority] = (await only(house.elsa.engine)).steps;
    expect(authority).toMatchObject({ step: "authority", done: true, note: "PPNNA, por teléfono" });
    // undone at one device, and done again by who had heard of it
    await house.elsa.engine.noteProtectedStep({ guest: person.id, step: "authority", done: false });
    await house.meet();
    expect((await only(house.delia.engine)).steps[0]?.done).toBe(false);
    await house.delia.engine.noteProtectedStep({ guest: person.id, step: "authority", done: true });
    await house.meet();
    for (const who of ["delia", "elsa", "lucia"] as const)
      expect((await only(house[who].engine)).steps[0]?.done).toBe(true);
    expect(
      await fault(house.tomas.engine.noteProtectedStep({ guest: person.id, step: "legal", done: true })),
    ).toBe("not-protection");
    clock.move(-25 * HOUR);
  });

  test("does not leave by one, also with a second device of hers, nor by who coordinates without the keys", async () => {
    const { person } = await only(house.delia.engine);
    const { waiting } = await house.delia.engine.proposeRelease({
      guest: person.id,
      how: "transferred",
      to: "DIF",
    });
    const [proposal] = waiting;
    expect(proposal).toMatchObject({ how: "transferred", to: "DIF", by: "Delia Chen", mayAgree: false });
    expect(await fault(house.delia.engine.agreeRelease(proposal!.id))).toBe("another-person");
    const second = await openDeskBy(clock, { network: house.network, name: "delia-2" });
    await letIn(house.lucia, second, { role: "protection", personName: "delia  CHEN" });
    for (let n = 0; n < 2; n++) await second.engine.sync({ peer: house.lucia.address });
    await house.meet();
    await second.engine.sync({ peer: house.lucia.address });
    expect((await only(second.engine)).waiting[0]?.mayAgree).toBe(false);
    expect(await fault(second.engine.agreeRelease(proposal!.id))).toBe("another-person");
    await second.engine.close();
    for (const who of ["tomas", "nadia"] as const)
      expect(await fault(house[who].engine.agreeRelease(proposal!.id))).toBe("not-protection");
    expect((await only(house.delia.engine)).isHere).toBe(true);
  });

  test("leaves by two; a no of anybody keeps them here, also when it is said at the same time", async () => {
    const { delia, elsa, meet } = house;
    await meet();
    const [first] = (await only(elsa.engine)).waiting;
    // apart: Elsa agrees, Delia takes it back
    expect((await elsa.engine.agreeRelease(first!.id)).isHere).toBe(false);
    await delia.engine.refuseRelease(first!.id);
    await meet();
    for (const who of ["delia", "elsa", "lucia"] as const)
      expect((await only(house[who].engine)).isHere).toBe(true);
    const again = await elsa.engine.proposeRelease({
      guest: (await only(elsa.engine)).person.id,
      how: "transferred",
    });
    await meet();
    const left = await delia.engine.agreeRelease(again.waiting[0]!.id);
    expect(left).toMatchObject({ isHere: false, left: { by: "Elsa Pop", agreedBy: "Delia Chen" } });
    await meet();
    expect((await house.nadia.engine.rollCall()).people.map(({ guest }) => guest.kind)).toEqual([
      "reserved-bed",
    ]);
    clock.move(26 * HOUR);
    expect((await house.nadia.engine.rollCall()).people).toEqual([]);
    clock.move(-26 * HOUR);
    expect(await fault(delia.engine.proposeRelease({ guest: left.person.id, how: "moved-on" }))).toBe(
      "released-already",
    );
  });
});

describe("a guest whom the desk knows", () => {
  test("is moved: the desk's record is emptied, and the desk is told that its history stays", async () => {
    const { nadia, delia, meet } = house;
    const { id } = await nadia.engine.add("arrival", {
      name: "Ixchel Batz",
      age: 30,
      from: "Arriaga",
      bed: "9",
    });
    const { reserved } = await nadia.engine.protectGuest({ guest: id, why: ["gender-violence"] });
    expect(reserved).toMatchObject([{ bed: "9" }]);
    expect(await readBy(nadia.engine)).not.toMatch(/Ixchel|Arriaga/u);
    expect(await nadia.engine.search("Ixchel Batz")).toMatchObject({ results: [] });
    expect(JSON.stringify(await nadia.engine.history(id))).toContain("Ixchel");
    expect(Buffer.from((await nadia.engine.exportCsv("guest")).bytes).toString()).not.toContain("Ixchel");
    expect((await nadia.engine.rollCall()).people.some(({ guest }) => guest.id === id)).toBe(false);
    await meet();
    const moved = (await delia.engine.protectedPeople()).find(({ person }) => person.title === "Ixchel Batz");
    expect(moved?.person.fields).toMatchObject({ was: id, from: "Arriaga", why: ["gender-violence"] });
    expect(await fault(nadia.engine.depart({ guest: id, how: "moved-on" }))).toBe("no-such-record");
  });

  test("who comes again, alone and a minor, is moved too, and nothing of the coming is in the desk", async () => {
    const { ramiro, delia, meet } = house;
    const { id } = await ramiro.engine.add("arrival", { name: "Noé Tzul", age: 16 });
    await ramiro.engine.add("arrival", { guest: id, alone: "sí", from: "Huixtla" });
    expect(await readBy(ramiro.engine)).not.toMatch(/Noé|Tzul|Huixtla/u);
    await meet();
    const titles = (await delia.engine.protectedPeople()).map(({ person }) => person.title);
    expect(titles).toContain("Noé Tzul");
  });
});

describe("of people who came together", () => {
  test("each goes where they belong, and nothing ties them", async () => {
    const { nadia, delia, meet } = house;
    const { ids, reserved } = await nadia.engine.add("arrival", {
      people: [
        { name: "Rosa Quej", age: 40 },
        { name: "Milton Asig", age: 16, alone: true },
        { name: "Fredy Cuz", age: 14, alone: true },
      ],
    });
    expect(ids).toHaveLength(3);
    expect(new Set(reserved?.map(({ number }) => number)).size).toBe(2);
    expect(await readBy(nadia.engine)).toContain("Rosa Quej");
    expect(await readBy(nadia.engine)).not.toMatch(/Milton|Asig|Fredy|Cuz/u);
    await meet();
    const fields = (await delia.engine.protectedPeople()).map(({ person }) => person.fields);
    expect(fields.filter((one) => "name" in one && /Milton|Fredy/u.test(one.name ?? ""))).toHaveLength(2);
    expect(JSON.stringify(fields)).not.toContain("group");
    expect(await fault(nadia.engine.add("arrival", { alone: true, people: [{ name: "Ana" }] }))).toBe(
      "fields",
    );
    expect(await fault(nadia.engine.add("arrival", { name: "Ana", alone: "quizá" }))).toBe("fields");
  });
});
