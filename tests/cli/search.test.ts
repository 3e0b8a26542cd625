/** What `search` says: how probable each is, what speaks for and against, and where it looked. */
import { expect, test } from "vitest";
import type { SearchHit } from "../../src/engine/api/index.ts";
import { answering, run } from "./fake-host.ts";

const HIT = {
  ...{ id: "r1", kind: "card", title: "Wilmer Canales", score: 0.91, fields: {} },
  reasons: [
    { code: "given-name", how: "similar", asked: "wilmar", found: "Wilmer" },
    { code: "country", country: "HN" },
    { code: "sex-differs" },
  ] satisfies SearchHit["reasons"],
};

test("a refused search says why", async () => {
  const { code, stdout, stderr } = await run(
    ["search", "a", "--json"],
    answering({ search: async () => ({ kind: "refused", refusal: { code: "one-letter" } }) }),
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/dos letras/u);
});

test("a search says of each how probable it is, and what speaks for and against", async () => {
  const hits = [HIT, { ...HIT, id: "r2", score: 0.9999 }, { ...HIT, id: "r3", score: 0.0001 }];
  const { stdout } = await run(
    ["search", "wilmar"],
    answering({ search: async () => ({ kind: "answer", results: hits, coverage: [], indexed: null }) }),
  );
  expect(stdout).toContain("r1  Wilmer Canales  Muy probable (91 %)");
  expect(stdout).toContain("r2  Wilmer Canales  Muy probable (99 %)");
  expect(stdout).toContain("r3  Wilmer Canales  Poco probable (1 %)");
  expect(stdout).toContain("    A favor: nombre, parecido: wilmar ≈ Wilmer; país: Honduras\n");
  expect(stdout).toContain("    En contra: otro sexo\n");
});

test("a search that finds nothing says where it looked, and not that nobody is there", async () => {
  const { code, stdout } = await run(
    ["search", "zoraida"],
    answering({ search: async () => ({ kind: "answer", results: [], coverage: [], indexed: null }) }),
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/en los datos que hay aquí/u);
});
