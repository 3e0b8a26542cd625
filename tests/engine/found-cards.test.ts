/** Who agreed to be found is found from other shelters, and is not any more when they say no, wherever they say it. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { type Desk, joinHouse, openDesk } from "../support/houses.ts";
import { foundShelters, meet, type Shelters } from "../support/shelters.ts";

let route: Shelters;
/** A second device of the house in Tapachula. */
let night: Desk;

beforeAll(async () => {
  route = await foundShelters();
  night = await joinHouse(route.tapachula, await openDesk(route.network, "noche"), "staff");
  await meet(night, route.tapachula);
});

const MIKAL = {
  ...{ name: "Mikal Pérez Xol", alternateNames: ["Mika"], age: 34, sex: "male", country: "GT" },
  ...{ town: "San Juan Ixcoy", marks: "lunar", language: "mam", relatives: ["Ana Xol (tía)"], bed: "cama 3" },
};

const say = (desk: Desk, guest: RecordId, said: "yes" | "no" | "unset") =>
  desk.engine.consent({ guest, purpose: "findable", said });

async function newGuest(fields: object = MIKAL): Promise<RecordId> {
  return (await route.tapachula.engine.add("guest", fields)).id;
}

/** Names of who is told to be elsewhere. */
async function seenAt({ engine }: Desk, text: string) {
  const answer = await engine.search(text);
  if (answer.kind !== "answer") throw new Error("refused");
  return answer.results.filter(({ kind }) => kind === "found-card");
}

const cardsAt = async ({ engine }: Desk) =>
  (await engine.list("found-card")).map(({ fields }) => fields as Readonly<Record<string, unknown>>);

/** Everything of cards that stand or do not. */
const textAt = async (desk: Desk): Promise<string> => JSON.stringify(await cardsAt(desk));

describe("a found card", () => {
  test("is there after a yes, says what one is known by and no more, and is found by search and reports", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await newGuest();
    expect(await tapachula.engine.foundState(guest)).toBe("not-agreed");
    await meet(oaxaca, tapachula);
    expect(await cardsAt(oaxaca)).toEqual([]);
    await say(tapachula, guest, "yes");
    expect(await tapachula.engine.foundState(guest)).toBe("shared");
    const { id: report } = await oaxaca.engine.add("report", {
      name: "Mical Peres Chol",
      age: 34,
      country: "GT",
    });
    await meet(oaxaca, tapachula);
    const { name, alternateNames, age, sex, country, town } = MIKAL;
    expect(await cardsAt(oaxaca)).toEqual([
      { name, alternateNames, age, sex, country, town, status: "open" },
    ]);
    const [hit] = await seenAt(oaxaca, "Mikal Pérez Xol");
    expect(hit).toMatchObject({ kind: "found-card", siteName: "Casa Tapachula" });
    expect(JSON.stringify(hit)).not.toContain(guest);
    expect((await oaxaca.engine.show(hit!.id)).site).not.toBeNull();
    const [sought] = await oaxaca.engine.elsewhere({ of: report });
    expect(sought).toMatchObject({
      report: { id: report },
      found: { id: hit!.id },
      siteName: "Casa Tapachula",
    });
    // in their own house they are one person, and no pair is decided on there by others
    expect(await seenAt(tapachula, "Mikal Pérez Xol")).toEqual([]);
    expect((await oaxaca.engine.matches()).pairs).toEqual([]);
    expect(await oaxaca.engine.alike("guest", { name, age })).toEqual([]);
    await oaxaca.engine.closeReport({ report, outcome: "found-otherwise" });
    expect(await oaxaca.engine.elsewhere()).toEqual([]);
    await say(tapachula, guest, "no");
    await meet(oaxaca, tapachula);
  });

  test("is empty and found by nobody after a no, at once here and with the next exchange there", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await newGuest({ ...MIKAL, name: "Eulalia Batz Tum" });
    await say(tapachula, guest, "yes");
    await meet(oaxaca, tapachula);
    expect(await seenAt(oaxaca, "Eulalia Batz")).toHaveLength(1);
    await say(tapachula, guest, "unset");
    expect(await textAt(tapachula)).not.toMatch(/Eulalia/u);
    await meet(oaxaca, tapachula);
    expect(await textAt(oaxaca)).not.toMatch(/Eulalia/u);
    expect(await seenAt(oaxaca, "Eulalia Batz")).toEqual([]);
    expect(await oaxaca.engine.elsewhere()).toEqual([]);
  });

  test("follows the record, goes when the person leaves, and is back when they come back", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await newGuest({ ...MIKAL, name: "Brígida Caal" });
    await say(tapachula, guest, "yes");
    await tapachula.engine.edit(guest, { name: "Brígida Caal Pop", marks: "cicatriz" });
    await meet(oaxaca, tapachula);
    expect(await textAt(oaxaca)).toMatch(/Brígida Caal Pop/u);
    expect(await textAt(oaxaca)).not.toMatch(/cicatriz/u);
    await tapachula.engine.depart({ guest, how: "moved-on" });
    expect(await tapachula.engine.foundState(guest)).toBe("left");
    await meet(oaxaca, tapachula);
    expect(await textAt(oaxaca)).not.toMatch(/Brígida/u);
    await tapachula.engine.add("arrival", { people: [{ guest }] });
    await meet(oaxaca, tapachula);
    expect(await textAt(oaxaca)).toMatch(/Brígida/u);
  });

  test("is not made of who may be a child, whose age nobody knows, or who is nameless", async () => {
    const { tapachula } = route;
    for (const [fields, state] of [
      [{ name: "Wendy Tzul", age: 16 }, "minor"],
      [{ name: "Wendy Tzul", age: { from: 18, to: 19, approximate: true } }, "minor"],
      [{ name: "Wendy Tzul" }, "age-unknown"],
      [{ marks: "gorra roja", age: 40 }, "nameless"],
    ] as const) {
      const guest = await newGuest(fields);
      await say(tapachula, guest, "yes");
      expect(await tapachula.engine.foundState(guest)).toBe(state);
    }
    expect(await textAt(tapachula)).not.toMatch(/Wendy/u);
  });

  test("is made by nobody's hand, and changed by no other house", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await newGuest({ ...MIKAL, name: "Tomasa Ixtabalán" });
    await say(tapachula, guest, "yes");
    await meet(oaxaca, tapachula);
    const [hit] = await seenAt(oaxaca, "Tomasa Ixtabalán");
    for (const desk of [tapachula, oaxaca]) {
      await expect(desk.engine.add("found-card", { name: "Otra" })).rejects.toMatchObject({
        fault: { code: "not-by-hand" },
      });
      await expect(desk.engine.edit(hit!.id, { town: "Cobán" })).rejects.toMatchObject({
        fault: { code: "not-by-hand" },
      });
    }
  });
});

describe("a no on another device of the house", () => {
  test("takes the card back, though the first had not heard of it", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await newGuest({ ...MIKAL, name: "Rigoberta Pop" });
    await meet(night, tapachula);
    await say(tapachula, guest, "yes");
    await meet(oaxaca, tapachula);
    await say(night, guest, "no");
    await meet(night, tapachula);
    await meet(oaxaca, tapachula);
    for (const desk of [tapachula, night, oaxaca]) expect(await textAt(desk)).not.toMatch(/Rigoberta/u);
    expect(await tapachula.engine.foundState(guest)).toBe("not-agreed");
  });

  test("leaves no card of whose last word anywhere was no, whatever was said and met before", async () => {
    const { tapachula, oaxaca, saltillo } = route;
    const step = fc.constantFrom(
      "a yes",
      "a no",
      "a unset",
      "b yes",
      "b no",
      "meet ab",
      "meet ac",
      "meet bc",
      "leave",
      "edit",
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 7 }),
        fc.constantFrom("a", "b"),
        async (steps, last) => {
          const name = `Persona${String((count += 1))} Batz`;
          const guest = await newGuest({ ...MIKAL, name });
          await meet(night, tapachula);
          const desks: Readonly<Record<string, Desk>> = { a: tapachula, b: night, c: oaxaca };
          for (const one of steps) {
            const [first = "", second = ""] = one.split(" ");
            if (first === "meet") await meet(desks[second[0]!]!, desks[second[1]!]!);
            else if (first === "leave") await tapachula.engine.depart({ guest, how: "moved-on" });
            else if (first === "edit")
              await tapachula.engine.edit(guest, { town: `Pueblo ${String(count)}` });
            else await say(desks[first]!, guest, second as "yes" | "no" | "unset");
          }
          await say(desks[last]!, guest, "no");
          await meet(night, tapachula);
          await meet(oaxaca, night);
          await meet(oaxaca, tapachula);
          await meet(saltillo, oaxaca);
          for (const desk of [tapachula, night, oaxaca, saltillo])
            expect(await textAt(desk), steps.join(", ")).not.toContain(name);
        },
      ),
      { numRuns: 12 },
    );
    // the control: a last yes, and it is there
    const guest = await newGuest({ ...MIKAL, name: "Control Batz" });
    await say(tapachula, guest, "no");
    await say(tapachula, guest, "yes");
    await meet(oaxaca, tapachula);
    expect(await textAt(oaxaca)).toContain("Control Batz");
  }, 120_000);
});

test("a list that leaves the house has those who agreed to that, and says how many it leaves out", async () => {
  const { engine } = route.tapachula;
  const guest = await newGuest({ ...MIKAL, name: "Lista Sí" });
  const other = await newGuest({ ...MIKAL, name: "Lista No" });
  await newGuest({ ...MIKAL, name: "Lista Sin Preguntar" });
  await engine.consent({ guest, purpose: "export", said: "yes" });
  // another purpose is not this one
  await engine.consent({ guest: other, purpose: "findable", said: "yes" });
  const { bytes, listed, leftOut } = await engine.exportCsv("guest");
  const text = new TextDecoder().decode(bytes);
  expect([text.includes("Lista Sí"), /Lista (?:No|Sin)/u.test(text), listed]).toEqual([true, false, 1]);
  expect(leftOut).toBe((await engine.list("guest")).length - 1);
  await engine.consent({ guest, purpose: "export", said: "unset" });
  const after = await engine.exportCsv("guest");
  expect([after.listed, new TextDecoder().decode(after.bytes).includes("Lista")]).toEqual([0, false]);
  await engine.add("report", { name: "Se busca Ana" });
  expect(await engine.exportCsv("report")).toMatchObject({ listed: 1, leftOut: 0 });
});
