/** The index of people is made in slices: the engine answers meanwhile, early answers say how far they reach. */
import { describe, expect, test } from "vitest";
import { createSignatures, systemRandom, toText, utf8 } from "#crypto";
import { type Engine, openEngine } from "#engine";
import { type Gazetteer, loadGazetteer } from "#match";
import { memoryStore, type SiteId, siteSpace } from "#sync";
import type { Progress, RecordId } from "../../src/engine/api/index.ts";
import { cardIdOf } from "../../src/engine/records/claim.ts";
import { Catalog, type CatalogRecord } from "../../src/engine/records/catalog.ts";
import { PersonSearch } from "../../src/engine/records/person-search.ts";
import { createGazetteer } from "../../src/match/gazetteer/index.ts";
import places from "../../src/match/gazetteer/places.json";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { PASSPHRASE } from "../support/houses.ts";

/** Of those who are alike, so many are compared. */
const MOST_COMPARED = 100;

const idOf = (at: number): RecordId =>
  toText(Uint8Array.from({ length: 16 }, (_, byte) => (byte < 2 ? (at >> (8 * byte)) & 255 : 7))) as RecordId;

/** Which space it is does not matter here, but that a report's names a house. */
const HOME = siteSpace("site", "a".repeat(26) as SiteId);

const recordOf = (id: RecordId, name: string, kind: CatalogRecord["kind"] = "guest"): CatalogRecord => ({
  ...{ id, kind, home: HOME, fields: { name }, conflicts: {}, entries: [] },
  ...{ issuer: null, createdAt: null, changedAt: null, refused: 0, waiting: 0 },
});

/** Each look at the clock takes so long; a test lets those who rest go on. */
function steppedClock(step: number) {
  let now = 0;
  const resting: (() => void)[] = [];
  return {
    now: () => (now += step),
    sleep: () => new Promise<void>((resolve) => resting.push(resolve)),
    isResting: () => resting.length > 0,
    goOn: () => {
      for (const wake of resting.splice(0)) wake();
    },
  };
}

function searchOver(count: number, step: number, gazetteer = loadGazetteer) {
  const catalog = new Catalog();
  for (let at = 0; at < count; at += 1) catalog.set(recordOf(idOf(at), `Yanor Orantes ${String(at)}`));
  const clock = steppedClock(step);
  const told: Progress[] = [];
  const people = new PersonSearch(catalog, {
    clock,
    gazetteer,
    onProgress: (progress) => told.push(progress),
  });
  const rests = async (): Promise<void> => {
    await expect.poll(() => clock.isResting()).toBe(true);
  };
  /** Lets it work until whoever waits has an answer; how often it rested. */
  const finish = async <T>(waiting: Promise<T>): Promise<{ readonly answer: T; readonly slices: number }> => {
    let slices = 0;
    const state = { isDone: false };
    const end = (): void => {
      state.isDone = true;
    };
    waiting.then(end, end);
    while (!state.isDone) {
      if (clock.isResting()) slices += 1;
      clock.goOn();
      await new Promise((resolve) => setTimeout(resolve));
    }
    return { answer: await waiting, slices };
  };
  return { catalog, clock, told, people, rests, finish };
}

const idsOf = (answer: Awaited<ReturnType<PersonSearch["search"]>>): readonly string[] => {
  if (answer.kind !== "hits") throw new Error("refused");
  return answer.hits.map(({ id }) => id);
};

test("of very many people the tables of places are made in slices, too", async () => {
  const fresh = async (): Promise<Gazetteer> => createGazetteer(places);
  const { people, finish } = searchOver(1200, 0.5, fresh);
  const { answer, slices } = await finish(people.search("yanor orantes", { limit: 2000 }));
  expect(idsOf(answer)).toHaveLength(MOST_COMPARED);
  // the people alone take 20
  expect(slices).toBeGreaterThan(100);
});

describe("the index is made in slices", () => {
  test("it rests between them, tells how far it is, and says once that it is complete", async () => {
    const { people, told, finish } = searchOver(100, 10);
    const { answer, slices } = await finish(people.search("yanor orantes", { limit: 200 }));
    expect(answer.indexed).toBeNull();
    expect(idsOf(answer)).toHaveLength(100);
    // three looks at the clock of 10 ms each make a slice
    expect(slices).toBeGreaterThan(20);
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThan(slices);
    expect(told.every(({ task, total }) => task === "index" && total === 100)).toBe(true);
    const done = told.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.filter((one) => one === 100)).toEqual([100]);
  });

  test("what takes no longer than a moment is not told of", async () => {
    const { people, told, finish } = searchOver(100, 0.1);
    const { slices } = await finish(people.search("yanor orantes", {}));
    expect(slices).toBe(0);
    expect(told).toEqual([]);
  });

  test("all who ask at once share the work", async () => {
    const alone = searchOver(60, 10);
    const { slices } = await alone.finish(alone.people.search("yanor", {}));
    const { people, finish } = searchOver(60, 10);
    const asked = Promise.all([
      people.search("yanor", { limit: 100 }),
      people.match({ name: "Yanor Orantes" }, { list: "here", limit: 100 }),
      people.search("orantes", { limit: 100 }),
    ]);
    const together = await finish(asked);
    expect(together.slices).toBe(slices);
    expect(together.answer[1]).toHaveLength(60);
  });

  test("who changes, goes or comes meanwhile ends up as they are", async () => {
    const { people, catalog, clock, rests, finish } = searchOver(40, 10);
    const asked = people.search("yanor", { limit: 100 });
    await rests();
    const [early, late, gone, came] = [idOf(0), idOf(39), idOf(1), idOf(40)];
    for (const id of [early, late]) catalog.set(recordOf(id, "Zenobia Tzul"));
    catalog.delete(gone);
    catalog.set(recordOf(came, "Zenobia Tzul"));
    people.changed([early, late, gone, came]);
    clock.goOn();
    const { answer } = await finish(asked);
    expect(idsOf(answer)).toHaveLength(37);
    expect(idsOf(answer)).not.toContain(gone);
    const zenobias = await people.search("zenobia tzul", {});
    expect(new Set(idsOf(zenobias))).toEqual(new Set([early, late, came]));
  });

  test("a change that comes when all is done is in the next answer", async () => {
    const { people, catalog, finish } = searchOver(3, 1);
    await finish(people.search("yanor", {}));
    expect(idsOf(await people.search("yanor", {}))).toHaveLength(3);
    for (const name of ["Zenobia Tzul", "Marisol Caal"]) {
      catalog.set(recordOf(idOf(7), name));
      people.changed([idOf(7)]);
      expect(idsOf(await people.search(name, {}))).toEqual([idOf(7)]);
    }
  });

  test("a card stands for its report until that comes, also while the index is made", async () => {
    const { people, catalog, clock, rests, finish } = searchOver(20, 10);
    const report = idOf(90);
    const card = cardIdOf({ id: report, home: HOME });
    catalog.set(recordOf(card, "Zenobia Tzul", "card"));
    people.changed([card]);
    const asked = people.search("zenobia tzul", {});
    await rests();
    catalog.set(recordOf(report, "Zenobia Tzul", "report"));
    people.changed([report]);
    clock.goOn();
    expect(idsOf((await finish(asked)).answer)).toEqual([report]);
  });
});

describe("an early answer", () => {
  test("is of those who are in the index so far, and says how many; the end of the work is told", async () => {
    const { people, told, finish } = searchOver(50, 10);
    const { answer } = await finish(people.search("yanor orantes", { early: true, limit: 100 }));
    const { indexed } = answer;
    expect(indexed).toMatchObject({ total: 50 });
    expect(indexed!.done).toBeGreaterThan(0);
    expect(indexed!.done).toBeLessThan(50);
    expect(idsOf(answer)).toHaveLength(indexed!.done);
    const whole = await finish(people.search("yanor orantes", { limit: 100 }));
    expect(idsOf(whole.answer)).toHaveLength(50);
    expect(told.at(-1)).toEqual({ task: "index", done: 50, total: 50 });
    const after = await people.search("yanor orantes", { early: true });
    expect(after.indexed).toBeNull();
  });

  test("is of everybody where they are few", async () => {
    const { people, told } = searchOver(50, 0.1);
    const answer = await people.search("yanor orantes", { early: true, limit: 100 });
    expect(answer.indexed).toBeNull();
    expect(idsOf(answer)).toHaveLength(50);
    expect(told).toEqual([]);
  });

  test("does not refuse words that are the name of somebody who is not in the index yet", async () => {
    const { people, catalog, rests, finish } = searchOver(20, 10);
    catalog.set(recordOf(idOf(20), "Marcos Tapachula"));
    people.changed([idOf(20)]);
    const asked = people.search("tapachula", { early: true });
    await rests();
    const { answer } = await finish(asked);
    expect(answer).toMatchObject({ kind: "hits", indexed: null, hits: [{ id: idOf(20) }] });
  });
});

describe("a house that is closed", () => {
  test("who waits hears so, nothing more is read and nothing told", async () => {
    const { people, told, clock, rests } = searchOver(200, 10);
    const asked = [people.search("yanor", {}), people.match({ name: "Yanor" }, { list: "here" })];
    await rests();
    people.stop();
    const before = told.length;
    const heard = asked.map((one) => expect(one).rejects.toMatchObject({ fault: { code: "locked" } }));
    clock.goOn();
    await Promise.all(heard);
    expect(clock.isResting()).toBe(false);
    expect(told).toHaveLength(before);
  });
});

describe("an engine", () => {
  /** A house of guests that was just opened; its clock runs so fast that a few of them fill a slice. */
  async function opened(guests: number): Promise<Engine> {
    let ahead = 0;
    const engine = openEngine({
      ...{
        store: memoryStore(),
        transport: null,
        signatures: await createSignatures(),
        random: systemRandom,
      },
      clock: { ...systemClock, now: () => Date.now() + (ahead += 10) },
      unsafeTestingLowCost: true,
    });
    const names = { meshName: "Ruta", siteName: "Casa", personName: "Lucía" };
    await engine.found({ ...names, siteKind: "shelter", passphrase: PASSPHRASE });
    const rows = Array.from({ length: guests }, (_, at) => `Yanor Orantes ${String(at)}`);
    await engine.importFile({
      bytes: utf8(["nombre", ...rows].join("\n")),
      format: "csv",
      kind: "guest",
    });
    await engine.lock();
    await engine.unlock({ passphrase: PASSPHRASE });
    return engine;
  }

  const firstProgress = (engine: Engine): Promise<void> =>
    new Promise((resolve) => {
      void engine.subscribe((event) => {
        if (event.kind === "progress" && event.progress.task === "index") resolve();
      });
    });

  test("answers what else it is asked while it makes the index, and searches early", async () => {
    const engine = await opened(60);
    const began = firstProgress(engine);
    const order: string[] = [];
    const whole = engine.search("yanor", { limit: 200 }).then((answer) => {
      order.push("search");
      return answer;
    });
    await began;
    expect(await engine.list("guest")).toHaveLength(60);
    order.push("list");
    expect(await engine.search("yanor", { early: true })).toMatchObject({ indexed: { total: 60 } });
    order.push("early");
    expect(await whole).toMatchObject({ kind: "answer", indexed: null });
    expect(order).toEqual(["list", "early", "search"]);
    await engine.close();
  });

  test("that is locked meanwhile finds nobody any more", async () => {
    const engine = await opened(60);
    const began = firstProgress(engine);
    const refused = expect(engine.search("yanor")).rejects.toMatchObject({ fault: { code: "locked" } });
    await began;
    await engine.lock();
    await refused;
    await engine.close();
  });
});
