/**
 * A hub that belongs to nobody, on a machine that several people use: another account reaches its port and gives it to
 * no house; the page of the whole address does.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/chromium.ts";
import { exposeEngine, foundMesh, t, visit } from "../support/house-page.ts";
import { hubProcess } from "../support/hub-process.ts";

const NOBODY = 65_534;
const PATIENCE = { timeout: 30_000 };

const root = mkdtempSync(join(tmpdir(), "vereda-token-"));
const folder = join(root, "hub");
const hub = hubProcess({ folder, args: ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"] });
let browser: Browser;
let page: Page;

const origin = (): string => new URL(hub.url()).origin;
const tokenIn = (address: string): string => /#base=([\w-]{22})$/u.exec(address)?.[1] ?? "";
const said = async (): Promise<unknown> => (await fetch(`${origin()}/hub.json`)).json();

/** Asks for the token's file, and to take the hub without it; as whoever it runs. */
const TAKE = `
const [origin, file] = process.argv.slice(1);
const read = () => { try { return require("fs").readFileSync(file, "utf8"); } catch (error) { return error.code; } };
const headers = { "content-type": "application/json" };
fetch(origin + "/hub/adopt", { method: "POST", headers, body: '{"code":"mfzw"}' }).then(({ status }) =>
  console.log(JSON.stringify({ status, file: read() })),
);`;

beforeAll(async () => {
  await hub.start();
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: "es-MX", reducedMotion: "reduce" });
  context.setDefaultTimeout(PATIENCE.timeout);
  await exposeEngine(context);
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  await hub.kill();
  rmSync(root, { recursive: true, force: true });
});

describe("B6 a hub without a house", () => {
  // only root can be somebody else: others try the same request as themselves, without a look at the file
  test("is given to nobody by another account of its machine", async () => {
    const isRoot = process.getuid?.() === 0;
    for (const one of [root, folder]) chmodSync(one, 0o755);
    const file = isRoot ? join(folder, "page-token") : join(folder, "no-such-file");
    const { stdout } = spawnSync(process.execPath, ["-e", TAKE, origin(), file], {
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
      cwd: "/",
      encoding: "utf8",
    });
    expect(JSON.parse(stdout)).toEqual({ status: 403, file: isRoot ? "EACCES" : "ENOENT" });
    expect(await said()).toMatchObject({ mesh: false, canAdopt: true });
  });

  test("stays without one when a page founds it that was opened without the whole address, and says why", async () => {
    expect(tokenIn(hub.url())).not.toBe("");
    await page.goto(origin());
    await page.getByText(t.mesh.hubFullAddress).waitFor();
    await foundMesh(page, { mesh: "Ruta del Sur", site: "Casa Tapachula", person: "Lucía Betancur" });
    await visit(page, "mesh");
    await page.getByText(t.mesh.hubFullAddress).waitFor();
    expect(await said()).toMatchObject({ mesh: false, canAdopt: true });
  });

  test("belongs to the house once the whole address is opened in that tab, which then shows it no more", async () => {
    const token = tokenIn(hub.url());
    await page.goto(hub.url());
    await page.getByText(t.mesh.hubAdopted).waitFor();
    await expect.poll(said, PATIENCE).toMatchObject({ mesh: true, canAdopt: false });
    expect(page.url()).not.toContain(token);
    expect(await page.content()).not.toContain(token);
    const kept = await page.evaluate(() =>
      JSON.stringify([localStorage, sessionStorage].map((storage) => Object.entries(storage))),
    );
    expect(kept).not.toContain(token);
  });

  test("that has a house is started again without a token in its address", async () => {
    await hub.kill();
    await hub.start();
    expect(hub.url()).toBe(origin());
    expect(hub.noted()).not.toMatch(/[#]base=/u);
  });
});
