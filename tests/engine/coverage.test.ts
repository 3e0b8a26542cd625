/**
 * What a seeker sees of a report: which houses say that they hold it and have compared it, and when; the same whatever
 * was found (docs/matching.md, "Coverage").
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { EngineEvent, MatchesView, RecordId, SyncReport } from "#engine";
import type { Clock } from "#sync";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { decodeReceipt } from "../../sync/receipts/receipt.ts";
import { createMemoryDisk, type MemoryDisk, memoryStore } from "../../sync/store/memory-store.ts";
import { bringIn, type Desk, openDesk, openDeskBy, PASSPHRASE, waitingAt } from "../support/houses.ts";
import { memoryNetwork, type MemoryNetwork } from "../support/memory-network.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NINE = Date.UTC(2026, 10, 22, 9);
const SIGNATURE_BYTES = 64;

const WILMER = {
  name: "Wilmer Xol Caal",
  age: { from: 19, to: 19, asOf: "2026-06-01" },
  town: "Cobán",
  country: "GT",
};
const WILMAR = { name: "Wilmar Shol Kaal", age: 19, town: "Coban", country: "GT" };
const OTHER = { name: "Zenobia Tzul Pop", age: 33, town: "Xela", country: "GT" };

let time = NINE + 20 * MINUTE;
/** Moments of the steady comparison are short; an hour is one. */
const clock: Clock = {
  now: () => time,
  sleep: (ms, signal) => systemClock.sleep(ms <= 1000 ? Math.min(ms, 5) : ms, signal),
};

const meet = (one: Desk, other: Desk): Promise<SyncReport> => one.engine.sync({ peer: other.address });

interface Houses {
  readonly network: MemoryNetwork;
  readonly disks: Readonly<Record<"tapachula" | "oaxaca" | "comite", MemoryDisk>>;
  readonly tapachula: Desk;
  readonly oaxaca: Desk;
  readonly comite: Desk;
}

async function foundHouses(): Promise<Houses> {
  const network = memoryNetwork();
  const disks = { tapachula: createMemoryDisk(), oaxaca: createMemoryDisk(), comite: createMemoryDisk() };
  const open = (name: keyof typeof disks): Promise<Desk> =>
    openDeskBy(clock, { network, name, store: memoryStore(disks[name]) });
  const [tapachula, oaxaca, comite] = [await open("tapachula"), await open("oaxaca"), await open("comite")];
  const place = { meshName: "Ruta del Sur", siteName: "Casa Tapachula", siteKind: "shelter" as const };
  await tapachula.engine.found({ ...place, personName: "Lucía", passphrase: PASSPHRASE });
  await bringIn(tapachula, oaxaca, { name: "Casa Oaxaca", kind: "shelter" });
  await bringIn(tapachula, comite, { name: "Comité de Yoro", kind: "advocates" });
  await meet(oaxaca, tapachula);
  return { network, disks, tapachula, oaxaca, comite };
}

/** What each shelter says, by name. */
const saidIn = ({ coverage }: MatchesView): Readonly<Record<string, unknown>> =>
  Object.fromEntries(coverage.map(({ name, holds, comparedAt }) => [name, [holds, comparedAt]]));
const askedAt = async (desk: Desk, of: RecordId) => saidIn(await desk.engine.matches({ of }));

describe("of a report of the committee", () => {
  let houses: Houses;
  let report: RecordId;

  beforeAll(async () => {
    houses = await foundHouses();
    report = (await houses.comite.engine.add("report", { ...WILMER, seeker: { name: "Rosa Caal" } })).id;
  });

  test("nobody has said anything at first, and every shelter is named", async () => {
    expect(await askedAt(houses.comite, report)).toEqual({
      "Casa Tapachula": [false, null],
      "Casa Oaxaca": [false, null],
    });
  });

  test("a house that only received it says nothing; one that compared it says the hour", async () => {
    const { oaxaca, tapachula, comite } = houses;
    await oaxaca.engine.add("guest", WILMAR);
    await meet(comite, oaxaca);
    await meet(comite, oaxaca);
    expect((await askedAt(comite, report))["Casa Oaxaca"]).toEqual([false, null]);
    expect((await oaxaca.engine.matches()).pairs).toHaveLength(1);
    await meet(comite, oaxaca);
    expect(await askedAt(comite, report)).toEqual({
      "Casa Tapachula": [false, null],
      "Casa Oaxaca": [true, NINE],
    });
    // the committee itself carries the word on
    await meet(comite, tapachula);
    expect(saidIn(await tapachula.engine.matches())).toEqual({
      "Casa Tapachula": [null, time],
      "Casa Oaxaca": [null, NINE],
    });
  });

  test("of a report that was changed, the hour stands again when the change was compared", async () => {
    const { oaxaca, comite } = houses;
    await comite.engine.edit(report, { marks: "tatuaje de una rosa" });
    expect((await askedAt(comite, report))["Casa Oaxaca"]).toEqual([false, null]);
    // a later word that does not know the change
    time += HOUR;
    await oaxaca.engine.matches();
    await meet(comite, oaxaca);
    expect((await askedAt(comite, report))["Casa Oaxaca"]).toEqual([false, null]);
    expect(saidIn(await comite.engine.matches())["Casa Oaxaca"]).toEqual([null, NINE + HOUR]);
    time += 5 * MINUTE;
    await oaxaca.engine.matches();
    await meet(comite, oaxaca);
    expect((await askedAt(comite, report))["Casa Oaxaca"]).toEqual([true, NINE + HOUR]);
  });

  test("of reports that were written at once each stands for itself", async () => {
    const { oaxaca, comite } = houses;
    const names = ["Elda Orantes Tzul", "Mikal Ixcoy Pop", "Zenobia Batz Chub"];
    const rows = names.map((name) => `${name},30,GT\n`).join("");
    const bytes = new TextEncoder().encode(`name,age,country\n${rows}`);
    expect(await comite.engine.importFile({ bytes, format: "csv", kind: "report" })).toMatchObject({
      imported: 3,
    });
    const reports = (await comite.engine.list("report")).filter(({ title }) => names.includes(title));
    const said = async (): Promise<readonly unknown[]> =>
      Promise.all(
        reports.map(async ({ id }) => ((await askedAt(comite, id))["Casa Oaxaca"] as unknown[])[0]),
      );
    expect(await said()).toEqual([false, false, false]);
    await meet(comite, oaxaca);
    await oaxaca.engine.matches();
    await meet(comite, oaxaca);
    expect(await said()).toEqual([true, true, true]);
    await comite.engine.edit(reports[1]!.id, { marks: "lunar" });
    expect(await said()).toEqual([true, false, true]);
    await meet(comite, oaxaca);
    await oaxaca.engine.matches();
    await meet(comite, oaxaca);
    expect(await said()).toEqual([true, true, true]);
  });

  test("the word of somebody who was taken out counts no more, until a colleague says it", async () => {
    const { oaxaca, comite, network } = houses;
    const delia = await openDeskBy(clock, { network, name: "delia" });
    const { code } = await oaxaca.engine.invite({ role: "staff", newSite: null, validMs: HOUR });
    const { words } = await delia.engine.join({ code, personName: "Delia", passphrase: PASSPHRASE });
    await meet(delia, oaxaca);
    const [waiting] = await waitingAt(oaxaca);
    await oaxaca.engine.confirm({ device: waiting!.device, words });
    await meet(delia, oaxaca);
    await meet(delia, oaxaca);
    time += HOUR;
    expect((await delia.engine.matches()).pairs).toHaveLength(1);
    await meet(delia, oaxaca);
    // words go ahead of the membership: who the signer is, the committee learns in the first of these
    await meet(comite, oaxaca);
    await meet(comite, oaxaca);
    expect((await askedAt(comite, report))["Casa Oaxaca"]).toEqual([true, NINE + 2 * HOUR]);
    await oaxaca.engine.revoke(waiting!.device);
    await meet(comite, oaxaca);
    expect((await askedAt(comite, report))["Casa Oaxaca"]).toEqual([false, null]);
    await oaxaca.engine.matches();
    await meet(comite, oaxaca);
    expect((await askedAt(comite, report))["Casa Oaxaca"]).toEqual([true, NINE + 2 * HOUR]);
  });

  test("a word from years ahead names no time", async () => {
    const { oaxaca, comite } = houses;
    const today = time;
    time += 400 * 24 * HOUR;
    await oaxaca.engine.matches();
    await meet(comite, oaxaca);
    time = today;
    expect((await askedAt(comite, report))["Casa Oaxaca"]).toEqual([false, null]);
  });
});

describe("nothing that was found shows in what a house says", () => {
  interface World {
    readonly found: number;
    /** The register as others get it, but for the signature. */
    readonly word: Uint8Array;
    readonly puts: readonly string[];
    readonly sent: Pick<SyncReport, "messages" | "bytesOut" | "bytesIn" | "entriesOut">;
  }

  let houses: Houses;
  beforeAll(async () => {
    time = NINE + 20 * MINUTE;
    houses = await foundHouses();
    await houses.comite.engine.add("report", { ...WILMER, seeker: { name: "Rosa Caal" } });
    await meet(houses.comite, houses.oaxaca);
    for (const desk of [houses.tapachula, houses.oaxaca, houses.comite]) await desk.engine.close();
  });

  /** The same two houses as they were, on disks of their own; what happens in Oaxaca is the world's. */
  async function worldIn(happens: (oaxaca: Desk) => Promise<unknown>): Promise<World> {
    const network = memoryNetwork();
    const disk = structuredClone(houses.disks.oaxaca);
    const oaxaca = await openDeskBy(clock, { network, name: "oaxaca", store: memoryStore(disk) });
    const store = memoryStore(structuredClone(houses.disks.tapachula));
    const tapachula = await openDeskBy(clock, { network, name: "tapachula", store });
    for (const { engine } of [oaxaca, tapachula]) await engine.unlock({ passphrase: PASSPHRASE });
    await happens(oaxaca);
    const before = new Set(disk.values.keys());
    const { pairs } = await oaxaca.engine.matches();
    const puts = [...disk.values.keys()].filter((key) => !before.has(key));
    const [name = ""] = [...disk.values.keys()].filter((key) => key.endsWith("/network/compared"));
    const word = disk.values.get(name) ?? new Uint8Array();
    const { messages, bytesOut, bytesIn, entriesOut } = await meet(oaxaca, tapachula);
    for (const { engine } of [oaxaca, tapachula]) await engine.close();
    expect(decodeReceipt(word)).toMatchObject({ says: "compared", at: NINE / HOUR });
    const sent = { messages, bytesOut, bytesIn, entriesOut };
    return { found: pairs.length, word: word.slice(0, -SIGNATURE_BYTES), puts, sent };
  }

  test("its bytes, and all that another house is sent, are the same for a match, for none, and for nobody", async () => {
    const match = await worldIn((oaxaca) => oaxaca.engine.add("guest", WILMAR));
    const none = await worldIn((oaxaca) => oaxaca.engine.add("guest", OTHER));
    const nobody = await worldIn(() => Promise.resolve());
    expect([match, none, nobody].map(({ found }) => found)).toEqual([1, 0, 0]);
    for (const world of [none, nobody]) {
      expect(world.word).toEqual(match.word);
      expect(world.sent).toEqual(match.sent);
      expect(world.puts).toEqual(match.puts);
    }
  });

  test("and the same measure sees a card more", async () => {
    const match = await worldIn((oaxaca) => oaxaca.engine.add("guest", WILMAR));
    const more = await worldIn((oaxaca) => oaxaca.engine.add("report", OTHER));
    expect(more.word).not.toEqual(match.word);
    expect(more.sent).not.toEqual(match.sent);
  });
});

describe("without anybody looking at the list", () => {
  let houses: Houses;
  beforeAll(async () => {
    time = NINE + 20 * MINUTE;
    houses = await foundHouses();
  });
  const compared = (disk: MemoryDisk): readonly string[] =>
    [...disk.values.keys()].filter((key) => key.endsWith("/network/compared"));

  test("a house that goes on comparing says so of what comes, until the lock; one that opens for a moment says nothing", async () => {
    const { oaxaca, tapachula, comite, disks } = houses;
    await comite.engine.add("report", WILMER);
    for (const desk of [oaxaca, tapachula]) await desk.engine.add("guest", WILMAR);
    await meet(comite, oaxaca);
    await meet(comite, tapachula);
    await new Promise((rest) => setTimeout(rest, 50));
    expect([compared(disks.oaxaca), compared(disks.tapachula)]).toEqual([[], []]);

    const events: EngineEvent["kind"][] = [];
    await oaxaca.engine.subscribe(({ kind }) => events.push(kind));
    await oaxaca.engine.keepComparing();
    await expect.poll(() => compared(disks.oaxaca), { timeout: 10_000 }).toHaveLength(1);
    await expect.poll(() => events).toContain("peers");
    const late = (await comite.engine.add("report", OTHER)).id;
    await meet(comite, oaxaca);
    const comes = async (): Promise<unknown> => {
      await meet(comite, oaxaca);
      return (await askedAt(comite, late))["Casa Oaxaca"];
    };
    await expect.poll(comes, { timeout: 10_000 }).toEqual([true, NINE]);
    expect(compared(disks.tapachula)).toEqual([]);

    await oaxaca.engine.lock();
    const [name = ""] = compared(disks.oaxaca);
    const last = disks.oaxaca.values.get(name);
    time += HOUR;
    await new Promise((rest) => setTimeout(rest, 50));
    expect(disks.oaxaca.values.get(name)).toEqual(last);
    await oaxaca.engine.close();
  });

  test("advocates may ask for it, and nothing is compared for them", async () => {
    await houses.comite.engine.keepComparing();
    await new Promise((rest) => setTimeout(rest, 50));
    expect(compared(houses.disks.comite), "what it carries is the other house's").toHaveLength(1);
    const closed = await openDesk(memoryNetwork(), "cerrada");
    await expect(closed.engine.keepComparing()).rejects.toMatchObject({ fault: { code: "no-profile" } });
  });
});
