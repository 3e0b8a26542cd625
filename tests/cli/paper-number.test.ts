/** Numbers of papers in what is typed: said on the error output, never repeated, and nothing is refused. */
import { expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

const setting = (input: object) => ({
  ...answering({ add: async () => ({ id: "r1", saved: { sites: [], devices: 0 } }) }),
  input: JSON.stringify(input),
});

test("the number of a paper in a note is said, and what was typed is saved", async () => {
  const { code, stdout, stderr } = await run(
    ["add", "need", "--json"],
    setting({ what: "legal", note: "CURP PEXM040309HCSRLNA1" }),
  );
  expect(code).toBe(0);
  expect(stdout).toContain("r1");
  expect(stderr).toContain("número de un documento");
  expect(stderr).not.toContain("PEXM");
});

test("a note without one rings not", async () => {
  const { code, stderr } = await run(
    ["add", "need", "--json"],
    setting({ what: "legal", note: "pide asilo" }),
  );
  expect([code, stderr]).toEqual([0, ""]);
});
