/**
 * An invitation by QR between two browsers: the square on one screen is the picture that the camera of the
 * other takes. Four words are compared, and it works. A third browser's camera has the same picture, taken
 * over somebody's shoulder: it is refused, it is told so, and the coordinator sees it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sidewaysOf, violationsOf } from "../support/axe.ts";
import { launchProfile } from "../support/chromium.ts";
import {
  confirmWords,
  fourWords,
  foundMesh,
  openJoining,
  registerArrival,
  scanJoining,
  showInvite,
  t,
  visit,
} from "../support/house-page.ts";
import { hubProcess } from "../support/hub-process.ts";
import { cameraFlags, cameraPicture } from "../support/fake-camera.ts";

const root = mkdtempSync(join(tmpdir(), "vereda-camera-"));
const picture = join(root, "square.y4m");
const hub = hubProcess({
  folder: join(root, "hub"),
  args: ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"],
});
const contexts: BrowserContext[] = [];

async function open(name: string, flags: readonly string[] = []): Promise<Page> {
  const context = await launchProfile(join(root, name), { flags });
  contexts.push(context);
  context.setDefaultTimeout(60_000);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(hub.url());
  return page;
}

/** Asks axe, and takes pictures where a folder is named for them. */
async function inspect(page: Page, name: string): Promise<void> {
  const folder = process.env["VEREDA_PICTURES"];
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sidewaysOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    if (folder !== undefined)
      await page.screenshot({ path: join(folder, `${name}-${String(width)}.png`), fullPage: true });
  }
}

let lucia: Page;
let words = "";

beforeAll(async () => {
  await hub.start();
  lucia = await open("lucia");
  await foundMesh(lucia, { mesh: "Ruta del Sur", site: "Casa Tapachula", person: "Lucía Betancur" });
});
afterAll(async () => {
  await Promise.allSettled(contexts.map((context) => context.close()));
  await hub.kill();
  rmSync(root, { recursive: true, force: true });
});

describe("an invitation by QR", () => {
  let code = "";

  test("is shown as a square, as 26 characters in groups, and as a code", async () => {
    code = await showInvite(lucia, "volunteer");
    expect(await lucia.locator(".seed").innerText()).toMatch(/^(?:[A-Z2-7]{4}\s+){6}[A-Z2-7]{2}\s*$/u);
    await inspect(lucia, "invitacion");
    writeFileSync(picture, await cameraPicture(lucia, t.mesh.inviteQr));
    await lucia.getByRole("button", { name: t.mesh.inviteDone, exact: true }).click();
  });

  test("is read by the other's camera, and both see the same four words", async () => {
    const ramon = await open("ramon", cameraFlags(picture));
    await openJoining(ramon);
    expect(await scanJoining(ramon, "Ramón Ixcoy")).toBe(code);
    words = await fourWords(ramon);
    await visit(lucia, "mesh");
    expect(await fourWords(lucia)).toBe(words);
    await confirmWords(lucia);
    await ramon.getByRole("navigation").waitFor();
    await registerArrival(ramon, "Iris Menjívar");
  });
});

describe("I2 the second user of a photographed code", () => {
  test("I2 gets other words, stays outside and is told; the coordinator sees it by name", async () => {
    const thief = await open("thief", cameraFlags(picture));
    await openJoining(thief);
    await scanJoining(thief, "Otra Persona");
    await thief.getByRole("alert").getByText(t.faults["invite-used"]).waitFor();
    expect(await fourWords(thief)).not.toBe(words);
    expect(await thief.getByRole("navigation").count()).toBe(0);
    await inspect(thief, "invitacion-usada");

    await lucia.getByRole("heading", { name: t.mesh.lateTitle }).waitFor();
    await lucia.getByText(t.mesh.lateFrom("Otra Persona", t.mesh.roles.volunteer)).waitFor();
    expect(await lucia.getByRole("button", { name: t.mesh.match, exact: true }).count()).toBe(0);
    await inspect(lucia, "red-codigo-copiado");
  });
});
