/** `capsule`: the stable shapes, the words however they are given, and wrong calls that say what to do. */
import { expect, test } from "vitest";
import { EngineError, type Fault } from "#engine";
import { answering, jsonOf, run } from "./fake-host.ts";

const CODE = "ábaco abdomen abeja abierto abogado abono aborto abrazo abrir abuelo abuso acabar academia";
const OPENED = {
  ...{ id: "c1", kind: "capsule", space: "capsule", conflicts: {}, site: "s1", siteName: "Casa Tapachula" },
  fields: { name: "Mikal", needs: ["insulina"], status: "open", expiresAt: "2027-01-20T10:00:00.000Z" },
  ...{ createdAt: 0, changedAt: 0, lastHeard: null },
  saved: { here: true, hub: false, sites: [] },
};

const asking = (asked: unknown[]) =>
  answering({
    newCapsule: async (wish: unknown) => {
      asked.push(wish);
      return { id: "c1", code: CODE, expiresAt: Date.UTC(2027, 0, 20) };
    },
    openCapsule: async (code: string) => {
      asked.push(code);
      return OPENED;
    },
    revokeCapsule: async (id: string) => {
      asked.push(id);
      return { id };
    },
  });

test("new has the id and the code, and tells the engine what was chosen and nothing more", async () => {
  const asked: unknown[] = [];
  const first = ["capsule", "new", "g1", "--json"];
  expect(jsonOf(await run(first, asking(asked)))).toEqual({ id: "c1", code: CODE });
  const chosen = [
    "--tell",
    "names,language",
    "--needs",
    "insulina; ropa",
    "--expires",
    "30d",
    "--name",
    "Sol",
  ];
  const { code, stdout } = await run(["capsule", "new", "g1", ...chosen], asking(asked));
  expect([code, stdout.split("\n")[0]]).toEqual([0, CODE]);
  expect(asked).toEqual([
    { guest: "g1", words: {} },
    {
      ...{ guest: "g1", parts: ["names", "language"], validMs: 30 * 24 * 60 * 60_000 },
      words: { name: "Sol", needs: ["insulina", "ropa"] },
    },
  ]);
});

test("open takes the words together or one by one, and prints as show does", async () => {
  const asked: unknown[] = [];
  const { lastHeard: _, siteName: __, site: ___, ...shown } = OPENED;
  const time = "1970-01-01T00:00:00.000Z";
  const expected = { ...shown, createdAt: time, changedAt: time };
  expect(jsonOf(await run(["capsule", "open", CODE, "--json"], asking(asked)))).toEqual(expected);
  const { code, stdout } = await run(["capsule", "open", ...CODE.split(" ")], asking(asked));
  expect([code, stdout]).toEqual([0, expect.stringMatching(/Casa Tapachula[^]*insulina/u)]);
  expect(asked).toEqual([CODE, CODE]);
});

test("revoke has the id; what it does not reach is said", async () => {
  const asked: unknown[] = [];
  expect(jsonOf(await run(["capsule", "revoke", "c1", "--json"], asking(asked)))).toEqual({ id: "c1" });
  expect((await run(["capsule", "revoke", "c1"], asking(asked))).stdout).toMatch(/contacto/u);
});

test.each<[Fault, RegExp]>([
  [{ code: "card-mistyped" }, /Compárelas con la hoja/u],
  [{ code: "card-not-here", site: "Casa Tapachula" }, /Casa Tapachula.*Aquí no se guardó nada/u],
  [{ code: "card-revoked" }, /se anuló/u],
  [{ code: "card-expired", on: "2027-01-20", today: "2027-02-01" }, /2027-01-20.*2027-02-01/u],
  [{ code: "card-ahead", on: "2027-01-20", today: "2020-02-01" }, /2027-01-20.*2020-02-01/u],
])("a card that opens nothing says why: %j", async (fault, said) => {
  const refusing = answering({ openCapsule: async () => Promise.reject(new EngineError(fault)) });
  const { code, stdout, stderr } = await run(["capsule", "open", CODE, "--json"], refusing);
  expect([code, stdout, stderr]).toEqual([1, "", expect.stringMatching(said)]);
});

test("what is no part of a record, a time that is none, and no words are not asked for", async () => {
  const asked: unknown[] = [];
  const calls = [
    ["capsule", "new", "g1", "--tell", "names,telefono"],
    ["capsule", "new", "g1", "--expires", "siempre"],
    ["capsule", "new"],
    ["capsule", "open"],
    ["capsule"],
  ];
  for (const call of calls) expect((await run(call, asking(asked))).code).toBe(2);
  expect(asked).toEqual([]);
});
