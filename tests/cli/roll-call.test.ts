/** `roll-call`: the stable shape, the words for people, and what marking hands on. */
import { expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

const row = (id: string, title: string, bed: string | null, standing: string | null) => ({
  guest: { id, kind: "guest", title, fields: {}, changedAt: null },
  ...{ bed, standing },
});
const ROLL = {
  ...{ id: "r1", night: "2026-11-21" },
  people: [
    row("g1", "Ana", "cama 3", "present"),
    row("g2", "", "cama 4", "apart"),
    row("g3", "Luis", null, null),
  ],
};

test("prints who is here and how they were marked", async () => {
  const asked: unknown[] = [];
  const engine = answering({
    rollCall: async (options: unknown) => {
      asked.push(options);
      return ROLL;
    },
  });
  const { code, stdout } = await run(["roll-call", "--night", "2026-11-21", "--json"], engine);
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    {
      ...{ id: "r1", night: "2026-11-21" },
      people: [
        { id: "g1", title: "Ana", bed: "cama 3", mark: "present" },
        { id: "g2", title: "", bed: "cama 4", mark: "apart" },
        { id: "g3", title: "Luis", bed: null, mark: null },
      ],
    },
  ]);
  const told = await run(["roll-call"], engine);
  expect(told.stdout).toContain("g1  cama 3  Ana  Está");
  expect(told.stdout).toContain("g3  sin cama anotada  Luis  Sin marcar");
  expect(told.stdout).toMatch(/g2 .*mire otra vez/u);
  expect(asked).toEqual([{ night: "2026-11-21" }, {}]);
});

test("marks as many as are named, in one go", async () => {
  const done: unknown[] = [];
  const engine = answering({
    markRoll: async (wish: unknown) => {
      done.push(wish);
      return ROLL;
    },
  });
  await run(["roll-call", "--present", "g1", "--present", "g3", "--absent", "g2"], engine);
  expect(done).toEqual([
    {
      marks: [
        { guest: "g1", mark: "present" },
        { guest: "g3", mark: "present" },
        { guest: "g2", mark: "absent" },
      ],
    },
  ]);
});
