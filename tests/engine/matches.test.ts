/** Who is sought and who is here, compared both ways (docs/matching.md, "Both directions"). */
import { beforeAll, describe, expect, test } from "vitest";
import type { MatchesView, RecordId } from "#engine";
import { type Desk, foundRoute, type Route } from "../support/houses.ts";

let route: Route;

beforeAll(async () => {
  route = await foundRoute();
});

const meet = async (one: Desk, other: Desk): Promise<void> => {
  await one.engine.sync({ peer: other.address });
  await other.engine.sync({ peer: one.address });
};
const idsIn = ({ pairs }: MatchesView) => pairs.map(({ sought, guest }) => [sought.id, guest.id]);

const WILMER = {
  name: "Wilmer Xol Caal",
  age: { from: 19, to: 19, asOf: "2026-06-01" },
  town: "Cobán",
  country: "GT",
};
/** The same person, as a shelter's volunteer hears the name. */
const WILMAR = { name: "Wilmar Shol Kaal", age: 19, town: "Coban", country: "GT" };

describe("a report of one house and a guest of another", () => {
  let card: RecordId;
  let report: RecordId;
  let guest: RecordId;

  test("are compared when the card comes, and when the guest comes; nobody else proposes them", async () => {
    const { tapachula, oaxaca, comite } = route;
    report = (await comite.engine.add("report", { ...WILMER, seeker: { name: "Rosa Caal" } })).id;
    guest = (await oaxaca.engine.add("guest", WILMAR)).id;
    expect((await oaxaca.engine.matches()).pairs).toEqual([]);
    await meet(comite, oaxaca);
    const [pair] = (await oaxaca.engine.matches()).pairs;
    expect(pair).toMatchObject({ proposed: true, isBack: false, guest: { id: guest, kind: "guest" } });
    expect(pair!.sought.kind).toBe("card");
    expect(pair!.reasons.length).toBeGreaterThan(0);
    card = pair!.sought.id;

    await meet(tapachula, oaxaca);
    expect((await tapachula.engine.matches()).pairs).toEqual([]);
    // the other order: the card is here first
    const late = (await tapachula.engine.add("guest", WILMAR)).id;
    expect(idsIn(await tapachula.engine.matches())).toEqual([[card, late]]);
    expect(idsIn(await tapachula.engine.matches({ of: late }))).toEqual([[card, late]]);
    expect(idsIn(await tapachula.engine.matches({ of: card }))).toEqual([[card, late]]);
    expect(idsIn(await tapachula.engine.matches({ of: guest }))).toEqual([]);
  });

  test("who left is compared as well", async () => {
    const { oaxaca } = route;
    await oaxaca.engine.edit(guest, { leftAt: "2026-11-01" });
    expect(idsIn(await oaxaca.engine.matches())).toEqual([[card, guest]]);
  });

  test("the house that wrote the report is asked by it, and not by its card", async () => {
    const { tapachula } = route;
    const own = (await tapachula.engine.add("report", { name: "Zenobia Tzul Pop", age: 33, country: "GT" }))
      .id;
    const here = (await tapachula.engine.add("guest", { name: "Zenobia Tzul Pop", age: 33, country: "GT" }))
      .id;
    expect(idsIn(await tapachula.engine.matches({ of: here }))).toEqual([[own, here]]);
    await tapachula.engine.edit(own, { status: "closed" });
    expect(idsIn(await tapachula.engine.matches({ of: here }))).toEqual([]);
    await tapachula.engine.edit(own, { status: "open" });
    expect(idsIn(await tapachula.engine.matches({ of: here }))).toEqual([[own, here]]);
  });

  test("a card that is withdrawn is compared no more", async () => {
    const { comite, oaxaca } = route;
    await comite.engine.edit(report, { status: "withdrawn" });
    await meet(comite, oaxaca);
    expect((await oaxaca.engine.matches()).pairs).toEqual([]);
    await comite.engine.edit(report, { status: "open" });
    await meet(comite, oaxaca);
    expect(idsIn(await oaxaca.engine.matches())).toEqual([[card, guest]]);
  });

  test("says which houses have compared, as far as they said so", async () => {
    const { oaxaca } = route;
    const { coverage } = await oaxaca.engine.matches();
    expect(coverage.map(({ name, comparedAt }) => [name, comparedAt === null])).toEqual([
      ["Casa Oaxaca", false],
      ["Casa Tapachula", true],
    ]);
  });
});

describe("a pair that was rejected", () => {
  const pairOf = async (desk: Desk, guest: RecordId) =>
    (await desk.engine.matches({ of: guest })).pairs[0] ?? null;

  test("stays rejected until what is known of the two changes, and its reason never leaves the house", async () => {
    const { oaxaca, tapachula, comite } = route;
    await comite.engine.add("report", { name: "Elmer Pop Ixtecoc", age: 24, country: "GT" });
    await meet(comite, oaxaca);
    const guest = (await oaxaca.engine.add("guest", { name: "Elmer Pop Ixtecoc", country: "GT" })).id;
    const pair = await pairOf(oaxaca, guest);
    await oaxaca.engine.rejectMatch({ pair: pair!.id, reason: "El tatuaje es otro." });
    expect(await pairOf(oaxaca, guest)).toBeNull();
    // what matching does not look at, and other spellings of the same, change nothing
    await oaxaca.engine.edit(guest, { language: "q'eqchi'", name: "ELMER POP IXTECOC" });
    expect(await pairOf(oaxaca, guest)).toBeNull();
    await oaxaca.engine.edit(guest, { age: 24 });
    expect(await pairOf(oaxaca, guest)).toMatchObject({ id: pair!.id, isBack: true });
    await oaxaca.engine.rejectMatch({ pair: pair!.id });
    expect(await pairOf(oaxaca, guest)).toBeNull();

    expect(await oaxaca.engine.list("match")).toHaveLength(1);
    await meet(oaxaca, tapachula);
    await meet(oaxaca, comite);
    for (const other of [tapachula, comite]) expect(await other.engine.list("match")).toEqual([]);
    await oaxaca.engine.reopenMatch(pair!.id);
    expect(await pairOf(oaxaca, guest)).toMatchObject({ isBack: false });
  });

  test("leaves what was probable of it to who was registered twice", async () => {
    const { oaxaca, comite } = route;
    const diego = { name: "Diego Batz Ajpop", age: 27, country: "GT" };
    await comite.engine.add("report", diego);
    await meet(comite, oaxaca);
    const [first, second] = [
      await oaxaca.engine.add("guest", diego),
      await oaxaca.engine.add("guest", diego),
    ];
    const both = (await oaxaca.engine.matches({ of: first.id })).pairs;
    expect(both[0]).toMatchObject({ proposed: true });
    expect(both[0]!.score).toBeLessThan(0.6);
    await oaxaca.engine.rejectMatch({ pair: both[0]!.id });
    expect(await pairOf(oaxaca, first.id)).toBeNull();
    expect((await pairOf(oaxaca, second.id))!.score).toBeGreaterThan(0.9);
  });

  test("must have been proposed, and a decision taken back must have been taken", async () => {
    const { engine } = route.oaxaca;
    const nobody = "aaaqeayeaudaocajbifqydiob4" as RecordId;
    await expect(engine.rejectMatch({ pair: nobody })).rejects.toMatchObject({
      fault: { code: "no-such-record" },
    });
    await expect(engine.reopenMatch(nobody)).rejects.toMatchObject({ fault: { code: "no-such-record" } });
  });

  test("advocates have nobody to compare, and see who has", async () => {
    const { pairs, coverage } = await route.comite.engine.matches();
    expect(pairs).toEqual([]);
    expect(coverage.map(({ name }) => name)).toEqual(["Casa Tapachula", "Casa Oaxaca"]);
  });
});
