/** `depart`: what it hands on, what it prints, and how a slip is told. */
import { describe, expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

function noting() {
  const done: unknown[] = [];
  const engine = answering({
    depart: async (wish: unknown) => {
      done.push(wish);
      return { id: "d1" };
    },
    takeBackDeparture: async (guest: unknown) => {
      done.push(guest);
      return { id: "d1" };
    },
  });
  return { done, engine };
}

describe("depart", () => {
  test("hands on what was told and nothing else", async () => {
    const { done, engine } = noting();
    const first = await run(["depart", "g1", "--how", "moved-on", "--json"], engine);
    expect(JSON.parse(first.stdout)).toEqual({ id: "d1" });
    await run(["depart", "g1", "--how", "transferred", "--to", "Saltillo", "--at", "2026-11-21"], engine);
    expect(done).toEqual([
      { guest: "g1", how: "moved-on" },
      { guest: "g1", how: "transferred", to: "Saltillo", at: "2026-11-21" },
    ]);
  });

  test("--undo takes the last one back, and stands alone", async () => {
    const { done, engine } = noting();
    const { stdout, code } = await run(["depart", "g1", "--undo", "--json"], engine);
    expect([code, JSON.parse(stdout)]).toEqual([0, { id: "d1" }]);
    const both = await run(["depart", "g1", "--undo", "--how", "hospital"], engine);
    expect(both).toMatchObject({ code: 2, stdout: "" });
    expect(done).toEqual(["g1"]);
  });

  test("says what comes next where somebody has to act", async () => {
    const { engine } = noting();
    expect((await run(["depart", "g1", "--how", "detained"], engine)).stderr).toMatch(/abogad/u);
    expect((await run(["depart", "g1", "--how", "not-returned"], engine)).stderr).toMatch(/búsqueda/u);
    expect((await run(["depart", "g1", "--how", "moved-on"], engine)).stderr).toBe("");
    expect((await run(["depart", "g1", "--how", "died"], engine)).stderr).toMatch(/en persona/u);
  });

  test("needs to know how, and knows no other word", async () => {
    const { done, engine } = noting();
    for (const args of [["depart", "g1"], ["depart", "g1", "--how", "dead"], ["depart"]]) {
      const { code, stderr } = await run(args, engine);
      expect(code).toBe(2);
      expect(stderr).not.toBe("");
    }
    expect(done).toEqual([]);
  });
});
