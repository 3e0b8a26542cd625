/**
 * What a house's browser and hub hold after an order to erase has spread. The program is built with doubles that neither
 * seal nor encrypt (tests/support/unsafe-testing-build.ts): so whatever is left of a record's ciphertext, index or views is
 * found by the canary in it, and the same scan finds it in every place before the order.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import type { ErasureView, StatusView } from "#engine";
import { until } from "../cli/vereda-process.ts";
import { createCanary, sightings } from "../support/canary.ts";
import { launchProfile } from "../support/chromium.ts";
import {
  engineOf,
  exposeEngine,
  foundMesh,
  makeBackup,
  registerArrival,
  saveReport,
  searchFor,
  t,
  writeReport,
} from "../support/house-page.ts";
import { hubProcess } from "../support/hub-process.ts";
import { indexedDbBytes, levelBytes } from "../support/stored-bytes.ts";
import { buildUnsafeTesting } from "../support/unsafe-testing-build.ts";

/** One hub that is stopped and started, one browser, a passphrase that is dear to try. */
const SLOW_MS = 300_000;

const root = mkdtempSync(join(tmpdir(), "vereda-era-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const allSaved = (page: Page): Promise<unknown> =>
  until("the hub holds it all", async () =>
    (await engineOf<StatusView>(page, "status")).onlyHere === 0 ? true : null,
  );

/** As somebody would who was asked to. */
async function eraseFound(page: Page, name: string): Promise<void> {
  await searchFor(page, name);
  await page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: name })
    .getByRole("link")
    .first()
    .click();
  await page.getByRole("tab", { name: t.record.history }).click();
  await page.getByRole("button", { name: t.erasure.start }).click();
  await page.getByLabel(t.erasure.reason).fill("lo pidió la persona");
  await page.getByRole("button", { name: t.erasure.confirm }).click();
  await page.getByText(t.erasure.done).first().waitFor();
}

test(
  "neither the browser, the hub nor a later backup holds anything of an erased guest and report",
  { timeout: SLOW_MS },
  async () => {
    const program = await buildUnsafeTesting();
    const [guest, sought] = [createCanary(), createCanary()];
    const hubFolder = join(root, "hub");
    const hub = hubProcess({
      folder: hubFolder,
      args: ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"],
      program,
    });
    await hub.start();
    let context: BrowserContext | null = null;
    try {
      context = await launchProfile(join(root, "browser"));
      context.setDefaultTimeout(60_000);
      await exposeEngine(context);
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(hub.url());
      await foundMesh(page, { mesh: "Ruta del Sur", site: "Casa Tapachula", person: "Lucía Caal" });
      await registerArrival(page, `Yésica ${guest}`);
      await writeReport(page, {
        ...{ name: `Wilmer ${sought}`, seeker: `Delia ${sought}` },
        circumstances: `Iba con su primo ${sought}.`,
      });
      await saveReport(page);
      await allSaved(page);

      /** Where each of the two is; the hub's store is read while the hub is down. */
      const seen = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
        const places = {
          browser: await indexedDbBytes(page),
          backup: [await makeBackup(page)],
          hub: await hub.kill().then(() => levelBytes(hubFolder)),
        };
        await hub.start();
        return Object.fromEntries(
          Object.entries(places).flatMap(([place, bytes]) => [
            [`guest, ${place}`, sightings(guest, bytes)],
            [`report, ${place}`, sightings(sought, bytes)],
          ]),
        );
      };

      const before = await seen();
      expect(Object.keys(before)).toHaveLength(6);
      for (const [place, encodings] of Object.entries(before)) expect(encodings, place).toContain("utf-8");

      await eraseFound(page, `Yésica ${guest}`);
      await eraseFound(page, `Wilmer ${sought}`);
      await until("every house says that it erased", async () => {
        const orders = await engineOf<readonly ErasureView[]>(page, "erasures");
        const said = orders.flatMap(({ sites }) => sites);
        return orders.length === 2 && said.every(({ erased }) => erased) ? true : null;
      });
      await allSaved(page);
      for (const [place, encodings] of Object.entries(await seen())) expect(encodings, place).toEqual([]);
    } finally {
      await context?.close();
      await hub.kill();
    }
  },
);
