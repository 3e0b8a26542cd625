/** `erase`, `erasure`, `copy`: the stable shapes, what is said before, and that a no erases nothing. */
import { expect, test } from "vitest";
import { EngineError } from "#engine";
import { answering, jsonOf, run } from "./fake-host.ts";

const SITES = [
  { site: "s1", name: "Casa Uno", ownSite: true, erased: true, lastHeard: null },
  { site: "s2", name: "Casa Dos", ownSite: false, erased: false, lastHeard: Date.UTC(2026, 10, 21) },
];

const asking = (asked: unknown[]) =>
  answering({
    erasePreview: async () => ({ records: 7, entries: 20, told: [] }),
    erase: async (wish: unknown) => {
      asked.push(wish);
      return { order: "o1" };
    },
    erasure: async () => ({ sites: SITES, reason: "lo pidió la persona", at: "2026-11-21T10:00:00.000Z" }),
    personCopy: async () => ({
      siteName: "Casa Uno",
      at: 0,
      records: [
        {
          ...{ id: "g1", kind: "guest", createdAt: 0, changedAt: 0, toldTo: null },
          fields: { name: "Keyla Bonilla" },
        },
        {
          ...{
            id: "a1",
            kind: "answer",
            createdAt: 0,
            changedAt: 0,
            toldTo: { site: "s2", name: "Casa Dos", countries: ["GT"] },
          },
          fields: { on: "2026-11-20" },
        },
      ],
    }),
  });

test("erase says how much goes, and prints the order; why must be said", async () => {
  const asked: unknown[] = [];
  const { code, stdout, stderr } = await run(
    ["erase", "g1", "--reason", "lo pidió la persona", "--json"],
    asking(asked),
  );
  expect([code, JSON.parse(stdout)]).toEqual([0, { order: "o1" }]);
  expect(stderr).toMatch(/7 fichas.*No se puede deshacer/u);
  expect(asked).toEqual([{ id: "g1", reason: "lo pidió la persona" }]);
  expect((await run(["erase", "g1", "--json"], asking(asked))).code).toBe(2);
  expect(asked).toHaveLength(1);
});

test("erasure prints what each house says", async () => {
  const given = asking([]);
  expect(jsonOf(await run(["erasure", "g1", "--json"], given))).toEqual({
    sites: [
      { site: "s1", name: "Casa Uno", erased: true, lastHeard: null },
      { site: "s2", name: "Casa Dos", erased: false, lastHeard: "2026-11-21T00:00:00.000Z" },
    ],
    reason: "lo pidió la persona",
  });
  const { stdout } = await run(["erasure", "g1"], given);
  expect(stdout).toMatch(/^Dicen que ya lo borraron 1 de 2 casas/mu);
  expect(stdout).toMatch(/^Casa Dos: Todavía no se sabe$/mu);
  const none = answering({ erasure: () => Promise.reject(new EngineError({ code: "not-erased" })) });
  expect((await run(["erasure", "g1"], none)).code).toBe(1);
});

test("copy tells the person what is held and who was told", async () => {
  const { code, stdout } = await run(["copy", "g1"], asking([]));
  expect(code).toBe(0);
  expect(stdout).toMatch(/Keyla Bonilla/u);
  expect(stdout).toMatch(/^Se le dijo a: Casa Dos \(Guatemala\)$/mu);
});
