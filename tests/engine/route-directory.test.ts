/** What shelters tell one another of the route: the directory, the boards and the notices of three houses. */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { type Desk, foundRoute, joinHouse, openDesk, openDeskBy } from "../support/houses.ts";
import { setClock } from "../support/set-clock.ts";
import { foundShelters, meet, type Shelters } from "../support/shelters.ts";

/** Noon, wherever this runs. */
const clock = setClock(new Date(2026, 10, 21, 12).getTime());
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

let route: Shelters;

const refused = (code: string) => ({ fault: { code } });
const wrong = (field: string, code: string) => ({ fault: { code: "fields", problems: [{ field, code }] } });

beforeAll(async () => {
  route = await foundShelters(clock);
});

/** What one house wrote reaches the third over the second. */
async function spread(): Promise<void> {
  const { tapachula, oaxaca, saltillo } = route;
  for (let round = 0; round < 2; round++) {
    await meet(oaxaca, tapachula);
    await meet(saltillo, oaxaca);
  }
}

const boardAt = async ({ engine }: Desk, site: string) =>
  (await engine.boards()).find(({ siteName }) => siteName === site)!;

describe("a board", () => {
  test("reaches the other houses over a third; a house says only its own", async () => {
    const { tapachula, saltillo } = route;
    expect(
      (await saltillo.engine.boards()).map(({ siteName, ownSite, saidAt }) => [siteName, ownSite, saidAt]),
    ).toEqual([
      ...[
        ["Casa Saltillo", true, null],
        ["Casa Oaxaca", false, null],
        ["Casa Tapachula", false, null],
      ],
    ]);
    await tapachula.engine.setBoard({
      place: "Tapachula",
      beds: { any: 12, women: 3 },
      needs: { medicines: { note: "suero oral", urgent: true } },
      alerts: { operation: { note: "en la salida norte" } },
    });
    await spread();
    expect(await boardAt(saltillo, "Casa Tapachula")).toMatchObject({
      ...{ ownSite: false, place: "Tapachula" },
      beds: [
        { group: "any", free: 12, age: "current" },
        { group: "women", free: 3, age: "current" },
      ],
      needs: [{ need: "medicines", note: "suero oral", urgent: true, age: "current" }],
      alerts: [{ alert: "operation", note: "en la salida norte", age: "current" }],
    });
    const [theirs] = await saltillo.engine.list("board");
    await expect(saltillo.engine.edit(theirs!.id, { place: "Otra" })).rejects.toMatchObject(
      refused("not-by-hand"),
    );
    await expect(saltillo.engine.add("board", { place: "Otra" })).rejects.toMatchObject(
      refused("not-by-hand"),
    );
  });

  test("is shown as old after a day, and after three only that nobody knows; what is said anew is of now", async () => {
    const { tapachula, saltillo } = route;
    clock.move(25 * HOUR);
    expect((await boardAt(saltillo, "Casa Tapachula")).beds).toMatchObject([
      { free: 12, age: "old" },
      { free: 3, age: "old" },
    ]);
    await tapachula.engine.setBoard({ beds: { any: 2 } });
    await spread();
    expect((await boardAt(saltillo, "Casa Tapachula")).beds).toMatchObject([
      { group: "any", free: 2, age: "current" },
      { group: "women", free: 3, age: "old" },
    ]);
    await tapachula.engine.repeatBoard();
    expect((await boardAt(tapachula, "Casa Tapachula")).beds).toMatchObject([
      { group: "any", free: 2, age: "current" },
      { group: "women", free: 3, age: "current" },
    ]);
    clock.move(73 * HOUR);
    const old = await boardAt(tapachula, "Casa Tapachula");
    expect(old.beds).toMatchObject([
      { free: null, age: "gone" },
      { free: null, age: "gone" },
    ]);
    expect(old.alerts).toEqual([]);
    // what nobody knows is not said again unseen
    await tapachula.engine.repeatBoard();
    expect((await boardAt(tapachula, "Casa Tapachula")).beds).toMatchObject([{ free: null }, { free: null }]);
    expect((await boardAt(tapachula, "Casa Tapachula")).needs).toMatchObject([{ age: "current" }]);
  });

  test("begun on two computers that have not heard of each other is one, with the fewer beds, until somebody says more", async () => {
    const { oaxaca } = route;
    const second = await joinHouse(
      oaxaca,
      await openDeskBy(clock, { network: route.network, name: "segundo" }),
      "staff",
    );
    await meet(second, oaxaca);
    await oaxaca.engine.setBoard({ beds: { any: 9 }, alerts: { full: {} } });
    await second.engine.setBoard({ beds: { any: 4, men: 2 }, alerts: { danger: {} } });
    await meet(second, oaxaca);
    await meet(oaxaca, second);
    for (const desk of [oaxaca, second]) {
      expect(await desk.engine.list("board")).toHaveLength(2);
      expect(await boardAt(desk, "Casa Oaxaca")).toMatchObject({
        beds: [
          { group: "any", free: 4 },
          { group: "men", free: 2 },
        ],
        alerts: [{ alert: "full" }, { alert: "danger" }],
      });
    }
    await second.engine.setBoard({ beds: { any: 8 } });
    await meet(oaxaca, second);
    for (const desk of [oaxaca, second])
      expect((await boardAt(desk, "Casa Oaxaca")).beds).toMatchObject([
        { group: "any", free: 8 },
        { group: "men", free: 2 },
      ]);
  });

  test("says what is wrong, and keeps what stood", async () => {
    const { oaxaca } = route;
    const before = await boardAt(oaxaca, "Casa Oaxaca");
    await expect(oaxaca.engine.setBoard({ beds: { any: -1 } })).rejects.toMatchObject(
      wrong("beds.any", "wrong-type"),
    );
    await expect(
      oaxaca.engine.setBoard({ alerts: { other: { note: "llame al 555 014 0000" } } }),
    ).rejects.toMatchObject(wrong("alerts.other.note", "contact-in-text"));
    expect(await boardAt(oaxaca, "Casa Oaxaca")).toEqual(before);
  });
});

describe("the directory", () => {
  const CLINIC = {
    ...{ name: "Consultorio San José", type: "health", offers: ["medical"], place: "Tapachula" },
    ...{ phone: "+52 555 0142", hours: "8:00 a 14:00", accepts: ["women", "families"], entry: "Sin cita" },
  };
  let clinic: RecordId;

  test("is noted by one house and read by all; of today unless told, and never of tomorrow", async () => {
    const { tapachula, saltillo } = route;
    clinic = (await tapachula.engine.add("service", CLINIC)).id;
    await expect(
      tapachula.engine.add("service", { ...CLINIC, confirmedOn: "2027-11-25" }),
    ).rejects.toMatchObject(wrong("confirmedOn", "day-ahead"));
    await spread();
    const [service] = await saltillo.engine.directory();
    expect(service).toMatchObject({
      ...{ id: clinic, ...CLINIC, freshness: "fresh", status: "open", agree: 1, others: [], address: null },
      ...{ confirmedBy: { siteName: "Casa Tapachula" }, notedBy: { siteName: "Casa Tapachula" } },
    });
  });

  test("is looked through by what helps, the place, who is accepted and words", async () => {
    const { tapachula } = route;
    await tapachula.engine.add("service", { name: "Casa Alba", type: "shelter", offers: ["night", "food"] });
    const names = async (wish: object) => (await tapachula.engine.directory(wish)).map(({ name }) => name);
    expect(await names({})).toEqual(["Casa Alba", "Consultorio San José"]);
    expect(await names({ offers: "medical" })).toEqual(["Consultorio San José"]);
    expect(await names({ place: "tapachúla" })).toEqual(["Consultorio San José"]);
    expect(await names({ text: "jose cita" })).toEqual(["Consultorio San José"]);
    expect(await names({ text: "jose dentista" })).toEqual([]);
    // nobody said whom Casa Alba takes: it comes last, and is told
    expect(await names({ accepts: "women" })).toEqual(["Consultorio San José", "Casa Alba"]);
    expect(await names({ accepts: "men" })).toEqual(["Casa Alba"]);
  });

  test("is old after thirty days, until any house makes sure; its correction stands beside the first word", async () => {
    const { tapachula, oaxaca, saltillo } = route;
    clock.move(31 * DAY);
    const [old] = await saltillo.engine.directory({ offers: "medical" });
    expect(old).toMatchObject({ freshness: "old" });
    const told = await saltillo.engine.confirmService(clinic, { fields: { phone: "+52 555 0177" } });
    expect(told).toMatchObject({
      ...{ freshness: "fresh", phone: "+52 555 0177", agree: 1, confirmedBy: { siteName: "Casa Saltillo" } },
      others: [{ field: "phone", value: "+52 555 0142", siteName: "Casa Tapachula" }],
    });
    await spread();
    for (const desk of [tapachula, oaxaca])
      expect((await desk.engine.directory({ offers: "medical" }))[0]).toMatchObject({
        phone: "+52 555 0177",
      });
    // the house that noted it makes sure of what it reads: both say the same, and nothing stands apart
    await tapachula.engine.confirmService(clinic);
    await spread();
    expect((await oaxaca.engine.directory({ offers: "medical" }))[0]).toMatchObject({
      ...{ phone: "+52 555 0177", agree: 2, others: [], hours: "8:00 a 14:00" },
    });
  });

  test("is marked closed by whoever saw it, and open again by a later day", async () => {
    const { tapachula, saltillo } = route;
    await saltillo.engine.confirmService(clinic, { status: "closed" });
    await spread();
    expect(await tapachula.engine.directory({ offers: "medical" })).toEqual([]);
    expect(await tapachula.engine.directory({ offers: "medical", all: true })).toMatchObject([
      { status: "closed", confirmedBy: { siteName: "Casa Saltillo" } },
    ]);
    clock.move(DAY);
    await tapachula.engine.confirmService(clinic);
    await spread();
    expect(await saltillo.engine.directory({ offers: "medical" })).toMatchObject([{ status: "open" }]);
  });

  test("a value is taken off by whoever alone says it, and by nobody over another house's word", async () => {
    const { tapachula, saltillo } = route;
    const { id } = await tapachula.engine.add("service", { ...CLINIC, name: "Dispensario Norte" });
    const told = async (desk: typeof tapachula) =>
      (await desk.engine.directory({ text: "dispensario" })).map(({ phone, note }) => ({ phone, note }));
    await spread();
    const emptied = wrong("phone", "said-elsewhere");
    await expect(
      saltillo.engine.confirmService(id, { fields: { phone: null, note: "Jueves no abre." } }),
    ).rejects.toMatchObject(emptied);
    // nothing of a refused word is kept
    expect(await told(saltillo)).toEqual([{ phone: CLINIC.phone, note: null }]);
    await saltillo.engine.confirmService(id, { fields: { note: "Jueves no abre." } });
    await tapachula.engine.confirmService(id, { fields: { phone: null } });
    await spread();
    for (const desk of [tapachula, saltillo])
      expect(await told(desk)).toEqual([{ phone: null, note: "Jueves no abre." }]);
    // the note is Saltillo's, and nobody took it up
    await expect(tapachula.engine.confirmService(id, { fields: { note: " " } })).rejects.toMatchObject(
      wrong("note", "said-elsewhere"),
    );
    await expect(tapachula.engine.confirmService(id, { fields: { name: "" } })).rejects.toMatchObject(
      wrong("name", "required"),
    );
  });

  test("keeps each house to its own words", async () => {
    const { oaxaca } = route;
    await expect(oaxaca.engine.edit(clinic, { phone: "1" })).rejects.toMatchObject(refused("not-yours"));
    await expect(
      oaxaca.engine.add("service-word", { service: clinic, confirmedOn: "2026-11-21" }),
    ).rejects.toMatchObject(refused("not-by-hand"));
    await expect(oaxaca.engine.confirmService(clinic, { on: "2030-01-01" })).rejects.toMatchObject(
      wrong("confirmedOn", "day-ahead"),
    );
    const fields = { guest: "Ana" } as object;
    await expect(oaxaca.engine.confirmService(clinic, { fields })).rejects.toMatchObject(
      wrong("guest", "unknown-field"),
    );
    const nothing = "aaaqeayeaudaocajbifqydiob4" as RecordId;
    await expect(oaxaca.engine.confirmService(nothing)).rejects.toMatchObject(refused("no-such-record"));
  });

  test("of which nobody made sure for a year is in no list unless asked for", async () => {
    const { tapachula } = route;
    clock.move(366 * DAY);
    expect(await tapachula.engine.directory()).toEqual([]);
    expect(await tapachula.engine.directory({ all: true })).toHaveLength(3);
  });
});

describe("a notice", () => {
  const DANGER = { kind: "danger", text: "No pase de noche por La Ventosa.", place: "La Ventosa" };
  let id: RecordId;

  test("reaches every house, stands three days unless told, and ends by itself", async () => {
    const { tapachula, saltillo } = route;
    id = (await tapachula.engine.add("notice", DANGER)).id;
    await spread();
    expect(await saltillo.engine.notices()).toMatchObject([
      { ...DANGER, id, state: "current", ownSite: false, by: { siteName: "Casa Tapachula" } },
    ]);
    clock.move(4 * DAY);
    expect(await saltillo.engine.notices()).toEqual([]);
    expect(await saltillo.engine.notices({ all: true })).toMatchObject([{ id, state: "over" }]);
  });

  test("is changed and ended by its own house alone", async () => {
    const { tapachula, oaxaca, saltillo } = route;
    const own = (await tapachula.engine.add("notice", DANGER)).id;
    await tapachula.engine.edit(own, { text: "La Ventosa está libre de día." });
    await spread();
    await expect(saltillo.engine.endNotice(own)).rejects.toMatchObject(refused("not-yours"));
    await expect(saltillo.engine.edit(own, { text: "Otra cosa" })).rejects.toMatchObject(
      refused("not-yours"),
    );
    expect((await oaxaca.engine.notices()).map(({ text }) => text)).toEqual([
      "La Ventosa está libre de día.",
    ]);
    expect(await tapachula.engine.endNotice(own)).toMatchObject({ state: "over" });
    await spread();
    expect(await oaxaca.engine.notices()).toEqual([]);
  });

  test("says until which day it stands: not a past one, and not for more than a month", async () => {
    const { tapachula } = route;
    await expect(
      tapachula.engine.add("notice", { ...DANGER, validUntil: "2026-11-20" }),
    ).rejects.toMatchObject(wrong("validUntil", "day-past"));
    await expect(
      tapachula.engine.add("notice", { ...DANGER, validUntil: "2032-01-01" }),
    ).rejects.toMatchObject(wrong("validUntil", "too-far"));
    await expect(
      tapachula.engine.add("notice", { ...DANGER, text: "Pregunte al 555 014 0000" }),
    ).rejects.toMatchObject(wrong("text", "contact-in-text"));
  });
});

describe("who reads none of it", () => {
  test("volunteers and advocates: they hold no key of what all shelters read", async () => {
    const { network, tapachula, comite } = await foundRoute();
    const volunteer = await joinHouse(tapachula, await openDesk(network, "turno"), "volunteer");
    await tapachula.engine.setBoard({ beds: { any: 1 } });
    await tapachula.engine.add("notice", { kind: "danger", text: "No pase de noche." });
    for (const desk of [volunteer, comite]) await meet(desk, tapachula);
    for (const { engine } of [volunteer, comite]) {
      for (const ask of [
        engine.boards(),
        engine.directory(),
        engine.notices(),
        engine.setBoard({ beds: { any: 1 } }),
      ])
        await expect(ask).rejects.toMatchObject(refused("not-allowed"));
      await expect(engine.add("notice", { kind: "danger", text: "x" })).rejects.toMatchObject(
        refused("not-allowed"),
      );
      for (const kind of ["board", "service", "service-word", "notice"] as const)
        expect(await engine.list(kind)).toEqual([]);
    }
    // the control: the records are there for who may
    expect(await tapachula.engine.list("board")).not.toEqual([]);
  });
});

describe("a house that is distrusted", () => {
  test("is told no more here, whatever it said before", async () => {
    const { tapachula, saltillo } = route;
    await tapachula.engine.setBoard({ beds: { any: 5 } });
    await tapachula.engine.add("notice", { kind: "general", text: "Hay reunión." });
    await spread();
    const { site } = await boardAt(saltillo, "Casa Tapachula");
    expect((await saltillo.engine.notices()).length).toBe(1);
    await saltillo.engine.distrust({ site, on: true });
    expect((await saltillo.engine.boards()).map(({ siteName }) => siteName)).toEqual([
      "Casa Saltillo",
      "Casa Oaxaca",
    ]);
    expect(await saltillo.engine.notices()).toEqual([]);
    expect(await saltillo.engine.directory({ all: true })).toEqual([]);
  });
});
