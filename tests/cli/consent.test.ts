/** `consent`: the stable shape, and a wrong call that says what to do. */
import { expect, test } from "vitest";
import { answering, jsonOf, run } from "./fake-host.ts";

const asking = (asked: unknown[]) =>
  answering({
    consent: async (wish: { readonly purpose: string; readonly said: string }) => {
      asked.push(wish);
      return { id: "s1", purpose: wish.purpose, state: wish.said };
    },
  });

test("--json has the statement's id, the purpose and what holds", async () => {
  const asked: unknown[] = [];
  const first = ["consent", "g1", "--purpose", "refer", "--to", "s2", "--said", "yes", "--basis", "guardian"];
  expect(jsonOf(await run([...first, "--json"], asking(asked)))).toEqual({
    id: "s1",
    purpose: "refer",
    state: "yes",
  });
  const second = [
    "consent",
    "g1",
    "--purpose",
    "care",
    "--said",
    "unset",
    "--language",
    "mam",
    "--interpreter",
    "Ana",
  ];
  const { code, stdout } = await run(second, asking(asked));
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Llevar su expediente: Sin preguntar\n/u)]);
  expect(asked).toEqual([
    { guest: "g1", purpose: "refer", to: "s2", said: "yes", basis: "guardian" },
    { guest: "g1", purpose: "care", said: "unset", language: "mam", interpreter: "Ana" },
  ]);
});

test("a purpose that is none, a word that is none, and a site without its purpose are not asked for", async () => {
  const asked: unknown[] = [];
  const calls = [
    ["consent", "g1", "--purpose", "todo", "--said", "yes"],
    ["consent", "g1", "--purpose", "care", "--said", "quizá"],
    ["consent", "g1", "--purpose", "care", "--said", "yes", "--to", "s2"],
    ["consent", "g1", "--purpose", "refer", "--said", "yes"],
  ];
  for (const call of calls) {
    const { code, stdout, stderr } = await run(call, asking(asked));
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/--(purpose|said)/u);
  }
  expect(asked).toEqual([]);
});

test("what a volunteer notes is handed in: what holds is not theirs to read", async () => {
  const handing = answering({
    consent: async ({ purpose }: { readonly purpose: string }) => ({ id: "s1", purpose, state: null }),
  });
  const call = ["consent", "g1", "--purpose", "care", "--said", "yes"];
  const { code, stdout } = await run(call, handing);
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^Llevar su expediente: Dijo que sí\nAnotado y entregado/u),
  ]);
  expect(jsonOf(await run([...call, "--json"], handing))).toEqual({ id: "s1", purpose: "care", state: null });
});
