import { EngineError, type SyncReport } from "../../src/engine/api/index.ts";
import { describe, expect, test } from "vitest";
import { answering, jsonOf, run, type Setting } from "./fake-host.ts";
import { HIT, SYNCED } from "./sample-answers.ts";

const AT = Date.UTC(2026, 10, 21, 17, 40);
const ISO = "2026-11-21T17:40:00.000Z";

const JOINED = { device: "dev", words: "luna mesa pan rio", recoveryWords: null, protectedWords: null };
const empty = async (): Promise<unknown> => ({ kind: "empty" });

const SHOWN = {
  id: "r1",
  kind: "report",
  space: "site.s1",
  fields: {
    name: "Wilmer Canales",
    age: 22,
    lastContact: { place: "Tecún Umán" },
    alternateNames: ["Canche"],
  },
  conflicts: { age: [22, 23] },
  site: "s1",
  createdAt: AT,
  changedAt: null,
  saved: { here: true, hub: false, sites: [{ site: "s2", name: "Casa Dos" }] },
};

const ALIKE = [{ site: "s2", name: "Casa Uno" }];

const MEMBERS = {
  mesh: "m",
  meshName: "Ruta del Sur",
  sites: [
    {
      ...{ site: "s1", name: "Casa Uno", kind: "shelter", ownSite: true, lastHeard: null },
      ...{ votes: [{ site: "s2", name: "Casa Dos" }], distrusts: ["s2"], distrustedBy: ["s1"] },
      alike: ALIKE,
      devices: [
        {
          device: "d1",
          person: "Ana",
          role: "coordinator",
          state: "member",
          words: null,
          lastHeard: AT,
          thisDevice: true,
          endsAt: null,
          enrolledAt: null,
          votes: 0,
          copied: false,
          onlyProtection: true,
        },
        {
          device: "d2",
          person: null,
          role: "staff",
          state: "waiting",
          words: "a b c d",
          lastHeard: null,
          thisDevice: false,
          endsAt: AT,
          enrolledAt: AT,
          votes: 1,
          copied: true,
          onlyProtection: false,
        },
      ],
    },
  ],
  toApprove: [
    {
      ...{ invite: "i1", name: "Casa Tres", kind: "shelter", invitedBy: "Casa Dos" },
      alike: [{ site: "s3", name: "Casa Tres" }],
    },
  ],
  late: [],
  wordsNeeded: ["site"],
};

const CASES: readonly (readonly [string, readonly string[], Setting, unknown])[] = [
  [
    "found",
    ["found", "--mesh", "Sur", "--site", "Uno", "--person", "Ana"],
    answering({
      state: empty,
      found: async () => ({ mesh: "m", device: "d", recoveryWords: "uno dos", protectedWords: "tres seis" }),
    }),
    { mesh: "m", device: "d", recoveryWords: "uno dos", protectedWords: "tres seis" },
  ],
  [
    "invite",
    ["invite", "--role", "hub"],
    answering({ invite: async () => ({ invite: "i", code: "ABCD-EFGH", seed: "ABCDEFGH", expiresAt: AT }) }),
    { code: "ABCD-EFGH", seed: "ABCDEFGH", expiresAt: ISO },
  ],
  [
    "join to one's own site",
    ["join", "ABCD", "--person", "Luis"],
    answering({ state: empty, join: async () => JOINED }),
    { device: "dev", words: "luna mesa pan rio" },
  ],
  [
    "join as a new site",
    ["join", "ABCD", "--person", "Luis"],
    answering({ state: empty, join: async () => ({ ...JOINED, recoveryWords: "uno dos" }) }),
    { device: "dev", words: "luna mesa pan rio", recoveryWords: "uno dos", protectedWords: null },
  ],
  [
    "confirm",
    ["confirm", "d2", "--words", "a b c d"],
    answering({ confirm: async () => ({ device: "d2", state: "member" }) }),
    { device: "d2", state: "member" },
  ],
  [
    "members",
    ["members"],
    answering({ members: async () => MEMBERS }),
    {
      mesh: "m",
      meshName: "Ruta del Sur",
      sites: [
        {
          ...{ site: "s1", name: "Casa Uno", kind: "shelter", ownSite: true, lastHeard: null },
          ...{ votes: MEMBERS.sites[0]!.votes, distrusts: ["s2"], distrustedBy: ["s1"], alike: ALIKE },
          devices: [
            { ...MEMBERS.sites[0]!.devices[0], lastHeard: ISO },
            { ...MEMBERS.sites[0]!.devices[1], lastHeard: null, endsAt: ISO, enrolledAt: ISO },
          ],
        },
      ],
      toApprove: MEMBERS.toApprove,
      late: [],
      wordsNeeded: ["site"],
    },
  ],
  ["distrust", ["distrust", "s2"], answering({ distrust: async (word) => word }), { site: "s2", on: true }],
  [
    "distrust taken back",
    ["distrust", "s2", "--off"],
    answering({ distrust: async (word) => word }),
    { site: "s2", on: false },
  ],
  [
    "sync",
    ["sync", "--peer", "/ip4/127.0.0.1/tcp/4011"],
    answering({ sync: async () => SYNCED }),
    {
      ...{ peer: "/ip4/127.0.0.1/tcp/4011", entriesIn: 3, entriesOut: 1, bytesIn: 2048, bytesOut: 512 },
      ...{ messages: 5, ms: 120, spaces: 4 },
    },
  ],
  [
    "show",
    ["show", "r1"],
    answering({ show: async () => SHOWN }),
    {
      ...{ id: "r1", kind: "report", space: "site.s1", fields: SHOWN.fields, conflicts: { age: [22, 23] } },
      ...{ createdAt: ISO, changedAt: null },
      saved: { here: true, hub: false, sites: ["s2"] },
    },
  ],
  [
    "list",
    ["list", "card"],
    answering({
      noteHandedOut: async () => undefined,
      list: async () => [{ id: "r1", kind: "card", title: "Wilmer", fields: { age: 22 }, changedAt: AT }],
    }),
    { items: [{ id: "r1", kind: "card", title: "Wilmer", fields: { age: 22 }, changedAt: ISO }] },
  ],
  [
    "history",
    ["history", "r1"],
    answering({
      history: async () => [
        { field: "age", from: undefined, to: 22, site: "s1", siteName: "Casa Uno", device: "d1", at: AT },
        { field: "age", from: 22, to: 23, site: null, siteName: null, device: null, at: null },
      ],
    }),
    {
      items: [
        { field: "age", from: null, to: 22, site: "s1", siteName: "Casa Uno", device: "d1", at: ISO },
        { field: "age", from: 22, to: 23, site: null, siteName: null, device: null, at: null },
      ],
    },
  ],
  [
    "search",
    ["search", "wilmar", "canales", "--limit", "5", "--lang", "en"],
    answering({
      search: async (...[text, options]) => {
        expect([text, options]).toEqual(["wilmar canales", { limit: 5 }]);
        return {
          kind: "answer",
          results: [HIT],
          coverage: [{ site: "s2", name: "Casa Dos", lastHeard: null }],
          indexed: null,
        };
      },
    }),
    {
      results: [
        {
          id: "r1",
          kind: "card",
          title: "Wilmer Canales",
          score: 0.91,
          reasons: ["name, alike: wilmar ≈ Wilmer", "country: Honduras", "another sex"],
        },
      ],
      coverage: [{ site: "s2", name: "Casa Dos", lastHeard: null }],
    },
  ],
  [
    "alike",
    ["alike", "report", "--limit", "3", "--except", "r9"],
    {
      input: '{"name":"Wilmar Canales","age":"1"}',
      ...answering({
        alike: async (...asked) => {
          expect(asked).toEqual(["report", { name: "Wilmar Canales", age: "1" }, { limit: 3, except: "r9" }]);
          return [{ ...HIT, proposed: true, changedAt: AT }];
        },
      }),
    },
    {
      results: [
        {
          ...{ id: "r1", kind: "card", title: "Wilmer Canales", score: 0.91, proposed: true },
          reasons: ["nombre, parecido: wilmar ≈ Wilmer", "país: Honduras", "otro sexo"],
        },
      ],
    },
  ],
  [
    "status",
    ["status"],
    answering({
      status: async () => ({
        peers: [
          {
            address: "/ip4/10.0.0.2/tcp/1",
            device: "d9",
            site: "s2",
            siteName: "Casa Dos",
            connected: false,
            progress: null,
            lastHeard: AT,
          },
        ],
        sites: [{ site: "s2", name: "Casa Dos", lastHeard: AT, missing: 2 }],
        ...{ entries: 9, records: 2, onlyHere: 1, refused: 1 },
      }),
    }),
    {
      peers: [
        {
          address: "/ip4/10.0.0.2/tcp/1",
          device: "d9",
          site: "s2",
          siteName: "Casa Dos",
          connected: false,
          lastHeard: ISO,
        },
      ],
      sites: [{ site: "s2", name: "Casa Dos", lastHeard: ISO, missing: 2 }],
      ...{ entries: 9, records: 2, onlyHere: 1, refused: 1 },
    },
  ],
  [
    "check",
    ["check"],
    answering({ check: async () => ({ ok: true, entries: 9, problems: [] }) }),
    { ok: true, entries: 9, problems: [] },
  ],
];

test.each(CASES)(
  "%s prints one object with --json, and lines for people without",
  async (_name, args, setting, data) => {
    const forPrograms = await run([...args, "--json"], setting);
    expect(forPrograms).toMatchObject({ code: 0, stderr: "" });
    expect(jsonOf(forPrograms)).toEqual(data);
    const forPeople = await run(args, setting);
    expect(forPeople.code).toBe(0);
    expect(forPeople.stdout).toMatch(/\S/u);
    expect(forPeople.stdout).not.toMatch(/undefined|\[object|NaN|[{}]/u);
  },
);

test("people are told on standard error to write the recovery words down", async () => {
  const [, args, setting] = CASES[0]!;
  const { stdout, stderr } = await run(args, setting);
  expect(stdout).toContain("uno dos");
  expect(stderr).toMatch(/papel/u);
});

test("a code that was pasted with spaces is one code", async () => {
  const { code } = await run(["join", "ABCD", "EFGH", "--person", "Luis", "--json"], {
    ...answering({
      state: empty,
      join: async (...[joining]) => {
        expect(joining).toMatchObject({ code: "ABCD EFGH", personName: "Luis" });
        return JOINED;
      },
    }),
  });
  expect(code).toBe(0);
});

test("an invite says role, site and how long", async () => {
  const wishes: unknown[] = [];
  const { code } = await run(
    [
      "invite",
      "--role",
      "coordinator",
      "--site",
      "Casa Dos",
      "--kind",
      "shelter",
      "--expires",
      "36h",
      "--json",
    ],
    answering({
      housesLike: async () => [],
      invite: async (...[wish]) => {
        wishes.push(wish);
        return { invite: "i", code: "A", seed: "B", expiresAt: AT };
      },
    }),
  );
  expect(code).toBe(0);
  expect(wishes).toEqual([
    { role: "coordinator", newSite: { name: "Casa Dos", kind: "shelter" }, validMs: 36 * 60 * 60_000 },
  ]);
});

describe.each([
  ["taken out", ["revoke", "d1"]],
  ["given another role", ["role", "d1", "staff"]],
])("the only one with the keys of what is protected, %s", (_what, args) => {
  const done: unknown[] = [];
  const setting = answering({
    members: async () => MEMBERS,
    revoke: async (...[device]) => {
      done.push(device);
      return { device, done: true, records: [] };
    },
    giveRole: async (...[wish]) => {
      done.push(wish);
      return wish;
    },
  });

  test("is let go by a script only with --yes, and always with the warning", async () => {
    const refused = await run(args, setting);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/únic[\s\S]*--yes/u);
    expect(done).toEqual([]);
    const gone = await run([...args, "--yes"], setting);
    expect(gone).toMatchObject({ code: 0, stderr: expect.stringMatching(/protegidos/u) as string });
    expect(done).toHaveLength(1);
  });

  test("is asked about at a terminal", async () => {
    done.length = 0;
    expect(await run(args, { ...setting, stdinIsTerminal: true, typed: ["n"] })).toMatchObject({ code: 1 });
    expect(done).toEqual([]);
    expect(await run(args, { ...setting, stdinIsTerminal: true, typed: ["s"] })).toMatchObject({ code: 0 });
    expect(done).toHaveLength(1);
  });
});

const confirming = (confirmed: unknown[]): Setting => ({
  stdinIsTerminal: true,
  ...answering({
    members: async () => MEMBERS,
    confirm: async (...[wish]) => {
      confirmed.push(wish);
      return { device: "d2", state: "member" };
    },
  }),
});

test("at a terminal, whoever gives no words is shown them and asked", async () => {
  const confirmed: unknown[] = [];
  const yes = await run(["confirm", "d2"], { ...confirming(confirmed), typed: ["Sí"] });
  expect(yes).toMatchObject({ code: 0, stderr: expect.stringContaining("a b c d") as string });
  for (const answer of ["n", "", "quizás"]) {
    const no = await run(["confirm", "d2"], { ...confirming(confirmed), typed: [answer] });
    expect(no.code).toBe(1);
  }
  expect(confirmed).toEqual([{ device: "d2" }]);
});

test("fields and patches go to the engine as they came", async () => {
  const seen: unknown[] = [];
  const engine = answering({
    add: async (...given) => (seen.push(given), { id: "r1" }),
    edit: async (...given) => (seen.push(given), { id: "r1" }),
  });
  const fields = { name: "Wilmer Canales", age: "unos 22", marks: null };
  const added = await run(["add", "report", "--json"], {
    ...engine,
    input: `\uFEFF${JSON.stringify(fields)}\n`,
  });
  const edited = await run(["edit", "r1", "--json"], { ...engine, input: '{"age":null}' });
  expect([jsonOf(added), jsonOf(edited)]).toEqual([{ id: "r1" }, { id: "r1" }]);
  expect(seen).toEqual([
    ["report", fields],
    ["r1", { age: null }],
  ]);
});

const BAD_INPUT: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ["nothing", "", /No llegó ningún registro/u],
  ["only spaces", " \n", /No llegó ningún registro/u],
  ["cut JSON", '{"name":"Marisol', /no es JSON/u],
  ["a stray comma", '{"name":"Marisol",}', /carácter 19/u],
  ["bytes that are no text", new Uint8Array([0x7b, 0xff, 0xfe]), /UTF-8/u],
  ["a megabyte and more", `"${"x".repeat(1024 * 1024)}"`, /1024 KB/u],
];

test.each(BAD_INPUT)(
  "%s as input is one clear line, before any vault is opened",
  async (_what, input, line) => {
    for (const args of [
      ["add", "report", "--json"],
      ["edit", "r1"],
    ]) {
      const { code, stdout, stderr } = await run(args, {
        input,
        openProfile: () => Promise.reject(new Error("opened")),
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(line);
      expect(stderr).not.toContain("Marisol");
      expect(stderr.match(/\n/gu)).toHaveLength(1);
    }
  },
);

test("a damaged profile is exit 1, with what was found", async () => {
  const problems = [{ code: "broken-chain", where: "network/d1/7" }];
  const ran = await run(
    ["check", "--json"],
    answering({ check: async () => ({ ok: false, entries: 9, problems }) }),
  );
  expect(ran.code).toBe(1);
  expect(jsonOf(ran)).toEqual({ ok: false, entries: 9, problems });
  expect(ran.stderr).toMatch(/No borre nada/u);
});

test("a watching sync prints a line for each round, outlives an absent peer, and ends well when stopped", async () => {
  const stop = new AbortController();
  let rounds = 0;
  const begun: number[] = [];
  const ran = await run(["sync", "--watch", "--json"], {
    stop: stop.signal,
    ...answering({
      keepComparing: async () => void begun.push(rounds),
      sync: async () => {
        rounds += 1;
        if (rounds === 2) setTimeout(() => stop.abort(), 5);
        if (rounds === 1) throw new EngineError({ code: "peer-unreachable" });
        return SYNCED;
      },
    }),
    roundsApartMs: 1,
  });
  expect(ran.code).toBe(0);
  expect(
    ran.stdout
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as SyncReport).entriesIn),
  ).toContain(3);
  expect(ran.stderr).toMatch(/no contesta/u);
  expect(begun, "it compares on its own, from before the first round").toEqual([0]);
});

test("a watching sync gives up when the disk is full", async () => {
  const { code, stderr } = await run(["sync", "--watch"], {
    ...answering({
      keepComparing: async () => undefined,
      sync: () => Promise.reject(new EngineError({ code: "storage-full" })),
    }),
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/lleno/u);
});

test("a time that no calendar has is null", async () => {
  const ran = await run(
    ["list", "card", "--json"],
    answering({
      noteHandedOut: async () => undefined,
      list: async () => [{ id: "r1", kind: "card", title: "", fields: {}, changedAt: Number.MAX_VALUE }],
    }),
  );
  expect(jsonOf(ran)).toMatchObject({ items: [{ changedAt: null }] });
});
