/** `call`: what it hands on and prints, and that there is no way to write a number down. */
import { expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

test("hands on whom in one word, and the result", async () => {
  const done: unknown[] = [];
  const engine = answering({
    call: async (wish: unknown) => {
      done.push(wish);
      return { id: "c1" };
    },
    neverTell: async () => [],
  });
  const { code, stdout } = await run(
    ["call", "g1", "--relation", "mother", "--result", "reached", "--contact-restored", "--json"],
    engine,
  );
  expect([code, JSON.parse(stdout)]).toEqual([0, { id: "c1" }]);
  await run(["call", "g1", "--relation", "friend", "--result", "none", "--country", "HN"], engine);
  expect(done).toEqual([
    { guest: "g1", relation: "mother", result: "reached", contactRestored: true },
    { guest: "g1", relation: "friend", result: "none", country: "HN" },
  ]);
});

test("refuses everything else, and repeats none of it", async () => {
  const typed = "+504 555 0142";
  for (const args of [
    ["--relation", "mother"],
    ["--result", "reached"],
    ["--relation", typed, "--result", "reached"],
    ["--relation", "mother", "--result", typed],
    ["--relation", "mother", "--result", "reached", "--number", typed],
    ["--relation", "mother", "--result", "reached", typed],
  ]) {
    const { code, stdout, stderr } = await run(["call", "g1", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).not.toContain("555");
  }
});

test("says whom the guest wants never to be told, beside what was noted", async () => {
  const engine = answering({
    call: async () => ({ id: "c1" }),
    neverTell: async () => [{ id: "n1", name: "Luis Caal", relation: "su esposo", note: null }],
  });
  const asked = ["call", "g1", "--relation", "mother", "--result", "reached"];
  const { code, stdout } = await run(asked, engine);
  expect(code).toBe(0);
  expect(stdout).toContain("Nunca decirle a: Luis Caal · su esposo\nNo llame a esa persona");
  expect(JSON.parse((await run([...asked, "--json"], engine)).stdout)).toEqual({ id: "c1" });
});
