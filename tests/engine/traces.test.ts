/** Who has left: shrinking to a trace, by more than one clock, and what may be told of them (docs/decisions/0034-traces.md). */
import { afterEach, describe, expect, test } from "vitest";
import { EngineError, type Engine, type FiguresTable, type RecordId } from "#engine";
import { KIND_NAMES } from "#model";
import { memoryStore } from "#sync";
import { PASSPHRASE } from "../support/houses.ts";
import { stoppingStore } from "../support/stopping-store.ts";
import {
  DAY,
  stayed,
  type Timed,
  timedDesk,
  type TraceHouse,
  traceHouse,
  writeToday,
} from "../support/trace-house.ts";

const WILMER = { name: "Wilmer Xol Caal", age: 27, country: "GT", town: "Cobán", sex: "male" };
const DAYS = { came: "2026-03-01", left: "2026-03-04" };
const SOUGHT = { ...WILMER, seeker: { name: "Rosa Caal" } };

let house: TraceHouse | null = null;
afterEach(async () => {
  const { lucia, delia, nadia, other } = house ?? {};
  for (const desk of [lucia, delia, nadia, other]) await desk?.engine.close();
  house = null;
});
const opened = async (): Promise<TraceHouse> => (house = await traceHouse());

const fault = async (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => "done",
    (error: unknown) => (error instanceof EngineError ? error.fault.code : String(error)),
  );

/** Everything that a device's person may read of a name, as text. */
async function readBy(engine: Engine): Promise<string> {
  const lists = await Promise.all(KIND_NAMES.map((kind) => engine.list(kind)));
  const search = await engine.search("Wilmer Xol Caal");
  const alike = await engine.alike("guest", WILMER);
  return JSON.stringify([lists, search.kind === "answer" ? search.results : search, alike]);
}

/** A hundred days later, and everybody has heard of it. */
async function aHundredDaysLater({ pass, meet }: TraceHouse): Promise<void> {
  await meet();
  await pass(101);
  await meet();
  // each looks at it again an hour later, when it has heard of the others
  await pass(1);
  await meet();
}

const countAt = async ({ engine }: Timed): Promise<number> => (await engine.traces()).count;
const guestsAt = async ({ engine }: Timed): Promise<number> => (await engine.list("guest")).length;

const totals = ({ columns, rows }: FiguresTable, month: string): unknown[] => {
  const cells = rows.find((row) => row.month === month)?.cells ?? [];
  return columns.flatMap(({ figure, part }, at) =>
    figure === "arrivals" && part === null ? [cells[at]] : [],
  );
};

describe("somebody who left", () => {
  test("is a guest for ninety days, and then a trace that two who protect can tell of, and no list", async () => {
    const at = await opened();
    const guest = await stayed(at.nadia, { ...WILMER, marks: "cicatriz en la ceja" }, DAYS);
    await at.meet();
    await at.pass(80);
    await at.meet();
    await at.pass(1);
    await at.meet();
    expect([await guestsAt(at.nadia), await countAt(at.delia)]).toEqual([1, 0]);
    // the control: they are read
    expect(await readBy(at.nadia.engine)).toMatch(/Wilmer/u);
    expect(await at.delia.engine.traces()).toMatchObject({ count: 0, next: "2026-06-03", due: 0 });

    await at.pass(20);
    await at.meet();
    await at.pass(1);
    await at.meet();
    expect([await countAt(at.delia), await countAt(at.lucia)]).toEqual([1, 1]);
    for (const { engine } of [at.nadia, at.lucia, at.delia]) {
      expect(await readBy(engine)).not.toMatch(/Wilmer|Xol|cicatriz/u);
      expect(await fault(engine.show(guest))).toBe("no-such-record");
    }
    expect(await fault(at.nadia.engine.traces())).toBe("not-protection");
    expect(await at.delia.engine.traces()).toMatchObject({ next: null, due: 0, touched: [] });
    expect(await at.delia.engine.list("guest")).toEqual([]);
  });

  test("stays in the figures of their month, at every device, and adds nothing to any other", async () => {
    const at = await opened();
    for (const letter of "abcdefg") await stayed(at.nadia, { ...WILMER, name: `Wilmer ${letter} Xol` }, DAYS);
    await at.meet();
    await at.pass(60);
    const before = await at.nadia.engine.figures({ from: "2026-02", to: "2026-04" });
    expect(totals(before, "2026-03")).toEqual([7]);
    await at.meet();
    await at.pass(41);
    await at.meet();
    await at.pass(1);
    await at.meet();
    expect([await guestsAt(at.nadia), await countAt(at.delia)]).toEqual([0, 7]);
    for (const { engine } of [at.nadia, at.lucia, at.delia])
      expect(await engine.figures({ from: "2026-02", to: "2026-04" })).toEqual(before);
    // noted late: of the same month, by somebody who stays on record
    await at.nadia.engine.add("arrival", { ...WILMER, name: "Elmer Coc", at: "2026-03-09" });
    expect(totals(await at.nadia.engine.figures({ from: "2026-03", to: "2026-03" }), "2026-03")).toEqual([8]);
  });
});

describe("clocks", () => {
  test("one that is five years ahead shrinks nobody, as long as the others' clocks say otherwise", async () => {
    const at = await opened();
    await stayed(at.nadia, WILMER, DAYS);
    await at.meet();
    await at.pass(5 * 365, [at.lucia]);
    await at.meet();
    at.lucia.clock.move(2 * DAY);
    await writeToday(at.lucia.engine);
    await at.meet();
    for (const desk of [at.lucia, at.delia])
      expect([await guestsAt(desk), await countAt(desk)]).toEqual([1, 0]);
    // and nobody else believes it: their own clocks say what day it is
    at.delia.clock.move(DAY);
    await writeToday(at.delia.engine);
    expect(await guestsAt(at.delia)).toBe(1);
    // the control: once the others get there, it does
    await at.pass(101, [at.delia, at.nadia]);
    await at.meet();
    await at.pass(1, [at.lucia, at.delia, at.nadia]);
    await at.meet();
    expect([await guestsAt(at.delia), await countAt(at.delia)]).toEqual([0, 1]);
  });

  test("one that is years behind shrinks nobody", async () => {
    const at = await opened();
    await stayed(at.nadia, WILMER, DAYS);
    await at.meet();
    at.delia.clock.move(-5 * 365 * DAY);
    at.lucia.clock.move(-5 * 365 * DAY);
    await at.pass(101, [at.nadia]);
    await at.meet();
    at.delia.clock.move(DAY);
    await writeToday(at.delia.engine);
    expect([await guestsAt(at.delia), await countAt(at.delia)]).toEqual([1, 0]);
    // the control: set right, she does
    await at.pass(5 * 365 + 132, [at.delia]);
    expect([await guestsAt(at.delia), await countAt(at.delia)]).toEqual([0, 1]);
  });
});

describe("two devices that shrink apart", () => {
  test("write one trace, and count the month once", async () => {
    const at = await opened();
    for (const letter of "abcdef") await stayed(at.nadia, { ...WILMER, name: `Wilmer ${letter} Xol` }, DAYS);
    // at Delia's alone, and not yet at Lucía's
    await at.meet();
    const late = await stayed(at.delia, { ...WILMER, name: "Elmer Coc" }, DAYS);
    expect(late).not.toBe("");
    at.lucia.clock.move(131 * DAY);
    at.delia.clock.move(131 * DAY);
    at.nadia.clock.move(131 * DAY);
    await writeToday(at.nadia.engine);
    // each hears of the day from Nadia; Lucía not of Elmer
    await at.nadia.engine.sync({ peer: at.lucia.address });
    await at.nadia.engine.sync({ peer: at.delia.address });
    for (const desk of [at.lucia, at.delia]) {
      desk.clock.move(DAY);
      await writeToday(desk.engine);
    }
    expect([await countAt(at.lucia), await countAt(at.delia)]).toEqual([6, 7]);
    await at.meet();
    expect([await countAt(at.lucia), await countAt(at.delia)]).toEqual([7, 7]);
    for (const { engine } of [at.lucia, at.delia, at.nadia]) {
      expect(await engine.list("guest")).toEqual([]);
      expect(totals(await engine.figures({ from: "2026-03", to: "2026-03" }), "2026-03")).toEqual([7]);
    }
  });
});

describe("what two devices that shrink apart said of one person", () => {
  test("is read narrowly: a no that one of them had heard holds", async () => {
    const at = await opened();
    const guest = await stayed(at.nadia, WILMER, DAYS);
    await at.nadia.engine.consent({ guest, purpose: "passed", said: "yes" });
    await at.meet();
    await at.delia.engine.consent({ guest, purpose: "passed", said: "no" });
    for (const { clock } of [at.lucia, at.delia, at.nadia]) clock.move(131 * DAY);
    await writeToday(at.nadia.engine);
    await at.nadia.engine.sync({ peer: at.lucia.address });
    await at.nadia.engine.sync({ peer: at.delia.address });
    at.lucia.clock.move(DAY);
    await writeToday(at.lucia.engine);
    const { id } = await at.lucia.engine.add("report", SOUGHT);
    const traceAt = async (desk: Timed) =>
      (await desk.engine.matches({ of: id })).pairs.find(({ guest: { kind } }) => kind === "trace");
    // as far as Lucía knows, they said yes
    const { id: pair } = (await traceAt(at.lucia))!;
    expect(await at.lucia.engine.answerMatch({ pair, said: "passed" })).toMatchObject({ needs: "second" });
    at.delia.clock.move(DAY);
    await writeToday(at.delia.engine);
    expect([await countAt(at.lucia), await countAt(at.delia)]).toEqual([1, 1]);
    await at.meet();
    expect(await countAt(at.delia)).toBe(1);
    for (const desk of [at.delia, at.lucia]) {
      expect((await traceAt(desk))?.sent).toBe(false);
      expect(await fault(desk.engine.agreeMatch(pair))).toBe("person-said-no");
    }
  });
});

describe("a device that stops between the traces and the order", () => {
  test("goes on from there: nobody is lost, and nobody is kept", async () => {
    const kept = memoryStore();
    const store = stoppingStore(kept);
    const at = (house = await traceHouse(store));
    for (const letter of "abcdef") await stayed(at.nadia, { ...WILMER, name: `Wilmer ${letter} Xol` }, DAYS);
    await at.meet();
    // Delia stays away: Lucía does it alone
    await at.pass(131, [at.lucia, at.nadia]);
    store.stop();
    await at.meet(at.nadia).catch(() => undefined);
    at.lucia.clock.move(DAY / 12);
    await writeToday(at.lucia.engine).catch(() => undefined);
    expect([await guestsAt(at.lucia), await countAt(at.lucia)]).toEqual([6, 6]);
    const before = await at.lucia.engine.figures({ from: "2026-03", to: "2026-03" });
    await at.lucia.engine.close();

    const again = await timedDesk(at.network, "lucia-again", { store: kept, clock: at.lucia.clock });
    await again.engine.unlock({ passphrase: PASSPHRASE });
    await again.engine.sync({ peer: at.nadia.address });
    expect([await guestsAt(again), await countAt(again)]).toEqual([0, 6]);
    expect(await again.engine.figures({ from: "2026-03", to: "2026-03" })).toEqual(before);
    await at.nadia.engine.sync({ peer: again.address });
    expect(await guestsAt(at.nadia)).toBe(0);
    await again.engine.close();
  });
});

describe("who does not shrink", () => {
  test("may have come back at a device that was not heard of since; after a month of silence it is not waited for", async () => {
    const at = await opened();
    const guest = await stayed(at.nadia, WILMER, DAYS);
    await stayed(at.nadia, { ...WILMER, name: "Elmer Coc" }, DAYS);
    await at.meet();
    // Nadia's laptop is away: on the day after their day one of them comes back there
    for (const { clock } of [at.lucia, at.delia, at.nadia]) clock.move(91 * DAY);
    await at.nadia.engine.add("arrival", { guest, at: "2026-06-03" });
    await at.pass(10, [at.lucia, at.delia]);
    await at.meet(at.delia);
    await at.pass(1, [at.lucia, at.delia]);
    expect([await guestsAt(at.lucia), await guestsAt(at.delia), await countAt(at.lucia)]).toEqual([2, 2, 0]);
    at.nadia.clock.move(11 * DAY);
    await writeToday(at.nadia.engine);
    await at.meet();
    await at.pass(1, [at.lucia, at.delia]);
    await at.meet();
    // who came back stays, the other one is gone
    for (const desk of [at.lucia, at.delia, at.nadia])
      expect((await desk.engine.list("guest")).map(({ title }) => title)).toEqual(["Wilmer Xol Caal"]);
    expect(await countAt(at.delia)).toBe(1);
  });

  test("carries a card of the house that still opens", async () => {
    const at = await opened();
    for (const [name, days] of [
      ["Ana Pop", 180],
      ["Beto Coc", 20],
    ] as const) {
      const guest = await stayed(at.nadia, { ...WILMER, name }, DAYS);
      await at.nadia.engine.consent({ guest, purpose: "carry", said: "yes" });
      await at.nadia.engine.newCapsule({ guest, parts: ["names"], validMs: days * DAY });
    }
    await aHundredDaysLater(at);
    expect((await at.delia.engine.list("guest")).map(({ title }) => title)).toEqual(["Ana Pop"]);
    await at.pass(101);
    await at.meet();
    await at.pass(1);
    await at.meet();
    expect([await guestsAt(at.delia), await countAt(at.delia)]).toEqual([0, 2]);
  });

  test("is here again, died, or is spoken of with somebody who still seeks", async () => {
    const at = await opened();
    const { engine } = at.nadia;
    const back = await stayed(at.nadia, { ...WILMER, name: "Ana Pop" }, DAYS);
    await engine.add("arrival", { guest: back, at: "2026-03-20" });
    const { id: dead } = await engine.add("arrival", { ...WILMER, name: "Beto Coc", at: DAYS.came });
    await engine.depart({ guest: dead, at: DAYS.left, how: "died" });
    const report = await engine.add("report", { ...SOUGHT, name: "Carla Ical", sex: "female" });
    const carla = await stayed(at.nadia, { ...WILMER, name: "Carla Ical", sex: "female" }, DAYS);
    await engine.consent({ guest: carla, purpose: "passed", said: "yes" });
    const [pair] = (await engine.matches({ of: report.id })).pairs;
    await engine.answerMatch({ pair: pair!.id, said: "passed" });
    await stayed(at.nadia, WILMER, DAYS);
    await aHundredDaysLater(at);
    const names = (await engine.list("guest")).map(({ title }) => title).sort();
    expect(names).toEqual(["Ana Pop", "Beto Coc", "Carla Ical"]);
    expect(await countAt(at.delia)).toBe(1);
    // once nobody seeks any more, nothing is open
    await engine.closeReport({ report: report.id, outcome: "answered" });
    await at.meet();
    await at.pass(2);
    await at.meet();
    await at.pass(2);
    await at.meet();
    expect((await engine.list("guest")).map(({ title }) => title).sort()).toEqual(["Ana Pop", "Beto Coc"]);
    expect(await countAt(at.delia)).toBe(2);
  });
});

describe("a third: the match is somebody who left a hundred days ago", () => {
  interface Left {
    readonly at: TraceHouse;
    readonly card: RecordId;
  }
  /** Sought by another house, after they shrank. */
  async function left(
    passed: "yes" | "no" | null,
    more: (at: TraceHouse, guest: RecordId) => Promise<unknown> = async () => undefined,
  ): Promise<Left> {
    const at = await opened();
    const guest = await stayed(at.nadia, WILMER, DAYS);
    if (passed !== null) await at.nadia.engine.consent({ guest, purpose: "passed", said: passed });
    await more(at, guest);
    await aHundredDaysLater(at);
    expect(await countAt(at.delia)).toBe(1);
    const { id } = await at.other.engine.add("report", SOUGHT);
    await at.meet();
    return { at, card: id };
  }
  const pairAt = async ({ engine }: Timed) => {
    const { pairs } = await engine.matches();
    return pairs.find(({ guest }) => guest.kind === "trace");
  };
  const answersAt = async ({ engine }: Timed) => engine.answers();

  test("it is proposed without a name to who protects, told by two of them, and to who seeks as a day", async () => {
    const { at, card } = await left("yes");
    const pair = (await pairAt(at.delia))!;
    expect(pair).toMatchObject({ proposed: true, reasons: [], guest: { title: "", fields: {} } });
    expect(JSON.stringify({ ...pair, sought: null })).not.toMatch(/Wilmer|Xol|Cobán/u);
    expect(pair.sought.title).toMatch(/Wilmer/u);
    // staff are told of nobody
    expect(await pairAt(at.nadia)).toBeUndefined();
    expect(await fault(at.nadia.engine.answerMatch({ pair: pair.id, said: "passed" }))).toBe(
      "no-such-record",
    );

    expect(await fault(at.delia.engine.answerMatch({ pair: pair.id, said: "yes" }))).toBe("only-passed");
    const done = await at.delia.engine.answerMatch({ pair: pair.id, said: "passed" });
    expect(done).toMatchObject({ sent: false, needs: "second" });
    expect(await fault(at.delia.engine.agreeMatch(pair.id))).toBe("another-person");
    await at.meet();
    expect(await answersAt(at.other)).toEqual([]);
    expect(await at.lucia.engine.agreeMatch(pair.id)).toMatchObject({ sent: true });
    await at.meet();
    expect(await answersAt(at.other)).toMatchObject([
      { report: card, said: "passed", on: "2026-03-04", siteName: "Casa Tapachula" },
    ]);
  });

  test("with nothing said two people decide; a no is not overruled, and who named somebody is told of to nobody", async () => {
    const unsaid = await left(null);
    const pair = (await pairAt(unsaid.at.delia))!;
    expect(await unsaid.at.delia.engine.answerMatch({ pair: pair.id, said: "passed" })).toMatchObject({
      ...{ sent: false, needs: "second" },
    });
    await unsaid.at.meet();
    expect(await unsaid.at.lucia.engine.agreeMatch(pair.id)).toMatchObject({ sent: true });
    for (const desk of Object.values(unsaid.at)) if ("engine" in desk) await (desk as Timed).engine.close();

    const no = await left("no");
    const refused = (await pairAt(no.at.delia))!;
    expect(await fault(no.at.delia.engine.answerMatch({ pair: refused.id, said: "passed" }))).toBe(
      "person-said-no",
    );
    for (const desk of Object.values(no.at)) if ("engine" in desk) await (desk as Timed).engine.close();

    const named = await left("yes", (at, guest) =>
      at.nadia.engine.add("never-tell", { guest, name: "Rosa Caal", relation: "tía" }),
    );
    const silent = (await pairAt(named.at.delia))!;
    expect(await fault(named.at.delia.engine.answerMatch({ pair: silent.id, said: "passed" }))).toBe(
      "somebody-named",
    );
    await named.at.meet();
    expect(await answersAt(named.at.other)).toEqual([]);
  });

  test("a name is shown once two people opened it, for that reason; and it is erased when the person asks", async () => {
    const { at } = await left("yes");
    const { guest } = (await pairAt(at.delia))!;
    expect(await at.delia.engine.trace(guest.id)).toMatchObject({ title: "", fields: null, opened: null });
    expect((await at.delia.engine.show(guest.id)).fields).toEqual({});
    expect(await at.delia.engine.history(guest.id)).toEqual([]);
    const asked = await at.delia.engine.proposeOpening({ trace: guest.id, reason: "pide que se borre" });
    expect(asked).toMatchObject({
      fields: null,
      waiting: [{ mayAgree: false, reason: "pide que se borre" }],
    });
    const opening = asked.waiting[0]!.id;
    expect(await fault(at.delia.engine.agreeOpening(opening))).toBe("another-person");
    expect(await fault(at.nadia.engine.agreeOpening(opening))).toBe("not-protection");
    await at.meet();
    expect(await at.lucia.engine.traces()).toMatchObject({
      count: 1,
      touched: [{ waiting: [{ mayAgree: true }] }],
    });
    expect(await at.lucia.engine.agreeOpening(opening)).toMatchObject({ title: "Wilmer Xol Caal" });
    await at.meet();
    expect((await at.delia.engine.trace(guest.id)).opened).toMatchObject({
      by: "Delia Chen",
      agreedBy: "Lucía Caal",
    });
    expect((await pairAt(at.delia))?.guest.title).toBe("Wilmer Xol Caal");
    expect((await pairAt(at.delia))?.reasons.length).toBeGreaterThan(0);
    // closed again, and open once more
    expect(await at.delia.engine.closeOpening(opening)).toMatchObject({ fields: null, title: "" });
    expect(await fault(at.delia.engine.agreeOpening(opening))).toBe("nothing-to-agree");

    await at.delia.engine.erase({ id: guest.id, reason: "lo pidió la persona" });
    await at.meet();
    for (const desk of [at.delia, at.lucia]) {
      expect(await countAt(desk)).toBe(0);
      expect(await pairAt(desk)).toBeUndefined();
      expect(await desk.engine.list("trace-opening")).toEqual([]);
    }
  });

  test("a pair that was rejected stays rejected", async () => {
    const at = await opened();
    const guest = await stayed(at.nadia, WILMER, DAYS);
    const report = await at.nadia.engine.add("report", SOUGHT);
    const [before] = (await at.nadia.engine.matches({ of: report.id })).pairs;
    expect(before?.guest.id).toBe(guest);
    await at.nadia.engine.rejectMatch({ pair: before!.id, reason: "es otra persona" });
    await aHundredDaysLater(at);
    expect(await countAt(at.delia)).toBe(1);
    expect((await at.delia.engine.matches({ of: report.id })).pairs).toEqual([]);
    // the control: a report that nobody compared yet is
    const { id } = await at.nadia.engine.add("report", { ...SOUGHT, marks: "lunar" });
    await at.meet();
    expect((await at.delia.engine.matches({ of: id })).pairs).toMatchObject([{ guest: { kind: "trace" } }]);
  });

  test("a trace ends when its years are over, by more than one clock", async () => {
    const { at } = await left("yes");
    await at.pass(9 * 365);
    await at.meet();
    await at.pass(2);
    await at.meet();
    expect(await countAt(at.delia)).toBe(1);
    await at.pass(10 * 365, [at.delia]);
    await at.meet();
    await at.pass(1, [at.delia]);
    await at.meet();
    expect(await countAt(at.delia)).toBe(1);
    await at.pass(366, [at.lucia, at.nadia]);
    await at.meet();
    await at.pass(1, [at.lucia, at.nadia]);
    await at.meet();
    expect([await countAt(at.lucia), await countAt(at.delia)]).toEqual([0, 0]);
  });

  test("a house that keeps them for fewer years says first how many go, and lets them go; more prolong nothing", async () => {
    const { at } = await left("yes");
    await at.pass(6 * 365);
    await at.meet();
    expect((await at.delia.engine.traces()).years).toBe(10);
    expect(await at.delia.engine.traceYearsPreview(7)).toEqual({ ending: 0 });
    expect(await at.delia.engine.traceYearsPreview(5)).toEqual({ ending: 1 });
    at.lucia.clock.move(-4 * 365 * DAY);
    expect(await at.lucia.engine.traceYearsPreview(5), "at a clock that is behind").toEqual({ ending: 1 });
    at.lucia.clock.move(4 * 365 * DAY);
    expect(await fault(at.nadia.engine.setTraceYears(5)), "whoever has no keys decides nothing").toBe(
      "not-protection",
    );
    expect(await fault(at.delia.engine.setTraceYears(0))).toBe("fields");
    expect((await at.delia.engine.setTraceYears(30)).years).toBe(30);
    await at.meet();
    await at.pass(1);
    await at.meet();
    expect(await countAt(at.lucia), "the control").toBe(1);
    // apart, at once: the fewer count, whoever says them
    for (const [lucia, delia] of [
      [20, 25],
      [24, 12],
      [20, 5],
    ] as const) {
      await at.lucia.engine.setTraceYears(lucia);
      await at.delia.engine.setTraceYears(delia);
      await at.meet();
      for (const { engine } of [at.lucia, at.delia])
        expect((await engine.traces()).years).toBe(Math.min(lucia, delia));
    }
    await at.pass(1);
    await at.meet();
    await at.pass(1);
    await at.meet();
    expect([await countAt(at.lucia), await countAt(at.delia)]).toEqual([0, 0]);
  });

  test("more years do not prolong what was promised ten", async () => {
    const { at } = await left("yes");
    await at.delia.engine.setTraceYears(30);
    await at.meet();
    await at.pass(9 * 365);
    await at.meet();
    await at.pass(2);
    await at.meet();
    expect(await countAt(at.delia), "the control").toBe(1);
    await at.pass(400);
    await at.meet();
    await at.pass(1);
    await at.meet();
    expect([await countAt(at.lucia), await countAt(at.delia)]).toEqual([0, 0]);
  });
});
