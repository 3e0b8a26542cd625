/** `merge`, `unmerge`: what they hand on and print. */
import { expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

const item = (id: string, title: string) => ({ id, kind: "guest", title, fields: {}, changedAt: null });

test("hand on both records, and print who is one person now and of whom it is contested", async () => {
  const done: unknown[] = [];
  const act = (name: string) => async (one: unknown, other: unknown) => {
    done.push([name, one, other]);
    return {
      records: name === "merge" ? [item("g1", "Ana Luz"), item("g2", "Ana L.")] : [item("g1", "Ana Luz")],
      differing: {},
      contested: name === "merge" ? [] : [item("g3", "")],
    };
  };
  const engine = answering({ merge: act("merge"), unmerge: act("unmerge") });
  const merged = await run(["merge", "g1", "g2", "--json"], engine);
  expect([merged.code, JSON.parse(merged.stdout)]).toEqual([0, { guests: ["g1", "g2"], contested: [] }]);
  expect((await run(["merge", "g1", "g2"], engine)).stdout).toContain("g2  Ana L.");
  const parted = await run(["unmerge", "g1", "g2"], engine);
  expect(parted.stdout).toContain("g1  Ana Luz");
  expect(parted.stderr).toContain("g3");
  expect(done).toEqual([
    ["merge", "g1", "g2"],
    ["merge", "g1", "g2"],
    ["unmerge", "g1", "g2"],
  ]);
  expect((await run(["merge", "g1"], engine)).code).toBe(2);
});
