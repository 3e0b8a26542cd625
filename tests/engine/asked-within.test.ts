/** What stays within the house asks what the person allows too: being compared with who is sought, and a file of care. */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { foundShelters, meet, type Shelters } from "../support/shelters.ts";
import { type Desk, openDesk, PASSPHRASE, waitingAt } from "../support/houses.ts";

let route: Shelters;
/** A volunteer in Tapachula, who reads no consent. */
let door: Desk;

const refused = (code: string) => ({ fault: { code } });

beforeAll(async () => {
  route = await foundShelters();
  const { network, tapachula } = route;
  door = await openDesk(network, "puerta");
  const { code } = await tapachula.engine.invite({ role: "volunteer", newSite: null, validMs: 60_000 });
  const { words } = await door.engine.join({ code, personName: "puerta", passphrase: PASSPHRASE });
  await door.engine.sync({ peer: tapachula.address });
  const [waiting] = await waitingAt(tapachula);
  await tapachula.engine.confirm({ device: waiting!.device, words });
  await meet(door, tapachula);
});

interface Sought {
  readonly guest: RecordId;
  readonly report: RecordId;
}

/** Somebody whom Oaxaca seeks, and who came to Tapachula. */
async function sought(name: string): Promise<Sought> {
  const { tapachula, oaxaca } = route;
  const fields = { name, age: 27, country: "SV", town: "Usulután" };
  const { id: report } = await oaxaca.engine.add("report", fields);
  await meet(oaxaca, tapachula);
  const { id: guest } = await tapachula.engine.add("guest", fields);
  return { guest, report };
}

const pairsOf = async (guest: RecordId) => (await route.tapachula.engine.matches({ of: guest })).pairs;
const say = (guest: RecordId, said: "yes" | "no", purpose: "search" | "care" = "search") =>
  route.tapachula.engine.consent({ guest, purpose, said });

describe("being compared with who is sought", () => {
  test("is done while nobody asked, and not after a no", async () => {
    const { guest } = await sought("Noelia Prueba Uno");
    expect(await pairsOf(guest), "the control").toHaveLength(1);
    await say(guest, "no");
    expect(await pairsOf(guest)).toEqual([]);
    expect((await route.tapachula.engine.matches()).pairs.some((pair) => pair.guest.id === guest)).toBe(
      false,
    );
    await say(guest, "yes");
    expect(await pairsOf(guest), "they changed their mind").toHaveLength(1);
  });

  test("nor is anybody asked whom a no was noted of since, whatever the command line knows", async () => {
    const { engine } = route.tapachula;
    const { guest } = await sought("Odalys Prueba Dos");
    const [pair] = await pairsOf(guest);
    await engine.askMatch(pair!.id);
    await say(guest, "no");
    expect(await pairsOf(guest)).toEqual([]);
    const told = engine.answerMatch({ pair: pair!.id, said: "yes" });
    await expect(told).rejects.toMatchObject(refused("not-sought"));
  });

  test("a no takes an answer back that had gone out, and the page says so", async () => {
    const { tapachula, oaxaca } = route;
    const { guest, report } = await sought("Paula Prueba Tres");
    const [pair] = await pairsOf(guest);
    await tapachula.engine.answerMatch({ pair: pair!.id, said: "yes" });
    await meet(oaxaca, tapachula);
    const answered = async () => (await oaxaca.engine.answers({ of: report })).length;
    expect(await answered(), "the control").toBe(1);
    await say(guest, "no");
    await meet(oaxaca, tapachula);
    expect(await answered()).toBe(0);
    expect(await pairsOf(guest)).toMatchObject([{ state: "yes", takenBack: true, sent: false }]);
  });

  test("a no that a volunteer hands in counts as soon as the staff have it", async () => {
    const { tapachula } = route;
    const { guest } = await sought("Queta Prueba Cuatro");
    await meet(door, tapachula);
    await door.engine.consent({ guest, purpose: "search", said: "no" });
    await meet(door, tapachula);
    await meet(tapachula, door);
    expect(await pairsOf(guest)).toEqual([]);
  });
});

describe("a file of care", () => {
  test("is not kept on who said no: what they are given is counted, without saying of whom", async () => {
    const { engine } = route.tapachula;
    const { id: guest } = await engine.add("guest", { name: "Rita Prueba" });
    const { id: other } = await engine.add("guest", { name: "Saúl Prueba" });
    await engine.add("need", { guest, what: "kit" });
    await say(guest, "no", "care");
    const need = engine.add("need", { guest, what: "medical", note: "fiebre" });
    await expect(need).rejects.toMatchObject(refused("said-no-care"));
    const attention = engine.add("attention", { guests: [other, guest], what: "kit" });
    await expect(attention).rejects.toMatchObject(refused("said-no-care"));
    await engine.add("attention", { people: 2, what: "kit" });
    await engine.add("attention", { guests: [other], what: "kit" });
    await say(guest, "yes", "care");
    await engine.add("need", { guest, what: "medical", note: "fiebre" });
  });
});
