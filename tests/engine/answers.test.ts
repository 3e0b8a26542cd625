/** What a found person lets be told, from their shelter to who seeks (docs/matching.md, "What is answered"). */
import { beforeEach, describe, expect, test } from "vitest";
import type { AnswerView, MatchView, RecordId } from "#engine";
import type { Said } from "#model";
import { type Desk, foundRoute, joinHouse, openDesk, type Route } from "../support/houses.ts";

let route: Route;
let report: RecordId;
let guest: RecordId;

const SOUGHT = {
  name: "Wilmer Xol Caal",
  age: { from: 27, to: 27, asOf: "2026-06-01" },
  town: "Cobán",
  country: "GT",
  seeker: { name: "Rosa Caal", relation: "madre", phone: "+502 555 0142" },
  proof: { question: "¿Cómo se llamaba el perro?", answer: "Canela" },
};
const HERE = { name: "Wilmar Shol Kaal", age: 27, town: "Coban", country: "GT", sex: "male" };
const MESSAGE = "Que está bien y que llama el domingo.";

const meet = async (one: Desk, other: Desk): Promise<void> => {
  await one.engine.sync({ peer: other.address });
  await other.engine.sync({ peer: one.address });
};

async function pairAt(desk: Desk): Promise<MatchView> {
  const [pair] = (await desk.engine.matches()).pairs;
  if (pair === undefined) throw new Error("nobody is proposed");
  return pair;
}

async function answered(desk: Desk = route.comite): Promise<readonly AnswerView[]> {
  await meet(desk, route.oaxaca);
  return desk.engine.answers({ of: report });
}

const say = async (said: Said, more: object = {}) =>
  route.oaxaca.engine.answerMatch({ pair: (await pairAt(route.oaxaca)).id, said, ...more });

/** Entries in `pair` that a desk keeps: what has left for another house. */
const letters = async (desk: Desk): Promise<number> => {
  const logs = await desk.store.holdings();
  return logs
    .filter(({ log }) => log.space === "pair")
    .reduce((sum, { high, low }) => sum + high - low + 1, 0);
};

const refused = (code: string) => ({ fault: { code } });

beforeEach(async () => {
  route = await foundRoute();
  const { comite, oaxaca } = route;
  report = (await comite.engine.add("report", SOUGHT)).id;
  guest = (await oaxaca.engine.add("guest", HERE)).id;
  await meet(comite, oaxaca);
});

describe("what the person agreed to", () => {
  test("reaches who seeks with exactly that, and with nothing of the person", async () => {
    const { oaxaca, comite, tapachula } = route;
    expect(await pairAt(oaxaca)).toMatchObject({
      state: "open",
      question: SOUGHT.proof.question,
      sent: false,
    });
    const decided = await say("yes-no-place", { message: MESSAGE, proof: "Canela" });
    expect(decided).toMatchObject({ state: "yes-no-place", sent: true, needs: null });
    const [answer, ...more] = await answered();
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ report, said: "alive", place: null, message: MESSAGE, proof: "Canela" });
    expect(answer!.siteName).toBe("Casa Oaxaca");
    const [record] = await comite.engine.list("answer");
    expect(Object.keys(record!.fields).sort()).toEqual(
      ["card", "message", "on", "proof", "said", "state", "to"].sort(),
    );
    const seen = JSON.stringify([await comite.engine.show(record!.id), await comite.engine.list("guest")]);
    for (const word of ["Wilmar", "Shol", "male", guest]) expect(seen).not.toContain(word);

    // with the place, where that is agreed to as well
    await say("yes", { message: MESSAGE });
    expect((await answered())[0]).toMatchObject({ place: "Casa Oaxaca", proof: null });

    await meet(tapachula, oaxaca);
    expect(await tapachula.engine.list("answer")).toEqual([]);
    expect(await tapachula.engine.list("match")).toEqual([]);
  });

  test("closes the report, and the card with it", async () => {
    const { oaxaca, comite } = route;
    await say("yes");
    await answered();
    await comite.engine.closeReport({ report, outcome: "answered" });
    expect((await comite.engine.show(report)).fields).toMatchObject({
      status: "closed",
      outcome: "answered",
    });
    await meet(comite, oaxaca);
    const [card] = await oaxaca.engine.list("card");
    expect(card!.fields).toEqual({ status: "withdrawn" });
    // what was said stays said
    expect(await answered()).toHaveLength(1);
  });

  test("is taken back when the person changes their mind", async () => {
    await say("yes", { message: MESSAGE });
    expect(await answered()).toHaveLength(1);
    await say("no");
    expect(await answered()).toEqual([]);
    const [record] = await route.comite.engine.list("answer");
    expect(Object.keys(record!.fields).sort()).toEqual(["card", "state", "to"]);
    await say("yes-no-place");
    expect((await answered())[0]).toMatchObject({ place: null, message: null });
    await route.oaxaca.engine.reopenMatch((await pairAt(route.oaxaca)).id);
    expect(await answered()).toEqual([]);
  });

  test("nothing leaves before a yes", async () => {
    const { oaxaca } = route;
    const { id } = await pairAt(oaxaca);
    await oaxaca.engine.askMatch(id);
    for (const said of ["thinking", "unable", "self", "no"] as const) {
      expect(await say(said, { message: MESSAGE, proof: "Canela" })).toMatchObject({
        sent: false,
        needs: null,
      });
    }
    await oaxaca.engine.rejectMatch({ pair: id, reason: "otra persona" });
    expect(await letters(oaxaca)).toBe(0);
    // the control: after a yes there is one
    await oaxaca.engine.answerMatch({ pair: id, said: "yes" });
    expect(await letters(oaxaca)).toBe(1);
  });

  test("of a report of the own house is known there, and sent to nobody", async () => {
    const { oaxaca } = route;
    const own = (await oaxaca.engine.add("report", { name: "Zenobia Tzul Pop", age: 33, country: "GT" })).id;
    const here = (await oaxaca.engine.add("guest", { name: "Zenobia Tzul Pop", age: 33, country: "GT" })).id;
    const [pair] = (await oaxaca.engine.matches({ of: here })).pairs;
    await oaxaca.engine.answerMatch({ pair: pair!.id, said: "yes", message: MESSAGE });
    expect(await letters(oaxaca)).toBe(0);
    const given = await oaxaca.engine.answers({ of: own });
    expect(given).toMatchObject([
      { report: own, siteName: "Casa Oaxaca", message: MESSAGE, place: "Casa Oaxaca" },
    ]);
  });

  test("cannot be written by hand", async () => {
    const { engine } = route.oaxaca;
    const { id } = await pairAt(route.oaxaca);
    const { site } = await engine.show((await pairAt(route.oaxaca)).sought.id);
    const answer = { to: site, card: id, state: "given", said: "alive" };
    await expect(engine.add("answer", answer)).rejects.toMatchObject(refused("not-by-hand"));
    await engine.askMatch(id);
    await expect(engine.edit(id, { state: "yes" })).rejects.toMatchObject(refused("not-by-hand"));
    // nor by who seeks: the pair is nothing to them
    await expect(route.comite.engine.answerMatch({ pair: id, said: "yes" })).rejects.toMatchObject(
      refused("no-such-record"),
    );
  });
});

describe("a second person", () => {
  const anotherAt = async (name: string, role: "staff" | "protection"): Promise<Desk> =>
    joinHouse(route.oaxaca, await openDesk(route.network, name), role);

  test("must agree where the person is a minor, one of the two for protection", async () => {
    const { oaxaca } = route;
    await oaxaca.engine.edit(guest, { age: 16 });
    const [ines, toño] = [await anotherAt("ines", "staff"), await anotherAt("tono", "staff")];
    await meet(ines, oaxaca);
    const { id } = await pairAt(ines);
    expect(await ines.engine.answerMatch({ pair: id, said: "yes", message: MESSAGE })).toMatchObject({
      sent: false,
      needs: "second",
    });
    await expect(ines.engine.agreeMatch(id)).rejects.toMatchObject(refused("another-person"));
    await meet(ines, oaxaca);
    await meet(toño, oaxaca);
    await expect(toño.engine.agreeMatch(id)).rejects.toMatchObject(refused("protection-must-agree"));
    expect(await answered()).toEqual([]);
    // the founder coordinates
    expect(await pairAt(oaxaca)).toMatchObject({ needs: "second", sent: false });
    expect(await oaxaca.engine.agreeMatch(id)).toMatchObject({ sent: true, needs: null });
    expect(await pairAt(oaxaca)).toMatchObject({ needs: null, sent: true });
    expect((await answered())[0]).toMatchObject({ message: MESSAGE });
    // their word was for this and nothing else
    await meet(ines, oaxaca);
    expect(await ines.engine.answerMatch({ pair: id, said: "yes", message: "Otra cosa." })).toMatchObject({
      sent: false,
    });
    await meet(ines, oaxaca);
    expect(await answered()).toEqual([]);
  });

  test("is not needed for an adult, and an age must be known", async () => {
    await route.oaxaca.engine.edit(guest, { age: null });
    await expect(say("yes")).rejects.toMatchObject(refused("age-unknown"));
    expect(await say("no")).toMatchObject({ state: "no" });
    await route.oaxaca.engine.edit(guest, { age: 27 });
    await expect(route.oaxaca.engine.agreeMatch((await pairAt(route.oaxaca)).id)).rejects.toMatchObject(
      refused("nothing-to-agree"),
    );
  });

  test("who was apart and heard a no: the no holds, and what the other had sent is taken back by itself", async () => {
    const { oaxaca } = route;
    const ines = await anotherAt("ines", "staff");
    await meet(ines, oaxaca);
    const { id } = await pairAt(ines);
    await say("yes", { message: MESSAGE });
    await ines.engine.answerMatch({ pair: id, said: "no" });
    expect(await answered()).toHaveLength(1);
    await meet(ines, oaxaca);
    expect(await pairAt(oaxaca)).toMatchObject({ state: "no" });
    expect(await answered()).toEqual([]);
    // whoever asks again, knowing both, decides
    expect(await say("yes")).toMatchObject({ sent: true });
    await meet(ines, oaxaca);
    expect(await pairAt(ines)).toMatchObject({ state: "yes" });
    expect(await answered()).toHaveLength(1);
  });

  test("after a death nothing is answered any more, and what was let be told in life stays as it was said", async () => {
    const { engine } = route.oaxaca;
    await say("yes", { message: MESSAGE });
    expect(await answered()).toHaveLength(1);
    const departure = await engine.depart({ guest, how: "died" });
    const { id, sent, needs } = await pairAt(route.oaxaca);
    expect({ sent, needs }).toEqual({ sent: true, needs: null });
    await engine.consent({ guest, purpose: "passed", said: "yes" });
    for (const said of ["yes", "yes-no-place", "passed"] as const)
      await expect(engine.answerMatch({ pair: id, said })).rejects.toMatchObject(refused("died"));
    await expect(engine.agreeMatch(id)).rejects.toMatchObject(refused("died"));
    expect(await answered()).toMatchObject([{ said: "alive", message: MESSAGE }]);
    // by mistake: as any departure
    await engine.edit(departure.id, { how: "moved-on" });
    await say("passed");
    expect(await answered()).toMatchObject([{ said: "passed" }]);
  });

  test("is needed again once the person takes back that it may be said that they passed", async () => {
    const { engine } = route.oaxaca;
    await engine.consent({ guest, purpose: "passed", said: "yes" });
    await engine.edit(guest, { leftAt: "2026-11-12" });
    expect(await say("passed")).toMatchObject({ sent: true });
    expect(await answered()).toHaveLength(1);
    await engine.consent({ guest, purpose: "passed", said: "yes" });
    expect(await answered()).toHaveLength(1);
    for (const said of ["unset", "no"] as const) {
      await engine.consent({ guest, purpose: "passed", said });
      expect(await answered()).toEqual([]);
      expect(await pairAt(route.oaxaca)).toMatchObject({ state: "passed", sent: false, takenBack: true });
      await engine.consent({ guest, purpose: "passed", said: "yes" });
      expect(await say("passed")).toMatchObject({ sent: true });
      expect(await answered()).toHaveLength(1);
    }
  });

  test("decides of who has left without saying whether that may be told", async () => {
    const { oaxaca } = route;
    await expect(say("passed")).rejects.toMatchObject(refused("still-here"));
    await oaxaca.engine.edit(guest, { leftAt: "2026-11-12" });
    const marta = await anotherAt("marta", "protection");
    expect(await say("passed")).toMatchObject({ sent: false, needs: "second" });
    await meet(marta, oaxaca);
    await marta.engine.agreeMatch((await pairAt(marta)).id);
    await meet(marta, oaxaca);
    expect(await answered()).toMatchObject([{ said: "passed", on: "2026-11-12", place: "Casa Oaxaca" }]);
  });
});
