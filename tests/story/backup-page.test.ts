/**
 * In the browser: a house makes a backup, and everything else of it is lost: the profile, its base's folder. A
 * fresh profile beside a base that knows nobody comes back from the file. Chapters of one story.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ListItem, ProfileState } from "#engine";
import { launchProfile } from "../support/chromium.ts";
import { hubProcess } from "../support/hub-process.ts";
import {
  chooseBackup,
  engineOf,
  exposeEngine,
  foundMesh,
  makeBackup,
  PASSPHRASE,
  restoreHouse,
  restoreToRead,
  saveReport,
  t,
  writeReport,
} from "../support/house-page.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const PATIENCE_MS = 60_000;
const REPORTED = "Wilmer Canales Ochoa";
const PERSON = "Lucía Betancur";
const root = mkdtempSync(join(tmpdir(), "vereda-backup-"));
const hubOf = (folder: string): ReturnType<typeof hubProcess> =>
  hubProcess({
    folder: join(root, folder),
    args: ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0", "--port", "0"],
  });
const [lostHub, freshHub] = [hubOf("lost-hub"), hubOf("fresh-hub")];
let context: BrowserContext | null = null;
let words = "";
let device = "";
let file: Buffer = Buffer.alloc(0);

async function open(profile: string, hub: ReturnType<typeof hubProcess>): Promise<Page> {
  await context?.close();
  context = await launchProfile(join(root, profile), {});
  context.setDefaultTimeout(PATIENCE_MS);
  await exposeEngine(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(hub.url());
  return page;
}

const standingOf = async (page: Page): Promise<Extract<ProfileState, { kind: "open" }>["standing"]> => {
  const state = await engineOf<ProfileState>(page, "state");
  if (state.kind !== "open") throw new Error(`the profile is ${state.kind}`);
  return state.standing;
};
const reportsOf = async (page: Page): Promise<readonly string[]> =>
  (await engineOf<readonly ListItem[]>(page, "list", "report")).map(({ title }) => title);

beforeAll(() => Promise.all([lostHub.start(), freshHub.start()]));
afterAll(async () => {
  await context?.close();
  await Promise.all([lostHub.kill(), freshHub.kill()]);
  rmSync(root, { recursive: true, force: true });
});

test("a house makes a backup, and loses all else", async () => {
  const page = await open("first", lostHub);
  words = await foundMesh(page, { mesh: "Ruta del Sur", site: "Casa Tapachula", person: PERSON });
  await writeReport(page, { name: REPORTED, seeker: "Delia Ochoa" });
  await saveReport(page);
  ({ device } = await standingOf(page));
  file = await makeBackup(page);
  await page.getByRole("region", { name: t.backup.title }).getByRole("status").waitFor();
  // what is read from it later was sealed in it
  expect(file.includes(REPORTED)).toBe(false);
  await context?.close();
  context = null;
  await lostHub.kill();
  for (const lost of ["first", "lost-hub"]) rmSync(join(root, lost), { recursive: true, force: true });
});

test("K7 a file that was cut is refused at its field, and the profile stays empty", async () => {
  const page = await open("second", freshHub);
  await chooseBackup(page, file.subarray(0, file.length - 10));
  await restoreHouse(page, words, PERSON);
  await page.getByRole("alert").getByText(t.faults["not-a-backup"]).waitFor();
  expect(await engineOf<ProfileState>(page, "state")).toEqual({ kind: "empty" });
});

test("K6 F5 the whole file and the twelve words bring the house back, as a new device", async () => {
  const page = await open("second", freshHub);
  await chooseBackup(page, file);
  await restoreHouse(page, words, PERSON);
  await page.getByRole("heading", { name: t.arrivals.title }).waitFor();
  const standing = await standingOf(page);
  expect(standing).toMatchObject({ kind: "member", role: "coordinator" });
  expect(standing.device).not.toBe(device);
  expect(await reportsOf(page)).toEqual([REPORTED]);
});

test("K6 the passphrase opens the file to read; another one does not", async () => {
  const page = await open("third", freshHub);
  await chooseBackup(page, file);
  await restoreToRead(page, "otra frase que no es");
  await page.getByRole("alert").getByText(t.faults["backup-not-yours"]).waitFor();
  await restoreToRead(page, PASSPHRASE);
  await page.getByRole("heading", { name: t.backup.readerTitle }).waitFor();
  await page.getByRole("button", { name: t.shell.showNames }).click();
  await page.getByRole("tabpanel").getByText(REPORTED).click();
  await page.getByRole("tabpanel").getByText("Delia Ochoa").waitFor();
  expect(await page.getByRole("tabpanel").getByRole("button").count()).toBe(0);
});
