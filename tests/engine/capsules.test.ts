/** What a person carries from house to house: who opens it, who cannot, until when, and who ends it. */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { CAPSULE } from "#sync";
import { setClock } from "../support/set-clock.ts";
import { type Desk, joinHouse, openDesk, openDeskBy } from "../support/houses.ts";
import { foundShelters, meet, type Shelters } from "../support/shelters.ts";

const DAY = 24 * 60 * 60_000;
const MIKAL = {
  name: "Mikal Pérez Xol",
  age: 19,
  sex: "other",
  language: "mam",
  town: "Ixcoy",
  marks: "lunar",
};

let route: Shelters;
/** A second device of the house that gives cards. */
let night: Desk;
/** The door there, at night. */
let door: Desk;
const late = setClock(Date.now() + 61 * DAY);
const early = setClock(Date.now() - 40 * DAY);

beforeAll(async () => {
  route = await foundShelters();
  const { network, tapachula, saltillo } = route;
  night = await joinHouse(tapachula, await openDesk(network, "noche"), "staff");
  door = await joinHouse(saltillo, await openDesk(network, "puerta"), "volunteer");
  await meet(night, tapachula);
  await meet(door, saltillo);
});

const fault = (code: string) => ({ fault: { code } });

async function agreed(fields: object = MIKAL): Promise<RecordId> {
  const { engine } = route.tapachula;
  const guest = (await engine.add("guest", fields)).id;
  await engine.consent({ guest, purpose: "carry", said: "yes" });
  return guest;
}

const WORDS = { needs: ["insulina"], attended: ["curación del pie"], contact: "su tía, 555 0142" };

async function made(guest?: RecordId) {
  const of = guest ?? (await agreed());
  return route.tapachula.engine.newCapsule({ guest: of, parts: ["names", "language"], words: WORDS });
}

/** All that a house's engine would show of anything. */
async function everythingAt({ engine }: Desk): Promise<string> {
  const kinds = ["guest", "arrival", "capsule", "capsule-guest", "consent", "card", "message"] as const;
  const lists = await Promise.all(kinds.map((kind) => engine.list(kind)));
  const found = await engine.search("Mikal Pérez");
  return JSON.stringify([lists, found.kind === "answer" ? found.results : null]);
}

describe("a capsule", () => {
  test("is opened where the card is, says what was wanted and nothing else, and nothing of it is kept", async () => {
    const { tapachula, oaxaca, saltillo } = route;
    const guest = await agreed();
    const { id, code } = await made(guest);
    expect(code.split(" ")).toHaveLength(13);
    await meet(oaxaca, tapachula);
    // it goes on over a house that cannot read it
    await meet(saltillo, oaxaca);
    await meet(door, saltillo);
    for (const desk of [saltillo, door]) {
      const view = await desk.engine.openCapsule(code.toUpperCase());
      const { issuedAt, expiresAt, ...told } = view.fields as Record<string, unknown>;
      expect(told).toEqual({ name: MIKAL.name, language: "mam", ...WORDS, status: "open" });
      expect(Date.parse(String(expiresAt)) - Date.parse(String(issuedAt))).toBe(60 * DAY);
      expect(view).toMatchObject({ id, kind: "capsule", space: CAPSULE, siteName: "Casa Tapachula" });
      expect(JSON.stringify(view)).not.toContain(guest);
      expect(await everythingAt(desk)).not.toMatch(/Mikal|Pérez|insulina/u);
      await expect(desk.engine.show(id)).rejects.toMatchObject(fault("no-such-record"));
    }
    expect(await everythingAt(oaxaca)).not.toMatch(/Mikal|insulina/u);
  });

  test("is carried by a house without its card, which cannot tell whose of several cards it is of", async () => {
    const { tapachula, oaxaca } = route;
    const other = await made(await agreed({ ...MIKAL, name: "Eva Tum Batz" }));
    await made();
    await meet(oaxaca, tapachula);
    const logs = (await oaxaca.store.holdings()).filter(({ log }) => log.space === CAPSULE);
    const entries = (
      await Promise.all(logs.map(({ log, low, high }) => oaxaca.store.read(log, low, high)))
    ).flat();
    expect(entries.length).toBeGreaterThan(1);
    // what a carrier sees of one is what it sees of another: no id, no key, one size of body
    expect(new Set(entries.map(({ header }) => header.keyId.join())).size).toBe(1);
    expect(entries.every(({ header }) => header.keyId.every((byte) => byte === 0))).toBe(true);
    expect(new Set(entries.map(({ header }) => header.length)).size).toBe(1);
    // the control: with the card it is readable there too
    expect((await oaxaca.engine.openCapsule(other.code)).fields).toMatchObject({ name: "Eva Tum Batz" });
  });

  test("that has not come yet is told as that, and one with a slip of the pen as that", async () => {
    const { tapachula, oaxaca } = route;
    const { code } = await made();
    await expect(oaxaca.engine.openCapsule(code)).rejects.toMatchObject({
      fault: { code: "card-not-here", site: "Casa Tapachula" },
    });
    await meet(oaxaca, tapachula);
    await expect(oaxaca.engine.openCapsule(code)).resolves.toMatchObject({ kind: "capsule" });
    const words = code.split(" ");
    const [first = "", second = "", ...rest] = words;
    const wrong = [
      "",
      "hola",
      words.slice(1).join(" "),
      [...words, first].join(" "),
      [second, first, ...rest].join(" "),
    ];
    for (const text of wrong.filter((one) => one !== code))
      await expect(oaxaca.engine.openCapsule(text)).rejects.toMatchObject(fault("card-mistyped"));
  });

  test("is made for nobody who did not agree, about nothing, for too long, or by a volunteer", async () => {
    const { tapachula } = route;
    const { engine } = tapachula;
    const unasked = (await engine.add("guest", MIKAL)).id;
    await expect(engine.newCapsule({ guest: unasked })).rejects.toMatchObject(fault("not-agreed-to-carry"));
    const guest = await agreed();
    await expect(engine.newCapsule({ guest, parts: [] })).rejects.toMatchObject(fault("nothing-to-carry"));
    await expect(engine.newCapsule({ guest, validMs: 181 * DAY })).rejects.toMatchObject(
      fault("carried-too-long"),
    );
    await expect(door.engine.newCapsule({ guest })).rejects.toMatchObject(fault("not-allowed"));
    const nobody = "aaaqeayeaudaocajbifqydiob4" as RecordId;
    await expect(engine.newCapsule({ guest: nobody })).rejects.toMatchObject(fault("no-such-record"));
    await expect(engine.revokeCapsule(nobody)).rejects.toMatchObject(fault("no-such-record"));
    await expect(engine.add("capsule", { status: "revoked" })).rejects.toMatchObject(fault("not-by-hand"));
    expect(await engine.capsules(guest)).toEqual([]);
  });
});

describe("the end of a capsule", () => {
  test("is told by the clock of who reads: past it, and where that clock is far behind", async () => {
    const { network, tapachula } = route;
    const { code } = await made();
    const behind = await openDeskBy(early, { network, name: "atrasada" });
    const ahead = await openDeskBy(late, { network, name: "adelantada" });
    for (const [desk, refused] of [
      [behind, "card-ahead"],
      [ahead, "card-expired"],
    ] as const) {
      await joinHouse(tapachula, desk, "staff");
      await meet(desk, tapachula);
      await expect(desk.engine.openCapsule(code)).rejects.toMatchObject(fault(refused));
    }
  });

  test("comes with its revocation, by another device of the house, wherever that has come", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await agreed();
    const { id, code } = await made(guest);
    await meet(oaxaca, tapachula);
    await meet(night, tapachula);
    expect(await night.engine.capsules(guest)).toMatchObject([{ id, state: "open" }]);
    await night.engine.revokeCapsule(id);
    // not heard of it yet
    await expect(oaxaca.engine.openCapsule(code)).resolves.toMatchObject({ id });
    await meet(oaxaca, night);
    await meet(tapachula, night);
    for (const desk of [oaxaca, night, tapachula])
      await expect(desk.engine.openCapsule(code)).rejects.toMatchObject(fault("card-revoked"));
    expect(await tapachula.engine.capsules(guest)).toMatchObject([{ id, state: "revoked" }]);
  });

  test("comes when the person says no, at whichever device, without anybody pressing anything", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await agreed();
    const { code } = await made(guest);
    await meet(night, tapachula);
    await night.engine.consent({ guest, purpose: "carry", said: "no" });
    await expect(night.engine.openCapsule(code)).rejects.toMatchObject(fault("card-revoked"));
    await meet(oaxaca, night);
    await expect(oaxaca.engine.openCapsule(code)).rejects.toMatchObject(fault("card-revoked"));
    // agreeing again is for another card
    await meet(tapachula, night);
    await tapachula.engine.consent({ guest, purpose: "carry", said: "yes" });
    await expect(tapachula.engine.openCapsule(code)).rejects.toMatchObject(fault("card-revoked"));
    await expect(made(guest)).resolves.toBeDefined();
  });

  test("is one where two devices end it at once, each in its way", async () => {
    const { tapachula, oaxaca } = route;
    const guest = await agreed();
    const { code, id } = await made(guest);
    await meet(night, tapachula);
    await night.engine.consent({ guest, purpose: "carry", said: "unset" });
    await tapachula.engine.revokeCapsule(id);
    await meet(oaxaca, night);
    await meet(oaxaca, tapachula);
    await expect(oaxaca.engine.openCapsule(code)).rejects.toMatchObject(fault("card-revoked"));
    await meet(night, tapachula);
    expect(await night.engine.capsules(guest)).toMatchObject([{ id, state: "revoked" }]);
  });
});
