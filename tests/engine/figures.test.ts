/** Figures counted from the records of a house: by month, without names, and by whom. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Engine, type FiguresTable, openEngine, type RecordId } from "#engine";
import { createSignatures, systemRandom } from "#crypto";
import { memoryStore } from "#sync";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { memoryNetwork } from "../support/memory-network.ts";
import { PASSPHRASE } from "../support/houses.ts";

const TODAY = Date.UTC(2026, 5, 15, 18);
const network = memoryNetwork();
let now = TODAY;

async function engineAt(name: string): Promise<Engine> {
  return openEngine({
    ...{ store: memoryStore(), transport: network.transport(name), signatures: await createSignatures() },
    ...{ random: systemRandom, clock: { ...systemClock, now: () => now }, unsafeTestingLowCost: true },
  });
}

/** Of a column in a month. */
function cellIn({ columns, rows }: FiguresTable, month: string, tag: string): unknown {
  const at = columns.findIndex((column) => column.tag === tag);
  return rows.find((row) => row.month === month)?.cells[at];
}

let engine: Engine;

beforeAll(async () => {
  engine = await engineAt("house");
  await engine.found({
    ...{ meshName: "Ruta del Sur", siteName: "Casa Tapachula", siteKind: "shelter" },
    ...{ personName: "Lucía", passphrase: PASSPHRASE },
  });
  for (let at = 0; at < 7; at += 1)
    await engine.add("arrival", {
      ...{ name: `Wilmer ${"abcdefg"[at]!} Xol`, sex: at < 6 ? "male" : "female", country: "GT" },
      ...{ birthDate: "2008-03-20", at: at < 6 ? "2026-03-11T18:00:00Z" : "2026-03-28T18:00:00Z" },
    });
});

describe("figures of a house", () => {
  test("count who came by the day of arrival, and nobody is alone in them", async () => {
    const table = await engine.figures({ from: "2026-02", to: "2026-03" });
    const march = (tag: string) => cellIn(table, "2026-03", tag);
    expect(march("#reached+arrivals")).toBe(7);
    expect(march("#reached+arrivals+visit_first")).toBe(7);
    // six were 17 on the day they came, and one was 18: neither is told
    expect([march("#reached+arrivals+age_12_17"), march("#reached+arrivals+age_18_29")]).toEqual(["*", "*"]);
    expect([march("#reached+arrivals+f"), march("#reached+arrivals+m")]).toEqual(["*", "*"]);
    expect(march("#reached+arrivals+country_gt")).toBe(7);
    expect(cellIn(table, "2026-02", "#reached+arrivals")).toBe(0);
  });

  test("are of the last twelve months that are over, and of no open one", async () => {
    const { rows } = await engine.figures();
    expect([rows.length, rows[0]?.month, rows.at(-1)?.month]).toEqual([12, "2025-06", "2026-05"]);
    await expect(engine.figures({ to: "2026-06" })).rejects.toMatchObject({
      fault: { code: "month-not-over", last: "2026-05" },
    });
    await expect(engine.figures({ from: "2026-05", to: "2026-04" })).rejects.toMatchObject({
      fault: { code: "bad-period" },
    });
  });

  test("count nobody who said no to it, from then on, nor either of two records of them", async () => {
    const ids = [];
    for (let at = 0; at < 8; at += 1)
      ids.push(
        (await engine.add("arrival", { name: `Juana ${"abcdefgh"[at]!} Ical`, at: "2026-05-05T18:00:00Z" }))
          .id,
      );
    const guests = (await engine.list("guest")).filter(({ title }) => title.startsWith("Juana"));
    const inMay = async (): Promise<unknown> =>
      cellIn(await engine.figures(), "2026-05", "#reached+arrivals");
    expect(await inMay()).toBe(8);
    const [first, second, third] = guests.map(({ id }) => id);
    const say = (guest: RecordId, said: "yes" | "no" | "unset") =>
      engine.consent({ guest, purpose: "figures", said });
    await say(first!, "no");
    await say(second!, "yes");
    expect(await inMay()).toBe(7);
    await engine.merge(first!, third!);
    expect(await inMay(), "who is one person with another record").toBe(6);
    await say(first!, "unset");
    expect(await inMay(), "one person more").toBe(7);
  });

  test("count a report when it is taken, and when it is closed", async () => {
    const ids = [];
    for (let at = 0; at < 5; at += 1)
      ids.push((await engine.add("report", { name: `Zenobia ${"abcde"[at]!} Tzul`, sex: "female" })).id);
    now = Date.UTC(2026, 7, 15, 18);
    for (const id of ids) await engine.edit(id, { status: "withdrawn" });
    now = Date.UTC(2026, 9, 15, 18);
    const table = await engine.figures();
    expect(cellIn(table, "2026-06", "#x_reports+taken+f")).toBe(5);
    expect(cellIn(table, "2026-06", "#x_reports+closed")).toBe(0);
    expect(cellIn(table, "2026-08", "#x_reports+closed+outcome_withdrawn")).toBe(5);
    expect(cellIn(table, "2026-08", "#x_reports+taken")).toBe(0);
    now = TODAY;
  });

  test("count what was answered and closed by its own word for why, in the month of its closing", async () => {
    const ids = [];
    for (let at = 0; at < 6; at += 1)
      ids.push((await engine.add("report", { name: `Rigoberta ${"abcdef"[at]!} Coc` })).id);
    now = Date.UTC(2026, 10, 15, 18);
    for (const report of ids) await engine.closeReport({ report, outcome: "answered" });
    // found by its engine's clock, not by when somebody last changed it
    now = Date.UTC(2026, 11, 15, 18);
    await engine.edit(ids[0]!, { marks: "lunar" });
    const table = await engine.figures();
    expect(cellIn(table, "2026-11", "#x_reports+closed")).toBe(6);
    expect(cellIn(table, "2026-11", "#x_reports+closed+outcome_answered")).toBe(6);
    expect(cellIn(table, "2026-11", "#x_reports+closed+outcome_withdrawn")).toBe(0);
    // one that is sought again is closed in no month
    await engine.edit(ids[0]!, { status: "open", outcome: null, closedAt: null });
    expect(cellIn(await engine.figures(), "2026-11", "#x_reports+closed")).toBe(5);
    now = TODAY;
  });

  test("hold no name in the file", async () => {
    const text = new TextDecoder().decode(await engine.exportFigures({}, "en"));
    expect(text).toMatch(/^Month,Arrivals,/u);
    expect(text).not.toMatch(/Wilmer|Xol|Tapachula|Luc/u);
    // the control: a list has them
    const guest = (await engine.list("guest")).find(({ title }) => title.startsWith("Wilmer"));
    await engine.consent({ guest: guest!.id, purpose: "export", said: "yes" });
    const { bytes } = await engine.exportCsv("guest", "en");
    expect(new TextDecoder().decode(bytes)).toMatch(/Wilmer/u);
  });

  test("are for staff: a volunteer is refused", async () => {
    const desk = await engineAt("desk");
    for (const [role, isRefused] of [
      ["volunteer", true],
      ["staff", false],
    ] as const) {
      const other = role === "staff" ? await engineAt("staff") : desk;
      const { code } = await engine.invite({ role, newSite: null, validMs: 60_000 });
      const { words } = await other.join({ code, personName: "Elda", passphrase: PASSPHRASE });
      await other.sync({ peer: "/memory/house" });
      await engine.sync({ peer: role === "staff" ? "/memory/staff" : "/memory/desk" });
      const { sites } = await engine.members();
      const waiting = sites.flatMap(({ devices }) => devices).find(({ state }) => state === "waiting");
      await engine.confirm({ device: waiting!.device, words });
      await other.sync({ peer: "/memory/house" });
      if (isRefused) {
        await expect(other.figures()).rejects.toMatchObject({ fault: { code: "not-allowed", role } });
        await expect(other.exportFigures()).rejects.toMatchObject({ fault: { code: "not-allowed" } });
      } else expect((await other.figures()).rows).toHaveLength(12);
    }
  });
});
