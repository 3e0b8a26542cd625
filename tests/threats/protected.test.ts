/**
 * That somebody is protected does not show (issue "The life of a case", must-show 5; DP16): two houses to which the same
 * happens, but that in one of them a person is in `protected`. Whatever everybody else sees, in the house and outside, is
 * the same; in the house as far as the program shows it, outside in every byte. What remains: docs/threat-model.md.
 */
import { describe, expect, test } from "vitest";
import { type Engine, EngineError, type ExportedList, type RecordId } from "#engine";
import { KIND_NAMES } from "#model";
import type { Clock } from "#sync";
import { bringIn, type Desk, openDeskBy } from "../support/houses.ts";
import type { Frame } from "../support/memory-network.ts";
import { letIn, type ProtectedHouse, protectedHouse, type Who } from "../support/protected-house.ts";

const SOUGHT = { name: "Yesenia Xol Caal", age: 15, town: "Cobán", country: "GT", marks: "lunar" };
const CHILD = { ...SOUGHT, relatives: ["su tía Olga"], alone: true, bed: "cama 3" };
const CARD = { ...SOUGHT, seeker: { name: "Olga Caal", phone: "+502 555 0142" } };
const NOON = new Date(2026, 10, 21, 12).getTime();

/** Stands still, so that nothing depends on how long a test takes; who sleeps goes on at once. */
const clock: Clock = { now: () => NOON, sleep: () => new Promise((resolve) => setImmediate(resolve)) };

/** What is in a world, beside a bed that is kept and another guest: in all of them a volunteer notes it. */
type World = "nobody" | "protected" | "guest";

const words = (value: unknown): string => JSON.stringify(value);

/** Ids and keys are drawn by lot in each world: what is compared is everything else, and how often each recurs. */
function withoutLot(value: unknown): unknown {
  const names = new Map<string, string>();
  const text = words(value)
    .replaceAll("\\n", " / ")
    .replaceAll(/[a-z2-7]{25}[aeimquy4]/gu, (id) => {
      const name = names.get(id) ?? `id ${String(names.size + 1)}`;
      names.set(id, name);
      return name;
    })
    .replaceAll(/"number":\d+/gu, '"number":"by lot"')
    .replaceAll(/"title":"\d{2}"/gu, '"title":"by lot"');
  return JSON.parse(text) as unknown;
}

async function refusable(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof EngineError) return error.fault;
    throw error;
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const listOf = ({ bytes, ...counts }: ExportedList): object => ({ ...counts, text: textOf(bytes) });

/** Everything that one person of the house is shown. */
async function shownTo(engine: Engine): Promise<unknown> {
  const lists: Record<string, unknown> = {};
  for (const kind of KIND_NAMES) {
    const items = await engine.list(kind);
    // ids are drawn by lot, and lists of one moment are in their order
    lists[kind] = items.map((item) => words(withoutLot(item))).sort();
  }
  const [status, check] = [await engine.status(), await engine.check()];
  return withoutLot({
    lists,
    searches: [
      await engine.search("Yesenia Xol Caal"),
      await engine.search("Yesenia de Cobán"),
      await engine.search("Rosa Quej"),
    ],
    alike: await refusable(engine.alike("guest", SOUGHT)),
    matches: await refusable(engine.matches()),
    answers: await refusable(engine.answers()),
    referrals: await refusable(engine.referrals()),
    roll: (await engine.rollCall()).people,
    elsewhere: await refusable(engine.elsewhere()),
    renewals: await refusable(engine.renewals()),
    newsCalls: await refusable(engine.newsCalls()),
    care: await refusable(engine.care()),
    waiting: await refusable(engine.waiting()),
    erasures: await refusable(engine.erasures()),
    audit: await refusable(engine.audit()),
    protectedPeople: await refusable(engine.protectedPeople()),
    figures: await refusable(engine.figures({ from: "2026-09", to: "2026-10" })),
    csv: await refusable(engine.exportCsv("guest").then(listOf)),
    csvOfReports: await refusable(engine.exportCsv("report").then(listOf)),
    figuresFile: await refusable(engine.exportFigures({ from: "2026-09", to: "2026-10" }).then(textOf)),
    limits: await refusable(engine.limits().then(({ houses }) => houses)),
    status: { entries: status.entries, records: status.records, refused: status.refused },
    check: { ok: check.ok, entries: check.entries, problems: check.problems.length },
    drafts: await engine.drafts(),
  });
}

interface Seen {
  readonly inside: Readonly<Partial<Record<Who, unknown>>>;
  /** Of the other shelter and of who seeks: every frame of theirs with the house, and what they keep then. */
  readonly outside: {
    readonly frames: readonly (readonly [Frame["from"], number])[];
    readonly kept: readonly (readonly string[])[];
    readonly shown: readonly unknown[];
  };
}

const logsOf = async ({ store }: Desk): Promise<readonly string[]> =>
  (await store.holdings()).map(({ log, high }) => `${log.space.split(".")[0] ?? ""} ${String(high)}`).sort();

async function happen(world: World, { ramiro }: ProtectedHouse): Promise<void> {
  if (world === "guest") await ramiro.engine.add("arrival", { ...CHILD, alone: false });
  if (world === "protected") await ramiro.engine.add("arrival", CHILD);
  // a bed may be kept for many things
  else await ramiro.engine.add("reserved-bed", { bed: "cama 3" });
}

/** Whoever answers for protection sees the pair, and notes what the child said: nobody agreed yet that it leaves. */
async function decide(world: World, { delia }: ProtectedHouse): Promise<void> {
  const { pairs } = await delia.engine.matches();
  if (pairs.length > 0 === (world === "nobody")) throw new Error("this world is another");
  const [pair] = pairs;
  if (world !== "protected" || pair === undefined) return;
  await delia.engine.answerMatch({ pair: pair.id, said: "yes", message: "Que está bien." });
  const [person] = await delia.engine.protectedPeople();
  if (person === undefined) throw new Error("nobody is protected");
  await delia.engine.noteProtectedStep({ guest: person.person.id, step: "authority", done: true });
  await delia.engine.proposeRelease({ guest: person.person.id, how: "transferred", to: "DIF" });
}

async function seen(world: World): Promise<Seen> {
  const house = await protectedHouse({ clock, who: ["delia", "tomas", "nadia", "ramiro"] });
  const { network, lucia } = house;
  const [oaxaca, comite] = [
    await openDeskBy(clock, { network, name: "oaxaca" }),
    await openDeskBy(clock, { network, name: "comite" }),
  ];
  await bringIn(lucia, oaxaca, { name: "Casa Oaxaca", kind: "shelter" });
  await bringIn(lucia, comite, { name: "Comité de Yoro", kind: "advocates" });
  await comite.engine.add("report", CARD);
  await comite.engine.sync({ peer: lucia.address });
  await house.meet();
  await house.nadia.engine.add("arrival", { name: "Rosa Quej", age: 40 });
  await happen(world, house);
  await house.meet();
  await decide(world, house);
  await house.meet();
  for (const { engine } of [lucia, house.delia, house.nadia, house.tomas]) await engine.matches();
  await house.meet();
  const frames: [Frame["from"], number][] = [];
  network.onFrame = ({ from, bytes }) => frames.push([from, bytes]);
  for (const other of [comite, oaxaca])
    for (const home of [lucia, house.delia, house.nadia]) {
      await other.engine.sync({ peer: home.address });
      await home.engine.sync({ peer: other.address });
    }
  network.onFrame = () => undefined;
  const inside: Partial<Record<Who, unknown>> = {};
  for (const who of ["tomas", "nadia", "ramiro"] as const) inside[who] = await shownTo(house[who].engine);
  const shown = [await shownTo(oaxaca.engine), await shownTo(comite.engine)];
  const kept = [await logsOf(comite), await logsOf(oaxaca)];
  for (const { engine } of [lucia, house.delia, house.tomas, house.nadia, house.ramiro, oaxaca, comite])
    await engine.close();
  return { inside, outside: { frames, kept, shown } };
}

describe("that somebody is protected", () => {
  const INSIDE = ["tomas", "nadia", "ramiro"] as const;

  test("M20 shows to nobody else, in the house and outside; a guest like others would (the control)", async () => {
    const nobody = await seen("nobody");
    const there = await seen("protected");
    for (const who of INSIDE) expect(there.inside[who]).toEqual(nobody.inside[who]);
    expect(there.outside).toEqual(nobody.outside);
    const guest = await seen("guest");
    for (const who of INSIDE) expect(guest.inside[who]).not.toEqual(nobody.inside[who]);
    expect(words(guest.inside.nadia)).toContain("Yesenia Xol Caal");
  }, 240_000);
});

describe("an answer about somebody who is protected", () => {
  const lets = { said: "yes", message: "Que está bien." } as const;

  async function asked() {
    const house = await protectedHouse({ clock, who: ["delia", "elsa", "nadia"] });
    const comite = await openDeskBy(clock, { network: house.network, name: "comite" });
    await bringIn(house.lucia, comite, { name: "Comité de Yoro", kind: "advocates" });
    await comite.engine.add("report", CARD);
    await comite.engine.sync({ peer: house.lucia.address });
    await house.nadia.engine.add("arrival", CHILD);
    await house.meet();
    const told = async (): Promise<number> => {
      await house.meet();
      await comite.engine.sync({ peer: house.lucia.address });
      return (await comite.engine.answers()).length;
    };
    return { house, comite, told };
  }

  test("leaves with the word of two who hold the keys; one alone, at two devices, tells nothing", async () => {
    const { house, told } = await asked();
    const [pair] = (await house.delia.engine.matches()).pairs;
    expect(pair?.guest.title).toBe("Yesenia Xol Caal");
    expect((await house.nadia.engine.matches()).pairs).toEqual([]);
    const id = pair!.id;
    expect(await house.delia.engine.answerMatch({ pair: id, ...lets })).toMatchObject({
      sent: false,
      needs: "second",
    });
    expect(await refusable(house.delia.engine.agreeMatch(id))).toEqual({ code: "another-person" });
    const hers = await openDeskBy(clock, { network: house.network, name: "delia-2" });
    await letIn(house.lucia, hers, { role: "protection", personName: "Delia Chen" });
    for (let n = 0; n < 3; n++) await hers.engine.sync({ peer: house.lucia.address });
    await house.meet();
    await hers.engine.sync({ peer: house.lucia.address });
    expect(await refusable(hers.engine.agreeMatch(id))).toEqual({ code: "another-person" });
    expect(await told()).toBe(0);
    expect(await refusable(house.nadia.engine.agreeMatch(id))).toEqual({ code: "no-such-record" });
    expect(await house.elsa.engine.agreeMatch(id)).toMatchObject({ sent: true });
    expect(await told()).toBe(1);
    // and who of the house may not know of the child is not shown that an answer went out
    expect(await house.nadia.engine.list("answer")).toEqual([]);
    expect(await house.nadia.engine.list("match")).toEqual([]);
    expect(await house.delia.engine.list("answer")).toHaveLength(1);
    await house.delia.engine.answerMatch({ pair: id, said: "no" });
    expect(await told()).toBe(0);
  }, 120_000);
});

/** What is typed here is a record's id, which nobody guesses: even so, it is not there for others. */
test("the id of a protected person opens nothing for others", async () => {
  const { delia, nadia, meet } = await protectedHouse({ clock, who: ["delia", "nadia"] });
  const { id } = await delia.engine.add("arrival", CHILD);
  await meet();
  const here: RecordId = id;
  expect((await delia.engine.show(here)).kind).toBe("protected-guest");
  for (const doing of [
    nadia.engine.show(here),
    nadia.engine.history(here),
    nadia.engine.edit(here, { name: "Otra" }),
    nadia.engine.depart({ guest: here, how: "moved-on" }),
    nadia.engine.call({ guest: here, relation: "mother", result: "reached" }),
    nadia.engine.consent({ guest: here, purpose: "search", said: "yes" }),
  ])
    expect(await refusable(doing)).toEqual({ code: "no-such-record" });
  expect(await refusable(delia.engine.depart({ guest: here, how: "moved-on" }))).toEqual({
    code: "no-such-record",
  });
}, 120_000);
