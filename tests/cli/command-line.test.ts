import { EngineError, type Engine, type Fault } from "../../src/engine/api/index.ts";
import { expect, test } from "vitest";
import { lineOf } from "../../src/cli/failure.ts";
import { wordingOf } from "../../src/cli/wording.ts";
import { jsonOf, run, type Setting } from "./fake-host.ts";

const failing = (error: Error): Setting => ({ engine: { check: () => Promise.reject(error) } });
const faulty = (fault: Fault): Setting => failing(new EngineError(fault));
const coded = (code: string): Error => Object.assign(new Error("about Marisol Ixcoy"), { code });

const USAGE: readonly (readonly [string, readonly string[], RegExp])[] = [
  ["no command at all", [], /Falta la orden/u],
  ["an unknown command", ["finde"], /«finde».*--help/u],
  ["an unknown option", ["check", "--fast"], /«--fast»/u],
  ["a missing argument", ["show"], /<id>/u],
  ["too many arguments", ["show", "a", "b"], /comillas/u],
  ["a missing option", ["found", "--mesh", "Sur", "--person", "Ana"], /--site/u],
  ["an option without its value", ["check", "--data"], /--data/u],
  ["a language that there is not", ["check", "--lang", "tlh"], /--lang.*es, en/u],
  ["a role that there is not", ["invite", "--role", "boss"], /--role.*coordinator/u],
  ["a new site of no kind", ["invite", "--role", "staff", "--site", "Casa Dos"], /--site y --kind/u],
  ["a kind without its site", ["invite", "--role", "staff", "--kind", "shelter"], /--site y --kind/u],
  [
    "a hub as the first of a site",
    ["invite", "--role", "hub", "--site", "Casa Dos", "--kind", "shelter"],
    /primer equipo/u,
  ],
  ["an expiry that is none", ["invite", "--role", "staff", "--expires", "soon"], /--expires.*7d/u],
  ["an expiry of nothing", ["invite", "--role", "staff", "--expires", "0d"], /--expires/u],
  ["an address that is none", ["sync", "--peer", "localhost:80"], /--peer.*\/ip4\//u],
  ["a limit that is no number", ["search", "ana", "--limit", "-3"], /--limit/u],
  ["a port that does not exist", ["hub", "--port", "70000"], /--port.*65535/u],
  ["an unknown kind of record", ["list", "car"], /report, card, guest, arrival/u],
  ["an unknown kind to add", ["add", "car"], /report, card, guest, arrival/u],
  ["a form of file that is not read", ["import", "a.xml", "--format", "hsds"], /--format.*csv, xlsx, pfif/u],
  ["an empty name", ["found", "--mesh", " ", "--site", "Uno", "--person", "Ana"], /--mesh/u],
];

test.each(USAGE)("%s is exit 2 and one line that says how it is written", async (_what, args, line) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(line);
  expect(stderr.match(/\n/gu)).toHaveLength(1);
});

test("what was typed as a value is not repeated in the line about it", async () => {
  for (const args of [
    ["invite", "--role", "Marisol"],
    ["check", "--fast=Marisol"],
    ["sync", "--peer", "Marisol"],
  ]) {
    expect((await run(args)).stderr).not.toContain("Marisol");
  }
});

test("slips are told in the language of the command, wherever it is named", async () => {
  expect((await run(["show", "--lang", "en"])).stderr).toMatch(/is missing/u);
  expect((await run(["--lang=en", "show"])).stderr).toMatch(/is missing/u);
  expect((await run(["show", "--lang", "es"])).stderr).toMatch(/Falta/u);
});

test("help names every command, goes to standard output, and opens no profile", async () => {
  const { code, stdout, stderr } = await run(["--help"], { openProfile: () => Promise.reject(coded("EIO")) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const name of [
    ...["hub", "found", "invite", "join", "confirm", "members", "sync", "add", "edit", "show", "list"],
    ...["history", "search", "alike", "import", "export", "status", "check"],
  ]) {
    expect(stdout).toMatch(new RegExp(`^  ${name} `, "mu"));
  }
  expect(stdout).not.toMatch(/Usage:|Options:|default:|display help/u);
});

test("help of a command in English shows its options and the common ones", async () => {
  const { stdout } = await run(["invite", "--help", "--lang", "en"]);
  expect(stdout).toMatch(/--expires/u);
  expect(stdout).toMatch(/--data/u);
  expect(stdout).toMatch(/Usage: vereda invite/u);
});

test("the version is printed", async () => {
  expect(await run(["--version"])).toEqual({ code: 0, stdout: "0.0.0-test\n", stderr: "" });
});

test("without a profile, a command says so and asks for no passphrase", async () => {
  const { code, stderr } = await run(["list", "report"], {
    hasProfile: () => Promise.resolve(false),
    env: {},
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/found.*join.*--data/u);
});

test("an empty profile is no profile either", async () => {
  const { code, stderr } = await run(["check"], {
    engine: { state: () => Promise.resolve({ kind: "empty" }) },
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/--data/u);
});

test("without a terminal and a variable, the line says to set the variable", async () => {
  const { code, stdout, stderr } = await run(["check", "--json"], { env: { VEREDA_PASSPHRASE: "" } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/VEREDA_PASSPHRASE/u);
});

test("at a terminal the passphrase is asked for, once, without its echo", async () => {
  const asked: boolean[] = [];
  const unlocked: string[] = [];
  const { code } = await run(["check", "--json"], {
    env: {},
    stdinIsTerminal: true,
    ask: async (_question, { hidden }) => {
      asked.push(hidden);
      return "luna verde mesa rio pan";
    },
    engine: {
      unlock: async ({ passphrase }) => void unlocked.push(passphrase),
      check: () => Promise.resolve({ ok: true, entries: 0, problems: [] }),
    },
  });
  expect({ code, asked, unlocked }).toEqual({
    code: 0,
    asked: [true],
    unlocked: ["luna verde mesa rio pan"],
  });
});

const FOUND = ["found", "--mesh", "Sur", "--site", "Uno", "--person", "Ana"];
const empty: Engine["state"] = () => Promise.resolve({ kind: "empty" });

test("a new passphrase is typed twice, and two different ones found nothing", async () => {
  const { code, stderr } = await run(FOUND, {
    env: {},
    stdinIsTerminal: true,
    typed: ["luna verde mesa", "luna verde mesas"],
    engine: { state: empty },
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/no son iguales/u);
});

test("whoever has a mesh already hears so before typing a new passphrase", async () => {
  const { code, stderr } = await run(FOUND, { env: {}, stdinIsTerminal: true });
  expect(code).toBe(1);
  expect(stderr).toMatch(/ya hay una red/u);
});

const FAULTS: readonly (readonly [string, Setting, RegExp])[] = [
  ["a wrong passphrase", faulty({ code: "wrong-passphrase", seconds: 0 }), /frase no coincide/u],
  ["a profile in use", faulty({ code: "profile-in-use" }), /Otro proceso/u],
  ["a locked store", failing(coded("store-locked")), /Otro proceso/u],
  ["a full store", failing(coded("store-full")), /disco está lleno/u],
  ["a full disk", failing(new Error("x", { cause: coded("ENOSPC") })), /disco está lleno/u],
  ["a damaged store", failing(coded("store-damaged")), /No borre nada/u],
  ["a folder without permission", failing(coded("EACCES")), /permiso.*--data/u],
  ["a folder that is a file", failing(coded("ENOTDIR")), /no es una carpeta/u],
  ["a taken port", failing(coded("EADDRINUSE")), /--port/u],
  ["a taken port among several", failing(new AggregateError([coded("EADDRINUSE")])), /--port/u],
  ["no peer", faulty({ code: "no-peer" }), /--peer/u],
  ["fields", faulty({ code: "fields", problems: [{ field: "age", code: "bad-age" }] }), /age: .*17/u],
  ["a large record", faulty({ code: "record-too-large", bytes: 70_000, most: 65_000 }), /70000.*65000/u],
  ["a bad file", faulty({ code: "file-not-understood", detail: "not-pfif" }), /No es un archivo PFIF/u],
  ["a hub's taken port", failing(coded("port-taken")), /--port/u],
  ["a hub's mistyped code", failing(coded("bad-code")), /letra por letra/u],
  ["a hub of another mesh", failing(coded("other-mesh")), /otra red.*--data/u],
  ["the unforeseen", failing(coded("E_ODD")), /E_ODD/u],
];

test.each(FAULTS)(
  "%s is exit 1, one line with what to do, nothing on standard output",
  async (_what, setting, line) => {
    const { code, stdout, stderr } = await run(["check", "--json"], setting);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(line);
    expect(stderr.match(/\n/gu)).toHaveLength(1);
    expect(stderr).not.toContain("Marisol");
  },
);

test("what was thrown and is not even an error is worded without quoting it", () => {
  expect(lineOf(wordingOf("es"), "Marisol Ixcoy")).toMatch(/\(string\)/u);
});

test("every fault has its words in both languages, with nothing left to fill in", async () => {
  const codes = [
    ...["no-profile", "already-founded", "locked", "wrong-passphrase", "vault-damaged", "profile-in-use"],
    ...["storage-full", "storage-damaged", "code-mistyped", "code-unknown", "invite-expired", "invite-used"],
    ...[
      "other-mesh",
      "words-differ",
      "no-such-request",
      "not-your-invite",
      "not-a-member-yet",
      "not-allowed",
    ],
    ...[
      "no-such-record",
      "no-such-kind",
      "no-such-site",
      "no-peer",
      "peer-unreachable",
      "peer-refused",
      "no-key",
    ],
  ];
  for (const code of codes) {
    for (const lang of ["es", "en"]) {
      const { stderr } = await run(["check", "--lang", lang], faulty({ code } as Fault));
      expect(stderr, code).toMatch(/^[A-ZÉ¿].{20,}\.\n$/u);
      expect(stderr, code).not.toMatch(/\{|undefined/u);
    }
  }
});

test("stopping in the middle closes the profile and says that all is whole", async () => {
  const stop = new AbortController();
  let closed = false;
  const ran = run(["sync", "--json"], {
    stop: stop.signal,
    engine: {
      sync: () =>
        new Promise((_resolve, reject) => {
          stop.abort();
          setTimeout(() => reject(new Error("the link broke")), 20);
        }),
      close: async () => void (closed = true),
    },
  });
  const { code, stdout, stderr } = await ran;
  expect({ code, stdout, closed }).toEqual({ code: 1, stdout: "", closed: true });
  expect(stderr).toMatch(/Detenido/u);
});

test("the profile is closed after a fault too", async () => {
  let closed = false;
  await run(["check"], {
    engine: {
      check: () => Promise.reject(new EngineError({ code: "storage-damaged" })),
      close: async () => void (closed = true),
    },
  });
  expect(closed).toBe(true);
});

test("recovery words are printed even when closing fails afterwards", async () => {
  const { code, stdout } = await run([...FOUND, "--json"], {
    engine: {
      state: empty,
      found: () => Promise.resolve({ mesh: "m", device: "d", recoveryWords: "uno dos" } as never),
      close: () => Promise.reject(coded("ENOSPC")),
    },
  });
  expect(code).toBe(1);
  expect(stdout).toContain("uno dos");
});

test("M7 a name with an escape sequence does not reach the terminal as one", async () => {
  const { stdout } = await run(["list", "report"], {
    engine: {
      noteHandedOut: async () => undefined,
      list: () =>
        Promise.resolve([
          { id: "r1", kind: "report", title: "Ana\u001b[2J\nTol\u202e", fields: {}, changedAt: 0 },
        ] as never),
    },
  });
  expect(stdout).not.toMatch(/[\u001b\u202e]/u);
  expect(stdout.match(/\n/gu)).toHaveLength(2);
});

test("the data folder is the one that is named, else one of the person's own", async () => {
  const folders: string[] = [];
  const hasProfile = async (dataDir: string): Promise<boolean> => {
    folders.push(dataDir);
    return false;
  };
  await run(["check", "--data", "/tmp/casa"], { hasProfile });
  await run(["--data", "/tmp/casa", "check"], { hasProfile });
  await run(["check"], { hasProfile });
  expect(folders).toEqual(["/tmp/casa", "/tmp/casa", "/people/lucia/.vereda/default"]);
});

test("only what talks to others opens the network", async () => {
  const networks: boolean[] = [];
  const openProfile: Setting["openProfile"] = (_dir, { network }) => {
    networks.push(network);
    return Promise.reject(coded("EIO"));
  };
  await run(["check"], { openProfile });
  await run(["sync"], { openProfile });
  await run(["sync", "--watch"], { openProfile });
  expect(networks).toEqual([false, true, true]);
});

test("a hub prints where it is as its first line, runs until it is stopped, and stops", async () => {
  const stop = new AbortController();
  const wishes: object[] = [];
  let stopped = false;
  const ran = await run(
    [
      "hub",
      "--join",
      "abcd",
      "--port",
      "0",
      "--listen",
      "/ip4/127.0.0.1/tcp/0",
      "--no-mdns",
      "--lan",
      "--data",
      "/tmp/base",
    ],
    {
      stop: stop.signal,
      startHub: async (wish) => {
        wishes.push(wish);
        setTimeout(() => stop.abort(), 10);
        return {
          url: "http://localhost:1",
          peers: ["/ip4/127.0.0.1/tcp/2"],
          lan: { urls: ["https://10.0.0.5:3"], fingerprint: "AB12".repeat(16) },
          stop: async () => void (stopped = true),
        };
      },
    },
  );
  expect(ran.code).toBe(0);
  expect(jsonOf(ran)).toEqual({
    url: "http://localhost:1",
    peers: ["/ip4/127.0.0.1/tcp/2"],
    lan: ["https://10.0.0.5:3"],
    fingerprint: "AB12".repeat(16),
  });
  expect(ran.stderr).toContain("AB12 AB12 AB12 AB12\nAB12");
  expect(stopped).toBe(true);
  expect(wishes).toEqual([
    {
      dataDir: "/tmp/base",
      port: 0,
      joinCode: "abcd",
      listen: ["/ip4/127.0.0.1/tcp/0"],
      peers: [],
      mdns: false,
      lan: { guide: expect.any(Function) as unknown },
      onFault: expect.any(Function) as unknown,
    },
  ]);
});

test("a hub looks around on the local network and keeps its port unless told otherwise", async () => {
  const wishes: object[] = [];
  await run(["hub", "--peer", "/ip4/10.0.0.2/tcp/1", "--peer", "/dns4/casa.test/tcp/2"], {
    startHub: async (wish) => {
      wishes.push(wish);
      throw coded("EADDRINUSE");
    },
  });
  expect(wishes).toEqual([
    {
      dataDir: "/people/lucia/.vereda/hub",
      listen: ["/ip4/0.0.0.0/tcp/0"],
      peers: ["/ip4/10.0.0.2/tcp/1", "/dns4/casa.test/tcp/2"],
      mdns: true,
      lan: null,
      onFault: expect.any(Function) as unknown,
    },
  ]);
});
