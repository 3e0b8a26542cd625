/** Possible duplicates: a guest who comes back, a family that reports twice, asked about before anything is saved. */
import { beforeAll, expect, test } from "vitest";
import type { AlikeHit } from "#engine";
import { memoryNetwork } from "../support/memory-network.ts";
import { type Desk, foundRoute, openDesk, PASSPHRASE, type Route, waitingAt } from "../support/houses.ts";

const WILMER = { name: "Wilmer Xol Caal", age: 19, sex: "male", country: "GT", town: "Cobán" };
const MARLENIS = { name: "Marlenis del Carmen Rivas Toro", age: 36, country: "VE", town: "Maracaibo" };
/** So that a name says something: who bears it is not alone. */
const OTHERS = [
  { name: "José Ángel Hernández Mejía", age: 22, country: "HN", town: "San Pedro Sula" },
  { name: "Darwin Josué Caballero Lara", age: 29, country: "HN", town: "Yoro" },
  { name: "Ana Lucía Cifuentes Morán", age: 33, country: "GT" },
  { name: "Régine Jean-Pierre", age: 33, country: "HT" },
  { name: "Nayeli Coc Ical", age: 19, country: "GT", town: "Chahal" },
  { name: "José Hernández", country: "SV" },
];

const namesOf = (hits: readonly AlikeHit[]): readonly string[] => hits.map(({ title }) => title);

let route: Route;
let desk: Desk;
let wilmer: string;

async function addVolunteer(): Promise<Desk> {
  const volunteer = await openDesk(route.network, "voluntaria");
  const { code } = await desk.engine.invite({ role: "volunteer", newSite: null, validMs: 60_000 });
  const joining = { code, personName: "Noemí", passphrase: PASSPHRASE };
  const { words } = await volunteer.engine.join(joining);
  await volunteer.engine.sync({ peer: desk.address });
  const [waiting] = await waitingAt(desk);
  await desk.engine.confirm({ device: waiting!.device, words });
  await volunteer.engine.sync({ peer: desk.address });
  await volunteer.engine.sync({ peer: desk.address });
  return volunteer;
}

beforeAll(async () => {
  route = await foundRoute();
  desk = route.tapachula;
  const { engine } = desk;
  for (const fields of OTHERS) await engine.add("guest", fields);
  const came = { arrivedAt: "2026-11-03T18:00:00Z", leftAt: "2026-11-05" };
  wilmer = (await engine.add("guest", { ...WILMER, ...came })).id;
  for (const fields of OTHERS) await engine.add("report", fields);
  await engine.add("report", { ...MARLENIS, seeker: { name: "Yubirí Toro", phone: "555 0100" } });
});

test("a guest who left and comes back is proposed, with what the record says and why", async () => {
  const [hit, ...rest] = await desk.engine.alike("guest", { ...WILMER, name: "Wilmar Xol" });
  expect(rest).toEqual([]);
  expect(hit).toMatchObject({ id: wilmer, kind: "guest", title: "Wilmer Xol Caal", proposed: true });
  expect(hit!.score).toBeGreaterThan(0.9);
  expect(hit!.fields).toMatchObject({ leftAt: "2026-11-05" });
  expect(hit!.reasons.map(({ code }) => code)).toContain("given-name");
  expect(hit!.changedAt).not.toBeNull();
});

test("somebody new is told of nobody, and who is only possible is not proposed", async () => {
  expect(await desk.engine.alike("guest", { name: "Zoraida Quetzal Ixcoy", age: 51 })).toEqual([]);
  const weak = await desk.engine.alike("guest", { name: "Wilmer", age: 19 });
  expect(weak.every(({ score }) => score >= 0.1)).toBe(true);
  const homonyms = await desk.engine.alike("guest", { name: "José Hernández" });
  expect(homonyms.length).toBeGreaterThan(0);
});

test("half a form is asked about, and what cannot be read yet is left out", async () => {
  const half = {
    ...WILMER,
    age: "1 9 o",
    birthDate: "20",
    sex: "m",
    country: "Guat",
    relatives: 7,
    nothing: {},
  };
  expect(namesOf(await desk.engine.alike("guest", half))).toEqual(["Wilmer Xol Caal"]);
  const deep = JSON.parse(`${'{"name":'.repeat(200)}1${"}".repeat(200)}`) as unknown;
  for (const nothing of [
    {},
    { name: " " },
    { name: null, age: "" },
    { age: 19 },
    null,
    "Wilmer",
    [WILMER],
    7,
    deep,
  ])
    expect(await desk.engine.alike("guest", nothing)).toEqual([]);
});

test("guests are compared with guests, and reports with reports", async () => {
  expect(await desk.engine.alike("report", WILMER)).toEqual([]);
  expect(await desk.engine.alike("guest", MARLENIS)).toEqual([]);
  const [hit] = await desk.engine.alike("report", { ...MARLENIS, name: "Marleni Rivas Toro" });
  // its own card stands beside it in the mesh, and is no second one
  expect(hit).toMatchObject({ kind: "report", title: MARLENIS.name, proposed: true });
});

test("a person whom another shelter seeks is found by its card, without who seeks", async () => {
  await route.oaxaca.engine.sync({ peer: desk.address });
  const hits = await route.oaxaca.engine.alike("report", MARLENIS);
  expect(hits).toMatchObject([{ kind: "card", proposed: true }]);
  expect(JSON.stringify(hits)).not.toContain("Yubir");
});

test("a volunteer is told of guests and of no report, whatever was handed in", async () => {
  const { engine } = await addVolunteer();
  expect(namesOf(await engine.alike("guest", WILMER))).toEqual(["Wilmer Xol Caal"]);
  await engine.add("report", MARLENIS);
  expect(await engine.alike("report", MARLENIS)).toEqual([]);
});

test("a committee keeps no guests and is told of none", async () => {
  expect(await route.comite.engine.alike("guest", WILMER)).toEqual([]);
});

test("asking writes nothing, also not what was asked", async () => {
  const before = await desk.engine.status();
  await desk.engine.alike("guest", { ...WILMER, name: "Wilmer Xol" });
  expect(await desk.engine.status()).toEqual(before);
});

test("a record that is being changed is not its own duplicate, and hides no other", async () => {
  const { engine } = desk;
  const second = (await engine.add("guest", WILMER)).id;
  const other = await engine.alike("guest", WILMER, { except: second });
  expect(other).toMatchObject([{ id: wilmer, proposed: true }]);
  // two records of one person share what is probable, and both are to be decided about
  const both = await engine.alike("guest", WILMER);
  expect(both.map(({ id }) => id).toSorted()).toEqual([second, wilmer].toSorted());
  expect(both.map(({ score, proposed }) => score < 0.6 && proposed)).toEqual([true, true]);
  expect(await engine.alike("guest", WILMER, { limit: 1 })).toHaveLength(1);
});

test("a locked house answers nothing, and there are duplicates of guests and reports alone", async () => {
  const other = await openDesk(memoryNetwork(), "cerrada");
  await expect(other.engine.alike("guest", WILMER)).rejects.toMatchObject({ fault: { code: "no-profile" } });
  const arrivals = "arrival" as "guest";
  await expect(desk.engine.alike(arrivals, {})).rejects.toMatchObject({ fault: { code: "no-such-kind" } });
});
