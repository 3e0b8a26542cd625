/** Only what came or changed is compared again, whatever the order, and nothing is lost when a comparison fails. */
import { beforeEach, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import type { KindName } from "#model";
import { type Clock, type DeviceId, type ReceiptPosition, type SiteId, siteSpace } from "#sync";
import { Comparer } from "../../src/engine/matches/comparer.ts";
import { cardIdOf } from "../../src/engine/records/claim.ts";
import { Catalog } from "../../src/engine/records/catalog.ts";
import { PersonSearch } from "../../src/engine/records/person-search.ts";

const clock: Clock = {
  now: () => Date.UTC(2026, 10, 22),
  sleep: () => new Promise((rest) => setTimeout(rest)),
};
const idOf = (at: number): RecordId =>
  `${"a".repeat(22)}${"abcdefgh"[at >> 3]!}${"abcdefgh"[at & 7]!}aa` as RecordId;
const NAMES = ["Wilmer Xol Caal", "Elda Orantes Tzul", "Mikal Ixcoy Pop", "Zenobia Batz Chub"];

/** Which space it is does not matter here, but that a report's names a house. */
const HOME = siteSpace("site", "a".repeat(26) as SiteId);
const cardOf = (report: RecordId): RecordId => cardIdOf({ id: report, home: HOME });

let catalog: Catalog;
let people: PersonSearch;
let comparer: Comparer;
let asked: { readonly list: string; readonly name: unknown }[];
let told: number[];
let isBroken: boolean;
/** How far it said that it compared, each time; `saying` ends when a test lets it. */
let said: (readonly ReceiptPosition[])[];
let saying: Promise<void>;

function put(id: RecordId, kind: KindName, name: string, more: object = {}): RecordId {
  catalog.set({
    ...{ id, kind, home: HOME, fields: { name, ...more }, conflicts: {}, entries: [] },
    ...{ issuer: null, createdAt: 0, changedAt: 0, refused: 0, waiting: 0 },
  });
  people.changed([id]);
  comparer.changed([id]);
  return id;
}
const card = (at: number, name = NAMES[at % NAMES.length]!, status = "open"): RecordId =>
  put(idOf(at), "card", name, { status });
const guest = (at: number, name: string): RecordId => put(idOf(32 + at), "guest", name);

async function pairs(): Promise<readonly (readonly [string, string])[]> {
  asked = [];
  const { guests } = await comparer.compare();
  return [...guests].flatMap(([sought, hits]) => hits.map(({ id }) => [sought, id] as const)).sort();
}
const compared = (): readonly unknown[] =>
  asked.filter(({ list }) => list === "here").map(({ name }) => name);

beforeEach(() => {
  catalog = new Catalog();
  people = new PersonSearch(catalog, { clock, onProgress: () => undefined });
  const match = people.match.bind(people);
  people.match = (person, options) => {
    asked.push({ list: options.list, name: person.name });
    return isBroken ? Promise.reject(new Error("broken")) : match(person, options);
  };
  told = [];
  asked = [];
  isBroken = false;
  const onProgress = ({ done }: { readonly done: number }) => told.push(done);
  said = [];
  saying = Promise.resolve();
  const onCompared = (positions: readonly ReceiptPosition[]): Promise<void> => {
    said.push(positions);
    return saying;
  };
  comparer = new Comparer({ catalog, people, clock, onProgress, onCompared });
});

describe("comparing", () => {
  test("is done once, and again only for those whom a change concerns", async () => {
    const cards = NAMES.map((_, at) => card(at));
    const wilmer = guest(0, "Wilmar Shol Caal");
    expect(await pairs()).toEqual([[cards[0], wilmer]]);
    expect(compared()).toHaveLength(4);
    expect(await pairs()).toEqual([[cards[0], wilmer]]);
    expect(asked).toEqual([]);
    const elda = guest(1, "Elda Orantes");
    expect(await pairs()).toEqual(
      [
        [cards[0], wilmer],
        [cards[1], elda],
      ].sort(),
    );
    expect(compared()).toEqual([NAMES[1]]);
    card(0, "Wilmer Xol Caal Pop");
    await pairs();
    expect(compared()).toEqual(["Wilmer Xol Caal Pop"]);
  });

  test("ends for who is withdrawn or gone, and for guests who are gone", async () => {
    const wilmer = card(0);
    const elda = card(1);
    const here = [guest(0, NAMES[0]!), guest(1, NAMES[1]!)];
    expect(await pairs()).toEqual(
      [
        [wilmer, here[0]],
        [elda, here[1]],
      ].sort(),
    );
    card(0, NAMES[0], "withdrawn");
    expect(await pairs()).toEqual([[elda, here[1]]]);
    card(0);
    catalog.delete(here[1]!);
    people.changed([here[1]!]);
    comparer.changed([here[1]!]);
    expect(await pairs()).toEqual([[wilmer, here[0]]]);
    catalog.delete(wilmer);
    people.changed([wilmer]);
    comparer.changed([wilmer]);
    expect(await pairs()).toEqual([]);
  });

  test("is by the report and not by its card, whichever came first", async () => {
    const report = idOf(60);
    const here = guest(0, NAMES[0]!);
    put(cardOf(report), "card", NAMES[0]!, { status: "open" });
    expect(await pairs()).toEqual([[cardOf(report), here]]);
    put(report, "report", NAMES[0]!, { status: "open" });
    expect(await pairs()).toEqual([[report, here]]);
    catalog.delete(report);
    people.changed([report]);
    comparer.changed([report]);
    expect(await pairs()).toEqual([[cardOf(report), here]]);
  });

  test("looks at the companions of a guest, each time that they came", async () => {
    const sought = { status: "open", relatives: ["Petrona Batz (tía)"] };
    const elda = put(idOf(0), "card", "Elda Paz", sought);
    const here = [guest(0, "Elda Paz"), guest(1, "Elda Paz")];
    const scores = async () =>
      new Map((await comparer.compare()).guests.get(elda)!.map(({ id, score }) => [id, score]));
    const before = await scores();
    expect(before.get(here[0]!)).toBe(before.get(here[1]!));
    put(idOf(50), "arrival", "", { guest: here[1], travellingWith: ["su tía Petrona Batz"] });
    const after = await scores();
    expect(after.get(here[1]!)).toBeGreaterThan(2 * (after.get(here[0]!) ?? 0));
    catalog.delete(idOf(50));
    guest(1, "Elda Paz");
    expect(await scores()).toEqual(before);
  });

  test("looks at when a guest came and from where, each time", async () => {
    const known = { age: 20, town: "Choloma", country: "HN" };
    const sought = { ...known, status: "open", lastContact: { at: "2026-03-01", place: "Tapachula" } };
    const elda = put(idOf(0), "card", "Elda Paz", sought);
    const here = [32, 33].map((at) => put(idOf(at), "guest", "Elda Paz", known));
    const arrivals = ["2024-05-01", "2026-03-04"].map((at, n) => ({
      at,
      from: n === 0 ? "Saltillo" : "Tapachula",
    }));
    put(idOf(50), "arrival", "", { guest: here[0], ...arrivals[0] });
    put(idOf(51), "arrival", "", { guest: here[1], ...arrivals[0] });
    const scores = async () =>
      new Map((await comparer.compare()).guests.get(elda)!.map((hit) => [hit.id, hit] as const));
    const before = await scores();
    expect(before.get(here[0]!)!.score).toBe(before.get(here[1]!)!.score);
    put(idOf(52), "arrival", "", { guest: here[1], ...arrivals[1] });
    const after = await scores();
    expect(after.get(here[1]!)!.score).toBeGreaterThan(2 * (after.get(here[0]!)?.score ?? 0));
    expect(after.get(here[1]!)!.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["came-from", "arrived-after"]),
    );
  });

  test("is said before what was found is told, as far as was told of when it ended", async () => {
    const upTo = (seq: number): readonly ReceiptPosition[] => [{ device: "a".repeat(26) as DeviceId, seq }];
    card(0);
    await pairs();
    expect(said, "nobody told how far the logs were read").toEqual([]);
    comparer.changed([], upTo(3));
    let end: () => void = () => undefined;
    saying = new Promise((resolve) => {
      end = resolve;
    });
    let isTold = false;
    const asking = comparer.compare().then(() => {
      isTold = true;
    });
    await expect.poll(() => said).toEqual([upTo(3)]);
    await new Promise((rest) => setTimeout(rest, 20));
    expect(isTold).toBe(false);
    end();
    await asking;
    const later = comparer.compare();
    comparer.changed([guest(0, NAMES[0]!)], upTo(9));
    await later;
    expect(said.at(-1)).toEqual(upTo(9));
  });

  test("that failed is not said", async () => {
    card(0);
    comparer.changed([], [{ device: "a".repeat(26) as DeviceId, seq: 0 }]);
    isBroken = true;
    await expect(comparer.compare()).rejects.toThrow("broken");
    expect(said).toEqual([]);
  });

  test("that failed is done the next time", async () => {
    const wilmer = card(0);
    const here = guest(0, NAMES[0]!);
    isBroken = true;
    await expect(comparer.compare()).rejects.toThrow("broken");
    isBroken = false;
    expect(await pairs()).toEqual([[wilmer, here]]);
  });

  test("ends where the house is closed, and takes nobody's fields any more", async () => {
    for (let at = 0; at < 20; at += 1) card(at);
    const started = comparer.compare();
    people.stop();
    await expect(started).rejects.toMatchObject({ fault: { code: "locked" } });
    expect(asked.length).toBeLessThan(3);
  });

  test("of many tells how far it is, to the end; what comes meanwhile is compared too", async () => {
    for (let at = 0; at < 20; at += 1) card(at);
    const first = comparer.compare();
    const late = guest(0, NAMES[3]!);
    const { guests } = await first;
    expect([...guests.values()].flat().map(({ id }) => id)).toContain(late);
    expect(told).toContain(20);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  test("gives the same pairs in whatever order people came", async () => {
    card(0);
    guest(0, "Wilmar Shol Caal");
    guest(1, NAMES[0]!);
    const atOnce = (await comparer.compare()).guests;
    const [apartCatalog, order] = [new Catalog(), [...catalog.all()].reverse()];
    const apartPeople = new PersonSearch(apartCatalog, { clock, onProgress: () => undefined });
    const apart = new Comparer({
      catalog: apartCatalog,
      people: apartPeople,
      clock,
      onProgress: () => undefined,
      onCompared: async () => undefined,
    });
    for (const record of order) {
      apartCatalog.set(record);
      apartPeople.changed([record.id]);
      apart.changed([record.id]);
      await apart.compare();
    }
    expect((await apart.compare()).guests).toEqual(atOnce);
  });
});
