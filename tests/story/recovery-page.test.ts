/**
 * In the browser: a house is founded, its browser profile is lost, its base's folder is left; a fresh profile
 * comes back with the twelve words, typed as they stand on paper, and its records are there (issue 3, must
 * show 7). Chapters of one story.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ListItem } from "#engine";
import { until } from "../cli/vereda-process.ts";
import { launchProfile } from "../support/chromium.ts";
import { hubProcess } from "../support/hub-process.ts";
import {
  engineOf,
  exposeEngine,
  foundMesh,
  recoverHouse,
  saveReport,
  t,
  visit,
  writeReport,
} from "../support/house-page.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const PATIENCE_MS = 60_000;
const REPORTED = "Wilmer Canales Ochoa";
const root = mkdtempSync(join(tmpdir(), "vereda-recovery-"));
const hub = hubProcess({
  folder: join(root, "hub"),
  args: ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0", "--port", "0"],
});
let context: BrowserContext | null = null;
let words = "";

async function open(profile: string): Promise<Page> {
  context = await launchProfile(join(root, profile), {});
  context.setDefaultTimeout(PATIENCE_MS);
  await exposeEngine(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(hub.url());
  return page;
}
const reportsOf = async (page: Page): Promise<readonly string[]> =>
  (await engineOf<readonly ListItem[]>(page, "list", "report")).map(({ title }) => title);

beforeAll(() => hub.start());
afterAll(async () => {
  await context?.close();
  await hub.kill();
  rmSync(root, { recursive: true, force: true });
});

test("a house writes its first report, and its base has it", async () => {
  const page = await open("first");
  words = await foundMesh(page, { mesh: "Ruta del Sur", site: "Casa Tapachula", person: "Lucía Betancur" });
  await visit(page, "mesh");
  await page.getByText(t.mesh.hubAdopted).waitFor();
  await writeReport(page, { name: REPORTED, seeker: "Delia Ochoa" });
  await saveReport(page);
  await until("the base says that it holds everything", async () => {
    const { onlyHere } = await engineOf<{ onlyHere: number }>(page, "status");
    return onlyHere === 0 ? true : null;
  });
  await context?.close();
  rmSync(join(root, "first"), { recursive: true, force: true });
});

test("K5 wrong words are told at the first field; the twelve words bring the house back", async () => {
  const page = await open("second");
  const list = words.split(" ");
  const swapped = [list[1], list[0], ...list.slice(2)].join(" ");
  await recoverHouse(page, swapped, "Lucía Betancur");
  await page.getByText(t.shell.problems).first().waitFor();
  await page.goto("about:blank");
  await page.goto(hub.url());
  await recoverHouse(page, words, "Lucía Betancur");
  await page.getByRole("heading", { name: t.arrivals.title }).waitFor();
  await until("the report is here again", async () =>
    (await reportsOf(page)).includes(REPORTED) ? true : null,
  );
  await visit(page, "mesh");
  await page
    .getByText(/doce palabras de la casa/u)
    .first()
    .waitFor();
  expect(await page.getByRole("button", { name: t.mesh.invite }).isEnabled()).toBe(true);
});
