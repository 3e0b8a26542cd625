/** `protect`, `protected`, `protected-step`, `release`, and what `add arrival` and `roll-call` say of a bed that is kept. */
import { expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

const VIEW = {
  person: { id: "p1", kind: "protected-guest", title: "Yesenia Xol", fields: {}, changedAt: null },
  why: ["minor-alone"],
  arrivedAt: "2026-11-21T22:10:00Z",
  bed: { id: "b1", number: 14, bed: "cama 3" },
  isBedKept: true,
  isHere: true,
  notice: { at: "2026-11-22T22:10:00.000Z", late: "yes" },
  steps: [{ step: "authority", done: false, at: null, note: null, interpreter: null }],
  waiting: [{ id: "r1", how: "transferred", to: "DIF", at: "2026", by: "Delia", mayAgree: true }],
  left: null,
};
const RESERVED = [{ id: "b1", number: 14, bed: "cama 3" }];

test("an arrival that goes to protection says which bed is kept, and nothing else", async () => {
  const engine = answering({ add: async () => ({ id: "b1", reserved: RESERVED }) });
  const input = JSON.stringify({ name: "Yesenia Xol", age: 15, alone: true });
  const { code, stdout } = await run(["add", "arrival", "--json"], { ...engine, input });
  expect([code, JSON.parse(stdout)]).toEqual([0, { id: "b1", reserved: RESERVED }]);
  const told = await run(["add", "arrival"], { ...engine, input });
  expect(told.stdout).toContain("Persona 14, cama 3. No sale sin la persona encargada.");
  expect(told.stdout).not.toContain("Yesenia");
});

test("shows what is owed, the overdue notice and the proposal that waits", async () => {
  const engine = answering({ protectedPeople: async () => [VIEW], protectedPerson: async () => VIEW });
  const { stdout } = await run(["protected", "--json"], engine);
  expect(JSON.parse(stdout)).toEqual({ items: [VIEW] });
  const told = await run(["protected", "p1"], engine);
  expect(told.stdout).toContain("p1  Yesenia Xol  Persona 14, cama 3");
  expect(told.stdout).toMatch(/vencido/u);
  expect(told.stdout).toContain("[ ] Aviso a la autoridad");
  expect(told.stdout).toMatch(/r1 {2}Falta la palabra de otra persona.*DIF/u);
});

test("proposes, agrees and refuses, one at a time", async () => {
  const asked: unknown[] = [];
  const note =
    (name: string) =>
    async (wish: unknown): Promise<unknown> => {
      asked.push([name, wish]);
      return VIEW;
    };
  const engine = answering({
    proposeRelease: note("propose"),
    agreeRelease: note("agree"),
    refuseRelease: note("refuse"),
    noteProtectedStep: note("step"),
    protectGuest: async (wish: unknown) => {
      asked.push(["move", wish]);
      return { id: "b1", reserved: RESERVED };
    },
  });
  await run(["release", "p1", "--how", "transferred", "--to", "DIF"], engine);
  await run(["release", "r1", "--agree"], engine);
  await run(["release", "r1", "--refuse"], engine);
  await run(["protected-step", "p1", "interview", "--interpreter", "Ana"], engine);
  await run(["protected-step", "p1", "authority", "--undo"], engine);
  const moved = await run(["protect", "g1", "--why", "trafficking", "--why", "gender-violence"], engine);
  expect(moved.stderr).toContain("historial");
  expect(asked).toEqual([
    ["propose", { guest: "p1", how: "transferred", to: "DIF" }],
    ["agree", "r1"],
    ["refuse", "r1"],
    ["step", { guest: "p1", step: "interview", done: true, interpreter: "Ana" }],
    ["step", { guest: "p1", step: "authority", done: false }],
    ["move", { guest: "g1", why: ["trafficking", "gender-violence"] }],
  ]);
  for (const args of [
    ["release", "p1"],
    ["release", "p1", "--how", "transferred", "--agree"],
    ["release", "p1", "--agree", "--refuse"],
    ["release", "r1", "--agree", "--to", "DIF"],
    ["protected-step", "p1", "guess"],
    ["protect", "g1"],
  ])
    expect((await run(args, engine)).code).toBe(2);
  expect(asked).toHaveLength(6);
});

test("the roll call names a kept bed by its number", async () => {
  const guest = { id: "b1", kind: "reserved-bed", title: "14", fields: {}, changedAt: null };
  const engine = answering({
    rollCall: async () => ({
      id: "r",
      night: "2026-11-21",
      people: [{ guest, bed: "cama 3", standing: null }],
    }),
  });
  const { stdout } = await run(["roll-call"], engine);
  expect(stdout).toContain("b1  cama 3  Persona 14. No sale sin la persona encargada.");
});
