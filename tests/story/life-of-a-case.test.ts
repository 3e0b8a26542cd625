/**
 * The life of a case by the command line: a family's report, the guest two hops away, what the person says, and the answer.
 * Three shelters' worth of processes over TCP, with nothing between them. Chapters run in their order.
 */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { FiguresTable } from "#engine";
import { createPlayground } from "../cli/vereda-process.ts";
import { type CommandRoute, commandRoute, type Profile, type Way } from "../support/command-route.ts";

// a chapter is up to thirty processes: on a busy machine each takes several seconds
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

interface Matches {
  readonly pairs: readonly {
    readonly id: string;
    readonly report: string;
    readonly guest: string;
    readonly proposed: boolean;
    readonly state: string;
  }[];
  readonly coverage: readonly {
    readonly site: string;
    readonly name: string;
    readonly comparedAt: string | null;
  }[];
}
interface Answers {
  readonly answers: readonly Record<string, unknown>[];
}

const playground = createPlayground();
let route: CommandRoute;

/** Who is sought; the first of them is heard otherwise at the door, and of the last nobody comes. */
const PEOPLE = {
  wilmer: { name: "Wilmer Xol Caal", age: 27, country: "GT", town: "Cobán" },
  zenobia: { name: "Zenobia Batz Pop", age: 33, country: "GT", town: "Salamá" },
  diego: { name: "Diego Ajpop Tzul", age: 24, country: "GT" },
  elmer: { name: "Elmer Ixtecoc Chub", age: 51, country: "GT" },
} as const;
type Person = keyof typeof PEOPLE;

const DAY_MS = 86_400_000;
const dayBefore = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const matchesAt = (profile: Profile, ...more: readonly string[]): Promise<Matches> =>
  route.ask<Matches>(profile, ["match", ...more]);
const answersTo = (report: string): Promise<Answers> =>
  route.ask<Answers>("comite", ["answers", "--report", report]);

/** Ids of the reports, and of the guests and their pairs. */
const reports = new Map<Person, string>();
const guests = new Map<Person, string>();
const pairs = new Map<Person, string>();
const idOf = (ids: ReadonlyMap<Person, string>, who: Person): string => {
  const id = ids.get(who);
  if (id === undefined) throw new Error(`${who} is not there`);
  return id;
};

/** The committee's side: four families report. */
async function fileReports(): Promise<void> {
  for (const [who, person] of Object.entries(PEOPLE)) {
    const more = who === "wilmer" ? { seeker: ROSA, proof: PROOF } : {};
    const { id } = await route.ask<{ id: string }>("comite", ["add", "report"], { ...person, ...more });
    reports.set(who as Person, id);
  }
}

/** The last shelter's side: three of them came, and one has left. */
async function receiveGuests(): Promise<void> {
  const arrivals: readonly (readonly [Person, object])[] = [
    ["wilmer", { name: "Wilmar Shol Kaal", age: 27, country: "GT", town: "Coban", from: "Tapachula" }],
    ["zenobia", PEOPLE.zenobia],
    ["diego", { ...PEOPLE.diego, at: dayBefore(14) }],
  ];
  for (const [who, arrival] of arrivals)
    guests.set(who, (await route.ask<{ id: string }>("oaxaca", ["add", "arrival"], arrival)).id);
  await route.ask("oaxaca", ["depart", idOf(guests, "diego"), "--how", "moved-on", "--at", dayBefore(10)]);
}

const ROSA = { name: "Rosa Caal", relation: "madre", phone: "+502 555 0142" };
const PROOF = { question: "¿Cómo se llamaba el perro?", answer: "Canela" };
const FROM_COMITE: Way = [["comite"], ["tapachula", "oaxaca"]];
const TO_COMITE: Way = [["tapachula", "oaxaca"], ["comite"]];

/** Who says so to the seeker: every shelter's name, and whether it has compared this report. */
const coverageOf = async (who: Person): Promise<readonly (readonly [string, boolean])[]> => {
  const { pairs: own, coverage } = await matchesAt("comite", "--report", idOf(reports, who));
  expect(own).toEqual([]);
  return coverage.map(({ name, comparedAt }) => [name, comparedAt !== null] as const).toSorted();
};
const ALL_COMPARED = [
  ["Casa Oaxaca", true],
  ["Casa Tapachula", true],
];

const theAnswer = (who: Person): Promise<Record<string, unknown>> =>
  route.spread("the answer arrives", [["oaxaca"], ["comite"]], async () => {
    const { answers } = await answersTo(idOf(reports, who));
    return answers[0] ?? null;
  });

beforeAll(async () => {
  route = await commandRoute(playground);
  await Promise.all([fileReports(), receiveGuests()]);
});
afterAll(() => playground.clear());

test("who came is proposed where they are, and nowhere else; the family sees that all have compared", async () => {
  await route.spread("the pairs are proposed where the guests are", FROM_COMITE, async () => {
    const there = (await matchesAt("oaxaca")).pairs.filter(({ proposed }) => proposed);
    for (const [who, guest] of guests) {
      const pair = there.find((one) => one.guest === guest && one.report !== "");
      if (pair === undefined) return null;
      pairs.set(who, pair.id);
    }
    expect(there.length).toBe(guests.size);
    return there;
  });
  expect((await matchesAt("tapachula")).pairs).toEqual([]);
  const said = await route.spread("both shelters say that they compared", TO_COMITE, async () => {
    const one = await coverageOf("wilmer");
    return one.every(([, compared]) => compared) ? one : null;
  });
  expect(said).toEqual(ALL_COMPARED);
  expect(await route.ask<Answers>("comite", ["answers"])).toEqual({ answers: [] });
});

test("a person found two hops away says «yes, without place»: that arrives, and nothing else; the report closes", async () => {
  const { ask, spread } = route;
  const [id, pair] = [idOf(reports, "wilmer"), idOf(pairs, "wilmer")];
  const said = [
    "--said",
    "yes-no-place",
    "--message",
    "Que está bien y llama el domingo",
    "--proof",
    "Canela",
  ];
  expect(await ask("oaxaca", ["answer", pair, ...said])).toEqual({
    ...{ pair, state: "yes-no-place", sent: true, needs: null },
  });
  expect(await theAnswer("wilmer")).toMatchObject({
    ...{ report: id, name: "Casa Oaxaca", said: "alive", place: null, proof: "Canela" },
    message: "Que está bien y llama el domingo",
  });
  for (const word of ["Wilmar", "Shol", idOf(guests, "wilmer")])
    expect(route.printed("comite")).not.toContain(word);
  expect(route.printed("tapachula")).not.toContain("domingo");

  await ask("comite", ["close", id, "--outcome", "answered"]);
  await spread("the card is withdrawn everywhere", FROM_COMITE, async () => {
    const { items } = await ask<{ items: { fields: object }[] }>("tapachula", ["list", "card"]);
    return items.some(({ fields }) => JSON.stringify(fields) === '{"status":"withdrawn"}') ? true : null;
  });
  const open = (await matchesAt("oaxaca")).pairs.filter(({ state }) => state === "open");
  expect(open.map(({ id: of }) => of).toSorted()).toEqual(
    [idOf(pairs, "zenobia"), idOf(pairs, "diego")].toSorted(),
  );
});

test("a person who says no is to the seeker as one who is nowhere", async () => {
  expect(await route.ask("oaxaca", ["answer", idOf(pairs, "zenobia"), "--said", "no"])).toMatchObject({
    state: "no",
    sent: false,
  });
  // both shelters compare again what changed since, and all that they wrote comes to the committee
  await Promise.all([matchesAt("oaxaca"), matchesAt("tapachula")]);
  const found = await route.spread("what was said has come", TO_COMITE, async () => {
    const said = await coverageOf("zenobia");
    return said.every(([, compared]) => compared) ? said : null;
  });
  expect(found).toEqual(ALL_COMPARED);
  expect(await coverageOf("elmer")).toEqual(found);
  const { answers } = await route.ask<Answers>("comite", ["answers"]);
  expect(answers.map(({ report }) => report)).toEqual([idOf(reports, "wilmer")]);
});

test("somebody who left ten days ago: what they allowed to be said is said", async () => {
  const { ask } = route;
  const [guest, pair] = [idOf(guests, "diego"), idOf(pairs, "diego")];
  // without their word it takes two people
  expect(await ask("oaxaca", ["answer", pair, "--said", "passed"])).toMatchObject({ needs: "second" });
  await ask("oaxaca", ["consent", guest, "--purpose", "passed", "--said", "no"]);
  const refused = await playground.run("oaxaca", ["answer", pair, "--said", "passed"]);
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  await ask("oaxaca", ["consent", guest, "--purpose", "passed", "--said", "yes"]);
  expect(await ask("oaxaca", ["answer", pair, "--said", "passed", "--message", "Iba bien"])).toMatchObject({
    sent: true,
  });
  expect(await theAnswer("diego")).toMatchObject({
    ...{ said: "passed", on: dayBefore(10), place: "Casa Oaxaca", message: "Iba bien" },
  });
});

test("the report that was answered and closed is counted, once its month is over", async () => {
  const now = new Date();
  const lastMonth = new Date(now.getFullYear(), now.getMonth(), 0, 12);
  const month = `${String(lastMonth.getFullYear())}-${String(lastMonth.getMonth() + 1).padStart(2, "0")}`;
  const closedThen = async (): Promise<unknown> => {
    const { columns, rows } = await route.ask<FiguresTable>("comite", ["export", "--format", "figures"]);
    const column = columns.findIndex(({ tag }) => tag === "#x_reports+closed");
    return rows.find((row) => row.month === month)?.cells[column];
  };
  expect(await closedThen()).toBe(0);
  const closedAt = lastMonth.toISOString();
  await route.ask("comite", ["edit", idOf(reports, "wilmer")], { closedAt });
  // so few that the figure says no more
  expect(await closedThen()).toBe("<5");
});
