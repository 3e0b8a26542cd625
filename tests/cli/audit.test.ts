/** `audit`: alarms first, counts by person and day, and which other shelter reads it. */
import { expect, test } from "vitest";
import { EngineError } from "../../src/engine/api/index.ts";
import { answering, jsonOf, run, type Setting } from "./fake-host.ts";

const AT = Date.UTC(2026, 10, 21, 8, 30);
const VIEW = {
  since: AT - 86_400_000,
  houses: [
    {
      site: "s1",
      name: "Casa Uno",
      ownSite: true,
      auditors: [{ site: "s2", name: "Casa Dos" }],
      unreadable: 0,
    },
    { site: "s2", name: "Casa Dos", ownSite: false, auditors: [], unreadable: 2 },
  ],
  alarms: [
    {
      kind: "many-openings",
      site: "s1",
      device: "d1",
      at: AT,
      opened: 83,
      registered: 4,
      person: "Ramiro Pop",
    },
    { kind: "export-at-night", site: "s2", device: "d2", at: AT, person: null },
  ],
  cards: [{ kind: "many-cards", site: "s2", name: "Casa Dos", cards: 340 }],
  days: [
    {
      ...{ site: "s1", device: "d1", person: "Ramiro Pop", day: "2026-11-21" },
      ...{ opened: 83, searches: 12, byPlace: 0, exports: 1, overrides: 0 },
    },
  ],
  opened: [{ site: "s1", device: "d1", person: "Ramiro Pop", at: AT }],
  choices: [],
};

const asking = (asked: unknown[]): Setting =>
  answering({
    audit: async (...[wish]) => {
      asked.push(wish);
      return VIEW;
    },
    chooseAuditor: async (site) => {
      asked.push(["chosen", site]);
      return { auditor: site };
    },
  });

test("alarms come before counts, and name nobody of another house", async () => {
  const asked: unknown[] = [];
  const { code, stdout } = await run(["audit", "--since", "24h", "--of", "r1"], asking(asked));
  expect(code).toBe(0);
  expect(asked).toEqual([{ withinMs: 86_400_000, of: "r1" }]);
  const lines = stdout.trim().split("\n");
  expect(lines.map((line) => line.replace(/\d+ nov 2026, [\d:.apm\s]+/u, "AHORA "))).toEqual([
    "La bitácora de Casa Uno la lee también Casa Dos",
    expect.stringMatching(/^Casa Dos: 2 páginas/u),
    "! Casa Dos envió 340 fichas en un día. Pregunte a esa casa de dónde vienen.",
    expect.stringMatching(/^! .*Ramiro Pop abrió 83 registros en una hora y registró 4\.$/u),
    expect.stringMatching(/^! .*Una persona de Casa Dos sacó/u),
    "2026-11-21 Ramiro Pop: abrió 83 · buscó 12 · sacó 1",
    expect.stringMatching(/lo abrió Ramiro Pop$/u),
  ]);
  expect(jsonOf(await run(["audit", "--json"], asking([])))).toEqual(VIEW);
});

test("chooses who else reads it before it shows it", async () => {
  const asked: unknown[] = [];
  await run(["audit", "--auditor", "s2"], asking(asked));
  await run(["audit", "--no-auditor"], asking(asked));
  await run(["audit"], asking(asked));
  expect(asked).toEqual([["chosen", "s2"], {}, ["chosen", null], {}, {}]);
  expect((await run(["audit", "--since", "ayer"], asking([]))).code).toBe(2);
});

test("is refused to whom it is not for, in words", async () => {
  const refusing = answering({
    audit: () => Promise.reject(new EngineError({ code: "not-allowed", role: "staff" })),
  });
  expect((await run(["audit"], refusing)).code).toBe(1);
});
