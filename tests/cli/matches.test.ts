/** `match` and `reject`: the stable shape, the words for people, and decisions. */
import { expect, test } from "vitest";
import type { MatchesView } from "../../src/engine/api/index.ts";
import { answering, run } from "./fake-host.ts";

const item = (id: string, kind: string, title: string, fields = {}) => ({
  ...{ id, kind, title, fields },
  changedAt: null,
});
const FOUND = {
  pairs: [
    {
      ...{ id: "p1", score: 0.97, proposed: true, isBack: true, neverTell: [], takenBack: true },
      sought: item("r1", "report", "Wilmer Canales"),
      guest: item("g1", "guest", "Wilmar Canales", { leftAt: "2026-11-01" }),
      reasons: [
        { code: "given-name", how: "similar", asked: "Wilmer", found: "Wilmar" },
        { code: "sex-differs" },
      ],
    },
  ],
  coverage: [
    { site: "s1", name: "Casa Tapachula", holds: true, comparedAt: Date.UTC(2026, 10, 22, 9) },
    { site: "s2", name: "Casa Oaxaca", holds: false, comparedAt: null },
  ],
} as unknown as MatchesView;

test("--json has the pairs and who has compared", async () => {
  const asked: unknown[] = [];
  const engine = answering({
    matches: async (options: unknown) => {
      asked.push(options);
      return FOUND;
    },
  });
  const { code, stdout } = await run(["match", "--report", "r1", "--json"], engine);
  expect(code).toBe(0);
  expect(asked).toEqual([{ of: "r1" }]);
  expect(JSON.parse(stdout)).toEqual({
    pairs: [
      {
        ...{ id: "p1", report: "r1", guest: "g1", score: 0.97, proposed: true, takenBack: true },
        reasons: ["nombre, parecido: Wilmer ≈ Wilmar", "otro sexo"],
      },
    ],
    coverage: [
      { site: "s1", name: "Casa Tapachula", holds: true, comparedAt: "2026-11-22T09:00:00.000Z" },
      { site: "s2", name: "Casa Oaxaca", holds: false, comparedAt: null },
    ],
  });
});

test("for people it says who is sought, who came, what speaks for and against, and what to do first", async () => {
  const { stdout } = await run(["match"], answering({ matches: async () => FOUND }));
  expect(stdout).toMatch(/hable a solas/u);
  expect(stdout).toContain("p1  Muy probable (97 %)");
  expect(stdout).toContain("    Se busca: Wilmer Canales (r1)");
  expect(stdout).toContain("    Pasó por esta casa: Wilmar Canales (g1)");
  expect(stdout).toContain("    En contra: otro sexo");
  expect(stdout).toMatch(/desde entonces cambiaron los datos/u);
  expect(stdout).toContain("    La respuesta que había salido se retiró");
  expect(stdout).toMatch(/ {2}Casa Tapachula: la tiene; comparada .*22/u);
  expect(stdout).toContain(
    "  Casa Oaxaca: todavía no ha dicho que la tiene; todavía no ha dicho que comparó",
  );
  expect(stdout).toMatch(/nadie puede saber si se encontró/u);
});

test("of the house as a whole it says who has compared, and nothing of who holds", async () => {
  const coverage = FOUND.coverage.map((shelter) => ({ ...shelter, holds: null }));
  const engine = answering({ matches: async () => ({ pairs: [], coverage }) });
  const { stdout } = await run(["match"], engine);
  expect(stdout).toMatch(/ {2}Casa Tapachula: comparado .*22/u);
  expect(stdout).toContain("  Casa Oaxaca: todavía no ha dicho que comparó");
  expect(stdout).not.toMatch(/la tiene|se encontró/u);
});

test("with nobody alike it does not say that nobody is there", async () => {
  const { code, stdout } = await run(
    ["match"],
    answering({ matches: async () => ({ pairs: [], coverage: [] }) }),
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/ninguna se parece\. Se compara de nuevo/u);
});

test("reject hands on the pair and why, and --undo takes it back", async () => {
  const done: unknown[] = [];
  const engine = answering({
    rejectMatch: async (wish: unknown) => {
      done.push(wish);
      return { pair: "p1" };
    },
    reopenMatch: async (pair: unknown) => {
      done.push(pair);
      return { pair };
    },
  });
  const first = await run(["reject", "p1", "--reason", "El tatuaje es otro", "--json"], engine);
  expect(JSON.parse(first.stdout)).toEqual({ pair: "p1", state: "rejected" });
  const second = await run(["reject", "p1", "--undo", "--json"], engine);
  expect(JSON.parse(second.stdout)).toEqual({ pair: "p1", state: "open" });
  expect(done).toEqual([{ pair: "p1", reason: "El tatuaje es otro" }, "p1"]);
});
