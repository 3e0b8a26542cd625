/** `needs`, `messages`, `deliver`: what they hand on and print. */
import { expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

const AT = "2026-11-21T18:30:00Z";
const guest = { id: "g1", kind: "guest", title: "Ana Luz", fields: {}, changedAt: null };
const need = { id: "n1", guest, what: "medical", note: "fiebre", at: AT, isOpen: true };
const attention = { id: "a1", what: "kit", note: null, at: AT, people: 2 };

test("needs and messages are told with whom they are of, and a message is given", async () => {
  const done: unknown[] = [];
  const engine = answering({
    care: async (of?: unknown) => ({ needs: [need], attentions: of === undefined ? [] : [attention] }),
    waiting: async () => [{ id: "m1", guest, relation: "mother", at: AT, text: "Que llame." }],
    deliver: async (id: unknown) => {
      done.push(id);
      return { id };
    },
  });
  const house = await run(["needs", "--json"], engine);
  expect([house.code, JSON.parse(house.stdout)]).toEqual([
    0,
    { needs: [{ ...need, guest: "g1" }], attentions: [] },
  ]);
  expect((await run(["needs", "g1"], engine)).stdout).toMatch(/Ana Luz {2}Salud {2}fiebre[^]*Ropa o kit/u);
  expect(JSON.parse((await run(["messages", "--json"], engine)).stdout)).toEqual({
    messages: [{ id: "m1", guest: "g1", relation: "mother", at: AT, text: "Que llame." }],
  });
  expect((await run(["messages", "g1"], engine)).stdout).toContain("Su mamá");
  expect((await run(["deliver", "m1"], engine)).code).toBe(0);
  expect(done).toEqual(["m1"]);
});
