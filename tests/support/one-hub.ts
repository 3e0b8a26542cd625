/** People with a computer each, all at one hub: one browser process, and in it a profile for each of them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "./chromium.ts";
import { exposeEngine } from "./house-page.ts";
import { type HubProcess, hubProcess } from "./hub-process.ts";

const PATIENCE_MS = 30_000;

export interface OneHub {
  readonly hub: HubProcess;
  /** A computer that knows nothing yet, with the hub's page open. */
  computer(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the hub and the browser. Close it in `afterAll`. */
export async function openOneHub(): Promise<OneHub> {
  const root = mkdtempSync(join(tmpdir(), "vereda-hub-"));
  const listen = ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"];
  const hub = hubProcess({ folder: join(root, "hub"), args: listen });
  await hub.start();
  const browser: Browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  return {
    hub,
    async computer() {
      const context = await browser.newContext({ locale: "es-MX", reducedMotion: "reduce" });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE_MS);
      await exposeEngine(context);
      const page = await context.newPage();
      await page.goto(hub.url());
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await hub.kill();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
