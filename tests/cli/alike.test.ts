/** What `alike` says of possible duplicates, and that it asks for a guest or a report and nothing else. */
import { expect, test } from "vitest";
import type { AlikeHit } from "../../src/engine/api/index.ts";
import { answering, jsonOf, run } from "./fake-host.ts";

const HIT = {
  ...{ id: "g1", kind: "guest", title: "Wilmer Xol Caal", score: 0.97, fields: {}, changedAt: null },
  reasons: [{ code: "given-name", how: "same", asked: "Wilmer", found: "Wilmer" }] as AlikeHit["reasons"],
};
const finding = (hits: readonly object[], input = '{"name":"Wilmer Xol"}') => ({
  ...answering({ alike: async () => hits }),
  input,
});

test("who is most probably the same person is called a possible duplicate, and why", async () => {
  const hits = [
    { ...HIT, proposed: true },
    { ...HIT, id: "g2", score: 0.2, proposed: false },
  ];
  const { code, stdout } = await run(["alike", "guest"], finding(hits));
  expect(code).toBe(0);
  expect(stdout).toContain(
    "g1  Wilmer Xol Caal  Muy probable (97 %)  Persona recibida en esta casa · posible duplicado\n",
  );
  expect(stdout).toContain("g2  Wilmer Xol Caal  Posible (20 %)  Persona recibida en esta casa\n");
  expect(stdout).toContain("    A favor: ");
});

test("nobody alike is an answer, and does not say that nobody is there", async () => {
  const ran = await run(["alike", "report", "--json"], finding([], "{}"));
  expect(jsonOf(ran)).toEqual({ results: [] });
  expect((await run(["alike", "report"], finding([], "{}"))).stdout).toMatch(/en los datos que hay aquí/u);
});

test("another kind is a slip, told before anything is read", async () => {
  const { code, stderr } = await run(["alike", "card"], { input: "no JSON" });
  expect(code).toBe(2);
  expect(stderr).toContain("guest, report");
});

test("input that is no JSON is refused without repeating it", async () => {
  const { code, stderr } = await run(["alike", "guest"], { input: '{"name":"Marisol' });
  expect(code).toBe(1);
  expect(stderr).not.toContain("Marisol");
});
