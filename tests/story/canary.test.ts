/**
 * A name that exists nowhere else is entered in a browser and by the command line, and is then looked for,
 * in many encodings, wherever somebody else could look: in the hub's store, in the browser's and the command
 * line's own, and on the wire. The control: the same program built with doubles that neither seal nor
 * encrypt (tests/support/unsafe-testing-build.ts) must be caught by the same scan in every one of these places.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import type { StatusView } from "#engine";
import { createPlayground, until } from "../cli/vereda-process.ts";
import { createCanary, sightings } from "../support/canary.ts";
import { launchProfile } from "../support/chromium.ts";
import {
  engineOf,
  exposeEngine,
  foundMesh,
  registerArrival,
  saveReport,
  searchFor,
  writeReport,
} from "../support/house-page.ts";
import { hubProcess } from "../support/hub-process.ts";
import { type RecordingProxy, startRecordingProxy } from "../support/recording-proxy.ts";
import { fileBytes, indexedDbBytes, levelBytes } from "../support/stored-bytes.ts";
import { buildUnsafeTesting } from "../support/unsafe-testing-build.ts";

/** Two houses, a browser and a dozen processes, each of them with a passphrase that is dear to try. */
const SLOW_MS = 300_000;

const root = mkdtempSync(join(tmpdir(), "vereda-can-"));
const LOOPBACK_ONLY = ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"];
/** Long enough for whatever compresses long texts. */
const STORY = "Iba con dos compañeros de trabajo y pensaba seguir hacia el norte. ".repeat(8);

type Traces = Readonly<Record<string, readonly Uint8Array[]>>;

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const portOf = (address: string): number => Number(/(?:\/tcp\/|localhost:)(\d+)/u.exec(address)?.[1]);

/** What a house leaves behind that works in a browser. */
async function browserTraces(folder: string, canary: string, program?: string): Promise<Traces> {
  const hubFolder = join(folder, "hub");
  const hub = hubProcess({
    folder: hubFolder,
    args: LOOPBACK_ONLY,
    ...(program === undefined ? {} : { program }),
  });
  await hub.start();
  const proxy = await startRecordingProxy(portOf(hub.url()));
  const here = `127.0.0.1:${String(proxy.port)}`;
  const profile = join(folder, "browser");
  const context = await launchProfile(profile, { hosts: { localhost: here, "127.0.0.1": here } });
  try {
    context.setDefaultTimeout(60_000);
    await exposeEngine(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(hub.url());
    await foundMesh(page, { mesh: "Ruta del Sur", site: "Casa Tapachula", person: `Lucía ${canary}` });
    await registerArrival(page, `Yésica ${canary}`);
    await writeReport(page, {
      name: `${canary} Ochoa`,
      seeker: `Delia ${canary}`,
      circumstances: STORY + canary,
    });
    await saveReport(page);
    await searchFor(page, `Ochoa ${canary}`);
    await page.getByText(`${canary} Ochoa`).first().waitFor();
    await until("the hub holds it all", async () =>
      (await engineOf<StatusView>(page, "status")).onlyHere === 0 ? true : null,
    );
    const indexedDb = await indexedDbBytes(page);
    await context.close();
    await hub.kill();
    return {
      "the browser's IndexedDB": indexedDb,
      "the files of the browser's IndexedDB": fileBytes(join(profile, "Default", "IndexedDB")),
      "the hub's store": await levelBytes(hubFolder),
      "the traffic between browser and hub": proxy.recorded(),
    };
  } finally {
    await context.close();
    await hub.kill();
    await proxy.stop();
  }
}

/** What a house leaves behind that works by the command line. */
async function commandLineTraces(canary: string, program?: string): Promise<Traces> {
  const playground = createPlayground(program);
  const ask = (args: readonly string[], input?: object): Promise<Record<string, unknown>> =>
    playground.ask("profile", args, input);
  let proxy: RecordingProxy | null = null;
  try {
    await ask(["found", "--mesh", "Ruta del Sur", "--site", "Casa Oaxaca", "--person", `Ana ${canary}`]);
    const { code } = await ask(["invite", "--role", "hub"]);
    const hub = await playground.hub("hub", "--join", String(code));
    proxy = await startRecordingProxy(portOf(hub.address));
    const peer = `/ip4/127.0.0.1/tcp/${String(proxy.port)}`;
    await ask(["add", "report"], {
      ...{ name: `${canary} Ochoa`, circumstances: STORY + canary },
      seeker: { name: `Delia ${canary}`, phone: "+1 202 555 0143" },
    });
    await ask(["add", "guest"], { name: `Yésica ${canary}` });
    await until("the hub holds it all", async () => {
      await ask(["sync", "--peer", peer]);
      return (await ask(["status"]))["onlyHere"] === 0 ? true : null;
    });
    hub.running.signal("SIGKILL");
    await hub.running.ended;
    return {
      "the command line's profile": await levelBytes(join(playground.folder("profile"), "store")),
      "the store of the command line's hub": await levelBytes(playground.folder("hub")),
      "the traffic between command line and hub": proxy.recorded(),
    };
  } finally {
    await playground.clear();
    await proxy?.stop();
  }
}

async function scan(name: string, program?: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const canary = createCanary();
  const traces: Traces = {
    ...(await browserTraces(join(root, name), canary, program)),
    ...(await commandLineTraces(canary, program)),
  };
  for (const [place, pieces] of Object.entries(traces)) {
    const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
    expect(bytes, `${place} was read`).toBeGreaterThan(1000);
  }
  return Object.fromEntries(
    Object.entries(traces).map(([place, pieces]) => [place, sightings(canary, pieces)]),
  );
}

test("the scan finds a canary in each of its encodings, compressed and not", () => {
  const canary = createCanary();
  const word = Buffer.from(`El nombre es ${canary}.`);
  const other = Buffer.from(createCanary());
  const chunkHead = Buffer.from("856f4a8300000000028001", "hex");
  const cases: readonly (readonly [Buffer, string])[] = [
    [word, "utf-8"],
    [Buffer.from(canary.toLowerCase(), "utf16le"), "utf-16le"],
    [Buffer.from(word.toString("hex")), "hex"],
    ...[0, 1, 2].map((at) => [Buffer.from(word.subarray(at).toString("base64")), "base64"] as const),
    [deflateRawSync(word), "inflated utf-8"],
    [Buffer.concat([other, deflateSync(word), other]), "inflated utf-8"],
    [Buffer.concat([other, gzipSync(word)]), "inflated utf-8"],
    // a compressed chunk as Automerge writes it: mark, checksum, type 2, length
    [Buffer.concat([other, chunkHead, deflateRawSync(word), other]), "inflated utf-8"],
  ];
  for (const [bytes, encoding] of cases) expect(sightings(canary, [other, bytes])).toEqual([encoding]);
  expect(sightings(canary, [other, deflateRawSync(other)])).toEqual([]);
});

test(
  "K11 the same scan catches a program that neither seals nor encrypts, in every place",
  { timeout: SLOW_MS },
  async () => {
    const seen = await scan("unsafe", await buildUnsafeTesting());
    for (const [place, encodings] of Object.entries(seen)) expect(encodings, place).toContain("utf-8");
  },
);

test(
  "K11 a name entered in a browser and by command line is nowhere in the clear",
  { timeout: SLOW_MS },
  async () => {
    const seen = await scan("sealed");
    expect(Object.keys(seen)).toHaveLength(7);
    for (const [place, encodings] of Object.entries(seen)) expect(encodings, place).toEqual([]);
  },
);
