/** `ask`, `answer`, `agree`, `answers`, `close`: the stable shapes, and words for people. */
import { expect, test } from "vitest";
import { answering, run } from "./fake-host.ts";

const PAIR = "p1";

test("answer hands on what was said, and tells whether anything left", async () => {
  const asked: unknown[] = [];
  const engine = answering({
    answerMatch: async (wish: unknown) => {
      asked.push(wish);
      return { pair: PAIR, state: "yes-no-place", sent: true, needs: null };
    },
  });
  const args = ["answer", PAIR, "--said", "yes-no-place", "--message", "Que está bien", "--proof", "Canela"];
  const { code, stdout } = await run([...args, "--json"], engine);
  expect(code).toBe(0);
  expect(asked).toEqual([{ pair: PAIR, said: "yes-no-place", message: "Que está bien", proof: "Canela" }]);
  expect(JSON.parse(stdout)).toEqual({ pair: PAIR, state: "yes-no-place", sent: true, needs: null });
  expect((await run(args, engine)).stdout).toMatch(/no dónde está\. Se le respondió/u);
});

test("what waits for a second person is said, and agree gives their word", async () => {
  const engine = answering({
    answerMatch: async () => ({ pair: PAIR, state: "yes", sent: false, needs: "second" }),
    agreeMatch: async (pair: unknown) => ({ pair, state: "yes", sent: true, needs: null }),
    askMatch: async (pair: unknown) => ({ pair, state: "to-ask", sent: false, needs: null }),
  });
  expect((await run(["answer", PAIR, "--said", "yes"], engine)).stdout).toMatch(
    /Falta la palabra de otra persona/u,
  );
  expect(JSON.parse((await run(["agree", PAIR, "--json"], engine)).stdout)).toMatchObject({ sent: true });
  expect(JSON.parse((await run(["ask", PAIR, "--json"], engine)).stdout)).toMatchObject({ state: "to-ask" });
});

test("a word that nobody can say is a slip of usage", async () => {
  const { code, stderr } = await run(["answer", PAIR, "--said", "maybe"], answering({}));
  expect(code).toBe(2);
  expect(stderr).toContain("--said");
});

test("answers are listed with a message for the family that says no more than was agreed", async () => {
  const answer = {
    ...{ id: "a1", report: "r1", site: "s1", siteName: "Casa Oaxaca", said: "alive", on: "2026-11-21" },
    ...{ place: null, message: "Que llama el domingo", proof: null },
  };
  const asked: unknown[] = [];
  const engine = answering({
    answers: async (of: unknown) => {
      asked.push(of);
      return [answer];
    },
  });
  const { stdout } = await run(["answers", "--report", "r1", "--json"], engine);
  expect(asked).toEqual([{ of: "r1" }]);
  const { siteName, ...same } = answer;
  expect(JSON.parse(stdout)).toEqual({ answers: [{ ...same, name: siteName }] });
  const { stdout: words } = await run(["answers"], engine);
  expect(words).toContain("Responde: Casa Oaxaca (r1)");
  const message = words.slice(words.indexOf("Mensaje para la familia"));
  expect(message).toMatch(/Está viva: lo dijo ella misma el 21 nov 2026/u);
  expect(message).toMatch(/Nunca le vamos a pedir dinero/u);
  expect(message).not.toContain("Oaxaca");
});

test("no answer is not told as nobody", async () => {
  const { stdout } = await run(["answers"], answering({ answers: async () => [] }));
  expect(stdout).toMatch(/no dice que la persona no esté/u);
});

test("close hands on why", async () => {
  const asked: unknown[] = [];
  const engine = answering({
    closeReport: async (wish: unknown) => {
      asked.push(wish);
      return { id: "r1" };
    },
  });
  const { stdout } = await run(["close", "r1", "--outcome", "answered", "--json"], engine);
  expect(asked).toEqual([{ report: "r1", outcome: "answered" }]);
  expect(JSON.parse(stdout)).toEqual({ id: "r1" });
});
