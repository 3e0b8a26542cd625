/** `slip`, `slip-answer`, and `refer` to an institution: the stable shapes, the paper, and wrong calls that say what to do. */
import { expect, test } from "vitest";
import { EngineError, type SlipView } from "../../src/engine/api/index.ts";
import { answering, jsonOf, run } from "./fake-host.ts";

const ID = "aaaqeayeaudaocajbifqydiob4";
const VIEW = {
  ...{ id: ID, code: "K7M2-Q4XN", state: "sent", need: "health", urgency: "72h", count: 2 },
  from: { name: "Casa Tapachula", phone: null },
  to: {
    ...{ name: "Clínica San José", place: "Ixtepec", address: "Calle 5", hours: "8 a 14", entry: null },
    ...{ phone: "555 0142", doubtful: true },
  },
  ...{ note: "no puede subir escaleras", sentAt: "2026-11-21T18:30:00.000Z" },
  people: [{ name: "Mikal Pérez Xol", age: 19 }, {}],
  answers: ["receive", "accept", "decline", "arrived", "not-arrived", "attended"],
} as unknown as SlipView;

function engineOf(asked: unknown[]) {
  const heard =
    (name: string, answer: unknown) =>
    async (...given: unknown[]): Promise<unknown> => {
      asked.push([name, ...given]);
      return answer;
    };
  return answering({
    findSlip: heard("findSlip", { id: ID }),
    slip: heard("slip", VIEW),
    noteHandedOut: heard("noteHandedOut", undefined),
    referStep: heard("referStep", { id: ID, state: "attended", due: null }),
    refer: heard("refer", { id: ID, state: "sent", due: null }),
    neverTell: async () => [],
  });
}

test("slip prints three parts by code or by id, and the printing is noted", async () => {
  const asked: unknown[] = [];
  expect(jsonOf(await run(["slip", "k7m2 q4xn", "--json"], engineOf(asked)))).toEqual(VIEW);
  const { stdout } = await run(["slip", ID], engineOf(asked));
  expect(stdout.match(/K7M2-Q4XN/gu)).toHaveLength(3);
  for (const whose of ["de la persona", "de la institución", "se queda en la casa"])
    expect(stdout).toMatch(new RegExp(`== Esta parte (?:es )?${whose}`, "u"));
  expect(stdout).toMatch(/Corte aquí/u);
  expect(stdout).toMatch(/Llame antes de que alguien vaya/u);
  expect(stdout).toMatch(/Conteste al teléfono: _+/u);
  expect(stdout).toMatch(/2\.\nSin nombre/u);
  expect(stdout).toMatch(/\[ \] Recibido {3}\[ \] Le recibimos/u);
  const printed = [
    ["slip", ID],
    ["noteHandedOut", "print", 2],
  ];
  expect(asked).toEqual([["findSlip", "k7m2 q4xn"], ...printed, ...printed]);
});

test("slip-answer types in what came back, by the slip unless told otherwise", async () => {
  const asked: unknown[] = [];
  const call = ["slip-answer", "K7M2-Q4XN", "--answer", "attended"];
  expect(jsonOf(await run([...call, "--json"], engineOf(asked)))).toEqual({
    ...{ id: ID, state: "attended", due: null },
  });
  await run([...call, "--by", "phone", "--reason", "Consulta"], engineOf(asked));
  expect(asked).toEqual([
    ["findSlip", "K7M2-Q4XN"],
    ["referStep", { id: ID, step: "attended", heard: "slip" }],
    ["findSlip", "K7M2-Q4XN"],
    ["referStep", { id: ID, step: "attended", heard: "phone", reason: "Consulta" }],
  ]);
  for (const wrong of [["--answer", "close"], ["--answer", "attended", "--by", "carta"], []]) {
    const { code, stdout, stderr } = await run(["slip-answer", "K7M2-Q4XN", ...wrong], engineOf([]));
    expect([wrong, code, stdout]).toEqual([wrong, 2, ""]);
    expect(stderr).toMatch(/--(answer|by)/u);
  }
});

test("a code that is wrong, and one that nobody here knows, are told apart, each with what to do", async () => {
  const refusing = (code: "slip-mistyped" | "slip-unknown") =>
    answering({ findSlip: () => Promise.reject(new EngineError({ code })) });
  const mistyped = await run(["slip-answer", "x", "--answer", "arrived"], refusing("slip-mistyped"));
  expect([mistyped.code, mistyped.stdout]).toEqual([1, ""]);
  expect(mistyped.stderr).toMatch(/letra por letra/u);
  expect((await run(["slip", "0000-0000"], refusing("slip-unknown"))).stderr).toMatch(/otra casa/u);
});

test("refer takes an institution where it takes a house, and steps with how they were heard", async () => {
  const asked: unknown[] = [];
  const whole = ["refer", "g1", "--to", "v1", "--need", "legal", "--urgency", "2w", "--unnamed"];
  await run(whole, engineOf(asked));
  await run(["refer", ID, "--step", "arrived", "--by", "phone"], engineOf(asked));
  const wish = { guests: ["g1"], to: { site: "v1" }, need: "legal", urgency: "2w", unnamed: true };
  expect(asked).toEqual([
    ["refer", wish],
    ["referStep", { id: ID, step: "arrived", heard: "phone" }],
  ]);
  for (const wrong of [
    [...whole, "--by", "slip"],
    ["refer", ID, "--step", "close", "--unnamed"],
  ])
    expect((await run(wrong, engineOf([]))).code).toBe(2);
});

test("follow says who follows a case; refer asks for it, and the list says who does", async () => {
  const view = { by: "receiver", site: "s2", siteName: "Casa Dos", since: "2026-11-22T10:00:00Z" };
  const asked: unknown[] = [];
  const note =
    (answer: unknown) =>
    async (given: unknown): Promise<unknown> => {
      asked.push(given);
      return answer;
    };
  const engine = answering({
    follow: note({ ...view, answered: "take", possible: ["leave"] }),
    refer: note({ id: ID, state: "sent", due: null }),
    neverTell: async () => [],
  });
  expect(jsonOf(await run(["follow", ID, "--says", "take", "--json"], engine))).toEqual({
    ...{ id: ID, follow: { ...view, answered: "take", possible: ["leave"] } },
  });
  expect((await run(["follow", ID, "--says", "take"], engine)).stdout).toMatch(
    /^Sigue el caso: Casa Dos, desde .*2026/u,
  );
  await run(["refer", "g1", "--to", "s2", "--need", "legal", "--urgency", "2w", "--hand-over"], engine);
  const wish = { guests: ["g1"], to: { site: "s2" }, need: "legal", urgency: "2w", handOver: true };
  expect(asked).toEqual([{ id: ID, says: "take" }, { id: ID, says: "take" }, wish]);
  expect((await run(["follow", ID, "--says", "dejar"], engine)).code).toBe(2);
  const refusing = answering({
    follow: () => Promise.reject(new EngineError({ code: "follow-not-now", allowed: ["leave"] })),
  });
  const { code, stderr } = await run(["follow", ID, "--says", "take"], refusing);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/«No seguirlo»/u)]);
});
