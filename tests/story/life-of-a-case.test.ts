/**
 * The life of a case by the command line: a family's report, the guest two hops away, what the person says, and the answer.
 * Three shelters' worth of processes over TCP, with nothing between them. Chapters run in their order.
 */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createPlayground } from "../cli/vereda-process.ts";
import { type CommandRoute, commandRoute, type Profile } from "../support/command-route.ts";

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

beforeAll(async () => {
  route = await commandRoute(playground);
});
afterAll(() => playground.clear());

const DAY_MS = 86_400_000;
const dayBefore = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const matchesAt = (profile: Profile, ...more: readonly string[]): Promise<Matches> =>
  route.ask<Matches>(profile, ["match", ...more]);
const answersTo = (report: string): Promise<Answers> =>
  route.ask<Answers>("comite", ["answers", "--report", report]);
const report = async (fields: object): Promise<string> =>
  (await route.ask<{ id: string }>("comite", ["add", "report"], fields)).id;

/** The pair of a guest, once the report's card has come to their shelter. */
const proposedFor = (guest: string): Promise<Matches["pairs"][number]> =>
  route.spread("the pair is proposed where the guest is", async () => {
    const { pairs } = await matchesAt("oaxaca");
    return pairs.find((pair) => pair.guest === guest && pair.proposed) ?? null;
  });

/** Who says so to the seeker: every shelter's name, and whether it has compared this report. */
const coverageOf = async (id: string): Promise<readonly (readonly [string, boolean])[]> => {
  const { pairs, coverage } = await matchesAt("comite", "--report", id);
  expect(pairs).toEqual([]);
  return coverage.map(({ name, comparedAt }) => [name, comparedAt !== null] as const);
};
const ALL_COMPARED = [
  ["Casa Oaxaca", true],
  ["Casa Tapachula", true],
];

test("a person found two hops away says «yes, without place»: that arrives, and nothing else; the report closes", async () => {
  const { ask, spread } = route;
  const id = await report({
    name: "Wilmer Xol Caal",
    age: 27,
    country: "GT",
    town: "Cobán",
    seeker: { name: "Rosa Caal", relation: "madre", phone: "+502 555 0142" },
    proof: { question: "¿Cómo se llamaba el perro?", answer: "Canela" },
  });
  const arrival = { name: "Wilmar Shol Kaal", age: 27, country: "GT", town: "Coban", from: "Tapachula" };
  const { id: guest } = await ask<{ id: string }>("oaxaca", ["add", "arrival"], arrival);
  const pair = await proposedFor(guest);
  // there and nowhere else
  expect((await matchesAt("tapachula")).pairs).toEqual([]);
  expect(
    await spread("both shelters say that they compared", async () => {
      await matchesAt("tapachula");
      const said = await coverageOf(id);
      return said.every(([, compared]) => compared) ? [...said].sort() : null;
    }),
  ).toEqual(ALL_COMPARED);
  expect(await answersTo(id)).toEqual({ answers: [] });

  const said = [
    "--said",
    "yes-no-place",
    "--message",
    "Que está bien y llama el domingo",
    "--proof",
    "Canela",
  ];
  expect(await ask("oaxaca", ["answer", pair.id, ...said])).toEqual({
    ...{ pair: pair.id, state: "yes-no-place", sent: true, needs: null },
  });
  const answer = await spread("the answer arrives", async () => (await answersTo(id)).answers[0] ?? null);
  expect(answer).toMatchObject({
    ...{ report: id, name: "Casa Oaxaca", said: "alive", place: null, proof: "Canela" },
    message: "Que está bien y llama el domingo",
  });
  for (const word of ["Wilmar", "Shol", guest]) expect(route.printed("comite")).not.toContain(word);
  expect(route.printed("tapachula")).not.toContain("domingo");

  await ask("comite", ["close", id, "--outcome", "answered"]);
  await spread("the card is withdrawn everywhere", async () => {
    const { items } = await ask<{ items: { fields: object }[] }>("tapachula", ["list", "card"]);
    return items.some(({ fields }) => JSON.stringify(fields) === '{"status":"withdrawn"}') ? true : null;
  });
  expect((await matchesAt("oaxaca")).pairs.filter(({ state }) => state === "open")).toEqual([]);
});

test("a person who says no is to the seeker as one who is nowhere", async () => {
  const { ask } = route;
  const here = { name: "Zenobia Batz Pop", age: 33, country: "GT", town: "Salamá" };
  const [found, nowhere] = [
    await report(here),
    await report({ name: "Elmer Ixtecoc Chub", age: 51, country: "GT" }),
  ];
  const { id: guest } = await ask<{ id: string }>("oaxaca", ["add", "arrival"], here);
  const pair = await proposedFor(guest);
  expect(await ask("oaxaca", ["answer", pair.id, "--said", "no"])).toMatchObject({
    state: "no",
    sent: false,
  });
  const both = await route.spread("both are compared everywhere", async () => {
    await matchesAt("oaxaca");
    await matchesAt("tapachula");
    const said = [await coverageOf(found), await coverageOf(nowhere)];
    return said.flat().every(([, compared]) => compared) ? said : null;
  });
  expect(both[0]).toEqual(both[1]);
  expect(await answersTo(found)).toEqual({ answers: [] });
  expect(await answersTo(nowhere)).toEqual({ answers: [] });
});

test("somebody who left ten days ago: what they allowed to be said is said", async () => {
  const { ask, spread } = route;
  const passed = { name: "Diego Ajpop Tzul", age: 24, country: "GT" };
  const { id: guest } = await ask<{ id: string }>("oaxaca", ["add", "arrival"], {
    ...passed,
    at: dayBefore(14),
  });
  await ask("oaxaca", ["depart", guest, "--how", "moved-on", "--at", dayBefore(10)]);
  const id = await report(passed);
  const pair = await proposedFor(guest);
  // without their word it takes two people
  expect(await ask("oaxaca", ["answer", pair.id, "--said", "passed"])).toMatchObject({ needs: "second" });
  await ask("oaxaca", ["consent", guest, "--purpose", "passed", "--said", "no"]);
  const refused = await playground.run("oaxaca", ["answer", pair.id, "--said", "passed"]);
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  await ask("oaxaca", ["consent", guest, "--purpose", "passed", "--said", "yes"]);
  expect(await ask("oaxaca", ["answer", pair.id, "--said", "passed", "--message", "Iba bien"])).toMatchObject(
    {
      sent: true,
    },
  );
  const answer = await spread("the answer arrives", async () => (await answersTo(id)).answers[0] ?? null);
  expect(answer).toMatchObject({
    said: "passed",
    on: dayBefore(10),
    place: "Casa Oaxaca",
    message: "Iba bien",
  });
});

test("what is open, answered and closed is counted", async () => {
  const { items } = await route.ask<{ items: { fields: Record<string, unknown> }[] }>("comite", [
    "list",
    "report",
  ]);
  const closed = items.filter(({ fields }) => fields["status"] === "closed");
  expect(closed.map(({ fields }) => fields["outcome"])).toEqual(["answered"]);
  const { stdout } = await playground.run("comite", ["export", "--format", "figures"]);
  expect(stdout).toContain("#");
});
