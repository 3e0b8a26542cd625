/** `directory`, `board`, `notices`: what they ask, hand on and print. */
import { expect, test } from "vitest";
import { answering, jsonOf, run } from "./fake-host.ts";

const AT = "2026-11-21T18:30:00Z";
const HOUSE = { site: "s1", siteName: "Casa Oaxaca" };
const SERVICE = {
  ...{ id: "v1", name: "Consultorio San José", type: "health", offers: ["medical"], place: "Ixtepec" },
  ...{
    address: null,
    hours: "8 a 14",
    languages: [],
    accepts: ["women"],
    phone: "+52 555 0142",
    entry: null,
  },
  ...{
    note: null,
    status: "open",
    confirmedOn: "2026-11-20",
    confirmedBy: HOUSE,
    freshness: "fresh",
    agree: 1,
  },
  ...{ notedBy: HOUSE, others: [{ ...HOUSE, field: "phone", value: "+52 555 0177" }] },
};
const BOARD = {
  ...{ ...HOUSE, ownSite: false, place: "Oaxaca", saidAt: AT },
  beds: [
    { group: "any", free: 12, at: AT, age: "current" },
    { group: "women", free: 3, at: AT, age: "old" },
    { group: "men", free: null, at: AT, age: "gone" },
  ],
  needs: [{ need: "medicines", note: "suero", urgent: true, at: AT, age: "unclear" }],
  alerts: [{ alert: "full", note: null, at: AT, age: "current" }],
};
const SILENT = { ...HOUSE, ownSite: true, place: null, saidAt: null, beds: [], needs: [], alerts: [] };
const NOTICE = {
  ...{ id: "n1", kind: "danger", text: "No pase de noche.", place: "La Ventosa", at: AT },
  ...{ validUntil: "2026-11-24", state: "current", by: { site: "s9", siteName: null }, ownSite: false },
};

const asking = (asked: unknown[], service: object = SERVICE) =>
  answering({
    directory: async (wish?: unknown) => {
      asked.push(wish);
      return [service];
    },
    confirmService: async (...wish: unknown[]) => {
      asked.push(wish);
      return service;
    },
    boards: async () => [BOARD, SILENT],
    setBoard: async (wish: unknown) => {
      asked.push(wish);
      return BOARD;
    },
    repeatBoard: async () => BOARD,
    notices: async (wish?: unknown) => {
      asked.push(wish);
      return [NOTICE];
    },
    endNotice: async (id: unknown) => {
      asked.push(id);
      return { ...NOTICE, state: "over" };
    },
  });

test("the directory is looked through, and each service says who made sure, when, and who says otherwise", async () => {
  const asked: unknown[] = [];
  const wish = [
    "--need",
    "medical",
    "--place",
    "ixtepec",
    "--accepts",
    "women",
    "--text",
    "san jose",
    "--all",
  ];
  expect(jsonOf(await run(["directory", "list", ...wish, "--json"], asking(asked)))).toEqual({
    services: [SERVICE],
  });
  expect(asked).toEqual([
    { offers: "medical", place: "ixtepec", accepts: "women", text: "san jose", all: true },
  ]);
  const { stdout } = await run(["directory", "list"], asking([]));
  expect(stdout).toContain("Confirmado el 2026-11-20 por Casa Oaxaca");
  expect(stdout).toContain("Casa Oaxaca dice otra cosa. Teléfono: +52 555 0177");
  const old = await run(["directory", "list"], asking([], { ...SERVICE, freshness: "old" }));
  expect(old.stdout).toContain("Dato viejo: confirmado el 2026-11-20");
  const closed = await run(["directory", "list"], asking([], { ...SERVICE, status: "closed" }));
  expect(closed.stdout).toContain("Cerrado según Casa Oaxaca");
  const wrong = await run(["directory", "list", "--need", "gold"], asking([]));
  expect([wrong.code, wrong.stderr.includes("medical")]).toEqual([2, true]);
});

test("a service is confirmed, corrected and closed", async () => {
  const asked: unknown[] = [];
  const same = { ...SERVICE, others: [] };
  expect(jsonOf(await run(["directory", "confirm", "v1", "--json"], asking(asked, same)))).toEqual({
    service: same,
  });
  await run(["directory", "confirm", "v1", "--closed", "--on", "2026-11-20"], asking(asked));
  const setting = {
    ...asking(asked),
    readInput: async () => new TextEncoder().encode('{"phone":"+52 555 0177"}'),
  };
  await run(["directory", "confirm", "v1", "--correct"], setting);
  expect(asked.filter((one) => Array.isArray(one))).toEqual([
    ["v1", {}],
    ["v1", { status: "closed", on: "2026-11-20" }],
    ["v1", { fields: { phone: "+52 555 0177" } }],
  ]);
});

test("a service of which houses say different things is not confirmed unseen: both are told, and what to do", async () => {
  const asked: unknown[] = [];
  const { code, stderr } = await run(["directory", "confirm", "v1"], asking(asked));
  expect([code, asked]).toEqual([1, [{ all: true }]]);
  expect(stderr).toContain("como se lee: +52 555 0142");
  expect(stderr).toContain("+52 555 0177");
  expect(stderr).toContain("--correct");
  const other = {
    ...asking(asked),
    readInput: async () => new TextEncoder().encode('{"hours":"9 a 15"}'),
  };
  expect((await run(["directory", "confirm", "v1", "--correct"], other)).code, "another field").toBe(1);
});

test("boards tell old values as old, and what is said is handed on as it stands", async () => {
  const asked: unknown[] = [];
  const { stdout } = await run(["board", "show"], asking(asked));
  expect(stdout).toMatch(/Para quien sea {2}12 libres {2}se supo/u);
  expect(stdout).toMatch(/Mujeres {2}3 libres {2}dato viejo/u);
  expect(stdout).toMatch(/Hombres {2}no se sabe {2}no se sabe; lo último es de/u);
  expect(stdout).toMatch(/Medicinas {2}Urgente {2}suero {2}la hora de este dato no cuadra/u);
  expect(stdout).toContain("Todavía no ha dicho nada.");
  expect(jsonOf(await run(["board", "show", "--json"], asking([])))).toEqual({ boards: [BOARD, SILENT] });
  const wish = { beds: { any: 3 }, alerts: { full: null } };
  const setting = { ...asking(asked), readInput: async () => new TextEncoder().encode(JSON.stringify(wish)) };
  expect(jsonOf(await run(["board", "set", "--json"], setting))).toEqual({ board: BOARD });
  expect(asked).toEqual([wish]);
  expect((await run(["board", "repeat"], asking([]))).code).toBe(0);
});

test("notices are told with their house and their last day, and an own one is ended", async () => {
  const asked: unknown[] = [];
  const { stdout } = await run(["notices", "list", "--all"], asking(asked));
  expect(stdout).toContain(
    "Peligro  La Ventosa  No pase de noche.  una casa que ya no está en la red · vale hasta el 2026-11-24",
  );
  expect((await run(["notices", "end", "n1"], asking(asked))).stdout).toContain("terminó");
  expect(asked).toEqual([{ all: true }, "n1"]);
});
