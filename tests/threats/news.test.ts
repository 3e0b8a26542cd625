/**
 * M18 says that somebody was found, or died: news stay in the house that heard them, a death is in nothing that leaves or
 * is listed, and what another house writes can say no more than whom to call.
 */
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { NewsCallView, RecordId } from "#engine";
import { KIND_NAMES, NEWS_AGREED, NEWS_KINDS, type NewsKind } from "#model";
import { readableFields } from "../../src/engine/records/read-record.ts";
import { type Desk, foundRoute, joinHouse, openDesk, type Route } from "../support/houses.ts";

const CANARY = "Licenciada Canario Muerte";
const SOUGHT = {
  name: "Wilmer Xol Caal",
  age: 27,
  country: "GT",
  town: "Cobán",
  seeker: { name: "Rosa Caal" },
};

let route: Route;
/** Another person of the house that hears the news. */
let ines: Desk;
let report: RecordId;
let card: RecordId;

const meet = async (one: Desk, other: Desk): Promise<void> => {
  await one.engine.sync({ peer: other.address });
  await other.engine.sync({ peer: one.address });
};
async function allMeet(): Promise<void> {
  for (const desk of [ines, route.comite, route.tapachula, ines, route.comite, route.tapachula])
    await meet(desk, route.oaxaca);
}
/** Who says it, and in what words: of a living person neither tells of a death. */
const heardOf = (what: NewsKind) =>
  what === "death" || what === "forensic"
    ? ({ heardFrom: "forensic-service", confirmedBy: CANARY } as const)
    : ({ heardFrom: "consulate", confirmedBy: "Lic. Vidal" } as const);
const note = (desk: Desk, what: NewsKind, more: object = {}) =>
  desk.engine.addNews({
    ...{ about: card, what, ...heardOf(what), whom: "Hna. Inés, 555 0142" },
    ...more,
  });
const callsAt = ({ engine }: Desk): Promise<readonly NewsCallView[]> => engine.newsCalls();

/** All that lists, titles and answers of a desk say. */
async function saidAt({ engine }: Desk): Promise<string> {
  const lists = await Promise.all(KIND_NAMES.map((kind) => engine.list(kind)));
  const views = await Promise.all([card, report].map((of) => engine.news({ of }).catch(() => [])));
  const found = await engine.search("Canario Muerte");
  const rest = [await engine.answers(), await engine.newsCalls(), "results" in found ? found.results : []];
  return JSON.stringify([lists, views, rest, await engine.renewals(), await engine.status()]).toLowerCase();
}
/** All that a desk can open, whole. */
async function openedAt(desk: Desk): Promise<string> {
  const lists = await Promise.all(KIND_NAMES.map((kind) => desk.engine.list(kind)));
  const shown = await Promise.all(lists.flat().map(({ id }) => desk.engine.show(id)));
  return JSON.stringify(shown).toLowerCase();
}
const WORDS = ["death", "forens", "canario", "muert"];

beforeEach(async () => {
  route = await foundRoute();
  const { comite, oaxaca, network } = route;
  ines = await openDesk(network, "ines");
  await joinHouse(oaxaca, ines, "staff");
  report = (await comite.engine.add("report", SOUGHT)).id;
  await meet(comite, oaxaca);
  await meet(ines, oaxaca);
  card = (await oaxaca.engine.list("card"))[0]!.id;
});

describe("a death", () => {
  test("M18 noted by one person is to be noted by a second one, and nothing leaves", async () => {
    expect(await note(route.oaxaca, "death")).toMatchObject({ state: "to-confirm" });
    expect(await note(route.oaxaca, "death")).toMatchObject({ state: "to-confirm" });
    await allMeet();
    expect(await callsAt(route.comite)).toEqual([]);
    expect(await route.comite.engine.list("news-call")).toEqual([]);
  });

  test("M18 noted by two people, each by themselves, lets the house of the report read whom to call, and no more", async () => {
    const { oaxaca, comite, tapachula } = route;
    await note(oaxaca, "death");
    expect(await note(ines, "death", { whom: "Hna. Inés, 555 0142" })).toMatchObject({ state: "to-confirm" });
    await allMeet();
    expect((await oaxaca.engine.news({ of: card })).map(({ what, state }) => [what, state])).toEqual([
      ["in-person", "confirmed"],
      ["in-person", "confirmed"],
    ]);
    expect(await callsAt(comite)).toMatchObject([
      { report, siteName: "Casa Oaxaca", whom: "Hna. Inés, 555 0142" },
    ]);
    const [call] = await comite.engine.list("news-call");
    expect(Object.keys(call!.fields).sort()).toEqual(["card", "to", "whom"]);
    expect(await callsAt(tapachula)).toEqual([]);
    expect(await comite.engine.list("news")).toEqual([]);
    for (const word of WORDS) expect(await openedAt(comite)).not.toContain(word);
    // the control: where it was noted it is there, in its own record alone
    for (const word of WORDS) expect(await openedAt(oaxaca)).toContain(word);
    for (const word of WORDS) expect(await saidAt(oaxaca)).not.toContain(word);
  });

  test("M18 what leaves for it is what leaves for anything else", async () => {
    const { oaxaca, comite } = route;
    await note(oaxaca, "death");
    await allMeet();
    await note(ines, "death");
    await allMeet();
    const [forDeath] = await comite.engine.list("news-call");
    const other = (await comite.engine.add("report", { ...SOUGHT, name: "Ana Tzul" })).id;
    await allMeet();
    const about = (await oaxaca.engine.list("card")).find(({ title }) => title === "Ana Tzul")!.id;
    await note(oaxaca, "detained", { about, agreed: "authority" });
    await allMeet();
    const calls = await callsAt(comite);
    expect(calls.map((call) => call.report).sort()).toEqual([report, other].sort());
    const forOther = (await comite.engine.list("news-call")).find(({ id }) => id !== forDeath!.id);
    const shape = ({ fields }: { fields: object }) => JSON.stringify({ ...fields, card: "" });
    expect(shape(forOther!)).toBe(shape(forDeath!));
  });

  test("M18 taken back by one of the two is to be noted again, and the other house is asked no more", async () => {
    await note(route.oaxaca, "death");
    const { id } = await note(ines, "death");
    await allMeet();
    expect(await callsAt(route.comite)).toHaveLength(1);
    await ines.engine.takeBackNews(id);
    await allMeet();
    expect(await callsAt(route.comite)).toEqual([]);
    expect(await route.oaxaca.engine.news({ of: card })).toMatchObject([{ state: "to-confirm" }]);
  });
});

describe("news of the living", () => {
  test("M18 leave nothing without the person's own word, and nothing where they said no", async () => {
    const { oaxaca, comite } = route;
    await note(oaxaca, "seen");
    await note(oaxaca, "hospital", { agreed: "authority" });
    await allMeet();
    expect(await callsAt(comite)).toEqual([]);
    await oaxaca.engine.add("guest", { name: "Wilmer Xol Caal", age: 27, country: "GT", town: "Cobán" });
    const [pair] = (await oaxaca.engine.matches()).pairs;
    await oaxaca.engine.answerMatch({ pair: pair!.id, said: "no" });
    await note(oaxaca, "seen", { agreed: "person" });
    await note(oaxaca, "detained", { agreed: "authority" });
    await allMeet();
    expect(await callsAt(comite)).toEqual([]);
    // the control: with their word it does
    await oaxaca.engine.answerMatch({ pair: pair!.id, said: "yes-no-place" });
    await allMeet();
    expect(await callsAt(comite)).toHaveLength(1);
    await oaxaca.engine.answerMatch({ pair: pair!.id, said: "no" });
    await allMeet();
    expect(await callsAt(comite)).toEqual([]);
  });
});

describe("a house that means harm", () => {
  test("M18 cannot write the news by hand, nor put a death where a name stands", async () => {
    const { oaxaca } = route;
    for (const kind of ["news", "news-call"] as const)
      await expect(oaxaca.engine.add(kind, { about: card })).rejects.toMatchObject({
        fault: { code: "not-by-hand" },
      });
    for (const whom of ["Lucía, su hijo murió", "SEMEFO Tapachula", "es sobre el cuerpo"])
      await expect(note(oaxaca, "death", { whom })).rejects.toMatchObject({
        fault: { code: "fields", problems: [{ field: "whom", code: "only-whom" }] },
      });
  });

  test("M18 that writes it with another program is read as if it had said nothing but to call", () => {
    const said = { to: card, card, whom: "Su hijo murió, llame", what: "death", text: "lo sentimos" };
    expect(readableFields("news-call", said)).toEqual({ to: card, card });
    // the control: whom to call is read
    expect(readableFields("news-call", { ...said, whom: "Hna. Inés" })).toMatchObject({ whom: "Hna. Inés" });
  });
});

test("M18 no order of what people do lets the word of a death leave the house, or into any list", async () => {
  const step = fc.record({
    who: fc.constantFrom("oaxaca", "ines"),
    deed: fc.constantFrom("note", "note", "note", "back", "meet", "edit", "close", "renew"),
    what: fc.constantFrom(...NEWS_KINDS, "death" as const, "death" as const),
    // somebody writes of a death under another kind
    hides: fc.boolean(),
    agreed: fc.constantFrom(...NEWS_AGREED, undefined),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      const ids: RecordId[] = [];
      const { comite, oaxaca } = route;
      for (const { who, deed, what, hides, agreed } of steps) {
        const desk = who === "ines" ? ines : oaxaca;
        const words = {
          ...(agreed === undefined ? {} : { agreed }),
          ...(hides ? { confirmedBy: CANARY } : {}),
        };
        if (deed === "note") ids.push((await note(desk, what, words)).id);
        const last = ids.at(-1);
        // what was noted on the other device may not be here yet
        if (deed === "back" && last !== undefined) await desk.engine.takeBackNews(last).catch(() => null);
        if (deed === "meet") await allMeet();
        if (deed === "edit") await comite.engine.edit(report, { town: "Cobán" });
        if (deed === "close") await comite.engine.closeReport({ report, outcome: "given-up" });
        if (deed === "renew") await comite.engine.edit(report, { status: "open" });
      }
      await allMeet();
      const outside = await openedAt(comite);
      const inside = await saidAt(oaxaca);
      for (const word of WORDS) {
        expect(outside).not.toContain(word);
        expect(inside).not.toContain(word);
      }
    }),
    { numRuns: 6 },
  );
});
