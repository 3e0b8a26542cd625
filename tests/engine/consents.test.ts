/** What a guest agrees to, on two devices of one house that decide apart. */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { type Desk, foundRoute, openDesk, PASSPHRASE, type Route, waitingAt } from "../support/houses.ts";

let route: Route;
/** A second device of the house in Tapachula. */
let night: Desk;
/** One of a volunteer there. */
let door: Desk;

async function another(role: "staff" | "volunteer", name: string): Promise<Desk> {
  const { network, tapachula } = route;
  const desk = await openDesk(network, name);
  const { code } = await tapachula.engine.invite({ role, newSite: null, validMs: 60_000 });
  const { words } = await desk.engine.join({ code, personName: name, passphrase: PASSPHRASE });
  await desk.engine.sync({ peer: tapachula.address });
  const [waiting] = await waitingAt(tapachula);
  await tapachula.engine.confirm({ device: waiting!.device, words });
  await meet(desk, tapachula);
  return desk;
}

/** Twice: the second time the other one has settled what came, and hands out its keys. */
async function meet(one: Desk, other: Desk): Promise<void> {
  await one.engine.sync({ peer: other.address });
  await one.engine.sync({ peer: other.address });
}

beforeAll(async () => {
  route = await foundRoute();
  night = await another("staff", "noche");
  door = await another("volunteer", "puerta");
});

const siteOf = async ({ engine }: Desk) => (await engine.members()).sites.find((one) => one.ownSite)!.site;
const newGuest = async ({ engine }: Desk): Promise<RecordId> =>
  (await engine.add("guest", { name: "Mikal Pérez Xol" })).id;

async function stateAt(desk: Desk, guest: RecordId, purpose = "search") {
  const views = await desk.engine.consents(guest);
  return views.find((one) => one.purpose === purpose)!;
}

describe("consent", () => {
  test("is unset for every purpose before anybody asked, and to refer for every other site", async () => {
    const { tapachula } = route;
    const views = await tapachula.engine.consents(await newGuest(tapachula));
    expect(views.map(({ purpose, toName, state }) => [purpose, toName, state])).toEqual([
      ["care", null, "unset"],
      ["search", null, "unset"],
      ["passed", null, "unset"],
      ["refer", "Casa Oaxaca", "unset"],
      ["refer", "Comité de Yoro", "unset"],
      ["poster", null, "unset"],
      ["figures", null, "unset"],
      ["carry", null, "unset"],
      ["findable", null, "unset"],
      ["export", null, "unset"],
    ]);
  });

  test("holds at once, for its purpose and its site alone, and is taken back at any time", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await newGuest(tapachula);
    const to = await siteOf(oaxaca);
    const { engine } = tapachula;
    const how = { basis: "guardian", language: "mam", interpreter: "su tía" } as const;
    expect(await engine.consent({ guest, purpose: "refer", to, said: "yes", ...how })).toMatchObject({
      ...{ purpose: "refer", state: "yes" },
    });
    const views = await engine.consents(guest);
    expect(views.filter(({ state }) => state === "yes")).toMatchObject([
      { purpose: "refer", to, standing: [how] },
    ]);
    expect(await engine.consent({ guest, purpose: "refer", to, said: "no" })).toMatchObject({ state: "no" });
    expect(await engine.consent({ guest, purpose: "refer", to, said: "yes" })).toMatchObject({
      state: "yes",
    });
    expect(await engine.consent({ guest, purpose: "refer", to, said: "unset" })).toMatchObject({
      state: "unset",
    });
  });

  test("that two devices write down apart is the narrower one, also where a no is only said again", async () => {
    const { tapachula } = route;
    const guest = await newGuest(tapachula);
    await tapachula.engine.consent({ guest, purpose: "search", said: "no" });
    await meet(night, tapachula);
    await tapachula.engine.consent({ guest, purpose: "search", said: "no" });
    const { state } = await night.engine.consent({ guest, purpose: "search", said: "yes" });
    expect(state).toBe("yes");
    await meet(night, tapachula);
    for (const desk of [night, tapachula]) {
      const view = await stateAt(desk, guest);
      expect([view.state, view.standing.map(({ said }) => said).sort()]).toEqual(["no", ["no", "yes"]]);
    }
    await night.engine.consent({ guest, purpose: "search", said: "yes" });
    await meet(night, tapachula);
    expect(await stateAt(tapachula, guest)).toMatchObject({ state: "yes", standing: [{ said: "yes" }] });
  });

  test("that settles two is narrowed again by whoever had not seen that", async () => {
    const { tapachula } = route;
    const guest = await newGuest(tapachula);
    await meet(night, tapachula);
    await tapachula.engine.consent({ guest, purpose: "search", said: "yes" });
    await night.engine.consent({ guest, purpose: "search", said: "yes" });
    await tapachula.engine.sync({ peer: night.address });
    await meet(tapachula, night);
    await tapachula.engine.consent({ guest, purpose: "search", said: "yes" });
    await night.engine.consent({ guest, purpose: "search", said: "no" });
    await meet(night, tapachula);
    expect(await stateAt(tapachula, guest)).toMatchObject({ state: "no" });
    expect(await stateAt(night, guest)).toMatchObject({ state: "no" });
  });

  test("is refused for who is no guest, a site that is none, a purpose that has no site; and is never edited", async () => {
    const { tapachula, oaxaca } = route;
    const { engine } = tapachula;
    const guest = await newGuest(tapachula);
    const fault = (code: string) => ({ fault: { code } });
    const [own, to] = [await siteOf(tapachula), await siteOf(oaxaca)];
    const said = "yes";
    const nobody = "aaaqeayeaudaocajbifqydiob4" as RecordId;
    await expect(engine.consent({ guest: nobody, purpose: "care", said })).rejects.toMatchObject(
      fault("no-such-record"),
    );
    await expect(engine.consent({ guest, purpose: "refer", to: own, said })).rejects.toMatchObject(
      fault("no-such-site"),
    );
    await expect(engine.consent({ guest, purpose: "care", to, said })).rejects.toMatchObject(fault("fields"));
    await expect(engine.consent({ guest, purpose: "refer", said })).rejects.toMatchObject(fault("fields"));
    const { id } = await engine.consent({ guest, purpose: "care", said: "no" });
    await expect(engine.edit(id, { said: "yes" })).rejects.toMatchObject(fault("said-once"));
    expect(await stateAt(tapachula, guest, "care")).toMatchObject({ state: "no" });
  });

  test("is not read by volunteers, and no other house has any of it", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await newGuest(tapachula);
    await tapachula.engine.consent({ guest, purpose: "care", said: "yes" });
    await meet(door, tapachula);
    await meet(oaxaca, tapachula);
    await expect(door.engine.consents(guest)).rejects.toMatchObject({ fault: { code: "not-allowed" } });
    await expect(door.engine.personCopy(guest)).rejects.toMatchObject({ fault: { code: "not-allowed" } });
    for (const desk of [door, oaxaca]) expect(await desk.engine.list("consent")).toEqual([]);
    expect((await tapachula.engine.list("consent")).length).toBeGreaterThan(0);
  });
});

describe("what a volunteer notes at the door", () => {
  const adult = async ({ engine }: Desk): Promise<RecordId> =>
    (await engine.add("guest", { name: "Eulalia Caal", birthDate: "1990-02-01" })).id;
  const foundOf = ({ engine }: Desk, guest: RecordId) => engine.foundState(guest);
  const says = (guest: RecordId, said: "yes" | "no" | "unset") =>
    ({ guest, purpose: "findable", said }) as const;

  test("a yes is handed in and holds nowhere until staff say it too", async () => {
    const { tapachula } = route;
    const guest = await adult(door);
    expect(await door.engine.consent(says(guest, "yes"))).toMatchObject({ state: null });
    await meet(door, tapachula);
    expect(await stateAt(tapachula, guest, "findable")).toMatchObject({
      ...{ state: "unset", standing: [{ said: "yes", isHandedIn: true }] },
    });
    expect(await foundOf(tapachula, guest)).toBe("not-agreed");
    const waiting = async () =>
      (await tapachula.engine.waitingConsents())
        .filter((one) => one.guest.id === guest)
        .map(({ purposes }) => purposes);
    expect(await waiting()).toEqual([["findable"]]);
    await expect(door.engine.waitingConsents()).rejects.toMatchObject({ fault: { code: "not-allowed" } });
    await tapachula.engine.consent(says(guest, "yes"));
    expect(await stateAt(tapachula, guest, "findable")).toMatchObject({
      ...{ state: "yes", standing: [{ said: "yes", isHandedIn: false }] },
    });
    expect(await foundOf(tapachula, guest)).toBe("shared");
    expect(await waiting()).toEqual([]);
    await door.engine.consent(says(guest, "yes"));
    await meet(door, tapachula);
    expect(await foundOf(tapachula, guest)).toBe("shared");
    expect(await waiting(), "it says nothing new").toEqual([]);
    await tapachula.engine.consent(says(guest, "no"));
    await door.engine.consent(says(guest, "yes"));
    await meet(door, tapachula);
    expect(await waiting(), "they changed their mind").toEqual([["findable"]]);
    await tapachula.engine.depart({ guest, how: "moved-on" });
    expect(await waiting(), "who left cannot be asked").toEqual([]);
  });

  test.each(["no", "unset"] as const)(
    "%s: narrows what staff had noted, at once where it comes",
    async (word) => {
      const { tapachula } = route;
      const guest = await adult(tapachula);
      await tapachula.engine.consent(says(guest, "yes"));
      expect(await foundOf(tapachula, guest)).toBe("shared");
      await meet(door, tapachula);
      await door.engine.consent(says(guest, word));
      await meet(door, tapachula);
      expect(await stateAt(tapachula, guest, "findable")).toMatchObject({ state: word });
      expect(await foundOf(tapachula, guest)).toBe("not-agreed");
      // a yes of theirs afterwards takes nothing of that back; a word of the staff settles it
      await door.engine.consent(says(guest, "yes"));
      await meet(door, tapachula);
      expect(await stateAt(tapachula, guest, "findable")).toMatchObject({ state: word });
      await tapachula.engine.consent(says(guest, "yes"));
      expect(await foundOf(tapachula, guest)).toBe("shared");
    },
  );

  test("is of a guest whom the desk has, and of a site that exists", async () => {
    const nobody = "aaaqeayeaudaocajbifqydiob4" as RecordId;
    await expect(door.engine.consent(says(nobody, "no"))).rejects.toMatchObject({
      fault: { code: "no-such-record" },
    });
    const guest = await adult(door);
    const to = await siteOf(door);
    await expect(door.engine.consent({ guest, purpose: "refer", to, said: "no" })).rejects.toMatchObject({
      fault: { code: "no-such-site" },
    });
  });
});
