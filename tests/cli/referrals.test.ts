/** `refer` and `referrals`: the stable shape, and a wrong call that says what to do. */
import { expect, test } from "vitest";
import { EngineError } from "../../src/engine/api/index.ts";
import type { ReferralStep } from "#model";
import { answering, jsonOf, run } from "./fake-host.ts";

const DUE = "2026-11-25T10:00:00.000Z";
const asking = (asked: unknown[]) =>
  answering({
    refer: async (wish: unknown) => {
      asked.push(wish);
      return { id: "r1", state: "sent", due: DUE };
    },
    neverTell: async (guest: string) =>
      guest === "g2" ? [{ id: "n1", name: null, relation: "su esposo", note: null }] : [],
    referStep: async (wish: unknown) => {
      asked.push(wish);
      return { id: "r1", state: "attended", due: null };
    },
  });

test("--json has the referral's id, how far it is, and until when", async () => {
  const asked: unknown[] = [];
  const call = [
    "refer",
    "g1",
    "g2",
    "--to",
    "s2",
    "--need",
    "legal",
    "--urgency",
    "72h",
    "--note",
    "habla mam",
  ];
  expect(jsonOf(await run([...call, "--json"], asking(asked)))).toEqual({
    id: "r1",
    state: "sent",
    due: DUE,
  });
  const step = ["refer", "r1", "--step", "attended", "--reason", "Consulta", "--json"];
  expect(jsonOf(await run(step, asking(asked)))).toEqual({ id: "r1", state: "attended", due: null });
  const { stdout } = await run(call, asking([]));
  expect(stdout).toMatch(/^r1 {2}Sin respuesta\nPlazo: .*\nNunca decirle a: su esposo\nDígaselo también/u);
  expect((await run(step.slice(0, -1), asking([]))).stdout).not.toContain("Nunca");
  expect(asked).toEqual([
    { guests: ["g1", "g2"], to: { site: "s2" }, need: "legal", urgency: "72h", note: "habla mam" },
    { id: "r1", step: "attended", reason: "Consulta" },
  ]);
});

test("options that do not go together are not asked for", async () => {
  const asked: unknown[] = [];
  const whole = ["--to", "s2", "--need", "legal", "--urgency", "72h"];
  const calls = [
    ["refer", "g1"],
    ["refer", "g1", "--to", "s2", "--need", "legal"],
    ["refer", "g1", ...whole, "--step", "accept"],
    ["refer", "g1", ...whole, "--reason", "por esto"],
    ["refer", "r1", "r2", "--step", "accept"],
    ["refer", "g1", "--to", "s2", "--need", "todo", "--urgency", "72h"],
    ["refer", "g1", "--to", "s2", "--need", "legal", "--urgency", "3h"],
    ["refer", "r1", "--step", "olvidar"],
  ];
  for (const call of calls) {
    const { code, stdout, stderr } = await run(call, asking(asked));
    expect([call, code, stdout]).toEqual([call, 2, ""]);
    expect(stderr).toMatch(/--(to|need|urgency|step)/u);
  }
  expect(asked).toEqual([]);
});

test("a step that may not be done now says which may", async () => {
  const refusing = (possible: readonly ReferralStep[]) =>
    answering({ referStep: () => Promise.reject(new EngineError({ code: "step-not-now", possible })) });
  const call = ["refer", "r1", "--step", "arrived"];
  const some = await run(call, refusing(["accept", "decline"]));
  expect([some.code, some.stderr]).toEqual([1, expect.stringMatching(/«Aceptar», «No podemos»/u)]);
  expect((await run(call, refusing([]))).stderr).toMatch(/ya no hay pasos/u);
});

test("referrals says what is asked of whom, and what is late", async () => {
  const view = {
    ...{ id: "r1", code: "aaaa-bbbb", other: "s2", otherName: "Casa Dos", need: "health", urgency: "24h" },
    ...{ people: 2, state: "sent", due: DUE, late: "yes", side: "receiver", follow: null, closed: null },
  };
  const views = [
    view,
    { ...view, id: "r2", side: "sender", otherName: null, due: null, late: "unsure", closed: "over" },
  ];
  const asked: unknown[] = [];
  const engine = answering({
    referrals: async (options: unknown) => {
      asked.push(options);
      return views;
    },
  });
  expect(jsonOf(await run(["referrals", "--json"], engine))).toEqual({ items: views });
  const { stdout } = await run(["referrals", "--guest", "g1"], engine);
  expect(stdout).toMatch(/^r1 {2}De Casa Dos\n {4}Salud · 2 personas · Sin respuesta\n {4}Venció: /u);
  expect(stdout).toMatch(/^r2 {2}A una casa que ya no está en la red$/mu);
  expect(stdout).toMatch(/relojes/u);
  expect(stdout.match(/No se le dice a la otra casa quiénes son/gu)).toHaveLength(1);
  expect(asked).toEqual([{}, { guest: "g1" }]);
});
