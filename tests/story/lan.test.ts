/**
 * A telephone on the house's Wi-Fi: a hub with `--lan`, and a browser on another host that reaches its page by
 * HTTPS, joins with a typed seed and works, all over one port. Without `--lan` nothing of the page is reached.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, describe, expect, test, vi } from "vitest";
import { findChromium } from "../../scripts/chromium.mjs";
import { createPlayground, type Ended, until } from "../cli/vereda-process.ts";
import { inGroups } from "#i18n";
import { sidewaysOf, violationsOf } from "../support/axe.ts";
import { launchProfile } from "../support/chromium.ts";
import { fourWords, openJoining, registerArrival, sendJoining, t, visit } from "../support/house-page.ts";
import { hubProcess } from "../support/hub-process.ts";
import { createTwoNetworks } from "../support/network-namespaces.ts";

vi.setConfig({ testTimeout: 300_000 });

interface Members {
  readonly sites: readonly {
    readonly devices: readonly { readonly device: string; readonly words: string | null }[];
  }[];
}

const networks = createTwoNetworks();
const [house, phone] = networks.houses;
const HOUSE = "10.83.0.1";
const root = mkdtempSync(join(tmpdir(), "vereda-lan-"));
const playground = createPlayground();
const hub = hubProcess({ folder: join(root, "hub"), within: house.within, args: ["--no-mdns"] });
const contexts: BrowserContext[] = [];

/** The first of a fingerprint's four lines. */
const firstLineOf = (fingerprint: string): string => inGroups(fingerprint).slice(0, 4).join(" ");

/** The program of a script in a house, and what it printed. */
function runIn(within: typeof house.within, script: string, ...words: readonly string[]): Promise<string> {
  const [command = "", ...rest] = within([process.execPath, "-e", script, ...words]);
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (part: Buffer) => (said += part.toString()));
  return new Promise((resolve) =>
    child.once("exit", () => {
      resolve(said.trim());
    }),
  );
}

/** `open`, `closed` or `silent`. */
const CONNECTS = `const s = require("net").connect(+process.argv[2], process.argv[1]);
s.on("connect", () => { console.log("open"); s.destroy(); }); s.on("error", () => console.log("closed"));
setTimeout(() => { console.log("silent"); process.exit(); }, 3000).unref();`;
/** Status, or why there is none. */
const FETCHES = `const [, url, file] = process.argv;
const ca = file ? require("fs").readFileSync(file) : undefined;
require("https").get(url, { ca }, (r) => { r.resume(); console.log(r.statusCode); }).on("error", (e) => console.log(e.code));`;
const DOWNLOADS = `require("https").get(process.argv[1], { rejectUnauthorized: false }, (r) => r.pipe(process.stdout));`;

const teresa = <T>(...args: readonly string[]): Promise<T> => playground.ask("teresa", args);
/** Command lines run where the tests do: on loopback of the house's host. */
const teresaSyncs = async (): Promise<Ended> => {
  const address = hub.peers().find((peer) => peer.startsWith("/ip4/127.0.0.1/tcp/") && !peer.endsWith("/ws"));
  const program = join(process.cwd(), "dist/vereda.js");
  const words = ["sync", "--peer", address ?? "", "--data", playground.folder("teresa"), "--json"];
  return inHouse([process.execPath, program, ...words]);
};

function inHouse(words: readonly string[]): Promise<Ended> {
  const [command = "", ...rest] = house.within(words);
  const env = { ...process.env, VEREDA_PASSPHRASE: "nube clavo tambor lino quince" };
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"], env });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (part: Buffer) => (stdout += part.toString()));
  child.stderr.on("data", (part: Buffer) => (stderr += part.toString()));
  return new Promise((resolve) =>
    child.once("close", (code) => {
      resolve({ code, stdout, stderr });
    }),
  );
}

afterAll(async () => {
  await Promise.allSettled(contexts.map((context) => context.close()));
  await hub.kill();
  await playground.clear();
  networks.clear();
  rmSync(root, { recursive: true, force: true });
});

/** Without network namespaces this machine may be on no private network: then it says so and does not start. */
const onItsOwn = (): void => {
  test("starts on a private network, and is refused in clear words where there is none", async () => {
    const running = playground.start([
      "hub",
      "--lan",
      "--no-mdns",
      "--data",
      playground.folder("alone"),
      "--json",
    ]);
    const line = await running.firstLine.catch(() => null);
    if (line !== null) {
      running.signal("SIGTERM");
      expect(JSON.parse(line)).toMatchObject({
        fingerprint: expect.stringMatching(/^[0-9A-F]{64}$/u) as unknown,
      });
      return;
    }
    const { code, stderr } = await running.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/red local/u);
  });
};

const onTwoHosts = (): void => {
  const url = (): string => hub.lan().urls.find((one) => one.includes(HOUSE)) ?? "";
  const pagePort = (): string => new URL(hub.url()).port;
  let seed = "";

  test("P11 reaches nothing of the page of a hub without --lan", async () => {
    await teresa("found", "--mesh", "Ruta", "--site", "Casa Tapachula", "--person", "Teresa");
    const { code } = await teresa<{ code: string }>("invite", "--role", "hub");
    ({ seed } = await teresa<{ seed: string }>("invite", "--role", "staff"));
    await hub.start(["--join", code]);
    expect(hub.lan()).toEqual({ urls: [], fingerprint: "" });
    expect(await runIn(phone.within, CONNECTS, HOUSE, pagePort())).toBe("closed");
    // the control: from its own machine it is reached, and so are its documented ports from elsewhere
    expect(await runIn(house.within, CONNECTS, "127.0.0.1", pagePort())).toBe("open");
    const peers = hub.peers().find((peer) => peer.startsWith(`/ip4/${HOUSE}/tcp/`)) ?? "";
    expect(await runIn(phone.within, CONNECTS, HOUSE, peers.split("/")[4] ?? "")).toBe("open");
    expect((await teresaSyncs()).code).toBe(0);
    await hub.kill();
  });

  test("finds the page by HTTPS with --lan; its own port is this machine's still", async () => {
    await hub.start(["--lan"]);
    expect(hub.lan().fingerprint).toMatch(/^[0-9A-F]{64}$/u);
    await expect.poll(() => hub.noted()).toContain(firstLineOf(hub.lan().fingerprint));
    expect(await runIn(phone.within, CONNECTS, HOUSE, pagePort())).toBe("closed");
    expect(await runIn(phone.within, FETCHES, `${url()}/`)).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/u);
  });

  test("trusts it after installing the authority that the page offers, for as long as the hub keeps it", async () => {
    const file = join(root, "ca.crt");
    writeFileSync(file, await runIn(phone.within, DOWNLOADS, `${url()}/ca.crt`));
    expect(readFileSync(file, "utf8")).toMatch(/^-----BEGIN CERTIFICATE-----/u);
    expect(await runIn(phone.within, FETCHES, `${url()}/`, file)).toBe("200");
    const guide = await runIn(phone.within, DOWNLOADS, `${url()}/phone.txt`);
    expect(guide).toContain(firstLineOf(hub.lan().fingerprint));
    const before = hub.lan();
    await hub.kill();
    await hub.start(["--lan"]);
    expect(hub.lan()).toEqual(before);
    expect(await runIn(phone.within, FETCHES, `${url()}/`, file)).toBe("200");
  });

  test("joins with a typed seed and works, in a real browser, by WebSockets on the same port", async () => {
    const launcher = phone.launcher(findChromium() ?? "");
    const context = await launchProfile(join(root, "phone"), {
      pastWarnings: true,
      screen: { width: 360, height: 800 },
      ...(launcher === undefined ? {} : { launcher }),
    });
    contexts.push(context);
    context.setDefaultTimeout(60_000);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${url()}/`);
    await page.getByText(t.mesh.lanPhone).waitFor();
    expect(await sidewaysOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await openJoining(page);
    await sendJoining(page, { code: seed.toLowerCase(), person: "Ramón Ixcoy" });
    const words = await fourWords(page);
    const device = await until("the request is there", async () => {
      await teresaSyncs();
      const { sites } = await teresa<Members>("members");
      return sites.flatMap(({ devices }) => devices).find((one) => one.words === words)?.device ?? null;
    });
    await teresa("confirm", device, "--words", words);
    await teresaSyncs();
    await page.getByRole("navigation").waitFor();
    await registerArrival(page, "Iris Menjívar");
    await visit(page, "mesh");
    await page.getByText(t.mesh.hubDevice, { exact: true }).waitFor();
    await until("the house has the arrival", async () => {
      await teresaSyncs();
      const { items } = await teresa<{ items: { title: string }[] }>("list", "guest");
      return items.some(({ title }) => title === "Iris Menjívar") ? true : null;
    });
  });

  test("shows both fingerprints, in groups, on the hub's own screen", async () => {
    const launcher = house.launcher(findChromium() ?? "");
    const context = await launchProfile(join(root, "desk"), launcher === undefined ? {} : { launcher });
    contexts.push(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(hub.url());
    const { lan } = await page.evaluate(
      async () => (await (await fetch("hub.json")).json()) as { lan: { fingerprint: string; today: string } },
    );
    expect(lan.fingerprint).toBe(hub.lan().fingerprint);
    expect(lan.today).toMatch(/^[0-9A-F]{64}$/u);
    await page.getByText(firstLineOf(lan.fingerprint)).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });
};

if (networks.apart) describe("a telephone on the house's network", onTwoHosts);
else describe("--lan on a machine alone", onItsOwn);
