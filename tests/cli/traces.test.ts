/** `traces` and `open-trace`: numbers without names, and one thing at a time. */
import { expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

const WAITING = {
  ...{ id: "t1", title: "", fields: null, opened: null },
  waiting: [
    { id: "o1", reason: "pide que se borre", at: "2026-11-23T08:00:00Z", by: "Delia", mayAgree: true },
  ],
};
const OPEN = {
  ...{ id: "t1", title: "Wilmer Xol", fields: { name: "Wilmer Xol", country: "GT" }, waiting: [] },
  opened: {
    id: "o1",
    reason: "pide que se borre",
    at: "2026-11-23T09:00:00Z",
    by: "Delia",
    agreedBy: "Elsa",
  },
};

test("tells how many there are, when the next one follows, and what is to be opened, without a name", async () => {
  const view = { count: 2, years: 10, next: "2026-12-24", due: 1, touched: [WAITING] };
  const engine = answering({ traces: async () => view });
  const listed = await run(["traces", "--json"], engine);
  expect(JSON.parse(listed.stdout)).toEqual(view);
  const { stdout } = await run(["traces"], engine);
  expect(stdout).toContain("2 huellas");
  expect(stdout).toContain("Se guardan 10 años.");
  expect(stdout).toMatch(/desde el .*24.*2026/u);
  expect(stdout).toContain("t1  Huella sellada");
  expect(stdout).toContain("o1  Espera la palabra de otra persona: pide que se borre");
  const none = answering({ traces: async () => ({ count: 0, years: 1, next: null, due: 0, touched: [] }) });
  expect((await run(["traces"], none)).stdout).toBe("No hay huellas\nSe guardan 1 año.\n");
});

test("changes for how long they are kept: what that erases takes a yes, and nothing is done without", async () => {
  const asked: unknown[] = [];
  const view = { count: 1, years: 5, next: null, due: 0, touched: [] };
  const ending = (n: number) =>
    answering({
      traceYearsPreview: async () => ({ ending: n }),
      setTraceYears: async (years: unknown) => {
        asked.push(years);
        return view;
      },
    });
  const call = ["traces", "--years", "5"];
  const refused = await run(call, ending(3));
  expect([refused.code, asked]).toEqual([1, []]);
  expect(refused.stderr).toContain("se borran 3 huellas");
  expect(refused.stderr).toContain("No se cambió nada");
  expect(JSON.parse((await run([...call, "--yes", "--json"], ending(3))).stdout)).toEqual(view);
  expect((await run(call, ending(0))).stdout).toContain("Se guardan 5 años");
  expect(asked).toEqual([5, 5]);
  for (const wrong of [
    ["--years", "31"],
    ["--years", "0"],
    ["t1", "--years", "5"],
  ])
    expect((await run(["traces", ...wrong], ending(0))).code).toBe(2);
  expect(asked).toHaveLength(2);
});

test("shows one: sealed, or with its name and whose two words opened it", async () => {
  const sealed = await run(["traces", "t1"], answering({ trace: async () => WAITING }));
  expect(sealed.stdout).toContain("t1  Huella sellada");
  expect(sealed.stdout).not.toContain("Wilmer");
  const open = await run(["traces", "t1"], answering({ trace: async () => OPEN }));
  expect(open.stdout).toContain("t1  Wilmer Xol");
  expect(open.stdout).toContain("La abrieron Delia y Elsa");
});

test("asks, agrees and closes, one at a time", async () => {
  const asked: unknown[] = [];
  const note =
    (name: string) =>
    async (wish: unknown): Promise<unknown> => {
      asked.push([name, wish]);
      return WAITING;
    };
  const engine = answering({
    ...{ proposeOpening: note("propose"), agreeOpening: note("agree"), closeOpening: note("close") },
  });
  await run(["open-trace", "t1", "--reason", "pide que se borre"], engine);
  await run(["open-trace", "o1", "--agree"], engine);
  await run(["open-trace", "o1", "--close"], engine);
  expect(asked).toEqual([
    ["propose", { trace: "t1", reason: "pide que se borre" }],
    ["agree", "o1"],
    ["close", "o1"],
  ]);
  for (const args of [["t1"], ["t1", "--agree", "--close"], ["t1", "--reason", "x", "--agree"], []])
    expect((await run(["open-trace", ...args], engine)).code, args.join(" ")).toBe(2);
  expect(asked).toHaveLength(3);
});
