/** `vital-interest`: one thing at a time, and what stands for a guest. */
import { expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

const VIEW = {
  ...{ to: "s2", toName: "Casa Oaxaca", state: "waiting", until: null },
  claims: [
    { id: "v1", reason: "Sin conocimiento.", at: "2026-11-23T08:00:00Z", by: "Ramiro", mayAgree: true },
  ],
};

test("claims, agrees and ends, one at a time", async () => {
  const asked: unknown[] = [];
  const note =
    (name: string, answer: object) =>
    async (wish: unknown): Promise<unknown> => {
      asked.push([name, wish]);
      return answer;
    };
  const engine = answering({
    claimVital: note("claim", { id: "v1" }),
    agreeVital: note("agree", { until: "2026-11-26T08:00:00.000Z" }),
    endVital: note("end", { id: "v2" }),
  });
  const claim = await run(
    ["vital-interest", "g1", "--to", "s2", "--reason", "Sin conocimiento.", "--json"],
    engine,
  );
  expect(JSON.parse(claim.stdout)).toEqual({ id: "v1" });
  const agreed = await run(["vital-interest", "v1", "--agree"], engine);
  expect(agreed.stdout).toMatch(/hasta: .*2026/u);
  await run(["vital-interest", "v1", "--end"], engine);
  expect(asked).toEqual([
    ["claim", { guest: "g1", to: "s2", reason: "Sin conocimiento." }],
    ["agree", "v1"],
    ["end", "v1"],
  ]);
  for (const args of [
    ["v1", "--agree", "--end"],
    ["g1", "--to", "s2"],
    ["g1", "--reason", "x"],
    ["g1", "--to", "s2", "--reason", "x", "--agree"],
    [],
  ])
    expect((await run(["vital-interest", ...args], engine)).code, args.join(" ")).toBe(2);
  expect(asked).toHaveLength(3);
});

test("shows what waits and what stands, or that there is nothing", async () => {
  const held = { ...VIEW, state: "holds", until: "2026-11-26T08:00:00.000Z" };
  const engine = answering({ vitalInterests: async () => [VIEW, held] });
  const listed = await run(["vital-interest", "g1", "--json"], engine);
  expect(JSON.parse(listed.stdout)).toEqual({ items: [VIEW, held] });
  const { stdout } = await run(["vital-interest", "g1"], engine);
  expect(stdout).toContain("Casa Oaxaca: Espera la palabra de otra persona");
  expect(stdout).toContain("v1  Sin conocimiento.");
  expect(stdout).toMatch(/Se les puede decir lo necesario hasta/u);
  const none = await run(["vital-interest", "g1"], answering({ vitalInterests: async () => [] }));
  expect(none.stdout).toContain("Nada de eso está anotado");
});
